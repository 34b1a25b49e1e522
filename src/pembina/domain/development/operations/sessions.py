"""Sessions are added to a batch, told differently, moved and called off; their hours are those of its clock.

A trainer cannot teach in two places, nor a batch meet twice at once. A room that seems taken is told, and may be
confirmed: two offices have an "Aula" each.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import BatchState, Mode, SessionState
from pembina.domain.development.models import Batch, Partner, Session, SessionSeries, Trainer
from pembina.domain.development.operations.seats import locked_batch
from pembina.domain.development.queries.session_clashes import (
    batch_clashes,
    room_clashes,
    trainer_clashes,
)
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError
from pembina.domain.development.session_refusals import (
    AttendanceKeptError,
    BatchClashError,
    OutsideProgrammeError,
    PlaceMissingError,
    RoomTakenError,
    SessionTimesReversedError,
    TrainerClashError,
)
from pembina.domain.people.models import Person

UNFINISHED = (BatchState.PLANNED, BatchState.OPEN, BatchState.RUNNING)
TOLD = ("title", "starts_at", "ends_at", "mode", "room", "link", "partner")
# Whoever takes part is told when one of these becomes another.
WHEN_AND_WHERE = ("starts_at", "ends_at", "mode", "room", "link")
SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """All that is told about a session. The moments are aware; trainers are civil servants, or names from outside."""

    title: str
    starts_at: datetime
    ends_at: datetime
    mode: Mode
    room: str = ""
    link: str = ""
    partner: Partner | None = None
    trainers: Sequence[Person] = ()
    outside_trainers: Sequence[str] = ()


def add_session(
    *, batch: Batch, plan: SessionPlan, by: User, at: datetime, room_confirmed: bool = False,
    series: SessionSeries | None = None,
) -> Session:  # fmt: skip
    """Add a session to a batch that is not over.

    Raises ``WrongStepError``, ``SessionTimesReversedError``, ``OutsideProgrammeError``, ``PlaceMissingError``,
    ``BatchClashError``, ``TrainerClashError`` and, unless `room_confirmed`, ``RoomTakenError``.
    """
    with one_event():
        kept = locked_batch(batch, *UNFINISHED)
        check_session(kept, plan, room_confirmed=room_confirmed)
        session = _new(kept, plan, series)
        changes = {"title": ("", session.title), "starts_at": ("", session.starts_at.isoformat())}
        record("add_session", on=session, by=by, at=at, changes=changes, created=True)
    return session


def edit_session(*, session: Session, plan: SessionPlan, by: User, at: datetime, room_confirmed: bool = False) -> None:
    """Tell it differently or move it; calendars hear of it by the revision, and of another time or place all by mail.

    Raises what `add_session` raises, and ``AttendanceKeptError`` where the time of one that was held would change.
    """
    with one_event():
        batch = locked_batch(session.batch, *UNFINISHED)
        kept = _locked(session)
        is_moved = (kept.starts_at, kept.ends_at) != (plan.starts_at, plan.ends_at)
        if is_moved and kept.attendances.exists():
            raise AttendanceKeptError
        check_session(batch, plan, known=kept, room_confirmed=room_confirmed)
        changes = _changed(kept, plan)
        if any(name in changes for name in WHEN_AND_WHERE):
            kept.changed_at = at
        for name in TOLD:
            setattr(kept, name, getattr(plan, name))
        kept.revision += 1
        kept.save(update_fields=[*TOLD, "changed_at", "revision"])
        _keep_trainers(kept, plan)
        record("edit_session", on=kept, by=by, at=at, changes=changes)


def cancel_session(*, session: Session, reason: str, by: User, at: datetime) -> None:
    """Call one off; raises ``AttendanceKeptError`` once somebody was there."""
    if not reason.strip():
        raise ReasonMissingError
    with one_event():
        locked_batch(session.batch, *UNFINISHED)
        kept = _locked(session)
        if kept.attendances.exists():
            raise AttendanceKeptError
        call_off(kept, reason=reason.strip(), at=at)
        changes = {"state": (str(SessionState.PLANNED), str(SessionState.CANCELLED))}
        record("cancel_session", on=kept, by=by, at=at, changes=changes, why=kept.cancel_reason)


def call_off(session: Session, *, reason: str, at: datetime) -> None:
    """Keep that a session does not take place, within an operation that writes the event."""
    session.state, session.cancel_reason, session.cancelled_at = SessionState.CANCELLED, reason, at
    session.revision += 1
    session.save(update_fields=["state", "cancel_reason", "cancelled_at", "revision"])


def check_session(
    batch: Batch, plan: SessionPlan, *, known: Session | None = None, room_confirmed: bool = False
) -> None:
    """Refuse a plan that cannot be; `known` is the session that it would change."""
    if plan.ends_at <= plan.starts_at:
        raise SessionTimesReversedError
    _check_place(plan)
    first, last = batch.programme.starts_on, batch.programme.ends_on
    if not first <= plan.starts_at.astimezone(batch.zone).date() <= plan.ends_at.astimezone(batch.zone).date() <= last:
        raise OutsideProgrammeError(first, last)
    span = (plan.starts_at, plan.ends_at)
    if others := batch_clashes(batch, *span, known=known):
        raise BatchClashError(others)
    # Held, so that the same trainer is not given another session at the same time.
    trainers = [trainer.pk for trainer in plan.trainers]
    list(Person.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=trainers).order_by("pk"))
    for trainer in plan.trainers:
        if others := trainer_clashes(trainer, *span, known=known):
            raise TrainerClashError(trainer.titled_name, others)
    if not room_confirmed and (others := room_clashes(plan.room, *span, known=known)):
        raise RoomTakenError(plan.room.strip(), others)


def with_hours(plan: SessionPlan, *, title: str, starts_at: datetime, ends_at: datetime) -> SessionPlan:
    """Return the same plan at another time, for one of a series."""
    return replace(plan, title=title, starts_at=starts_at, ends_at=ends_at)


def _check_place(plan: SessionPlan) -> None:
    if plan.mode != Mode.ONLINE and not plan.room.strip():
        raise PlaceMissingError
    if plan.mode != Mode.CLASSROOM and not plan.link.strip():
        raise PlaceMissingError


def _new(batch: Batch, plan: SessionPlan, series: SessionSeries | None) -> Session:
    session = Session.objects.create(
        batch=batch, series=series, secret=secrets.token_urlsafe(SECRET_BYTES),
        **{name: getattr(plan, name) for name in TOLD},
    )  # fmt: skip
    _keep_trainers(session, plan)
    return session


def _keep_trainers(session: Session, plan: SessionPlan) -> None:
    session.trainers.all().delete()
    people = [Trainer(session=session, person=person) for person in dict.fromkeys(plan.trainers)]
    names = dict.fromkeys(name.strip() for name in plan.outside_trainers if name.strip())
    Trainer.objects.bulk_create([*people, *(Trainer(session=session, name=name) for name in names)])


def _locked(session: Session) -> Session:
    kept = Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    if kept.state != SessionState.PLANNED:
        raise WrongStepError(str(kept.get_state_display()))
    return kept


def _changed(session: Session, plan: SessionPlan) -> Changes:
    """Return what would become another; the same moment on the clock of another zone is the same."""
    pairs = {name: (getattr(session, name), getattr(plan, name)) for name in TOLD}
    return {name: (_written(before), _written(after)) for name, (before, after) in pairs.items() if before != after}


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    return "" if value is None else str(value)
