"""Who held which position in which unit under whom."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.people.enums import AssignmentKind, PositionKind
from pembina.domain.people.models.persons import Person
from pembina.domain.people.models.units import Unit


class Assignment(models.Model):
    """One stretch of a person's history, first and last day included. Two of one kind never overlap (`overlap_guard`).

    The title is free text beside the code of the reference list, which never holds all titles in use.
    """

    # Without an index of their own, since those of Meta begin with them.
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="assignments", db_index=False, verbose_name=_("Pegawai")
    )
    kind = models.CharField(_("Jenis"), max_length=10, choices=AssignmentKind.choices, default=AssignmentKind.MAIN)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="assignments", db_index=False, verbose_name=_("Unit kerja")
    )
    position = models.CharField(_("Jabatan"), max_length=200)
    position_code = models.CharField(_("Kode jabatan"), max_length=40, blank=True)
    position_kind = models.CharField(_("Jenis jabatan"), max_length=10, choices=PositionKind.choices)
    superior = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="led_assignments", verbose_name=_("Atasan")
    )
    starts_on = models.DateField(_("Mulai"))
    ends_on = models.DateField(_("Hari terakhir"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Riwayat jabatan")
        indexes = [
            models.Index(fields=["person", "kind", "starts_on"], name="assignment_of_person"),
            models.Index(fields=["unit", "starts_on"], name="assignment_in_unit"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=Q(ends_on__isnull=True), name="assignment_open_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=AssignmentKind.values), name="assignment_kind_is_known"),
            models.CheckConstraint(
                condition=Q(position_kind__in=PositionKind.values), name="assignment_position_kind_is_known"
            ),
            models.CheckConstraint(condition=~Q(position=""), name="assignment_has_a_position"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="assignment_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(superior__isnull=True) | ~Q(superior=F("person")), name="assignment_not_own_superior"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}, {self.starts_on:%Y-%m-%d}"
