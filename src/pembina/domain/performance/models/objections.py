"""An objection to an appraisal: why, what both sides say, and what the superior of the rater decides."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Person
from pembina.domain.performance.appraisal_enums import Ruling
from pembina.domain.performance.models.appraisals import Appraisal
from pembina.domain.performance.models.plans import LONGEST_TEXT


class Objection(models.Model):
    """One objection. `due_on` was the last day to file it; one that came later is kept and `is_late`."""

    appraisal = models.OneToOneField(
        Appraisal, models.PROTECT, related_name="objection", verbose_name=_("Evaluasi kinerja")
    )
    reason = models.TextField(_("Alasan keberatan"), max_length=LONGEST_TEXT)
    evidence = models.TextField(_("Bukti"), max_length=LONGEST_TEXT)
    filed_at = models.DateTimeField(_("Diajukan"))
    due_on = models.DateField(_("Batas pengajuan"))
    is_late = models.BooleanField(_("Terlambat diajukan"), default=False)
    statement = models.TextField(_("Penjelasan penilai"), max_length=LONGEST_TEXT, blank=True)
    statement_at = models.DateTimeField(_("Penilai didengar"), null=True, blank=True)
    hearing = models.TextField(_("Keterangan pegawai"), max_length=LONGEST_TEXT, blank=True)
    hearing_at = models.DateTimeField(_("Pegawai didengar"), null=True, blank=True)
    ruling = models.CharField(_("Keputusan"), max_length=9, choices=Ruling.choices, blank=True)
    ruling_reason = models.TextField(_("Alasan keputusan dan rekomendasi"), max_length=LONGEST_TEXT, blank=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Diputus oleh")
    )
    decided_at = models.DateTimeField(_("Diputus"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Keberatan")
        indexes = [models.Index(fields=["ruling", "filed_at"], name="objection_by_ruling")]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="objection_has_a_reason"),
            models.CheckConstraint(
                condition=Q(statement="", statement_at__isnull=True) | ~Q(statement="") & Q(statement_at__isnull=False),
                name="objection_statement_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(hearing="", hearing_at__isnull=True) | ~Q(hearing="") & Q(hearing_at__isnull=False),
                name="objection_hearing_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ruling="", decided_by__isnull=True, decided_at__isnull=True)
                | Q(ruling__in=Ruling.values, decided_by__isnull=False, decided_at__isnull=False)
                & ~Q(statement="")
                & ~Q(hearing="")
                & ~Q(ruling_reason=""),
                name="objection_decided_after_both_sides",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.appraisal_id}"

    @property
    def person(self) -> Person:
        """Return who objects."""
        return self.appraisal.person
