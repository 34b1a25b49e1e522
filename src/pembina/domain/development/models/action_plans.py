"""What somebody will do differently at work after a training, and whether it happened."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.follow_up_enums import Finding, ItemDirection, PlanState, Side
from pembina.domain.development.models.enrolments import Enrolment

BEFORE_SENDING = (PlanState.DRAFT, PlanState.RETURNED)
LONGEST_WORDS = 500
LONGEST_NOTE = 1_000


class ActionPlan(models.Model):
    """One plan after one enrolment; where items were carried over, the next one refers to it.

    The days of the checks count from `counts_from`: the last session, or for what was carried over the day it was.
    `comment` is what the leader said last.
    """

    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="action_plans", verbose_name=_("Peserta"))
    carried_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to", verbose_name=_("Lanjutan dari")
    )
    state = models.CharField(_("Keadaan"), max_length=8, choices=PlanState.choices, default=PlanState.DRAFT.value)
    counts_from = models.DateField(_("Dihitung sejak"), null=True, blank=True)
    made_at = models.DateTimeField(_("Dibuat"))
    sent_at = models.DateTimeField(_("Dikirim"), null=True, blank=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Diputus oleh")
    )
    decided_at = models.DateTimeField(_("Diputus"), null=True, blank=True)
    comment = models.CharField(_("Catatan atasan"), max_length=LONGEST_NOTE, blank=True)
    ended_at = models.DateTimeField(_("Selesai"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Rencana aksi pascapelatihan")
        indexes = [models.Index(fields=["state", "counts_from", "id"], name="action_plan_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment"], condition=~Q(state=PlanState.ENDED), name="action_plan_one_at_a_time"
            ),
            models.CheckConstraint(condition=Q(state__in=PlanState.values), name="action_plan_state_is_known"),
            models.CheckConstraint(
                condition=Q(state__in=BEFORE_SENDING)
                | Q(sent_at__isnull=False, counts_from__isnull=False),
                name="action_plan_sent_counts_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state__in=(PlanState.DRAFT, PlanState.SENT), decided_by__isnull=True)
                | ~Q(state__in=(PlanState.DRAFT, PlanState.SENT)) & Q(decided_by__isnull=False),
                name="action_plan_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True, decided_at__isnull=True)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="action_plan_decided_then",
            ),
            models.CheckConstraint(
                condition=~Q(state=PlanState.RETURNED) | ~Q(comment=""), name="action_plan_returned_with_a_word"
            ),
            models.CheckConstraint(
                condition=Q(state=PlanState.ENDED, ended_at__isnull=False)
                | ~Q(state=PlanState.ENDED) & Q(ended_at__isnull=True),
                name="action_plan_ended_then",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.state}"

    @property
    def is_editable(self) -> bool:
        """Say whether its items may still be written."""
        return self.state in BEFORE_SENDING

    @property
    def concerned_nip(self) -> str:
        """Return the NIP of the person, whom the audit trail tells about it."""
        return self.enrolment.person.nip


class ActionItem(models.Model):
    """One thing that will change. A target has a unit and a direction; a baseline only beside a target.

    `end_reason` is why it was given up unmet; one that was carried over instead is `carried_from` of another.
    """

    plan = models.ForeignKey(ActionPlan, models.CASCADE, related_name="items", verbose_name=_("Rencana aksi"))
    position = models.PositiveSmallIntegerField(_("Urutan"))
    change = models.CharField(_("Yang akan berubah di tempat kerja"), max_length=LONGEST_WORDS)
    indicator = models.CharField(_("Ukuran keberhasilan"), max_length=LONGEST_WORDS)
    baseline = models.DecimalField(_("Keadaan awal"), max_digits=14, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(_("Sasaran"), max_digits=14, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("Satuan"), max_length=40, blank=True)
    direction = models.CharField(_("Arah"), max_length=4, choices=ItemDirection.choices, blank=True)
    due_on = models.DateField(_("Tenggat"))
    carried_from = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to", verbose_name=_("Lanjutan dari")
    )
    end_reason = models.CharField(_("Alasan dihentikan"), max_length=LONGEST_WORDS, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Butir rencana aksi")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="action_item_position_once"),
            models.CheckConstraint(condition=~Q(change="") & ~Q(indicator=""), name="action_item_says_what"),
            models.CheckConstraint(
                condition=Q(target__isnull=True, baseline__isnull=True, unit="", direction="")
                | Q(target__isnull=False, direction__in=ItemDirection.values) & ~Q(unit=""),
                name="action_item_target_whole",
            ),
            models.CheckConstraint(
                condition=Q(baseline__isnull=True)
                | Q(direction=ItemDirection.UP, target__gt=F("baseline"))
                | Q(direction=ItemDirection.DOWN, target__lt=F("baseline")),
                name="action_item_target_in_its_direction",
            ),
        ]

    def __str__(self) -> str:
        return self.change


class ActionCheck(models.Model):
    """What one side found at one of the days; corrected by the same side while the plan runs."""

    item = models.ForeignKey(ActionItem, models.CASCADE, related_name="checks", verbose_name=_("Butir rencana aksi"))
    day = models.PositiveSmallIntegerField(_("Hari ke"))
    side = models.CharField(_("Pihak"), max_length=8, choices=Side.choices)
    finding = models.CharField(_("Hasil"), max_length=7, choices=Finding.choices)
    note = models.CharField(_("Catatan"), max_length=LONGEST_NOTE, blank=True)
    link = models.URLField(_("Tautan bukti"), blank=True)
    checked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diperiksa oleh"))
    checked_at = models.DateTimeField(_("Diperiksa"))

    class Meta:
        verbose_name = verbose_name_plural = _("Pemeriksaan rencana aksi")
        ordering = ("day", "side")
        constraints = [
            models.UniqueConstraint(fields=["item", "day", "side"], name="action_check_once_a_day_and_side"),
            models.CheckConstraint(
                condition=Q(side__in=Side.values) & Q(finding__in=Finding.values), name="action_check_words_are_known"
            ),
            models.CheckConstraint(condition=Q(day__gte=1), name="action_check_after_some_days"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.day} {self.side} {self.finding}"
