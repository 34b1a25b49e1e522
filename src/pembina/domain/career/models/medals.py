"""What is on record for the medals of years of service. What was never looked up is missing, not clean."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.career.enums import DisciplineLevel, MedalKey
from pembina.domain.career.models.record_imports import RecordImport
from pembina.domain.people.models import Person


class ServiceCheck(models.Model):
    """What the personal file said on a day about discipline and unpaid leave; the latest of a person counts."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="service_checks", db_index=False, verbose_name=_("Pegawai")
    )
    checked_on = models.DateField(_("Diperiksa pada"))
    discipline = models.CharField(
        _("Hukuman disiplin terberat"), max_length=8, choices=DisciplineLevel.choices, blank=True
    )
    had_unpaid_leave = models.BooleanField(_("Pernah cuti di luar tanggungan negara"), null=True, blank=True)
    source = models.CharField(_("Sumber"), max_length=200)
    note = models.TextField(_("Catatan"), max_length=1_000, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dicatat oleh"))
    recorded_at = models.DateTimeField(_("Dicatat"))
    batch = models.ForeignKey(
        RecordImport, models.PROTECT, null=True, blank=True, related_name="checks", verbose_name=_("Impor")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Pemeriksaan riwayat")
        indexes = [models.Index(fields=["person", "checked_on", "id"], name="service_check_by_day")]
        constraints = [
            models.CheckConstraint(condition=~Q(source=""), name="service_check_has_a_source"),
            models.CheckConstraint(
                condition=Q(discipline__in=["", *DisciplineLevel.values]), name="service_check_level_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(discipline="") | Q(had_unpaid_leave__isnull=False), name="service_check_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}, {self.checked_on:%Y-%m-%d}"


class HeldMedal(models.Model):
    """A medal that somebody was given; a mistaken entry is taken back with a reason and stays.

    A file that tells another day or decree of a medal takes the earlier entry back and `replaces` it.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="medals", db_index=False, verbose_name=_("Pegawai"))
    medal = models.CharField(_("Tanda kehormatan"), max_length=6, choices=MedalKey.choices)
    awarded_on = models.DateField(_("Tanggal keputusan"))
    decree = models.CharField(_("Nomor keputusan"), max_length=100)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dicatat oleh"))
    recorded_at = models.DateTimeField(_("Dicatat"))
    taken_back_at = models.DateTimeField(_("Ditarik"), null=True, blank=True)
    taken_back_reason = models.CharField(_("Alasan ditarik"), max_length=500, blank=True)
    batch = models.ForeignKey(
        RecordImport, models.PROTECT, null=True, blank=True, related_name="medals", verbose_name=_("Impor")
    )
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("Menggantikan")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Tanda kehormatan")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "medal"], condition=Q(taken_back_at__isnull=True), name="medal_is_held_once"
            ),
            models.CheckConstraint(condition=Q(medal__in=MedalKey.values), name="medal_is_known"),
            models.CheckConstraint(condition=~Q(decree=""), name="medal_has_a_decree"),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_reason="")
                | Q(taken_back_at__isnull=False) & ~Q(taken_back_reason=""),
                name="medal_taken_back_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.medal}"
