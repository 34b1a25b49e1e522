"""The upward and peer pulse: rounds, who was invited, what all said together, and what was published.

What somebody answers is never a row. It is added to the counts of the group it belongs to (`PulseTally`), and apart
from them the invitation says that it was answered, without a moment. No key leads from one to the other, nothing has an
order, and the counts are destroyed when a round is published: what remains is `PulseFigure`.

An operator who copies the database between two answers could compare the copies; that is not prevented here.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Person, Unit

LOWEST, HIGHEST = 1, 4
MOST_STATEMENTS = 10


class PulsePart(models.TextChoices):
    """The two disjoint parts of those who answer about a leader."""

    SUBORDINATE = "subordinate", _("Bawahan")
    PEER = "peer", _("Rekan setingkat")


class PulseRound(models.Model):
    """One round: up to ten statements, the days within which they are answered, and the units it reaches."""

    title = models.CharField(_("Judul"), max_length=200)
    statements = models.JSONField(_("Pernyataan"), default=list)
    opens_on = models.DateField(_("Dibuka"))
    closes_on = models.DateField(_("Hari terakhir"))
    units = models.ManyToManyField(Unit, related_name="pulse_rounds", verbose_name=_("Unit kerja"))
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Dibuka oleh"))
    made_at = models.DateTimeField(_("Dibuat"))
    released_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Diterbitkan oleh")
    )
    released_at = models.DateTimeField(_("Diterbitkan"), null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Putaran denyut pimpinan")
        ordering = ("-opens_on", "-pk")
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="pulse_round_is_named"),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="pulse_round_closes_after_opening"),
            models.CheckConstraint(
                condition=Q(released_by__isnull=True, released_at__isnull=True)
                | Q(released_by__isnull=False, released_at__isnull=False),
                name="pulse_round_released_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PulseInvitation(models.Model):
    """That somebody may answer about a leader, and whether it was done; nothing of what, and not when."""

    round = models.ForeignKey(PulseRound, models.PROTECT, related_name="invitations", verbose_name=_("Putaran"))
    rater = models.ForeignKey(Person, models.PROTECT, related_name="pulse_invitations", verbose_name=_("Pegawai"))
    leader = models.ForeignKey(
        Person, models.PROTECT, related_name="pulses_about", db_index=False, verbose_name=_("Pimpinan")
    )
    part = models.CharField(_("Sebagai"), max_length=11, choices=PulsePart.choices)
    is_answered = models.BooleanField(_("Sudah menjawab"), default=False)

    class Meta:
        verbose_name = verbose_name_plural = _("Undangan denyut pimpinan")
        constraints = [
            models.UniqueConstraint(fields=["round", "leader", "rater"], name="pulse_invited_once"),
            models.CheckConstraint(condition=Q(part__in=PulsePart.values), name="pulse_part_is_known"),
            models.CheckConstraint(condition=~Q(rater=F("leader")), name="pulse_not_about_oneself"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}, {self.rater_id} > {self.leader_id}"


class PulseTally(models.Model):
    """How often each of 1-4 was answered to each statement by one part of those around a leader, until published.

    `counts` holds a list of four numbers for each statement. `office` is the part of the tree in which the leader
    worked when the round was opened.
    """

    round = models.ForeignKey(PulseRound, models.PROTECT, related_name="tallies", verbose_name=_("Putaran"))
    leader = models.ForeignKey(
        Person, models.PROTECT, related_name="pulse_tallies", db_index=False, verbose_name=_("Pimpinan")
    )
    office = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False, verbose_name=_("Unit kerja"))
    part = models.CharField(_("Bagian"), max_length=11, choices=PulsePart.choices)
    counts = models.JSONField(_("Jumlah jawaban"), default=list)

    class Meta:
        verbose_name = verbose_name_plural = _("Jumlah jawaban denyut")
        constraints = [
            models.UniqueConstraint(fields=["round", "leader", "part"], name="pulse_counted_once"),
            models.CheckConstraint(condition=Q(part__in=PulsePart.values), name="pulse_tally_part_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}, {self.leader_id}, {self.part}"


class PulseFigure(models.Model):
    """One published mean: of a leader or one of the two parts, of an office, or of everything (neither is named)."""

    round = models.ForeignKey(PulseRound, models.PROTECT, related_name="figures", verbose_name=_("Putaran"))
    leader = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="pulse_figures", verbose_name=_("Pimpinan")
    )
    office = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="pulse_figures", verbose_name=_("Unit kerja")
    )
    part = models.CharField(_("Bagian"), max_length=11, choices=PulsePart.choices, blank=True)
    statement = models.PositiveSmallIntegerField(_("Pernyataan"))
    answers = models.PositiveIntegerField(_("Jumlah jawaban"))
    mean = models.DecimalField(_("Rata-rata"), max_digits=2, decimal_places=1)

    class Meta:
        verbose_name = verbose_name_plural = _("Angka denyut yang terbit")
        ordering = ("statement", "part", "pk")
        indexes = [models.Index(fields=["round", "leader"], name="pulse_figure_of_leader")]
        constraints = [
            models.CheckConstraint(condition=Q(answers__gte=4), name="pulse_figure_of_enough"),
            models.CheckConstraint(condition=Q(mean__gte=LOWEST, mean__lte=HIGHEST), name="pulse_mean_on_the_scale"),
            models.CheckConstraint(
                condition=Q(leader__isnull=True) | Q(office__isnull=True), name="pulse_figure_about_one"
            ),
            models.CheckConstraint(condition=Q(part="") | Q(leader__isnull=False), name="pulse_part_of_a_leader"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}, {self.statement}"
