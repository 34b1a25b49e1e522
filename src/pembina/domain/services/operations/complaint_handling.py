"""What officers do with complaints: sort, take over, hand on, answer, decline, close."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pembina.core.rules.complaint_deadlines import reopening_window
from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.services.complaint_clock import begun_at, deadline_of, measure_answer
from pembina.domain.services.complaint_enums import ComplaintKind, ComplaintState, MessageKind
from pembina.domain.services.complaint_refusals import (
    EndedError,
    NotHandlerError,
    NotTriagedError,
    OfficerOutOfReachError,
    SameUnitError,
    SeverityMissingError,
)
from pembina.domain.services.models import Complaint, ComplaintMessage, PublicService
from pembina.domain.services.operations.complaints import locked, note_step, require_service_of, said
from pembina.domain.services.queries.complaint_officers import officers_of


@dataclass(frozen=True, slots=True)
class Triage:
    """How a complaint is sorted."""

    kind: ComplaintKind
    service: PublicService | None
    element: str
    severity: str


def triage_complaint(*, complaint: Complaint, triage: Triage, by: User, at: datetime) -> Complaint:
    """Sort a complaint; its deadline follows from the severity, counted from receipt or from being reopened.

    Raises
    ------
    EndedError, SeverityMissingError, WrongServiceError
    """
    with one_event():
        kept = _open(complaint)
        require_service_of(kept.unit, triage.service)
        before = _sorted_as(kept)
        kept.kind, kept.service, kept.element = triage.kind, triage.service, triage.element
        _set_clock(kept, triage)
        kept.state = _state_of_work(kept, is_triaged=True)
        kept.save()
        note_step(kept, by=by, at=at)
        after = _sorted_as(kept)
        changes = {name: (before[name], after[name]) for name in after if before[name] != after[name]}
        record("triage_complaint", on=kept, by=by, at=at, changes=changes)
    return kept


def take_over_complaint(*, complaint: Complaint, by: User, at: datetime) -> Complaint:
    """Become the officer of a complaint; raises ``EndedError`` and ``OfficerOutOfReachError``."""
    with one_event():
        kept, changes = _handed_to(complaint, by, by, at)
        record("take_over_complaint", on=kept, by=by, at=at, changes=changes)
    return kept


def assign_complaint(*, complaint: Complaint, to: User, by: User, at: datetime) -> Complaint:
    """Make somebody else its officer; raises ``EndedError`` and ``OfficerOutOfReachError``."""
    with one_event():
        kept, changes = _handed_to(complaint, to, by, at)
        record("assign_complaint", on=kept, by=by, at=at, changes=changes)
    return kept


def forward_complaint(*, complaint: Complaint, unit: Unit, reason: str, by: User, at: datetime) -> Complaint:
    """Hand a complaint to another unit, which begins anew with it; its clock goes on, by that unit's calendar.

    Raises
    ------
    NothingSaidError, EndedError, SameUnitError
    """
    why = said(reason)
    with one_event():
        kept = _open(complaint)
        if kept.unit_id == unit.pk:
            raise SameUnitError
        changes = {"unit": (kept.unit.name, unit.name), "state": (kept.state, ComplaintState.RECEIVED.value)}
        kept.unit, kept.service, kept.handler, kept.state = unit, None, None, ComplaintState.RECEIVED
        if kept.kind == ComplaintKind.COMPLAINT:
            kept.due_on = deadline_of(unit=unit, severity=kept.severity, since=begun_at(kept)).due_on
        kept.save()
        note_step(kept, by=by, at=at, reason=why)
        record("forward_complaint", on=kept, by=by, at=at, changes=changes, why=why)
    return kept


def reply_to_complaint(*, complaint: Complaint, text: str, is_final: bool, by: User, at: datetime) -> ComplaintMessage:
    """Write to the citizen: a question or news, or, where it is final, the answer that stops the clock.

    Raises
    ------
    NothingSaidError, EndedError, NotHandlerError, NotTriagedError
    """
    written = said(text)
    with one_event():
        kept = _handled(complaint, by)
        if is_final:
            _answer(kept, at)
        message = ComplaintMessage.objects.create(complaint=kept, kind=MessageKind.REPLY, text=written, by=by, at=at)
        if is_final:
            note_step(kept, by=by, at=at)
            changes = {"state": (ComplaintState.IN_PROGRESS.value, str(kept.state))}
            record("answer_complaint", on=kept, by=by, at=at, changes=changes)
        else:
            record("write_to_complainant", on=kept, by=by, at=at, changes={"messages": ("", "1")})
    return message


def note_on_complaint(*, complaint: Complaint, text: str, by: User, at: datetime) -> ComplaintMessage:
    """Write a note that only those see who handle complaints of the unit; raises ``NothingSaidError``."""
    written = said(text)
    with one_event():
        message = ComplaintMessage.objects.create(
            complaint=complaint, kind=MessageKind.NOTE, text=written, by=by, at=at
        )
        record("note_on_complaint", on=complaint, by=by, at=at, changes={"messages": ("", "1")})
    return message


def decline_complaint(*, complaint: Complaint, reason: str, by: User, at: datetime) -> Complaint:
    """End a complaint that this government cannot handle; the citizen reads why and where to turn.

    Raises
    ------
    NothingSaidError, EndedError, NotHandlerError
    """
    why = said(reason)
    with one_event():
        kept = _handled(complaint, by)
        before, kept.state, kept.ended_at = kept.state, ComplaintState.DECLINED, at
        kept.save(update_fields=["state", "ended_at"])
        note_step(kept, by=by, at=at, reason=why)
        record("decline_complaint", on=kept, by=by, at=at, changes={"state": (before, str(kept.state))}, why=why)
    return kept


def close_settled_complaints(*, by: User | None, at: datetime) -> int:
    """Close the answers that nobody contradicted in time, and say how many; what has moved meanwhile is left alone."""
    last = at - timedelta(days=reopening_window(on=local_date(at)).days + 1)
    settled = Complaint.objects.filter(state=ComplaintState.ANSWERED, ended_at__lt=last).order_by("pk")
    return sum(_close(complaint, by, at) for complaint in settled)


def _close(complaint: Complaint, by: User | None, at: datetime) -> bool:
    """Close one answer, unless another worker has, or somebody has reopened or answered it anew since it was found."""
    with one_event():
        kept = locked(complaint)
        if (kept.state, kept.ended_at) != (ComplaintState.ANSWERED, complaint.ended_at):
            return False
        kept.state = ComplaintState.CLOSED
        kept.save(update_fields=["state"])
        note_step(kept, by=by, at=at)
        changes = {"state": (ComplaintState.ANSWERED.value, str(kept.state))}
        record("close_complaint", on=kept, by=by, at=at, changes=changes)
    return True


def _open(complaint: Complaint) -> Complaint:
    kept = locked(complaint)
    if not kept.is_open:
        raise EndedError
    return kept


def _handled(complaint: Complaint, by: User) -> Complaint:
    kept = _open(complaint)
    if kept.handler_id != by.pk:
        raise NotHandlerError
    return kept


def _handed_to(complaint: Complaint, to: User, by: User, at: datetime) -> tuple[Complaint, Changes]:
    """Return a complaint whose officer is `to` from now on, and what that changed."""
    kept = _open(complaint)
    if not officers_of(kept.unit, on=local_date(at)).filter(pk=to.pk).exists():
        raise OfficerOutOfReachError(to.display_name)
    former, before = kept.handler.display_name if kept.handler else "", kept.state
    kept.handler = to
    kept.state = _state_of_work(kept, is_triaged=before != ComplaintState.RECEIVED)
    kept.save(update_fields=["handler", "state"])
    changes: Changes = {"handler": (former, to.display_name)}
    if kept.state != before:
        note_step(kept, by=by, at=at)
        changes["state"] = (before, str(kept.state))
    return kept, changes


def _state_of_work(complaint: Complaint, *, is_triaged: bool) -> ComplaintState:
    """Return how far the work is: sorted and with an officer it is in progress."""
    if not is_triaged:
        return ComplaintState.RECEIVED
    return ComplaintState.IN_PROGRESS if complaint.handler_id else ComplaintState.TRIAGED


def _set_clock(complaint: Complaint, triage: Triage) -> None:
    if triage.kind != ComplaintKind.COMPLAINT:
        complaint.severity, complaint.due_on = "", None
        return
    if not triage.severity:
        raise SeverityMissingError
    complaint.severity = triage.severity
    complaint.due_on = deadline_of(unit=complaint.unit, severity=triage.severity, since=begun_at(complaint)).due_on


def _answer(complaint: Complaint, at: datetime) -> None:
    if complaint.state != ComplaintState.IN_PROGRESS:
        raise NotTriagedError
    complaint.state, complaint.answered_at, complaint.ended_at = ComplaintState.ANSWERED, at, at
    measure_answer(complaint, at=at)
    complaint.save(update_fields=["state", "answered_at", "ended_at", "answer_days", "in_time"])


def _sorted_as(complaint: Complaint) -> dict[str, str]:
    return {
        "kind": complaint.kind,
        "service": complaint.service.name if complaint.service else "",
        "element": complaint.element,
        "severity": complaint.severity,
        "due_on": complaint.due_on.isoformat() if complaint.due_on else "",
        "state": complaint.state,
    }
