"""A programme: which figure of the service it is to move, for whom, with what money, and how it will be judged."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import (
    EvaluationLevel,
    FundingSource,
    OutcomeDirection,
    OutcomeFigure,
    ProgrammeState,
    WaveOrder,
)
from pembina.domain.development.models.curricula import LONGEST_TEXT, Curriculum
from pembina.domain.people.enums import Sector
from pembina.domain.people.models import Person
from pembina.domain.services.models import PublicService

BEFORE_APPROVAL = (ProgrammeState.DRAFT, ProgrammeState.DROPPED)
ELEMENTS = 9
# Behaviour is looked at once habits could form, and while people still remember how it was before.
FIRST_MONTH_OF_BEHAVIOUR, LAST_MONTH_OF_BEHAVIOUR = 3, 6


class Programme(models.Model):
    """One programme. First and last day are planned; what really happened, waves and batches tell.

    `population` is the saved filter of the persons it is for (`domain.development.population`). `services` are those
    whose `outcome_figure` is to move; `outcome_element` names the element of the survey (1-9) where that is the figure.
    """

    code = models.CharField(_("Kode"), max_length=40, unique=True)
    title = models.CharField(_("Nama program"), max_length=200)
    purpose = models.TextField(_("Tujuan"), max_length=LONGEST_TEXT)
    sector = models.CharField(_("Bidang"), max_length=20, choices=Sector.choices)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="programmes", verbose_name=_("Penanggung jawab"))
    curricula = models.ManyToManyField(Curriculum, related_name="programmes", blank=True, verbose_name=_("Kurikulum"))
    services = models.ManyToManyField(
        PublicService, related_name="programmes", blank=True, verbose_name=_("Layanan yang hendak digerakkan")
    )
    outcome_figure = models.CharField(_("Angka yang hendak digerakkan"), max_length=20, choices=OutcomeFigure.choices)
    outcome_element = models.PositiveSmallIntegerField(_("Unsur SKM"), null=True, blank=True)
    outcome_direction = models.CharField(_("Arah"), max_length=4, choices=OutcomeDirection.choices)
    population = models.JSONField(_("Sasaran"), default=dict, blank=True)
    budget = models.DecimalField(_("Anggaran (Rp)"), max_digits=16, decimal_places=2, null=True, blank=True)
    funding = models.CharField(_("Sumber dana"), max_length=8, choices=FundingSource.choices)
    starts_on = models.DateField(_("Mulai"))
    ends_on = models.DateField(_("Hari terakhir"))
    state = models.CharField(
        _("Keadaan"), max_length=8, choices=ProgrammeState.choices, default=ProgrammeState.DRAFT.value
    )
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dirancang oleh"))
    made_at = models.DateTimeField(_("Dirancang"))
    approved_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Disetujui oleh")
    )
    approved_at = models.DateTimeField(_("Disetujui"), null=True, blank=True)
    started_on = models.DateField(_("Berjalan sejak"), null=True, blank=True)
    closed_on = models.DateField(_("Selesai pada"), null=True, blank=True)
    end_note = models.TextField(_("Catatan akhir"), max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Program pembinaan")
        indexes = [models.Index(fields=["state", "starts_on", "id"], name="programme_by_state")]
        constraints = [
            models.CheckConstraint(condition=~Q(code="") & ~Q(title="") & ~Q(purpose=""), name="programme_is_named"),
            models.CheckConstraint(condition=Q(sector__in=Sector.values), name="programme_sector_is_known"),
            models.CheckConstraint(condition=Q(state__in=ProgrammeState.values), name="programme_state_is_known"),
            models.CheckConstraint(condition=Q(funding__in=FundingSource.values), name="programme_funding_is_known"),
            models.CheckConstraint(
                condition=Q(outcome_figure__in=OutcomeFigure.values)
                & Q(outcome_direction__in=OutcomeDirection.values),
                name="programme_outcome_is_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome_figure=OutcomeFigure.SATISFACTION_ELEMENT)
                & Q(outcome_element__gte=1, outcome_element__lte=ELEMENTS)
                | ~Q(outcome_figure=OutcomeFigure.SATISFACTION_ELEMENT) & Q(outcome_element__isnull=True),
                name="programme_element_where_it_is_one",
            ),
            models.CheckConstraint(
                condition=Q(budget__isnull=True) | Q(budget__gte=Decimal(0)), name="programme_budget_is_money"
            ),
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="programme_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state__in=BEFORE_APPROVAL, approved_by__isnull=True, approved_at__isnull=True)
                | (
                    ~Q(state=ProgrammeState.DRAFT) & Q(approved_by__isnull=False, approved_at__isnull=False)
                ),
                name="programme_approved_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(ProgrammeState.RUNNING, ProgrammeState.CLOSED), started_on__isnull=False)
                | Q(state__in=(*BEFORE_APPROVAL, ProgrammeState.APPROVED), started_on__isnull=True),
                name="programme_runs_since_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(ProgrammeState.CLOSED, ProgrammeState.DROPPED), closed_on__isnull=False)
                & ~Q(end_note="")
                | ~Q(state__in=(ProgrammeState.CLOSED, ProgrammeState.DROPPED))
                & Q(closed_on__isnull=True, end_note=""),
                name="programme_ends_with_a_word",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Say whether waves and batches may still be planned."""
        return self.state in (ProgrammeState.DRAFT, ProgrammeState.APPROVED, ProgrammeState.RUNNING)


