"""What was decided, who signed or dissented, what was to follow, and what the citizens were told."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.development.models import Partner
from pembina.domain.impact.enums import Capacity, TaskKind, TaskState
from pembina.domain.impact.models.designs import LONGEST_TEXT, Evaluation
from pembina.domain.impact.models.runs import EvaluationRun
from pembina.domain.people.models import Person

# The words of core.rules.programme_decision.Action, with their labels.
ACTIONS = (
    ("continue", _("Dilanjutkan")),
    ("expand", _("Dikembangkan")),
    ("fix", _("Diperbaiki")),
    ("stop", _("Dihentikan")),
)
ACTION_CODES = tuple(code for code, _label in ACTIONS)


class Decision(models.Model):
    """The decision on one evaluation: what the locked rule said, and what a human decided.

    `rule_because` are the sentences of the rule, in both languages. `spent` is the money the programme has cost until
    then. `content` is all of it frozen, as the paper shows it and as it is sealed in the chain.
    """

    evaluation = models.OneToOneField(
        Evaluation, models.PROTECT, related_name="decision", verbose_name=_("Evaluasi dampak")
    )
    run = models.ForeignKey(
        EvaluationRun, models.PROTECT, related_name="decisions", verbose_name=_("Perhitungan dampak")
    )
    rule_action = models.CharField(_("Menurut aturan"), max_length=8, choices=ACTIONS)
    rule_line = models.CharField(_("Baris aturan"), max_length=60)
    rule_because = models.JSONField(_("Sebab menurut aturan"), default=list)
    serious_harm = models.BooleanField(_("Ada kerugian berat"), default=False)
    action = models.CharField(_("Keputusan"), max_length=8, choices=ACTIONS)
    reason = models.TextField(_("Alasan"), max_length=LONGEST_TEXT, blank=True)
    spent = models.DecimalField(_("Biaya terpakai (Rp)"), max_digits=16, decimal_places=2, null=True, blank=True)
    review_on = models.DateField(_("Ditinjau kembali pada"))
    decided_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diputus oleh"))
    decided_at = models.DateTimeField(_("Diputus"))
    content = models.JSONField(_("Isi yang dibekukan"), default=dict)

    class Meta:
        verbose_name = verbose_name_plural = _("Keputusan program")
        constraints = [
            models.CheckConstraint(
                condition=Q(action__in=ACTION_CODES, rule_action__in=ACTION_CODES), name="decision_words_are_known"
            ),
            models.CheckConstraint(
                condition=Q(action=models.F("rule_action")) | ~Q(reason=""), name="decision_departs_with_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(spent__isnull=True) | Q(spent__gte=Decimal(0)), name="decision_cost_is_money"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.action}"

    @property
    def departs(self) -> bool:
        """Say whether it is another decision than that of the rule."""
        return self.action != self.rule_action


class DecisionSignature(models.Model):
    """One signature: in agreement, or with a dissent in words."""

    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="signatures", verbose_name=_("Keputusan program")
    )
    user = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Akun"))
    name = models.CharField(_("Nama"), max_length=200)
    capacity = models.CharField(_("Sebagai"), max_length=15, choices=Capacity.choices)
    agrees = models.BooleanField(_("Setuju"))
    dissent = models.TextField(_("Pendapat berbeda"), max_length=LONGEST_TEXT, blank=True)
    signed_at = models.DateTimeField(_("Ditandatangani"))

    class Meta:
        verbose_name = verbose_name_plural = _("Tanda tangan keputusan")
        ordering = ("signed_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["decision", "user"], name="signature_once"),
            models.CheckConstraint(
                condition=Q(agrees=True, dissent="") | Q(agrees=False) & ~Q(dissent=""),
                name="signature_dissents_in_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.user_id}"


class FollowUpTask(models.Model):
    """One thing that follows from a decision, with who does it until when."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="tasks", verbose_name=_("Keputusan program"))
    kind = models.CharField(_("Jenis"), max_length=13, choices=TaskKind.choices)
    title = models.CharField(_("Yang dikerjakan"), max_length=300)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="follow_up_tasks", verbose_name=_("Pelaksana"))
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Mitra")
    )
    due_on = models.DateField(_("Paling lambat"))
    state = models.CharField(_("Keadaan"), max_length=7, choices=TaskState.choices, default=TaskState.OPEN.value)
    ended_on = models.DateField(_("Selesai pada"), null=True, blank=True)
    note = models.TextField(_("Catatan"), max_length=LONGEST_TEXT, blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dicatat oleh"))
    made_at = models.DateTimeField(_("Dicatat"))

    class Meta:
        verbose_name = verbose_name_plural = _("Tindak lanjut keputusan")
        ordering = ("due_on", "pk")
        indexes = [models.Index(fields=["state", "due_on", "id"], name="follow_up_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=TaskKind.values, state__in=TaskState.values), name="follow_up_words_are_known"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="follow_up_is_named"),
            models.CheckConstraint(
                condition=Q(state=TaskState.OPEN, ended_on__isnull=True)
                | Q(state__in=(TaskState.DONE, TaskState.DROPPED), ended_on__isnull=False) & ~Q(note=""),
                name="follow_up_ends_with_a_word",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class DecisionPublication(models.Model):
    """What the citizens read about a decision: `content` is frozen and holds no small cells.

    One that was withdrawn stays as it was; what is published after it is another one. A decision has one at a time.
    """

    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="publications", verbose_name=_("Keputusan program")
    )
    content = models.JSONField(_("Isi"), default=dict)
    published_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Diterbitkan oleh"))
    published_at = models.DateTimeField(_("Diterbitkan"))
    withdrawn_at = models.DateTimeField(_("Ditarik"), null=True, blank=True)
    withdraw_reason = models.TextField(_("Alasan ditarik"), max_length=LONGEST_TEXT, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Kabar keputusan")
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdraw_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdraw_reason=""),
                name="publication_withdrawn_with_a_word",
            ),
            models.UniqueConstraint(
                fields=["decision"], condition=Q(withdrawn_at__isnull=True), name="publication_one_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id}"
