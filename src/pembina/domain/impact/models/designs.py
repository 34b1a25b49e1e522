"""What will be judged, by which figure, against whom and by which rule: fixed before the data are seen."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.enums import OutcomeDirection
from pembina.domain.development.models import Programme
from pembina.domain.impact.enums import (
    Capacity,
    Comparison,
    Correction,
    DesignFigure,
    DesignState,
    EvaluationState,
    OutcomeRole,
    UnitReach,
)
from pembina.domain.people.models import Unit
from pembina.domain.services.models import PublicService

LONGEST_TEXT = 4_000
HASH_LENGTH = 64
ELEMENTS = 9
FEWEST_DRAWS, MOST_DRAWS = 99, 9_999


class Evaluation(models.Model):
    """One question about a programme, from its design to its decision; a programme has one open at a time.

    A joint one asks about two programmes on the same units: `programme` and `joined_programme`, by their numbers. An
    evaluation that stands in it is `joined_in` it, for as long as that one is not dropped.
    """

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="evaluations", verbose_name=_("Program pembinaan")
    )
    joined_programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="joint_evaluations",
        verbose_name=_("Program yang dinilai bersama"),
    )  # fmt: skip
    joined_in = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="joined", verbose_name=_("Digabung dalam")
    )
    title = models.CharField(_("Judul"), max_length=200)
    state = models.CharField(
        _("Keadaan"), max_length=8, choices=EvaluationState.choices, default=EvaluationState.DESIGNED.value
    )
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dirancang oleh"))
    made_at = models.DateTimeField(_("Dibuka"))
    drop_reason = models.TextField(_("Alasan dihentikan"), max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Evaluasi dampak")
        indexes = [models.Index(fields=["state", "-made_at", "-id"], name="evaluation_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["programme"],
                condition=Q(
                    state__in=(EvaluationState.DESIGNED, EvaluationState.LOCKED), joined_programme__isnull=True
                ),
                name="evaluation_one_open_a_programme",
            ),
            models.UniqueConstraint(
                fields=["programme", "joined_programme"],
                condition=Q(
                    state__in=(EvaluationState.DESIGNED, EvaluationState.LOCKED), joined_programme__isnull=False
                ),
                name="evaluation_one_open_of_two",
            ),
            models.CheckConstraint(
                condition=Q(joined_programme__isnull=True)
                | Q(programme__lt=F("joined_programme"), joined_in__isnull=True),
                name="evaluation_of_two_programmes_in_order",
            ),
            models.CheckConstraint(
                condition=Q(joined_in__isnull=True) | ~Q(joined_in=F("id")), name="evaluation_not_joined_in_itself"
            ),
            models.CheckConstraint(condition=Q(state__in=EvaluationState.values), name="evaluation_state_is_known"),
            models.CheckConstraint(condition=~Q(title=""), name="evaluation_is_named"),
            models.CheckConstraint(
                condition=Q(state=EvaluationState.DROPPED) & ~Q(drop_reason="")
                | ~Q(state=EvaluationState.DROPPED) & Q(drop_reason=""),
                name="evaluation_dropped_with_a_word",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_joint(self) -> bool:
        """Say whether it asks about two programmes together."""
        return self.joined_programme_id is not None

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """Return the programme, or both."""
        return (self.programme, self.joined_programme) if self.joined_programme else (self.programme,)

    @property
    def programme_numbers(self) -> tuple[int, ...]:
        """Return their primary keys."""
        return tuple(pk for pk in (self.programme_id, self.joined_programme_id) if pk is not None)

    @property
    def programme_title(self) -> str:
        """Return what it is about: the title of the programme, or both."""
        return " + ".join(programme.title for programme in self.programmes)

    @property
    def programme_code(self) -> str:
        """Return the code of the programme, or both."""
        return " + ".join(programme.code for programme in self.programmes)

    @property
    def programme_purpose(self) -> str:
        """Return what it is for: the purpose of the programme, or of both, one that they share only once."""
        if not self.is_joint:
            return self.programme.purpose
        return "; ".join(dict.fromkeys(one.purpose.strip().rstrip(".") for one in self.programmes))

    @property
    def joint(self) -> "Evaluation | None":
        """Return the joint evaluation that stands for this one; None where there is none, or it was dropped."""
        found = self.joined_in
        return found if found is not None and found.state != EvaluationState.DROPPED else None


class EvaluationDesign(models.Model):
    """One version of a design.

    `first_month` and `last_month` are the first days of the first and the last month observed. `decision_rule` holds
    the lines of the rule as `core.rules.programme_decision.plain_lines` writes them. `digest` is the SHA-256 of
    `content`, the canonical text of all that was locked. `known_then` says of a later version what was known already.
    """

    evaluation = models.ForeignKey(
        Evaluation, models.PROTECT, related_name="designs", verbose_name=_("Evaluasi dampak")
    )
    version = models.PositiveSmallIntegerField(_("Versi"))
    state = models.CharField(_("Keadaan"), max_length=6, choices=DesignState.choices, default=DesignState.DRAFT.value)
    reach = models.CharField(
        _("Satuan analisis"), max_length=9, choices=UnitReach.choices, default=UnitReach.ALONE.value
    )
    comparison = models.CharField(
        _("Pembanding"), max_length=7, choices=Comparison.choices, default=Comparison.NOT_YET.value
    )
    first_month = models.DateField(_("Bulan pertama"))
    last_month = models.DateField(_("Bulan terakhir"))
    draws = models.PositiveSmallIntegerField(_("Banyak pengacakan"), default=999)
    seed = models.PositiveBigIntegerField(_("Benih perhitungan"))
    correction = models.CharField(
        _("Koreksi banyak ukuran"), max_length=4, choices=Correction.choices, default=Correction.HOLM.value
    )
    decision_rule = models.JSONField(_("Aturan keputusan"), default=list)
    rule_source = models.CharField(_("Dasar aturan keputusan"), max_length=300, blank=True)
    decides_on = models.DateField(_("Hari keputusan"))
    why_changed = models.TextField(_("Alasan perubahan"), max_length=LONGEST_TEXT, blank=True)
    known_then = models.JSONField(_("Yang sudah diketahui waktu itu"), default=dict, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dirancang oleh"))
    made_at = models.DateTimeField(_("Dirancang"))
    locked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Dikunci oleh")
    )
    locked_at = models.DateTimeField(_("Dikunci"), null=True, blank=True)
    content = models.TextField(_("Isi yang dikunci"), blank=True)
    digest = models.CharField(_("Hash"), max_length=HASH_LENGTH, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Rancangan evaluasi")
        ordering = ("-version",)
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "version"], name="design_version_once"),
            models.UniqueConstraint(
                fields=["evaluation"], condition=Q(state=DesignState.DRAFT), name="design_one_draft"
            ),
            models.CheckConstraint(condition=Q(last_month__gt=F("first_month")), name="design_window_goes_forward"),
            models.CheckConstraint(
                condition=Q(first_month__day=1, last_month__day=1), name="design_window_is_of_whole_months"
            ),
            models.CheckConstraint(
                condition=Q(draws__gte=FEWEST_DRAWS, draws__lte=MOST_DRAWS), name="design_draws_within_bounds"
            ),
            models.CheckConstraint(
                condition=Q(
                    state=DesignState.DRAFT, locked_by__isnull=True, locked_at__isnull=True, digest="", content=""
                )
                | Q(state=DesignState.LOCKED, locked_by__isnull=False, locked_at__isnull=False)
                & ~Q(digest="") & ~Q(content=""),
                name="design_locked_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(version=1, why_changed="") | Q(version__gt=1) & ~Q(why_changed=""),
                name="design_changed_with_a_reason",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.evaluation_id} v{self.version}"


class DesignOutcome(models.Model):
    """One figure that is looked at. `smallest_effect` and `tolerated` are in the unit of the figure, positive.

    `judged_because` says why what raters think may decide, where it does.
    """

    design = models.ForeignKey(
        EvaluationDesign, models.CASCADE, related_name="outcomes", verbose_name=_("Rancangan evaluasi")
    )
    position = models.PositiveSmallIntegerField(_("Urutan"))
    role = models.CharField(_("Peran"), max_length=9, choices=OutcomeRole.choices)
    figure = models.CharField(_("Angka"), max_length=20, choices=DesignFigure.choices)
    element = models.PositiveSmallIntegerField(_("Unsur SKM"), null=True, blank=True)
    direction = models.CharField(_("Arah yang baik"), max_length=4, choices=OutcomeDirection.choices)
    services = models.ManyToManyField(
        PublicService, related_name="+", blank=True, verbose_name=_("Layanan yang dihitung")
    )
    smallest_effect = models.DecimalField(
        _("Dampak terkecil yang berarti"), max_digits=12, decimal_places=4, null=True, blank=True
    )
    tolerated = models.DecimalField(_("Boleh memburuk sampai"), max_digits=12, decimal_places=4, null=True, blank=True)
    judged_because = models.TextField(_("Alasan penilaian menjadi ukuran utama"), max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Ukuran hasil")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["design", "position"], name="outcome_position_once"),
            models.UniqueConstraint(
                fields=["design"], condition=Q(role=OutcomeRole.PRIMARY), name="outcome_one_primary"
            ),
            models.CheckConstraint(
                condition=Q(role__in=OutcomeRole.values, figure__in=DesignFigure.values)
                & Q(direction__in=OutcomeDirection.values),
                name="outcome_words_are_known",
            ),
            models.CheckConstraint(
                condition=Q(figure=DesignFigure.SATISFACTION_ELEMENT, element__gte=1, element__lte=ELEMENTS)
                | ~Q(figure=DesignFigure.SATISFACTION_ELEMENT) & Q(element__isnull=True),
                name="outcome_element_where_it_is_one",
            ),
            models.CheckConstraint(
                condition=Q(role=OutcomeRole.GUARD, smallest_effect__isnull=True, tolerated__gte=Decimal(0))
                | Q(role=OutcomeRole.PRIMARY, tolerated__isnull=True, smallest_effect__gt=Decimal(0))
                | Q(role=OutcomeRole.SECONDARY, tolerated__isnull=True)
                & (Q(smallest_effect__isnull=True) | Q(smallest_effect__gt=Decimal(0))),
                name="outcome_bound_for_its_role",
            ),
            models.CheckConstraint(
                condition=Q(figure=DesignFigure.GOOD_PREDICATES, role=OutcomeRole.PRIMARY) & ~Q(judged_because="")
                | ~Q(figure=DesignFigure.GOOD_PREDICATES, role=OutcomeRole.PRIMARY) & Q(judged_because=""),
                name="outcome_judgement_decides_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.design_id} {self.figure}"

    @property
    def lower_is_better(self) -> bool:
        """Say whether a fall is the benefit."""
        return self.direction == OutcomeDirection.DOWN


class DesignUnit(models.Model):
    """A unit of a design: in a planned wave, or without one as a comparison that stays out.

    Of a draft only the comparison is kept here, waves are read where they are planned; locking writes both down, with
    the planned month, the stratum of the lot, and code and name as they were: panels and strata go by these for ever.
    """

    design = models.ForeignKey(
        EvaluationDesign, models.CASCADE, related_name="units", verbose_name=_("Rancangan evaluasi")
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Unit kerja"))
    wave = models.PositiveSmallIntegerField(_("Gelombang"), null=True, blank=True)
    planned_month = models.DateField(_("Bulan mulai menurut rencana"), null=True, blank=True)
    stratum = models.CharField(_("Kelompok undian"), max_length=120, blank=True)
    code = models.CharField(_("Kode waktu dikunci"), max_length=64, blank=True)
    name = models.CharField(_("Nama waktu dikunci"), max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Unit dalam rancangan")
        constraints = [
            models.UniqueConstraint(fields=["design", "unit"], name="design_unit_once"),
            models.CheckConstraint(
                condition=Q(wave__isnull=True, planned_month__isnull=True)
                | Q(wave__gte=1, planned_month__isnull=False, planned_month__day=1),
                name="design_unit_starts_in_its_wave",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.design_id} {self.unit_id}"


class DesignSigner(models.Model):
    """Who is to sign the decision, and in which capacity."""

    design = models.ForeignKey(
        EvaluationDesign, models.CASCADE, related_name="signers", verbose_name=_("Rancangan evaluasi")
    )
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Akun"))
    capacity = models.CharField(_("Sebagai"), max_length=15, choices=Capacity.choices)

    class Meta:
        verbose_name = verbose_name_plural = _("Penanda tangan keputusan")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["design", "user"], name="signer_once"),
            models.CheckConstraint(condition=Q(capacity__in=Capacity.values), name="signer_capacity_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.design_id} {self.user_id}"
