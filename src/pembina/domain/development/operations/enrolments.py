"""How somebody comes into a batch: asked for, nominated or appointed, approved, answered, and withdrawn.

- A civil servant requests a seat; the superior, or who stands in, approves (`people.approvals`). Where nobody leads the
  person, whoever organises the batch decides. A batch that needs no approval seats at once, unless too many of the
  unit would be away: the organiser may then appoint.
- A leader nominates; the person answers.
- An organiser appoints; the person answers, but where the batch needs no approval nobody is asked and the seat is given
  at once. An organiser is not bound to the days of enrolment.
- Approval, nomination and appointment look at the cover of the unit; more may go only with a written reason.

Whoever was refused, declined or withdrew may be let in again: the row goes on, its history stands in the trail.
"""

from datetime import datetime

from django.utils import timezone

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enrolment_refusals import (
    AlreadyInError,
    BatchNotOpenError,
    CertifiedError,
    CoverError,
    EnrolmentClosedError,
    NotMeantError,
    NotYoursToDecideError,
    OfferLapsedError,
    OwnAnswerError,
    UnitAwayError,
)
from pembina.domain.development.enums import BatchState, CertificateState, EnrolmentOrigin, EnrolmentState
from pembina.domain.development.models import Batch, Certificate, Enrolment
from pembina.domain.development.models.enrolments import ENDED_WITH_REASON
from pembina.domain.development.operations.seats import give_place, locked_batch, move_up
from pembina.domain.development.queries.deciding import deciding_as
from pembina.domain.development.queries.hindrances import refuse_hindered
from pembina.domain.development.queries.offers import offer_of
from pembina.domain.development.queries.offers_lapsing import answer_by, has_lapsed
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError
from pembina.domain.people.models import Person

E = EnrolmentState
O = EnrolmentOrigin  # noqa: E741
UNFINISHED = (BatchState.PLANNED, BatchState.OPEN, BatchState.RUNNING)
SEATING = (BatchState.OPEN, BatchState.RUNNING)
PLACED = ("state", "queued_at", "seated_at")
ENDED = ("state", "ended_at", "reason")


def request_seat(*, batch: Batch, person: Person, by: User, at: datetime, wish: str = "") -> Enrolment:
    """Ask for a seat for oneself.

    Raises ``OwnAnswerError``, ``EnrolmentClosedError``, ``AlreadyInError``, ``NotActiveError``,
    ``ScheduleClashError``, ``NotMeantError`` where the programme or the wave is for others, and ``UnitAwayError`` where
    nobody would approve and too many of the unit would be away.
    """
    if by.username != person.nip:
        raise OwnAnswerError
    with one_event():
        kept = _open_for_enrolment(batch, at)
        row = _row(kept, person, O.REQUEST, at)
        _check_own(kept, person, at=at)
        if offer_of(person, kept, at=at) is None:
            raise NotMeantError
        row.wish = wish.strip()
        if kept.needs_approval:
            row.state = E.REQUESTED
        else:
            give_place(row, kept, by=by, at=at)
        row.save()
        record("request_seat", on=row, by=by, at=at, changes={"state": ("", str(row.state))}, created=True)
    return row


def nominate(*, batch: Batch, person: Person, by: User, at: datetime, cover_reason: str = "") -> Enrolment:
    """Offer somebody one leads a seat; raises what `request_seat` raises, ``NotYoursToDecideError``, ``CoverError``."""
    with one_event():
        kept = _open_for_enrolment(batch, at)
        acting_as = _deciding(by, person, kept, at)
        row = _row(kept, person, O.NOMINATION, at)
        _check(kept, person, at=at, cover_reason=cover_reason)
        row.state, row.cover_reason = E.OFFERED, cover_reason.strip()
        row.approved_by, row.approved_at = by, at
        row.save()
        changes = {"state": ("", str(row.state))}
        record("nominate", on=row, by=by, at=at, changes=changes, created=True, acting_as=acting_as, why=cover_reason)
    return row


