"""What citizens answered, what looks odd about it, and what was decided then."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.access.models import User
from pembina.domain.services.enums import (
    AgeBand,
    Education,
    Occupation,
    Sex,
    SurveyMeans,
    Suspicion,
    Verdict,
)
from pembina.domain.services.models.catalogue import PublicService
from pembina.domain.services.models.surveys import HASH_LENGTH, SurveyPeriod, SurveyPlace

LONGEST_SUGGESTION = 1_000
LONGEST_REASON = 500


def score_field(label: object) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(label, null=True, blank=True)  # type: ignore[arg-type]


def each_answer_is_a_score() -> Q:
    """Return the condition that every answer is 1, 2, 3 or 4, or missing, and that there is one."""
    scored, answered = Q(), Q()
    for element in ELEMENTS:
        scored &= Q(**{f"{element}__isnull": True}) | Q(**{f"{element}__gte": 1, f"{element}__lte": 4})
        answered |= Q(**{f"{element}__isnull": False})
    return scored & answered


class SurveyImport(models.Model):
    """A file of paper forms that was brought in, so that all of it can be taken back at once."""

    period = models.ForeignKey(SurveyPeriod, models.PROTECT, related_name="imports", verbose_name=_("Periode"))
    file_name = models.CharField(_("Berkas"), max_length=255)
    file_sha256 = models.CharField(max_length=HASH_LENGTH)
    rows = models.PositiveIntegerField(_("Jawaban"))
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("Oleh"))
    applied_at = models.DateTimeField(_("Diterapkan"))
    undone_at = models.DateTimeField(_("Diurungkan"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Impor SKM")
        indexes = [models.Index(fields=["period", "-applied_at"], name="survey_import_latest")]
        constraints = [
            # The same file a second time is a mistake; once it was taken back it may come again.
            models.UniqueConstraint(
                fields=["period", "file_sha256"], condition=Q(undone_at__isnull=True), name="survey_file_once"
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class SurveyResponse(models.Model):
    """One person's answers, without a name. Columns of answers are the stable keys of the elements.

    `client_key` is made where the answer is given, so that sending twice stores once. `answered_on` is the day on
    which it was given: that of the device where its clock is credible, else that of the receipt. `device` and `network`
    are keyed hashes that change daily and are wiped after some weeks; no address is kept. `is_excluded` follows the
    live decision.
    """

    client_key = models.UUIDField(unique=True)
    # Both begin an index below.
    period = models.ForeignKey(
        SurveyPeriod, models.PROTECT, related_name="responses", db_index=False, verbose_name=_("Periode")
    )
    place = models.ForeignKey(
        SurveyPlace, models.PROTECT, null=True, blank=True, related_name="responses", db_index=False,
        verbose_name=_("Loket"),
    )  # fmt: skip
    service = models.ForeignKey(
        PublicService, models.PROTECT, null=True, blank=True, related_name="responses", verbose_name=_("Layanan")
    )
    means = models.CharField(_("Cara"), max_length=6, choices=SurveyMeans.choices)

    persyaratan = score_field(_("Persyaratan"))
    prosedur = score_field(_("Sistem, mekanisme, dan prosedur"))
    waktu = score_field(_("Waktu penyelesaian"))
    biaya = score_field(_("Biaya/tarif"))
    produk = score_field(_("Produk spesifikasi jenis pelayanan"))
    kompetensi = score_field(_("Kompetensi pelaksana"))
    perilaku = score_field(_("Perilaku pelaksana"))
    pengaduan = score_field(_("Penanganan pengaduan, saran, dan masukan"))
    sarana = score_field(_("Sarana dan prasarana"))

    sex = models.CharField(_("Jenis kelamin"), max_length=6, choices=Sex.choices, blank=True)
    age_band = models.CharField(_("Umur"), max_length=8, choices=AgeBand.choices, blank=True)
    education = models.CharField(_("Pendidikan"), max_length=15, choices=Education.choices, blank=True)
    occupation = models.CharField(_("Pekerjaan"), max_length=13, choices=Occupation.choices, blank=True)
    suggestion = models.TextField(_("Saran"), max_length=LONGEST_SUGGESTION, blank=True)

    answered_on = models.DateField(_("Dijawab"))
    device_at = models.DateTimeField(_("Waktu perangkat"), null=True, blank=True)
    received_at = models.DateTimeField(_("Diterima"))
    device = models.CharField(max_length=HASH_LENGTH, blank=True)
    network = models.CharField(max_length=HASH_LENGTH, blank=True)
    suspicion = models.CharField(_("Tanda"), max_length=12, choices=Suspicion.choices, blank=True)
    is_excluded = models.BooleanField(_("Dikeluarkan"), default=False)
    typed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Diketik oleh")
    )
    batch = models.ForeignKey(
        SurveyImport, models.PROTECT, null=True, blank=True, related_name="responses", verbose_name=_("Impor")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Jawaban SKM")
        indexes = [
            models.Index(fields=["period", "-received_at", "-id"], name="response_latest"),
            models.Index(fields=["network", "received_at"], condition=~Q(network=""), name="response_of_network"),
            models.Index(fields=["place", "received_at"], name="response_of_place"),
            models.Index(fields=["period", "id"], condition=~Q(suspicion=""), name="response_suspicious"),
        ]
        constraints = [
            models.CheckConstraint(condition=each_answer_is_a_score(), name="response_answers_are_scores"),
            models.CheckConstraint(condition=Q(means__in=SurveyMeans.values), name="response_means_is_known"),
            models.CheckConstraint(condition=Q(sex__in=["", *Sex.values]), name="response_sex_is_known"),
            models.CheckConstraint(condition=Q(age_band__in=["", *AgeBand.values]), name="response_age_is_known"),
            models.CheckConstraint(
                condition=Q(education__in=["", *Education.values]), name="response_education_is_known"
            ),
            models.CheckConstraint(
                condition=Q(occupation__in=["", *Occupation.values]), name="response_occupation_is_known"
            ),
            models.CheckConstraint(
                condition=Q(suspicion__in=["", *Suspicion.values]), name="response_suspicion_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(means=SurveyMeans.QR) | Q(place__isnull=False), name="response_by_qr_has_its_place"
            ),
            models.CheckConstraint(
                condition=Q(means=SurveyMeans.IMPORT, batch__isnull=False)
                | (~Q(means=SurveyMeans.IMPORT) & Q(batch__isnull=True)),
                name="response_imported_has_its_file",
            ),
        ]

    def __str__(self) -> str:
        return f"SKM {self.pk}"

    @property
    def answers(self) -> dict[str, int | None]:
        """Return element key to score, as `core.rules.satisfaction_index` takes it."""
        return {element: getattr(self, element) for element in ELEMENTS}


class ResponseDecision(models.Model):
    """Somebody decided whether an answer counts, and why. Taken back it stays on record; one is live at a time."""

    response = models.ForeignKey(SurveyResponse, models.PROTECT, related_name="decisions", verbose_name=_("Jawaban"))
    verdict = models.CharField(_("Keputusan"), max_length=7, choices=Verdict.choices)
    reason = models.CharField(_("Alasan"), max_length=LONGEST_REASON)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Oleh"))
    at = models.DateTimeField(_("Pada"))
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Dibatalkan oleh")
    )
    undone_at = models.DateTimeField(_("Dibatalkan"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Keputusan jawaban SKM")
        constraints = [
            models.UniqueConstraint(
                fields=["response"], condition=Q(undone_at__isnull=True), name="response_decided_once_at_a_time"
            ),
            models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="verdict_is_known"),
            models.CheckConstraint(condition=~Q(reason=""), name="decision_says_why"),
            models.CheckConstraint(
                condition=Q(undone_at__isnull=True, undone_by__isnull=True)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="decision_undone_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.response_id} {self.verdict}"
