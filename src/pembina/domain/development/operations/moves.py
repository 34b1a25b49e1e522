"""Participants go from one batch to another of the same programme, or leave together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enrolment_refusals import ForeignBatchError
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import Batch, Enrolment
from pembina.domain.development.operations.enrolments import UNFINISHED, end_place, new_place, withdraw
from pembina.domain.development.operations.seats import give_place, locked_batch, move_up
from pembina.domain.development.own_seats import require_others
from pembina.domain.development.refusals import RefusedError

E = EnrolmentState


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Somebody to whom it could not be done, and why."""

    name: str
    because: Text


def move_participant(*, enrolment: Enrolment, to: Batch, reason: str, by: User, at: datetime) -> Enrolment:
    """Give up the place here and take one there: a seat, or the end of the line; nobody is asked again.

    Whoever is still asked or not yet approved is not moved: the answer comes first.

    Raises ``ForeignBatchError``, ``OwnSeatError``, ``WrongStepError``, ``CertifiedError``, ``BatchNotOpenError``,
    ``AlreadyInError`` and what hinders.
    """
    if to.pk == enrolment.batch_id or to.programme_id != enrolment.batch.programme_id:
        raise ForeignBatchError
    require_others([enrolment], by)
    with one_event():
        # Always in the order of their numbers: two moves that cross would wait for each other otherwise.
        held = {one.pk: locked_batch(one, *UNFINISHED) for one in sorted((enrolment.batch, to), key=lambda one: one.pk)}
        left = end_place(enrolment, reason=reason, at=at)
        row = new_place(held[to.pk], left.person, at=at)
        row.approved_by, row.approved_at = by, at
        give_place(row, held[to.pk], by=by, at=at)
        row.save()
        changes = {"batch": (str(left.batch), str(to)), "state": ("", str(row.state))}
        record("move_participant", on=row, by=by, at=at, changes=changes, created=True, why=reason.strip())
        move_up(held[left.batch_id], by=by, at=at)
    return row


def move_participants(
    *, enrolments: Sequence[Enrolment], to: Batch, reason: str, by: User, at: datetime
) -> list[LeftBehind]:
    """Move several; return those who stay, each with the reason."""
    stayed = []
    for one in enrolments:
        try:
            move_participant(enrolment=one, to=to, reason=reason, by=by, at=at)
        except RefusedError as refused:
            stayed.append(LeftBehind(one.person.titled_name, refused.message))
    return stayed


def withdraw_participants(*, enrolments: Sequence[Enrolment], reason: str, by: User, at: datetime) -> list[LeftBehind]:
    """Take several out; return those who stay, each with the reason."""
    stayed = []
    for one in enrolments:
        try:
            withdraw(enrolment=one, reason=reason, by=by, at=at)
        except RefusedError as refused:
            stayed.append(LeftBehind(one.person.titled_name, refused.message))
    return stayed
