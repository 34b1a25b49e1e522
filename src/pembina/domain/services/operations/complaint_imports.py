"""Complaints of SP4N-LAPOR! come in, and are taken back: all of a file or nothing."""

from datetime import UTC, date, datetime
from typing import Any

from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.services.complaint_clock import deadline_of, measure_answer
from pembina.domain.services.complaint_enums import (
    ENDED_STATES,
    ComplaintKind,
    ComplaintMeans,
    ComplaintState,
    MessageKind,
)
from pembina.domain.services.complaint_plan import ORDER, ImportPlan
from pembina.domain.services.complaint_refusals import ImportUndoneAlreadyError, TouchedSinceError
from pembina.domain.services.complaint_rows import LaporRow
from pembina.domain.services.models import (
    Complaint,
    ComplaintContact,
    ComplaintImport,
    ComplaintImportChange,
    ComplaintMessage,
    ComplaintStep,
)
from pembina.domain.services.operations.complaints import free_number, note_step

KEPT = (
    "state", "handler_id", "unit_id", "service_id", "element", "severity", "due_on", "answered_at", "answer_days",
    "in_time", "ended_at", "reopened_at", "satisfied",
)  # fmt: skip


def import_complaints(*, plan: ImportPlan, file_name: str, sha256: str, by: User, at: datetime) -> ComplaintImport:
    """Write what a plan says, and what it did to each complaint, so that it can be undone."""
    with one_event():
        batch = ComplaintImport.objects.create(
            file_name=file_name[-200:],
            sha256=sha256,
            by=by,
            at=at,
            added=len(plan.added),
            changed=len(plan.changed),
            same=plan.same,
            refused=plan.refused,
        )
        touched = [Touched(_added(batch, row, unit, by, at), created=True) for row, unit in plan.added]
        touched += [_changed(batch, row, complaint, by, at) for row, complaint in plan.changed]
        record_many("import_complaint", subjects=touched, by=by, at=at)
        changes = {"complaints": ("", str(len(touched)))}
        record("import_complaints", on=batch, by=by, at=at, changes=changes, created=True)
    return batch


def undo_import_complaints(*, batch: ComplaintImport, by: User, at: datetime) -> ComplaintImport:
    """Take a file back: what it added goes, what it changed is as before; nothing where officers went on since.

    Raises
    ------
    ImportUndoneAlreadyError, TouchedSinceError
    """
    with one_event():
        kept = ComplaintImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if kept.undone_at is not None:
            raise ImportUndoneAlreadyError
        changes = list(kept.changes.select_related("complaint").order_by("pk"))
        went_on = [each.complaint.number for each in changes if each.complaint and _went_on(each)]
        if went_on:
            raise TouchedSinceError(went_on)
        subjects = [Touched(each.complaint) for each in changes if each.complaint]
        record_many("undo_import_complaint", subjects=subjects, by=by, at=at)
        for each in changes:
            _take_back(each)
        kept.undone_by, kept.undone_at = by, at
        kept.save(update_fields=["undone_by", "undone_at"])
        record("undo_import_complaints", on=kept, by=by, at=at, changes={"undone_at": ("", at.isoformat())})
    return kept


def _added(batch: ComplaintImport, row: LaporRow, unit: Unit, by: User, at: datetime) -> Complaint:
    complaint = Complaint(
        number=free_number(f"lapor {row.tracking_id}", at=row.received_at),
        kind=row.kind,
        means=ComplaintMeans.LAPOR,
        unit=unit,
        title=row.title,
        text=row.text,
        category=row.category,
        tracking_id=row.tracking_id,
        received_at=row.received_at,
        state=row.state,
    )
    if row.kind == ComplaintKind.COMPLAINT:
        complaint.due_on = deadline_of(unit=unit, severity="", since=row.received_at).due_on
    _end(complaint, row, at)
    complaint.save()
    _tell(complaint, row, by, at)
    _note(batch, complaint, None)
    return complaint


def _changed(batch: ComplaintImport, row: LaporRow, complaint: Complaint, by: User, at: datetime) -> Touched:
    kept = Complaint.objects.select_for_update(of=("self",)).select_related("unit").get(pk=complaint.pk)
    before = snapshot(kept)
    state = kept.state
    if ORDER.index(row.state) > ORDER.index(ComplaintState(state)):
        kept.state = row.state
        _end(kept, row, at)
    kept.save()
    _tell(kept, row, by, at)
    _note(batch, kept, before)
    return Touched(kept, {"state": (state, str(kept.state))})


def _end(complaint: Complaint, row: LaporRow, at: datetime) -> None:
    """Write when it was answered and ended; an end that the file does not date is that of the import."""
    if complaint.state not in ENDED_STATES:
        return
    if complaint.answered_at is None and row.answered_at and complaint.state != ComplaintState.DECLINED:
        complaint.answered_at = max(row.answered_at, complaint.received_at)
        measure_answer(complaint, at=complaint.answered_at)
    complaint.ended_at = row.answered_at or complaint.ended_at or at


def _tell(complaint: Complaint, row: LaporRow, by: User, at: datetime) -> None:
    """Write the answer and the step, unless they are there."""
    replies = ComplaintMessage.objects.filter(complaint=complaint, kind=MessageKind.REPLY)
    if row.answer and not replies.filter(text=row.answer).exists():
        ComplaintMessage.objects.create(
            complaint=complaint, kind=MessageKind.REPLY, text=row.answer, by=by, at=row.answered_at or at
        )
    reason = row.answer or f"SP4N-LAPOR!: {row.status}" if complaint.state == ComplaintState.DECLINED else ""
    note_step(complaint, by=by, at=at, reason=reason)


def _note(batch: ComplaintImport, complaint: Complaint, before: dict[str, Any] | None) -> None:
    ComplaintImportChange.objects.create(batch=batch, complaint=complaint, before=before, after=snapshot(complaint))


def snapshot(complaint: Complaint) -> dict[str, Any]:
    """Return how a complaint stands, with the last of what was written about it."""
    told = {name: _plain(getattr(complaint, name)) for name in KEPT}
    for name, model in (("message", ComplaintMessage), ("step", ComplaintStep)):
        found = model.objects.filter(complaint=complaint)
        told[name] = found.order_by("-pk").values_list("pk", flat=True).first()
    return told


def _plain(value: Any) -> Any:
    """Return a value as JSON keeps it; a moment in UTC, as it comes back from the database."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _went_on(change: ComplaintImportChange) -> bool:
    return change.complaint is not None and snapshot(change.complaint) != change.after


def _take_back(change: ComplaintImportChange) -> None:
    complaint, before = change.complaint, change.before
    if complaint is None:
        return
    for name, model in (("message", ComplaintMessage), ("step", ComplaintStep)):
        newer = model.objects.filter(complaint=complaint)
        newer.filter(pk__gt=(before or {}).get(name) or 0).delete()
    if before is None:
        ComplaintContact.objects.filter(complaint=complaint).delete()
        complaint.delete()
        return
    Complaint.objects.filter(pk=complaint.pk).update(**{name: before[name] for name in KEPT})
