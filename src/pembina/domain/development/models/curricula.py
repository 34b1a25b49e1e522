"""What is taught, for how long, by whom, and what it takes to pass: in versions, since courses change."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import VersionState
from pembina.domain.development.models.partners import Partner
from pembina.domain.people.enums import Sector

LONGEST_TEXT = 4_000


class Curriculum(models.Model):
    """A course under one code. `form` is the official number of the form of development (SIASN `jenisDiklat`)."""

    code = models.CharField(_("Kode"), max_length=40, unique=True)
    title = models.CharField(_("Judul"), max_length=200)
    sector = models.CharField(_("Bidang"), max_length=20, choices=Sector.choices)
    form = models.PositiveSmallIntegerField(_("Bentuk pengembangan"))
    purpose = models.TextField(_("Tujuan"), max_length=LONGEST_TEXT, blank=True)
    retired_on = models.DateField(_("Tidak dipakai sejak"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Kurikulum")
        constraints = [
            models.CheckConstraint(condition=~Q(code="") & ~Q(title=""), name="curriculum_is_named"),
            models.CheckConstraint(condition=Q(sector__in=Sector.values), name="curriculum_sector_is_known"),
            models.CheckConstraint(condition=Q(form__gte=1), name="curriculum_form_has_a_number"),
        ]

    def __str__(self) -> str:
        return self.title


class CurriculumVersion(models.Model):
    """One version. What batches were taught by stays as it was: a version in force is replaced, never edited.

    `least_attendance` is the share of the sessions in percent, `pass_mark` a score of 0-100; without a pass mark
    attendance alone decides. `valid_months` is for how long a certificate holds; without it for ever.
    """

    curriculum = models.ForeignKey(Curriculum, models.PROTECT, related_name="versions", verbose_name=_("Kurikulum"))
    version = models.PositiveSmallIntegerField(_("Versi"))
    state = models.CharField(_("Keadaan"), max_length=8, choices=VersionState.choices, default=VersionState.DRAFT.value)
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="curricula", verbose_name=_("Disusun bersama")
    )
    least_attendance = models.PositiveSmallIntegerField(_("Kehadiran paling sedikit (%)"), default=80)
    pass_mark = models.DecimalField(_("Nilai lulus"), max_digits=5, decimal_places=2, null=True, blank=True)
    valid_months = models.PositiveSmallIntegerField(_("Masa berlaku sertifikat (bulan)"), null=True, blank=True)
    change_note = models.TextField(_("Apa yang berubah"), max_length=LONGEST_TEXT, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Disusun oleh"))
    made_at = models.DateTimeField(_("Disusun"))
    in_force_from = models.DateField(_("Berlaku mulai"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Versi kurikulum")
        constraints = [
            models.UniqueConstraint(fields=["curriculum", "version"], name="curriculum_version_once"),
            models.UniqueConstraint(
                fields=["curriculum"], condition=Q(state=VersionState.IN_FORCE), name="curriculum_in_force_once"
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="curriculum_versions_begin_at_one"),
            models.CheckConstraint(condition=Q(state__in=VersionState.values), name="curriculum_state_is_known"),
            models.CheckConstraint(
                condition=Q(least_attendance__gte=1, least_attendance__lte=100), name="curriculum_attendance_is_a_share"
            ),
            models.CheckConstraint(
                condition=Q(pass_mark__isnull=True) | Q(pass_mark__gte=0, pass_mark__lte=100),
                name="curriculum_pass_mark_is_a_score",
            ),
            models.CheckConstraint(
                condition=Q(valid_months__isnull=True) | Q(valid_months__gte=1), name="curriculum_validity_is_some_time"
            ),
            models.CheckConstraint(
                condition=Q(state=VersionState.DRAFT, in_force_from__isnull=True)
                | (~Q(state=VersionState.DRAFT) & Q(in_force_from__isnull=False)),
                name="curriculum_in_force_from_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.curriculum_id} v{self.version}"


class CompetenceUnit(models.Model):
    """One part of a version: what is learned in how many hours (JP), taught by a partner or by the government."""

    version = models.ForeignKey(
        CurriculumVersion, models.CASCADE, related_name="units", verbose_name=_("Versi kurikulum")
    )
    position = models.PositiveSmallIntegerField(_("Urutan"))
    title = models.CharField(_("Unit kompetensi"), max_length=200)
    hours = models.DecimalField(_("JP"), max_digits=6, decimal_places=2)
    taught_by = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="taught_units", verbose_name=_("Diajar oleh")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Unit kompetensi")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="competence_position_once"),
            models.CheckConstraint(condition=~Q(title=""), name="competence_is_named"),
            models.CheckConstraint(condition=Q(hours__gt=Decimal(0)), name="competence_takes_time"),
            models.CheckConstraint(condition=Q(position__gte=1), name="competence_counted_from_one"),
        ]

    def __str__(self) -> str:
        return self.title
