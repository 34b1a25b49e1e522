"""A batch is planned, opened for enrolment, run and finished, or called off."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import BatchState, Mode, ProgrammeState, SessionState, VersionState
from pembina.domain.development.models import Batch, CurriculumVersion, Partner, Programme, Session, Wave
from pembina.domain.development.operations.seats import locked_batch, move_up, seats_taken
from pembina.domain.development.operations.sessions import call_off
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError
from pembina.domain.development.session_refusals import (
    EnrolmentDaysReversedError,
    ForeignCurriculumError,
    ForeignWaveError,
    ProgrammeNotOpenError,
    SeatsTakenError,
    SessionsLeftError,
)
from pembina.domain.people.enums import TimeZone
from pembina.domain.people.models import Person

TOLD = (
    "version", "wave", "title", "organiser", "partner", "mode", "time_zone", "seats", "opens_on", "closes_on",
    "most_away", "answer_days", "needs_approval", "cost", "description",
)  # fmt: skip
UNFINISHED = (BatchState.PLANNED, BatchState.OPEN, BatchState.RUNNING)
S = BatchState


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """All that is told about a batch; `most_away` is a share of a unit in percent."""

    title: str
    version: CurriculumVersion
    organiser: Person
    mode: Mode
    time_zone: TimeZone
    seats: int
    opens_on: date
    closes_on: date
    wave: Wave | None = None
    partner: Partner | None = None
    most_away: int = 30
    answer_days: int | None = None
    needs_approval: bool = True
    cost: Decimal | None = None
    description: str = ""


def plan_batch(*, programme: Programme, plan: BatchPlan, by: User, at: datetime) -> Batch:
    """Keep a batch that nobody may join yet.

    Raises ``ProgrammeNotOpenError``, ``ForeignCurriculumError``, ``ForeignWaveError``, ``EnrolmentDaysReversedError``.
    """
    if not programme.is_open:
        raise ProgrammeNotOpenError(str(programme.get_state_display()))
    _check(programme, plan, known=None)
    batch = Batch(programme=programme, **{name: getattr(plan, name) for name in TOLD})
    with one_event():
        batch.save()
        changes = {"title": ("", batch.title), "seats": ("", str(batch.seats))}
        record("plan_batch", on=batch, by=by, at=at, changes=changes, created=True)
    return batch


def edit_batch(*, batch: Batch, plan: BatchPlan, by: User, at: datetime) -> None:
    """Tell it differently before it is over; with more seats the waiting list moves up.

    Raises what `plan_batch` raises, ``WrongStepError`` and ``SeatsTakenError``.
    """
    with one_event():
        kept = locked_batch(batch, *UNFINISHED)
        _check(kept.programme, plan, known=kept.version)
        taken = seats_taken(kept)
        if plan.seats < taken:
            raise SeatsTakenError(taken)
        changes = _changed(kept, plan)
        for name in TOLD:
            setattr(kept, name, getattr(plan, name))
        kept.save(update_fields=list(TOLD))
        record("edit_batch", on=kept, by=by, at=at, changes=changes)
        move_up(kept, by=by, at=at)


def open_batch(*, batch: Batch, by: User, at: datetime) -> None:
    """Let people in; the programme must be approved."""
    with one_event():
        kept = locked_batch(batch, S.PLANNED)
        if kept.programme.state not in (ProgrammeState.APPROVED, ProgrammeState.RUNNING):
            raise ProgrammeNotOpenError(str(kept.programme.get_state_display()))
        changes = _moved(kept, S.OPEN)
        record("open_batch", on=kept, by=by, at=at, changes=changes)


def run_batch(*, batch: Batch, by: User, at: datetime) -> None:
    """Begin; raises ``SessionsLeftError`` where there is no session to begin with."""
    with one_event():
        kept = locked_batch(batch, S.OPEN)
        if not kept.sessions.filter(state=SessionState.PLANNED).exists():
            raise SessionsLeftError(0)
        changes = _moved(kept, S.RUNNING)
        record("run_batch", on=kept, by=by, at=at, changes=changes)


def finish_batch(*, batch: Batch, by: User, at: datetime) -> None:
    """End it once all its sessions are over; nobody takes a seat afterwards."""
    with one_event():
        kept = locked_batch(batch, S.RUNNING)
        planned = kept.sessions.filter(state=SessionState.PLANNED)
        left = planned.filter(ends_at__gt=at).count()
        if left or not planned.exists():
            raise SessionsLeftError(left)
        changes = _moved(kept, S.FINISHED)
        record("finish_batch", on=kept, by=by, at=at, changes=changes)


def cancel_batch(*, batch: Batch, reason: str, by: User, at: datetime) -> None:
    """Call it off; sessions still to come are called off with it, so that every calendar hears of it."""
    if not reason.strip():
        raise ReasonMissingError
    with one_event():
        kept = locked_batch(batch, *UNFINISHED)
        kept.cancel_reason, kept.cancelled_at = reason.strip(), at
        changes = _moved(kept, S.CANCELLED, "cancel_reason", "cancelled_at")
        for session in Session.objects.filter(batch=kept, state=SessionState.PLANNED, ends_at__gt=at):
            call_off(session, reason=kept.cancel_reason, at=at)
        record("cancel_batch", on=kept, by=by, at=at, changes=changes, why=kept.cancel_reason)


def _check(programme: Programme, plan: BatchPlan, *, known: CurriculumVersion | None) -> None:
    """Refuse what contradicts the programme; a version taught by already may stay after it was replaced."""
    version = plan.version
    if version != known:
        is_ours = programme.curricula.filter(pk=version.curriculum_id).exists()
        if not is_ours or version.state != VersionState.IN_FORCE:
            raise ForeignCurriculumError(version.curriculum.title)
    if plan.wave is not None and plan.wave.programme_id != programme.pk:
        raise ForeignWaveError
    if plan.closes_on < plan.opens_on:
        raise EnrolmentDaysReversedError


def _moved(batch: Batch, state: BatchState, *also: str) -> Changes:
    before, batch.state = batch.state, state
    batch.save(update_fields=["state", *also])
    return {"state": (str(before), str(state))}


def _changed(batch: Batch, plan: BatchPlan) -> Changes:
    pairs = {name: (_written(getattr(batch, name)), _written(getattr(plan, name))) for name in TOLD}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _written(value: object) -> str:
    return "" if value is None else str(value)


def wrong_step(batch: Batch) -> WrongStepError:
    """Return the refusal that tells the state of a batch."""
    return WrongStepError(str(batch.get_state_display()))
