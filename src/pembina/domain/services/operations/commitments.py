"""A promise is made, told about, put off, kept or dropped; each with its words, which citizens read."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Person, Unit
from pembina.domain.services.enums import CommitmentNoteKind, CommitmentState
from pembina.domain.services.forum_refusals import (
    CommitmentClosedError,
    CommitmentDayError,
    CommitmentFutureError,
    ForumStateError,
    GroundMissingError,
)
from pembina.domain.services.models import Commitment, CommitmentNote, Complaint, Forum, ForumQuestion


@dataclass(frozen=True, slots=True)
class Promise:
    """What is promised, by whom and until when; `made_on` and `due_on` are days of the unit."""

    promise: str
    owner: Person
    made_on: date
    due_on: date
    complaint: Complaint | None = None


def make_commitment(
    *, unit: Unit, promise: Promise, by: User, at: datetime,
    forum: Forum | None = None, question: ForumQuestion | None = None,
) -> Commitment:  # fmt: skip
    """Put a promise on the public board.

    Raises ``GroundMissingError`` for an empty promise, ``CommitmentDayError`` where it is due before it was made, and
    ``ForumStateError`` for a forum that the public does not know.
    """
    if not promise.promise.strip():
        raise GroundMissingError
    if promise.due_on < promise.made_on:
        raise CommitmentDayError(promise.made_on)
    if forum is not None and not Forum.objects.filter(pk=forum.pk, announced_at__isnull=False).exists():
        raise ForumStateError
    commitment = Commitment(
        unit=unit, owner=promise.owner, forum=forum, question=question, promise=promise.promise.strip(),
        made_on=promise.made_on, planned_on=promise.due_on, due_on=promise.due_on,
        complaint=promise.complaint,
    )  # fmt: skip
    with one_event():
        commitment.save()
        changes = {"owner": ("", promise.owner.nip), "planned_on": ("", promise.due_on.isoformat())}
        record("make_commitment", on=commitment, by=by, at=at, changes=changes, created=True)
    return commitment


def tell_progress(*, commitment: Commitment, text: str, by: User, at: datetime) -> CommitmentNote:
    """Say how far it has come."""
    if not text.strip():
        raise GroundMissingError
    with one_event():
        kept = _locked(commitment)
        note = CommitmentNote(
            commitment=kept, kind=CommitmentNoteKind.PROGRESS, text=text.strip(), written_by=by, written_at=at
        )
        note.save()
        record("tell_progress", on=kept, by=by, at=at, why=text.strip()[:200])
    return note


def postpone_commitment(*, commitment: Commitment, to: date, reason: str, by: User, at: datetime) -> None:
    """Expect it later. The day first promised stays and goes on to decide whether it is late.

    Raises ``CommitmentClosedError``, ``GroundMissingError`` and, for a day no later than now due or already past,
    ``CommitmentDayError``.
    """
    if not reason.strip():
        raise GroundMissingError
    with one_event():
        kept = _locked(commitment)
        earliest = max(date.fromordinal(kept.due_on.toordinal() + 1), local_date(at))
        if to < earliest:
            raise CommitmentDayError(earliest)
        before, kept.due_on = kept.due_on, to
        kept.save(update_fields=["due_on"])
        CommitmentNote.objects.create(
            commitment=kept, kind=CommitmentNoteKind.POSTPONED, text=reason.strip(), from_day=before, to_day=to,
            written_by=by, written_at=at,
        )  # fmt: skip
        changes = {"due_on": (before.isoformat(), to.isoformat())}
        record("postpone_commitment", on=kept, by=by, at=at, changes=changes, why=reason.strip()[:200])


def keep_commitment(
    *, commitment: Commitment, done_on: date, evidence: str, by: User, at: datetime, link: str = ""
) -> None:
    """Close it as done, with what shows that it is. The day of the recording is kept beside `done_on`.

    Raises ``CommitmentClosedError``, ``GroundMissingError``, ``CommitmentDayError`` before it was promised and
    ``CommitmentFutureError`` after today.
    """
    if not evidence.strip():
        raise GroundMissingError
    if done_on > local_date(at):
        raise CommitmentFutureError
    with one_event():
        kept = _locked(commitment)
        if done_on < kept.made_on:
            raise CommitmentDayError(kept.made_on)
        kept.evidence, kept.evidence_link = evidence.strip(), link
        _close(kept, CommitmentState.DONE, done_on, recorded_on=local_date(at))
        changes = {
            "state": (str(CommitmentState.OPEN), str(kept.state)),
            "closed_on": ("", done_on.isoformat()),
            "recorded_on": ("", local_date(at).isoformat()),
        }
        record("keep_commitment", on=kept, by=by, at=at, changes=changes, why=evidence.strip()[:200])


def drop_commitment(*, commitment: Commitment, reason: str, by: User, at: datetime) -> None:
    """Give it up, and say to citizens why."""
    if not reason.strip():
        raise GroundMissingError
    with one_event():
        kept = _locked(commitment)
        kept.reason = reason.strip()
        on = max(local_date(at), kept.made_on)
        _close(kept, CommitmentState.DROPPED, on, recorded_on=on)
        changes = {"state": (str(CommitmentState.OPEN), str(kept.state))}
        record("drop_commitment", on=kept, by=by, at=at, changes=changes, why=reason.strip()[:200])


def _locked(commitment: Commitment) -> Commitment:
    kept = Commitment.objects.select_for_update().get(pk=commitment.pk)
    if not kept.is_open:
        raise CommitmentClosedError
    return kept


def _close(commitment: Commitment, state: CommitmentState, on: date, *, recorded_on: date) -> None:
    commitment.state, commitment.closed_on, commitment.recorded_on = state, on, recorded_on
    commitment.save(update_fields=["state", "closed_on", "recorded_on", "evidence", "evidence_link", "reason"])


def note_commitment_export(*, commitments: QuerySet[Commitment], filters: str, by: User, at: datetime) -> None:
    """Write down that `by` takes a list of promises, with the names of those who answer for them."""
    with one_event():
        changes = {"records": ("", str(commitments.order_by().count())), "filters": ("", filters)}
        record("export_commitments", on=by, by=by, at=at, changes=changes)
