"""What citizens do, without an account: write, add to it, contradict the answer once, say whether it satisfied."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError

from pembina.core.blocks import in_blocks
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.floods import Rope, count_arrival
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.people.queries import successor_of
from pembina.domain.services.complaint_clock import deadline_of, last_day_to_reopen
from pembina.domain.services.complaint_codes import code_of, hash_of, number_of
from pembina.domain.services.complaint_enums import ComplaintKind, ComplaintMeans, ComplaintState, MessageKind
from pembina.domain.services.complaint_refusals import (
    EndedError,
    NotEndedError,
    NothingSaidError,
    ReopenedAlreadyError,
    ReopeningOverError,
    UnknownCodeError,
    WrongServiceError,
)
from pembina.domain.services.models import (
    Complaint,
    ComplaintContact,
    ComplaintMessage,
    ComplaintStep,
    PublicService,
)

# One office shares one address; a device is one person.
SUBMISSIONS = Rope("complaint", of_device=5, of_address=60)
NUMBERS_AT_ONCE = 500
CODES = Rope("complaint code", of_device=20, of_address=200)


@dataclass(frozen=True, slots=True)
class Contact:
    """Who writes, as far as they say; all empty is anonymous."""

    name: str = ""
    phone: str = ""
    email: str = ""

    @property
    def is_given(self) -> bool:
        return bool(self.name or self.phone or self.email)


@dataclass(frozen=True, slots=True)
class Submission:
    """What somebody wants to say, and about what."""

    kind: ComplaintKind
    unit: Unit
    text: str
    service: PublicService | None = None
    element: str = ""
    contact: Contact = Contact()


@dataclass(frozen=True, slots=True)
class Received:
    """A complaint with its follow-up code, which nobody will see again; only its hash is stored."""

    complaint: Complaint
    code: str


def submit_complaint(*, submission: Submission, token: str, device: str, address: str | None, at: datetime) -> Received:
    """Take in what a citizen wrote. The same `token` again is the same complaint and writes nothing.

    Raises
    ------
    NothingSaidError, WrongServiceError, FloodError
    """
    code = code_of(token)
    known = Complaint.objects.filter(code_hash=hash_of(code)).first()
    if known is not None:
        return Received(known, code)
    text = submission.text.strip()
    if not text:
        raise NothingSaidError
    require_service_of(submission.unit, submission.service)
    count_arrival(SUBMISSIONS, device=device, address=address, at=at)
    try:
        complaint = _taken_in(submission, text, token, at)
    except IntegrityError:
        # The same form, sent twice at the same moment: the other was first.
        complaint = Complaint.objects.get(code_hash=hash_of(code))
    return Received(complaint, code)


def complaint_of_code(*, code: str, device: str, address: str | None, at: datetime) -> Complaint:
    """Return the complaint that a code opens; raises ``UnknownCodeError``, or ``FloodError`` after many attempts."""
    count_arrival(CODES, device=device, address=address, at=at)
    found = Complaint.objects.filter(code_hash=hash_of(code)).first()
    if found is None:
        raise UnknownCodeError
    return found


def write_back(*, complaint: Complaint, text: str, device: str, address: str | None, at: datetime) -> ComplaintMessage:
    """Add what the citizen forgot or was asked for, while it is open.

    Raises
    ------
    NothingSaidError, EndedError, FloodError
    """
    written = said(text)
    count_arrival(SUBMISSIONS, device=device, address=address, at=at)
    with one_event():
        kept = locked(complaint)
        if not kept.is_open:
            raise EndedError
        message = ComplaintMessage.objects.create(complaint=kept, kind=MessageKind.CITIZEN, text=written, at=at)
        record("write_back_on_complaint", on=kept, by=None, at=at, changes={"messages": ("", "1")})
    return message


def reopen_complaint(*, complaint: Complaint, reason: str, at: datetime) -> Complaint:
    """Contradict the answer, once and in time; the clock begins anew and the first answer no longer counts as one.

    Where the unit has been merged since, the complaint goes on at the unit that it is part of now.

    Raises
    ------
    NothingSaidError, NotEndedError, ReopenedAlreadyError, ReopeningOverError
    """
    written = said(reason)
    with one_event():
        kept = locked(complaint)
        _require_reopenable(kept, at)
        before, unit = kept.state, kept.unit
        kept.unit = successor_of(unit)
        kept.state = ComplaintState.IN_PROGRESS if kept.handler_id else ComplaintState.RECEIVED
        kept.reopened_at, kept.ended_at, kept.answered_at = at, None, None
        kept.answer_days, kept.in_time, kept.satisfied = None, None, None
        if kept.kind == ComplaintKind.COMPLAINT:
            kept.due_on = deadline_of(unit=kept.unit, severity=kept.severity, since=at).due_on
        kept.save()
        note_step(kept, by=None, at=at, reason=written)
        changes = {"state": (before, str(kept.state))}
        if kept.unit != unit:
            changes["unit"] = (unit.code, kept.unit.code)
        record("reopen_complaint", on=kept, by=None, at=at, changes=changes)
    return kept


def judge_answer(*, complaint: Complaint, satisfied: bool, at: datetime) -> Complaint:
    """Say whether the answer satisfied; one that did closes the complaint. Raises ``NotEndedError``."""
    with one_event():
        kept = locked(complaint)
        if kept.is_open:
            raise NotEndedError
        before, kept.satisfied = kept.state, satisfied
        if satisfied and kept.state == ComplaintState.ANSWERED:
            kept.state, kept.ended_at = ComplaintState.CLOSED, at
            note_step(kept, by=None, at=at)
        kept.save(update_fields=["satisfied", "state", "ended_at"])
        changes = {"satisfied": ("", str(satisfied))}
        if before != kept.state:
            changes["state"] = (before, kept.state)
        record("judge_answer_to_complaint", on=kept, by=None, at=at, changes=changes)
    return kept


def said(text: str) -> str:
    """Return what was written without blanks around it, or refuse nothing."""
    written = text.strip()
    if not written:
        raise NothingSaidError
    return written


def locked(complaint: Complaint) -> Complaint:
    """Return a complaint as it stands now, held until the operation is over."""
    return Complaint.objects.select_for_update(of=("self",)).select_related("unit").get(pk=complaint.pk)


def note_step(complaint: Complaint, *, by: User | None, at: datetime, reason: str = "") -> None:
    """Write down where a complaint stands from now on."""
    told = {"state": complaint.state, "unit_id": complaint.unit_id, "reason": reason}
    ComplaintStep.objects.create(complaint=complaint, by=by, at=at, **told)


def require_service_of(unit: Unit, service: PublicService | None) -> None:
    if service is not None and service.unit_id != unit.pk:
        raise WrongServiceError(service.name, unit.name)


def vars_of(contact: Contact) -> dict[str, str]:
    return {"name": contact.name, "phone": contact.phone, "email": contact.email}


def free_number(token: str, *, at: datetime) -> str:
    """Return the first number of a token that nobody has."""
    return free_numbers([(token, at)])[0]


def free_numbers(wanted: Sequence[tuple[str, datetime]]) -> list[str]:
    """Return the first number of each token that nobody has and none before it got; `NUMBERS_AT_ONCE` in a query."""
    given: dict[int, str] = {}
    for attempt in range(20):
        offered = {
            place: number_of(token, on=local_date(at), attempt=attempt)
            for place, (token, at) in enumerate(wanted)
            if place not in given
        }
        taken = set(given.values()) | _taken_of(list(offered.values()))
        for place, number in offered.items():
            if number not in taken:
                given[place] = number
                taken.add(number)
        if len(given) == len(wanted):
            return [given[place] for place in range(len(wanted))]
    raise RuntimeError("Twenty numbers in a row are taken.")


def _taken_of(numbers: Sequence[str]) -> set[str]:
    """Return those of some numbers that complaints have."""
    taken: set[str] = set()
    for some in in_blocks(numbers, NUMBERS_AT_ONCE):
        taken |= set(Complaint.objects.filter(number__in=some).values_list("number", flat=True))
    return taken


def _taken_in(submission: Submission, text: str, token: str, at: datetime) -> Complaint:
    with one_event():
        complaint = _written(submission, text, token, at)
        if submission.contact.is_given:
            ComplaintContact.objects.create(complaint=complaint, **vars_of(submission.contact))
        note_step(complaint, by=None, at=at)
        changes = {"kind": ("", complaint.kind), "unit": ("", submission.unit.name)}
        record("submit_complaint", on=complaint, by=None, at=at, changes=changes, created=True)
    return complaint


def _written(submission: Submission, text: str, token: str, at: datetime) -> Complaint:
    due = None
    if submission.kind == ComplaintKind.COMPLAINT:
        due = deadline_of(unit=submission.unit, severity="", since=at).due_on
    complaint = Complaint(
        number=free_number(token, at=at),
        code_hash=hash_of(code_of(token)),
        kind=submission.kind,
        means=ComplaintMeans.ONLINE,
        unit=submission.unit,
        service=submission.service,
        element=submission.element,
        text=text,
        received_at=at,
        due_on=due,
    )
    complaint.full_clean(validate_unique=False, validate_constraints=False)
    complaint.save()
    return complaint


def _require_reopenable(complaint: Complaint, at: datetime) -> None:
    if complaint.is_open or complaint.ended_at is None:
        raise NotEndedError
    if complaint.reopened_at is not None:
        raise ReopenedAlreadyError
    last = last_day_to_reopen(complaint.ended_at)
    if local_date(at) > last:
        raise ReopeningOverError(last)
