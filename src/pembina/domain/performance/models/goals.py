"""The results that a plan names, how each is measured, and what was achieved."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.performance.enums import (
    Aspect,
    Difficulty,
    Direction,
    GoalKind,
    IndicatorSource,
    Perspective,
    ReadFigure,
    Risk,
)
from pembina.domain.performance.models.plans import LONGEST_TEXT, PerformancePlan
from pembina.domain.services.models import PublicService

LONGEST_LINE = 500
ELEMENTS = 9
OF_THE_SURVEY = (ReadFigure.SATISFACTION, ReadFigure.SATISFACTION_ELEMENT)
OF_THE_LEDGER = (ReadFigure.MEDIAN_TIME, ReadFigure.P90_TIME, ReadFigure.SHARE_ON_TIME)


class Goal(models.Model):
    """One result (rencana hasil kerja). `supports` is the superior's result it helps to reach, where that is recorded;
    `supports_words` is the same in words while the superior has not written it, for drafting never waits.
    In a new version of a plan it `continues` the one of the first version, with what was agreed of that one.
    """

    plan = models.ForeignKey(PerformancePlan, models.CASCADE, related_name="goals", verbose_name=_("SKP"))
    position = models.PositiveSmallIntegerField(_("Urutan"))
    kind = models.CharField(_("Jenis"), max_length=10, choices=GoalKind.choices, default=GoalKind.MAIN.value)
    words = models.CharField(_("Rencana hasil kerja"), max_length=LONGEST_LINE)
    supports = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="supported_by",
        verbose_name=_("RHK pimpinan yang diintervensi"),
    )  # fmt: skip
    supports_words = models.CharField(_("RHK pimpinan, dalam kata-kata"), max_length=LONGEST_LINE, blank=True)
    perspective = models.CharField(_("Perspektif"), max_length=13, choices=Perspective.choices, blank=True)
    risk = models.CharField(_("Menyangkut"), max_length=17, choices=Risk.choices, blank=True)
    difficulty = models.PositiveSmallIntegerField(
        _("Tingkat kesulitan"), choices=Difficulty.choices, null=True, blank=True
    )
    continues = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="continued_by", verbose_name=_("Melanjutkan")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Rencana hasil kerja (RHK)")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="goal_in_one_place"),
            models.CheckConstraint(condition=~Q(words=""), name="goal_says_something"),
            models.CheckConstraint(condition=Q(kind__in=GoalKind.values), name="goal_kind_is_known"),
            models.CheckConstraint(
                condition=Q(perspective__in=["", *Perspective.values]), name="goal_perspective_is_known"
            ),
            models.CheckConstraint(condition=Q(risk__in=["", *Risk.values]), name="goal_risk_is_known"),
            models.CheckConstraint(
                condition=Q(difficulty__isnull=True) | Q(difficulty__in=Difficulty.values),
                name="goal_difficulty_is_known",
            ),
            models.CheckConstraint(
                condition=Q(supports__isnull=True) | ~Q(supports=F("id")), name="goal_does_not_support_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.words


class Indicator(models.Model):
    """How one result is seen (indikator kinerja individu, or ukuran keberhasilan).

    Measured: `target`, `unit` and `direction` together, `baseline` where it is known. Told only in words:
    `target_words`. One that reads the ledger or the survey names the service and the figure, and nobody types its
    realisation. `aspects` are values of `Aspect`; one indicator may cover several. In a new version of a plan it
    `continues` the one of the first version, so that what was reported of that one counts on.
    """

    goal = models.ForeignKey(Goal, models.CASCADE, related_name="indicators", verbose_name=_("RHK"))
    position = models.PositiveSmallIntegerField(_("Urutan"))
    aspects = models.JSONField(_("Aspek"), default=list)
    words = models.CharField(_("Indikator kinerja individu"), max_length=LONGEST_LINE)
    baseline = models.DecimalField(_("Angka awal"), max_digits=18, decimal_places=6, null=True, blank=True)
    target = models.DecimalField(_("Target"), max_digits=18, decimal_places=6, null=True, blank=True)
    unit = models.CharField(_("Satuan"), max_length=40, blank=True)
    direction = models.CharField(_("Arah"), max_length=6, choices=Direction.choices, blank=True)
    target_words = models.CharField(_("Target, dalam kata-kata"), max_length=LONGEST_LINE, blank=True)
    source = models.CharField(
        _("Sumber realisasi"), max_length=8, choices=IndicatorSource.choices, default=IndicatorSource.REPORTED.value
    )
    source_words = models.CharField(_("Sumber data"), max_length=200, blank=True)
    service = models.ForeignKey(
        PublicService, models.PROTECT, null=True, blank=True, related_name="indicators", verbose_name=_("Layanan")
    )
    figure = models.CharField(_("Angka"), max_length=20, choices=ReadFigure.choices, blank=True)
    element = models.PositiveSmallIntegerField(_("Unsur SKM"), null=True, blank=True)
    continues = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="continued_by", verbose_name=_("Melanjutkan")
    )

    class Meta:
        verbose_name = verbose_name_plural = _("Indikator kinerja individu (IKI)")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["goal", "position"], name="indicator_in_one_place"),
            models.CheckConstraint(condition=~Q(words=""), name="indicator_says_something"),
            models.CheckConstraint(
                condition=Q(target__isnull=True, baseline__isnull=True, unit="", direction="")
                | Q(target__isnull=False, direction__in=Direction.values) & ~Q(unit=""),
                name="indicator_measured_whole_or_not",
            ),
            models.CheckConstraint(
                condition=Q(source=IndicatorSource.REPORTED, service__isnull=True, figure="")
                | Q(source=IndicatorSource.SERVICE, service__isnull=False, figure__in=OF_THE_LEDGER)
                & Q(target__isnull=False)
                | Q(source=IndicatorSource.SURVEY, service__isnull=False, figure__in=OF_THE_SURVEY)
                & Q(target__isnull=False),
                name="indicator_reads_one_figure",
            ),
            models.CheckConstraint(
                condition=Q(figure=ReadFigure.SATISFACTION_ELEMENT, element__gte=1, element__lte=ELEMENTS)
                | ~Q(figure=ReadFigure.SATISFACTION_ELEMENT) & Q(element__isnull=True),
                name="indicator_element_where_it_is_one",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_measured(self) -> bool:
        """Say whether it has a target in numbers."""
        return self.target is not None

    @property
    def covers(self) -> list[Aspect]:
        """Return the aspects it covers."""
        return [Aspect(one) for one in self.aspects]


class Realisation(models.Model):
    """What was achieved of an indicator that nobody's ledger knows, as reported up to a day; later ones stand beside.

    `amount` for measured ones, in full also above target; `words` tell the evidence (bukti dukung).
    """

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="realisations", verbose_name=_("Indikator kinerja individu (IKI)")
    )
    until = models.DateField(_("Sampai dengan"))
    amount = models.DecimalField(_("Realisasi"), max_digits=18, decimal_places=6, null=True, blank=True)
    words = models.TextField(_("Bukti dukung"), max_length=LONGEST_TEXT)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dicatat oleh"))
    noted_at = models.DateTimeField(_("Dicatat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Realisasi")
        ordering = ("-until", "-id")
        indexes = [models.Index(fields=["indicator", "until"], name="realisation_of_indicator")]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="realisation_has_evidence")]

    def __str__(self) -> str:
        return f"{self.until:%Y-%m-%d}"