def appoint(*, batch: Batch, person: Person, by: User, at: datetime, cover_reason: str = "") -> Enrolment:
    """Offer a seat as the organiser, or give it at once where the batch needs no approval; nobody appoints oneself."""
    with one_event():
        kept = _seating(batch)
        if by.username == person.nip:
            raise NotYoursToDecideError(person.titled_name)
        row = _row(kept, person, O.APPOINTMENT, at)
        _check(kept, person, at=at, cover_reason=cover_reason)
        row.cover_reason, row.approved_by, row.approved_at = cover_reason.strip(), by, at
        if kept.needs_approval:
            row.state = E.OFFERED
        else:
            give_place(row, kept, by=by, at=at)
        row.save()
        changes = {"state": ("", str(row.state))}
        record("appoint", on=row, by=by, at=at, changes=changes, created=True, why=cover_reason.strip())
    return row


def approve(*, enrolment: Enrolment, by: User, at: datetime, cover_reason: str = "") -> Enrolment:
    """Grant a request: a seat, or the end of the line; raises ``NotYoursToDecideError``, ``CoverError`` and more."""
    with one_event():
        kept = _seating(enrolment.batch)
        row = _locked(enrolment, E.REQUESTED)
        acting_as = _deciding(by, row.person, kept, at)
        _check(kept, row.person, at=at, cover_reason=cover_reason, in_again=True)
        before, row.cover_reason = row.state, cover_reason.strip()
        row.approved_by, row.approved_at = by, at
        give_place(row, kept, by=by, at=at)
        row.save(update_fields=["approved_by", "approved_at", "cover_reason", *PLACED])
        changes = {"state": (before, str(row.state))}
        record("approve_seat", on=row, by=by, at=at, changes=changes, acting_as=acting_as, why=row.cover_reason)
    return row


def refuse(*, enrolment: Enrolment, reason: str, by: User, at: datetime) -> None:
    """Say no to a request, with a reason that the person reads."""
    with one_event():
        kept = locked_batch(enrolment.batch)
        row = _locked(enrolment, E.REQUESTED)
        acting_as = _deciding(by, row.person, kept, at)
        changes = _ended(row, E.REFUSED, reason, at)
        record("refuse_seat", on=row, by=by, at=at, changes=changes, acting_as=acting_as, why=row.reason)


def accept(*, enrolment: Enrolment, by: User, at: datetime) -> Enrolment:
    """Say yes to what one was offered: a seat, or the end of the line; raises ``OfferLapsedError`` and more."""
    with one_event():
        kept = _seating(enrolment.batch)
        row = _locked(enrolment, E.OFFERED)
        _own(row, by)
        if has_lapsed(row, at=at):
            raise OfferLapsedError(answer_by(row))
        _check(kept, row.person, at=at, also_cover=False, in_again=True)
        before, row.answered_at = row.state, at
        give_place(row, kept, by=by, at=at)
        row.save(update_fields=["answered_at", *PLACED])
        record("accept_seat", on=row, by=by, at=at, changes={"state": (before, str(row.state))})
    return row


def decline(*, enrolment: Enrolment, reason: str, by: User, at: datetime) -> None:
    """Say no to what one was offered."""
    with one_event():
        locked_batch(enrolment.batch)
        row = _locked(enrolment, E.OFFERED)
        _own(row, by)
        row.answered_at = at
        changes = _ended(row, E.DECLINED, reason, at, "answered_at")
        record("decline_seat", on=row, by=by, at=at, changes=changes, why=row.reason)


def withdraw(*, enrolment: Enrolment, reason: str, by: User, at: datetime) -> None:
    """Give up a place, one's own or as the organiser, before the batch is over; whoever waits longest gets the seat.

    Raises ``ReasonMissingError``, ``WrongStepError``, and ``CertifiedError`` while a certificate of it holds.
    """
    with one_event():
        kept = locked_batch(enrolment.batch, *UNFINISHED)
        row = _leaving(enrolment, E.REQUESTED, E.OFFERED, E.WAITING, E.ENROLLED)
        changes = _ended(row, E.WITHDRAWN, reason, at)
        record("withdraw", on=row, by=by, at=at, changes=changes, why=row.reason)
        move_up(kept, by=by, at=at)


