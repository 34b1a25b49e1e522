"""What an office does with a survey: its plans, its report, and what it has published."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.access.models import User
from pembina.domain.services.enums import FollowUpState
from pembina.domain.services.models.surveys import HASH_LENGTH, SurveyPeriod

LONGEST_ACTIVITY = 500
LONGEST_NOTE = 500
LONGEST_SECTION = 4_000


class FollowUp(models.Model):
    """What will be done about a weak element (rencana tindak lanjut): by whom, and until when.

    Whether it is late is not kept: it is, once `due_on` has passed and the state is neither done nor dropped.
    """

    period = models.ForeignKey(SurveyPeriod, models.PROTECT, related_name="follow_ups", verbose_name=_("Periode"))
    element = models.CharField(_("Unsur"), max_length=12)
    activity = models.CharField(_("Kegiatan"), max_length=LONGEST_ACTIVITY)
    due_on = models.DateField(_("Tenggat"))
    responsible = models.CharField(_("Penanggung jawab"), max_length=200)
    state = models.CharField(_("Keadaan"), max_length=8, choices=FollowUpState.choices, default=FollowUpState.PLANNED)

    class Meta:
        verbose_name = verbose_name_plural = _("Rencana tindak lanjut SKM")
        indexes = [models.Index(fields=["period", "due_on"], name="follow_up_of_period")]
        constraints = [
            models.CheckConstraint(condition=Q(element__in=ELEMENTS), name="follow_up_element_is_known"),
            models.CheckConstraint(condition=~Q(activity="") & ~Q(responsible=""), name="follow_up_says_who_and_what"),
            models.CheckConstraint(condition=Q(state__in=FollowUpState.values), name="follow_up_state_is_known"),
        ]

    def __str__(self) -> str:
        return self.activity


class FollowUpStep(models.Model):
    """A state that a follow-up was brought into, with what was said then."""

    follow_up = models.ForeignKey(FollowUp, models.PROTECT, related_name="steps", verbose_name=_("Tindak lanjut"))
    state = models.CharField(_("Keadaan"), max_length=8, choices=FollowUpState.choices)
    note = models.CharField(_("Catatan"), max_length=LONGEST_NOTE, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Oleh"))
    at = models.DateTimeField(_("Pada"))

    class Meta:
        verbose_name = verbose_name_plural = _("Langkah tindak lanjut SKM")
        indexes = [models.Index(fields=["follow_up", "-at", "-id"], name="follow_up_step_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=FollowUpState.values), name="follow_up_step_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.follow_up_id} {self.state}"


def section_field(label: object) -> "models.TextField[str, str]":
    return models.TextField(label, max_length=LONGEST_SECTION, blank=True)  # type: ignore[arg-type]


class SurveyReport(models.Model):
    """The sections of the official report that a unit writes itself; an empty one is printed in our own words."""

    period = models.OneToOneField(SurveyPeriod, models.PROTECT, related_name="report", verbose_name=_("Periode"))
    number = models.CharField(_("Nomor laporan"), max_length=100, blank=True)
    background = section_field(_("Latar belakang"))
    purpose = section_field(_("Maksud dan tujuan"))
    method = section_field(_("Cara pengumpulan data"))
    analysis = section_field(_("Analisis masalah"))
    conclusion = section_field(_("Kesimpulan dan saran"))
    place = models.CharField(_("Tempat penandatanganan"), max_length=100, blank=True)
    signatory = models.CharField(_("Nama penanda tangan"), max_length=200, blank=True)
    signatory_position = models.CharField(_("Jabatan penanda tangan"), max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Naskah laporan SKM")

    def __str__(self) -> str:
        return f"SKM {self.period_id}"


class SurveyPublication(models.Model):
    """A result as it was made public. It is never changed: a correction is a new version beside it.

    `content` is everything that the board and the report print; `content_hash` the SHA-256 of its canonical JSON, which
    the chain of decisions holds too. `rule` names the regulation and the version of the computation.
    """

    period = models.ForeignKey(SurveyPeriod, models.PROTECT, related_name="publications", verbose_name=_("Periode"))
    version = models.PositiveSmallIntegerField(_("Versi"))
    content: "models.JSONField[dict[str, Any], dict[str, Any]]" = models.JSONField(_("Isi"))
    content_hash = models.CharField(_("Hash"), max_length=HASH_LENGTH)
    rule = models.CharField(_("Aturan"), max_length=200)
    correction = models.CharField(_("Alasan perbaikan"), max_length=LONGEST_NOTE, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Oleh"))
    at = models.DateTimeField(_("Diterbitkan"))

    class Meta:
        verbose_name = verbose_name_plural = _("Hasil SKM terbit")
        indexes = [models.Index(fields=["-at", "-id"], name="publication_latest")]
        constraints = [
            models.UniqueConstraint(fields=["period", "version"], name="publication_version_once"),
            models.CheckConstraint(
                condition=Q(version=1, correction="") | (Q(version__gt=1) & ~Q(correction="")),
                name="publication_correction_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"SKM {self.period_id} v{self.version}"
