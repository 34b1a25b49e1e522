"""The appraisal of one person in one period: what it is about, frozen; how it was rated; how its document travelled."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Person, Unit
from pembina.domain.performance.appraisal_enums import (
    AppraisalState,
    OrganisationScale,
    PaperForm,
    PredicateScale,
    RatingScale,
    RunKind,
    RunState,
)
from pembina.domain.performance.models.periods import EvaluationPeriod
from pembina.domain.performance.models.plans import LONGEST_TEXT, PerformancePlan

UNRATED = (AppraisalState.EXEMPT, AppraisalState.NEW)
OPEN = (AppraisalState.NEW, AppraisalState.DRAFT)
DELIVERED = (AppraisalState.DELIVERED, AppraisalState.RECEIVED, AppraisalState.RETURNED)
SIGNED = (AppraisalState.SIGNED, *DELIVERED)


class Appraisal(models.Model):
    """One appraisal. `snapshot` is who was rated in which position by whom under whom, as it was when it was made.

    `unit` is that of the person, `led_unit` that which the rater leads and whose rating counts. Without a `rater` the
    person is rated by the head of region, or by nobody on record. `predicate` is derived, with the article and the
    first day of the version of the rule. `version` counts what was saved, so that of two browsers the second is told.
    """

    period = models.ForeignKey(EvaluationPeriod, models.PROTECT, related_name="appraisals", verbose_name=_("Periode"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="appraisals", verbose_name=_("Pegawai"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="appraisals", verbose_name=_("Unit kerja"))
    led_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Unit yang dipimpin penilai")
    )
    rater = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="appraisals_given", verbose_name=_("Penilai")
    )
    superior = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="appraisals_overseen",
        verbose_name=_("Atasan penilai"),
    )  # fmt: skip
    by_head_of_region = models.BooleanField(_("Dinilai kepala daerah"), default=False)
    plan = models.ForeignKey(
        PerformancePlan, models.PROTECT, null=True, blank=True, related_name="appraisals", verbose_name=_("SKP")
    )
    snapshot = models.JSONField(_("Keadaan yang dibekukan"), default=dict)
    state = models.CharField(_("Keadaan"), max_length=9, choices=AppraisalState.choices)
    version = models.PositiveIntegerField(_("Versi"), default=1)
    results = models.CharField(_("Rating hasil kerja"), max_length=11, choices=RatingScale.choices, blank=True)
    results_reason = models.TextField(_("Alasan rating hasil kerja"), max_length=LONGEST_TEXT, blank=True)
    behaviour = models.CharField(_("Rating perilaku kerja"), max_length=11, choices=RatingScale.choices, blank=True)
    behaviour_reason = models.TextField(_("Alasan rating perilaku kerja"), max_length=LONGEST_TEXT, blank=True)
    value_notes = models.JSONField(_("Catatan per nilai BerAKHLAK"), default=dict)
    advice = models.TextField(_("Catatan dan rekomendasi"), max_length=LONGEST_TEXT, blank=True)
    predicate = models.CharField(_("Predikat kinerja"), max_length=17, choices=PredicateScale.choices, blank=True)
    predicate_article = models.CharField(_("Dasar predikat"), max_length=300, blank=True)
    rule_since = models.DateField(_("Versi aturan sejak"), null=True, blank=True)
    organisation = models.CharField(
        _("Capaian kinerja organisasi"), max_length=17, choices=OrganisationScale.choices, blank=True
    )
    rated_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Dinilai oleh")
    )
    rated_at = models.DateTimeField(_("Dinilai"), null=True, blank=True)
    escalated_at = models.DateTimeField(_("Diteruskan kepada atasan penilai"), null=True, blank=True)
    rater_was_silent = models.BooleanField(_("Ditandatangani atasan penilai"), default=False)
    signed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Ditandatangani oleh")
    )
    signed_at = models.DateTimeField(_("Ditandatangani"), null=True, blank=True)
    delivered_at = models.DateTimeField(_("Disampaikan"), null=True, blank=True)
    received_at = models.DateTimeField(_("Diterima"), null=True, blank=True)
    returned_at = models.DateTimeField(_("Dikembalikan"), null=True, blank=True)
    refused_note = models.TextField(_("Tidak menandatangani, catatan"), max_length=LONGEST_TEXT, blank=True)
    reported_at = models.DateTimeField(_("Dilaporkan kepada PyB"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Evaluasi kinerja")
        indexes = [
            models.Index(fields=["period", "state", "unit"], name="appraisal_of_period"),
            models.Index(fields=["period", "rater"], name="appraisal_of_rater"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["period", "person"], name="appraised_once_a_period"),
            models.CheckConstraint(condition=Q(state__in=AppraisalState.values), name="appraisal_state_is_known"),
            models.CheckConstraint(
                condition=Q(results__in=["", *RatingScale.values], behaviour__in=["", *RatingScale.values]),
                name="appraisal_rating_on_the_scale",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNRATED, results="", behaviour="", predicate="")
                | ~Q(state__in=UNRATED) & ~Q(results="") & ~Q(behaviour="") & Q(predicate__in=PredicateScale.values),
                name="appraisal_predicate_follows_ratings",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=SIGNED) & Q(signed_by__isnull=True, signed_at__isnull=True)
                | Q(state__in=SIGNED, signed_by__isnull=False, signed_at__isnull=False) & ~Q(organisation=""),
                name="appraisal_signed_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DELIVERED) | Q(delivered_at__isnull=False), name="appraisal_delivered_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.snapshot.get('person', {}).get('name', '')}, {self.period}"

    @property
    def is_signed(self) -> bool:
        """Say whether its document was sealed."""
        return self.state in SIGNED

    @property
    def is_delivered(self) -> bool:
        """Say whether the person has been given the document."""
        return self.state in DELIVERED

    def told(self, who: str) -> dict[str, Any]:
        """Return what the snapshot says of the person, the rater or the superior; empty where there is none."""
        found: dict[str, Any] = self.snapshot.get(who) or {}
        return found


class AppraisalPaper(models.Model):
    """A sealed version of the document. A decision on an objection adds another; the former stays as it was."""

    appraisal = models.ForeignKey(Appraisal, models.PROTECT, related_name="papers", verbose_name=_("Evaluasi kinerja"))
    number = models.PositiveSmallIntegerField(_("Versi"))
    form = models.CharField(_("Format"), max_length=3, choices=PaperForm.choices)
    content = models.JSONField(_("Isi yang dibekukan"), default=dict)
    digest = models.CharField(_("Sidik isi"), max_length=64)
    sealed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Disegel oleh"))
    sealed_at = models.DateTimeField(_("Disegel"))

    class Meta:
        verbose_name = verbose_name_plural = _("Dokumen evaluasi kinerja")
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["appraisal", "number"], name="appraisal_paper_numbered_once"),
            models.CheckConstraint(condition=Q(form__in=PaperForm.values), name="appraisal_paper_form_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.number}"

    @property
    def person(self) -> Person:
        """Return whom it is about."""
        return self.appraisal.person


class PatternReason(models.Model):
    """Why the predicates one rater gave in a period differ from the pattern; asked for, never a block by itself."""

    period = models.ForeignKey(
        EvaluationPeriod, models.PROTECT, related_name="pattern_reasons", verbose_name=_("Periode")
    )
    rater = models.ForeignKey(Person, models.PROTECT, related_name="pattern_reasons", verbose_name=_("Penilai"))
    words = models.TextField(_("Alasan"), max_length=LONGEST_TEXT)
    told_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Ditulis oleh"))
    told_at = models.DateTimeField(_("Ditulis"))

    class Meta:
        verbose_name = verbose_name_plural = _("Alasan berbeda dari pola distribusi")
        constraints = [
            models.UniqueConstraint(fields=["period", "rater"], name="pattern_explained_once"),
            models.CheckConstraint(condition=~Q(words=""), name="pattern_reason_says_something"),
        ]

    def __str__(self) -> str:
        return self.words


class AppraisalRun(models.Model):
    """Work for everybody of a period, done by a worker: what was asked for, how far it is, what came of it."""

    period = models.ForeignKey(EvaluationPeriod, models.PROTECT, related_name="runs", verbose_name=_("Periode"))
    kind = models.CharField(_("Pekerjaan"), max_length=5, choices=RunKind.choices)
    state = models.CharField(_("Keadaan"), max_length=7, choices=RunState.choices, default=RunState.WAITING.value)
    progress_done = models.PositiveIntegerField(_("Sudah"), default=0)
    progress_total = models.PositiveIntegerField(_("Dari"), default=0)
    counts = models.JSONField(_("Hasil"), default=dict)
    failure = models.JSONField(_("Sebab gagal"), default=dict)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diminta oleh"))
    asked_at = models.DateTimeField(_("Diminta"))
    finished_at = models.DateTimeField(_("Selesai"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Pekerjaan evaluasi kinerja")
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=RunKind.values, state__in=RunState.values), name="appraisal_run_words_are_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.period}"