def end_place(enrolment: Enrolment, *, reason: str, at: datetime) -> Enrolment:
    """Take a place that was approved and answered away within a larger operation, which writes the event."""
    row = _leaving(enrolment, E.WAITING, E.ENROLLED)
    _ended(row, E.WITHDRAWN, reason, at)
    return row


def new_place(batch: Batch, person: Person, *, at: datetime) -> Enrolment:
    """Return an unsaved place in a batch held by the caller, once nothing stands in the way."""
    if batch.state not in SEATING:
        raise BatchNotOpenError(str(batch.get_state_display()))
    row = _row(batch, person, O.APPOINTMENT, at)
    _check(batch, person, at=at)
    return row


def _open_for_enrolment(batch: Batch, at: datetime) -> Batch:
    kept = locked_batch(batch)
    today = at.astimezone(kept.zone).date()
    if kept.state != BatchState.OPEN or not kept.opens_on <= today <= kept.closes_on:
        raise EnrolmentClosedError(kept.opens_on, kept.closes_on)
    return kept


def _seating(batch: Batch) -> Batch:
    kept = locked_batch(batch)
    if kept.state not in SEATING:
        raise BatchNotOpenError(str(kept.get_state_display()))
    return kept


def _row(batch: Batch, person: Person, origin: EnrolmentOrigin, at: datetime) -> Enrolment:
    """Return the row to fill in: a new one, or that of somebody who had refused, made new."""
    known = Enrolment.objects.select_for_update(of=("self",)).filter(batch=batch, person=person).first()
    if known is not None and known.state not in ENDED_WITH_REASON:
        raise AlreadyInError(person.titled_name)
    row = Enrolment(batch=batch, person=person, origin=origin, made_at=at)
    row.pk = known.pk if known is not None else None
    row._state.adding = known is None
    return row


def _locked(enrolment: Enrolment, *states: EnrolmentState) -> Enrolment:
    row = Enrolment.objects.select_for_update(of=("self",)).select_related("person", "batch").get(pk=enrolment.pk)
    if row.state not in states:
        raise WrongStepError(str(row.get_state_display()))
    return row


def _leaving(enrolment: Enrolment, *states: EnrolmentState) -> Enrolment:
    """Return the place to give up; hours that are certified must not outlive it."""
    row = _locked(enrolment, *states)
    if Certificate.objects.filter(enrolment=row, state=CertificateState.VALID).exists():
        raise CertifiedError(row.person.titled_name)
    return row


def _deciding(by: User, person: Person, batch: Batch, at: datetime) -> str:
    """Return in what capacity `by` decides for `person`; raises ``NotYoursToDecideError``."""
    capacity = deciding_as(by, person, batch, on=timezone.localdate(at))
    if capacity is None:
        raise NotYoursToDecideError(person.titled_name)
    return capacity


def _check(
    batch: Batch,
    person: Person,
    *,
    at: datetime,
    also_cover: bool = True,
    in_again: bool = True,
    cover_reason: str = "",
) -> None:
    """Refuse who is hindered; held so that the same person is not let into another batch at the same time."""
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    person.refresh_from_db(fields=["legal_position"])
    refuse_hindered(batch, person, at=at, also_cover=also_cover, in_again=in_again, cover_reason=cover_reason)


def _check_own(batch: Batch, person: Person, *, at: datetime) -> None:
    """Refuse who is hindered; the unit is asked where nobody decides after the request."""
    try:
        _check(batch, person, at=at, also_cover=not batch.needs_approval)
    except CoverError as refused:
        raise UnitAwayError(refused.message) from refused


def _own(row: Enrolment, by: User) -> None:
    if row.person.nip != by.username:
        raise OwnAnswerError


def _ended(row: Enrolment, state: EnrolmentState, reason: str, at: datetime, *also: str) -> dict[str, tuple[str, str]]:
    if not reason.strip():
        raise ReasonMissingError
    before, row.state, row.ended_at, row.reason = row.state, state, at, reason.strip()
    row.save(update_fields=[*ENDED, *also])
    return {"state": (before, str(state))}
