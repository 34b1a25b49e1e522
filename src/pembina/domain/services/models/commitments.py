"""What a unit promised to citizens, followed in public until it is done."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.models import Person, Unit
from pembina.domain.services.enums import CommitmentNoteKind, CommitmentState
from pembina.domain.services.models.complaints import Complaint
from pembina.domain.services.models.forum_questions import ForumQuestion
from pembina.domain.services.models.forums import Forum

LONGEST_NOTE = 2_000
DAYS_TO_RECORD = 7
"""Days that may pass between doing what was promised and recording it. No regulation says so: it is a convention of
this program, so that a closing recorded long after the day cannot be dated back into time.
"""
OPEN = Q(state=CommitmentState.OPEN, closed_on__isnull=True, reason="", evidence="")


class Commitment(models.Model):
    """One promise. `planned_on` is the day first promised and never moves; `due_on` is the day expected now.

    Whether it is late is judged by `planned_on`: putting a day off explains a delay and does not undo it. `closed_on`
    is the day on which it was done as somebody says, `recorded_on` the day on which they said so; what was recorded
    more than `DAYS_TO_RECORD` days after it was due counts as late, whatever day it names.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="commitments", verbose_name=_("Unit kerja"))
    owner = models.ForeignKey(Person, models.PROTECT, related_name="commitments", verbose_name=_("Penanggung jawab"))
    forum = models.ForeignKey(
        Forum, models.PROTECT, null=True, blank=True, related_name="commitments", verbose_name=_("Forum warga")
    )
    question = models.ForeignKey(
        ForumQuestion, models.PROTECT, null=True, blank=True, related_name="commitments", verbose_name=_("Pertanyaan")
    )
    complaint = models.ForeignKey(
        Complaint, models.PROTECT, null=True, blank=True, related_name="commitments", verbose_name=_("Pengaduan")
    )
    promise = models.CharField(_("Janji"), max_length=500)
    made_on = models.DateField(_("Dijanjikan pada"))
    planned_on = models.DateField(_("Tenggat semula"))
    due_on = models.DateField(_("Tenggat sekarang"))
    state = models.CharField(_("Keadaan"), max_length=7, choices=CommitmentState.choices, default=CommitmentState.OPEN)
    closed_on = models.DateField(_("Selesai pada"), null=True, blank=True)
    recorded_on = models.DateField(_("Dicatat pada"), null=True, blank=True)
    evidence = models.TextField(_("Bukti"), max_length=LONGEST_NOTE, blank=True)
    evidence_link = models.URLField(_("Tautan bukti"), blank=True)
    reason = models.TextField(_("Alasan dihentikan"), max_length=LONGEST_NOTE, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = _("Janji tindak lanjut")
        indexes = [
            models.Index(fields=["unit", "state", "planned_on"], name="commitment_of_unit"),
            models.Index(fields=["owner", "state", "due_on"], name="commitment_of_owner"),
            models.Index(fields=["due_on", "id"], condition=Q(state="open"), name="commitment_still_open"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(promise=""), name="commitment_says_something"),
            models.CheckConstraint(condition=Q(planned_on__gte=F("made_on")), name="commitment_due_after_promise"),
            models.CheckConstraint(condition=Q(due_on__gte=F("planned_on")), name="commitment_moves_only_later"),
            models.CheckConstraint(
                condition=OPEN
                | Q(state=CommitmentState.DONE, closed_on__isnull=False, reason="") & ~Q(evidence="")
                | Q(state=CommitmentState.DROPPED, closed_on__isnull=False, evidence="") & ~Q(reason=""),
                name="commitment_closed_with_its_ground",
            ),
            models.CheckConstraint(
                condition=Q(evidence_link="") | Q(state=CommitmentState.DONE), name="commitment_link_is_of_evidence"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("made_on")),
                name="commitment_closed_after_promise",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, recorded_on__isnull=True)
                | Q(closed_on__isnull=False, recorded_on__isnull=False, recorded_on__gte=F("closed_on")),
                name="commitment_recorded_once_closed",
            ),
            models.CheckConstraint(
                condition=Q(question__isnull=True) | Q(forum__isnull=False), name="commitment_question_has_forum"
            ),
        ]

    def __str__(self) -> str:
        return self.promise if len(self.promise) <= 80 else f"{self.promise[:79]}…"

    @property
    def is_open(self) -> bool:
        return self.state == CommitmentState.OPEN

    def days_late(self, *, on: date) -> int:
        """Return by how many days the day first promised was or is missed; one that was dropped counts as none."""
        if self.state == CommitmentState.DROPPED:
            return 0
        return max(((self.counted_on or on) - self.planned_on).days, 0)

    @property
    def counted_on(self) -> date | None:
        """Return the day by which lateness is judged: when it was done, or `DAYS_TO_RECORD` before it was recorded."""
        if self.closed_on is None or self.recorded_on is None:
            return None
        return max(self.closed_on, self.recorded_on - timedelta(days=DAYS_TO_RECORD))


class CommitmentNote(models.Model):
    """One entry of the history: how far it has come, or why and from when to when the day moved."""

    commitment = models.ForeignKey(
        Commitment, models.PROTECT, related_name="notes", verbose_name=_("Janji tindak lanjut")
    )
    kind = models.CharField(_("Jenis"), max_length=9, choices=CommitmentNoteKind.choices)
    text = models.TextField(_("Catatan"), max_length=LONGEST_NOTE)
    from_day = models.DateField(_("Dari tenggat"), null=True, blank=True)
    to_day = models.DateField(_("Ke tenggat"), null=True, blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("Ditulis oleh"))
    written_at = models.DateTimeField(_("Ditulis"))

    class Meta:
        verbose_name = verbose_name_plural = _("Riwayat janji")
        ordering = ("-written_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="commitment_note_says_something"),
            models.CheckConstraint(
                condition=Q(kind=CommitmentNoteKind.PROGRESS, from_day__isnull=True, to_day__isnull=True)
                | Q(kind=CommitmentNoteKind.POSTPONED, to_day__gt=F("from_day")),
                name="commitment_note_of_its_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment_id} {self.kind}"
