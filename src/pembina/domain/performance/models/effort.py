"""What the record of process and effort needs beyond the times that are on record anyway.

No rating reads any of this. `goal` and `indicator` are those of the first version of a plan, so that what was agreed of
them stands for every later version.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Person
from pembina.domain.performance.effort_enums import DegreeOfDifficulty, DifficultyState, EffortSide
from pembina.domain.performance.enums import ReadFigure
from pembina.domain.performance.models.goals import Goal, Indicator
from pembina.domain.services.models import PublicService

LONGEST_REASON = 500
# The figures of a service that say something of quality.
OF_QUALITY = (ReadFigure.SATISFACTION, ReadFigure.SHARE_ON_TIME)


class DifficultyAgreement(models.Model):
    """A degree that one side proposed and the other agreed to, or answered. What was agreed is never changed: another
    agreement stands beside it. `wording` is how the result was worded then.
    """

    goal = models.ForeignKey(
        Goal, models.PROTECT, related_name="difficulty_agreements", verbose_name=_("Rencana hasil kerja (RHK)")
    )
    wording = models.CharField(_("Rumusan RHK saat itu"), max_length=500)
    degree = models.CharField(_("Tingkat kesulitan"), max_length=10, choices=DegreeOfDifficulty.choices)
    reason = models.CharField(_("Alasan"), max_length=LONGEST_REASON, blank=True)
    state = models.CharField(
        _("Keadaan"), max_length=9, choices=DifficultyState.choices, default=DifficultyState.PROPOSED.value
    )
    side = models.CharField(_("Diusulkan sebagai"), max_length=8, choices=EffortSide.choices)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diusulkan oleh"))
    proposed_at = models.DateTimeField(_("Diusulkan"))
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Dijawab oleh")
    )
    ended_at = models.DateTimeField(_("Dijawab"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Kesepakatan tingkat kesulitan")
        ordering = ("proposed_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(degree__in=DegreeOfDifficulty.values, state__in=DifficultyState.values),
                name="difficulty_words_are_known",
            ),
            models.CheckConstraint(condition=Q(side__in=EffortSide.values), name="difficulty_side_is_known"),
            models.CheckConstraint(
                condition=Q(state=DifficultyState.PROPOSED, ended_by__isnull=True, ended_at__isnull=True)
                | ~Q(state=DifficultyState.PROPOSED) & Q(ended_by__isnull=False, ended_at__isnull=False),
                name="difficulty_ended_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(DifficultyState.AGREED, DifficultyState.COUNTERED))
                | ~Q(ended_by=F("proposed_by")),
                name="difficulty_agreed_by_the_other",
            ),
            models.UniqueConstraint(
                fields=["goal"], condition=Q(state=DifficultyState.PROPOSED), name="difficulty_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wording}: {self.get_degree_display()}"

    @property
    def person(self) -> Person:
        """Return whose work it is about."""
        return self.goal.plan.person


class NamedGuard(models.Model):
    """A figure that must not get worse while an indicator improves: one of a service, or another indicator of the plan.

    `tolerated` is how far it may get worse, in its unit. One that was named too late to be lost stays for good; before
    that whoever named it may take it back, and it stays on record.
    """

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="guards", verbose_name=_("Indikator kinerja individu (IKI)")
    )
    beside = models.ForeignKey(
        Indicator, models.PROTECT, null=True, blank=True, related_name="guarding", verbose_name=_("Indikator penjaga")
    )
    service = models.ForeignKey(
        PublicService, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Layanan")
    )
    figure = models.CharField(_("Angka"), max_length=20, choices=ReadFigure.choices, blank=True)
    tolerated = models.DecimalField(_("Boleh memburuk"), max_digits=18, decimal_places=6)
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Disebut oleh"))
    named_at = models.DateTimeField(_("Disebut"))
    withdrawn_at = models.DateTimeField(_("Ditarik"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Penjaga mutu")
        ordering = ("named_at", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(tolerated__gte=0), name="guard_tolerates_zero_or_more"),
            models.CheckConstraint(
                condition=Q(beside__isnull=False, service__isnull=True, figure="")
                | Q(beside__isnull=True, service__isnull=False, figure__in=OF_QUALITY),
                name="guard_is_one_figure",
            ),
            models.CheckConstraint(
                condition=Q(beside__isnull=True) | ~Q(beside=F("indicator")), name="guard_is_another_figure"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("named_at")),
                name="guard_withdrawn_afterwards",
            ),
            models.UniqueConstraint(
                fields=["indicator", "beside"],
                condition=Q(withdrawn_at__isnull=True, beside__isnull=False),
                name="guard_beside_once",
            ),
            models.UniqueConstraint(
                fields=["indicator", "service", "figure"],
                condition=Q(withdrawn_at__isnull=True, service__isnull=False),
                name="guard_of_service_once",
            ),
        ]

    def __str__(self) -> str:
        return self.beside.words if self.beside else f"{self.get_figure_display()}, {self.service}"

    @property
    def person(self) -> Person:
        """Return whose work it is about."""
        return self.indicator.goal.plan.person


class StepRemark(models.Model):
    """What the person says to a step that stands there as late. Nobody changes or removes it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="step_remarks", verbose_name=_("Pegawai"))
    step = models.CharField(_("Langkah"), max_length=60)
    words = models.CharField(_("Keterangan"), max_length=LONGEST_REASON)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Ditulis oleh"))
    noted_at = models.DateTimeField(_("Ditulis"))

    class Meta:
        verbose_name = verbose_name_plural = _("Keterangan atas langkah yang terlambat")
        ordering = ("noted_at", "pk")
        indexes = [models.Index(fields=["person", "step"], name="remark_of_step")]
        constraints = [models.CheckConstraint(condition=~Q(words="") & ~Q(step=""), name="step_remark_says_something")]

    def __str__(self) -> str:
        return self.words