class EvaluationPlan(models.Model):
    """How and when one level of a programme is judged; all four are made with the programme.

    Levels 1 and 2 happen with each batch. `months_after` counts from the last session of a batch (level 3) or from the
    start of the last wave (level 4). `done_on` and `finding` say when it was done and what it found.
    """

    programme = models.ForeignKey(
        Programme, models.CASCADE, related_name="evaluation_plans", verbose_name=_("Program pembinaan")
    )
    level = models.PositiveSmallIntegerField(_("Jenjang"), choices=EvaluationLevel.choices)
    months_after = models.PositiveSmallIntegerField(_("Bulan sesudahnya"), default=0)
    method = models.CharField(_("Cara"), max_length=300)
    responsible = models.ForeignKey(
        Person, models.PROTECT, related_name="evaluation_plans", verbose_name=_("Pelaksana")
    )
    done_on = models.DateField(_("Dilaksanakan pada"), null=True, blank=True)
    finding = models.TextField(_("Yang ditemukan"), max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Rencana evaluasi")
        ordering = ("level",)
        constraints = [
            models.UniqueConstraint(fields=["programme", "level"], name="evaluation_level_once"),
            models.CheckConstraint(condition=Q(level__in=EvaluationLevel.values), name="evaluation_level_is_known"),
            models.CheckConstraint(condition=~Q(method=""), name="evaluation_says_how"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, finding="") | Q(done_on__isnull=False) & ~Q(finding=""),
                name="evaluation_done_with_a_finding",
            ),
            models.CheckConstraint(
                condition=Q(level__in=(EvaluationLevel.REACTION, EvaluationLevel.LEARNING), months_after=0)
                | Q(
                    level=EvaluationLevel.BEHAVIOUR,
                    months_after__gte=FIRST_MONTH_OF_BEHAVIOUR,
                    months_after__lte=LAST_MONTH_OF_BEHAVIOUR,
                )
                | Q(level=EvaluationLevel.RESULTS, months_after__gte=1),
                name="evaluation_at_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.level}"


class WavePlan(models.Model):
    """How the order of the waves came about. A random order can be drawn again by anybody from its seed and its lot.

    `lot` holds what was drawn from, whatever becomes of the units later: ``units``, the stratum of every code (empty
    where there were none); ``groups``, into how many they were dealt; ``out``, the codes of the group that stays out.
    """

    programme = models.OneToOneField(
        Programme, models.CASCADE, related_name="wave_plan", verbose_name=_("Program pembinaan")
    )
    order = models.CharField(_("Urutan"), max_length=8, choices=WaveOrder.choices)
    seed = models.CharField(_("Benih acak"), max_length=100, blank=True)
    lot = models.JSONField(_("Yang diundi"), default=dict, blank=True)
    reason = models.TextField(_("Alasan urutan"), max_length=LONGEST_TEXT, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diputus oleh"))
    decided_at = models.DateTimeField(_("Diputus"))

    class Meta:
        verbose_name = verbose_name_plural = _("Rencana gelombang")
        constraints = [
            models.CheckConstraint(
                condition=Q(order=WaveOrder.RANDOM, reason="") & ~Q(seed="")
                | Q(order=WaveOrder.REASONED, seed="") & ~Q(reason=""),
                name="wave_order_has_its_ground",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.order}"
