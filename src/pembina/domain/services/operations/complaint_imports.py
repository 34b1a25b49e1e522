"""Complaints of SP4N-LAPOR! come in, and are taken back: all of a file or nothing.

A file has up to five thousand rows, so everything is looked up and written in blocks, never row by row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, cast

from django.db.models import Field, Max

from pembina.core.blocks import in_blocks
from pembina.core.rules.service_time import WorkingCalendar
from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.services.calendars import calendars_of
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
    ComplaintPublication,
    ComplaintStep,
)
from pembina.domain.services.operations.complaints import free_numbers

KEPT = (
    "state", "handler_id", "unit_id", "service_id", "element", "severity", "due_on", "answered_at", "answer_days",
    "in_time", "ended_at", "reopened_at", "satisfied",
)  # fmt: skip
CHANGED = ("state", "answered_at", "answer_days", "in_time", "ended_at")
"""What an import changes of a complaint that is known."""
AT_ONCE = 500
Snapshot = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Writing:
    """Who writes when, by which calendars; what every row needs."""

    batch: ComplaintImport
    calendars: dict[int, WorkingCalendar]
    by: User
    at: datetime


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
        units = [unit for _row, unit in plan.added] + [complaint.unit for _row, complaint in plan.changed]
        writing = Writing(batch, calendars_of(units), by, at)
        touched = [*_add(writing, plan.added), *_change(writing, plan.changed)]
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
        changes = {each.complaint_id: each for each in kept.changes.order_by("pk") if each.complaint_id is not None}
        complaints = _locked_all(list(changes))
        went_on = _went_on(changes, complaints)
        if went_on:
            raise TouchedSinceError(went_on)
        subjects = [Touched(complaint) for complaint in complaints.values()]
        record_many("undo_import_complaint", subjects=subjects, by=by, at=at)
        _take_back(changes, complaints)
        kept.undone_by, kept.undone_at = by, at
        kept.save(update_fields=["undone_by", "undone_at"])
        record("undo_import_complaints", on=kept, by=by, at=at, changes={"undone_at": ("", at.isoformat())})
    return kept


def _add(writing: Writing, added: Sequence[tuple[LaporRow, Unit]]) -> list[Touched]:
    numbers = free_numbers([(f"lapor {row.tracking_id}", row.received_at) for row, _unit in added])
    complaints = [_new(row, unit, number, writing) for (row, unit), number in zip(added, numbers, strict=True)]
    Complaint.objects.bulk_create(complaints, batch_size=AT_ONCE)
    told = list(zip([row for row, _unit in added], complaints, strict=True))
    _tell(writing, told, known=set())
    _note(writing.batch, complaints, before={})
    return [Touched(complaint, created=True) for complaint in complaints]


def _new(row: LaporRow, unit: Unit, number: str, writing: Writing) -> Complaint:
    complaint = Complaint(
        number=number,
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
        calendar = writing.calendars[unit.pk]
        complaint.due_on = deadline_of(unit=unit, severity="", since=row.received_at, calendar=calendar).due_on
    _end(complaint, row, writing)
    return complaint


def _change(writing: Writing, changed: Sequence[tuple[LaporRow, Complaint]]) -> list[Touched]:
    numbers = [complaint.pk for _row, complaint in changed]
    kept, known = _locked_all(numbers), _replies(numbers)
    before = snapshots(kept.values())
    told, touched = [], []
    for row, planned in changed:
        complaint = kept[planned.pk]
        state = complaint.state
        if ORDER.index(row.state) > ORDER.index(ComplaintState(state)):
            complaint.state = row.state
            _end(complaint, row, writing)
        told.append((row, complaint))
        touched.append(Touched(complaint, {"state": (state, str(complaint.state))}))
    Complaint.objects.bulk_update(kept.values(), CHANGED, batch_size=AT_ONCE)
    _tell(writing, told, known=known)
    _note(writing.batch, list(kept.values()), before=before)
    return touched


def _end(complaint: Complaint, row: LaporRow, writing: Writing) -> None:
    """Write when it was answered and ended; an end that the file does not date is that of the import."""
    if complaint.state not in ENDED_STATES:
        return
    if complaint.answered_at is None and row.answered_at and complaint.state != ComplaintState.DECLINED:
        complaint.answered_at = max(row.answered_at, complaint.received_at)
        calendar = writing.calendars.get(complaint.unit_id)
        measure_answer(complaint, at=complaint.answered_at, calendar=calendar)
    complaint.ended_at = row.answered_at or complaint.ended_at or writing.at


def _tell(writing: Writing, told: Iterable[tuple[LaporRow, Complaint]], *, known: set[tuple[int, str]]) -> None:
    """Write the answers that are not `known`, and a step for each."""
    by, at = writing.by, writing.at
    messages, steps = [], []
    for row, complaint in told:
        if row.answer and (complaint.pk, row.answer) not in known:
            answered = row.answered_at or at
            messages.append(
                ComplaintMessage(complaint=complaint, kind=MessageKind.REPLY, text=row.answer, by=by, at=answered)
            )
        declined = complaint.state == ComplaintState.DECLINED
        reason = (row.answer or f"SP4N-LAPOR!: {row.status}") if declined else ""
        steps.append(
            ComplaintStep(
                complaint=complaint, state=complaint.state, unit_id=complaint.unit_id, reason=reason, by=by, at=at
            )
        )
    ComplaintMessage.objects.bulk_create(messages, batch_size=AT_ONCE)
    ComplaintStep.objects.bulk_create(steps, batch_size=AT_ONCE)


def _note(batch: ComplaintImport, complaints: Sequence[Complaint], *, before: dict[int, Snapshot]) -> None:
    after = snapshots(complaints)
    changes = [
        ComplaintImportChange(batch=batch, complaint=each, before=before.get(each.pk), after=after[each.pk])
        for each in complaints
    ]
    ComplaintImportChange.objects.bulk_create(changes, batch_size=AT_ONCE)


def snapshots(complaints: Iterable[Complaint]) -> dict[int, Snapshot]:
    """Return, by the number of the record, how each complaint stands, with the last of what was written about it."""
    standing = {each.pk: {name: _plain(getattr(each, name)) for name in KEPT} for each in complaints}
    for name, model in (("message", ComplaintMessage), ("step", ComplaintStep)):
        last: dict[int, int] = {}
        for some in in_blocks(list(standing), AT_ONCE):
            found = model._default_manager.filter(complaint__in=some).order_by().values_list("complaint_id")
            last |= dict(found.annotate(last=Max("pk")))
        for number, told in standing.items():
            told[name] = last.get(number)
    return standing


def _plain(value: Any) -> Any:
    """Return a value as JSON keeps it; a moment in UTC, as it comes back from the database."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _locked_all(numbers: Sequence[int]) -> dict[int, Complaint]:
    """Return complaints as they stand now, by number and in its order, held until the operation is over."""
    held: dict[int, Complaint] = {}
    for some in in_blocks(sorted(numbers), AT_ONCE):
        found = Complaint.objects.select_for_update(of=("self",)).select_related("unit").filter(pk__in=some)
        held |= {complaint.pk: complaint for complaint in found.order_by("pk")}
    return held


def _replies(numbers: Sequence[int]) -> set[tuple[int, str]]:
    """Return the replies on record to some complaints, each with the number of its complaint."""
    found: set[tuple[int, str]] = set()
    for some in in_blocks(numbers, AT_ONCE):
        replies = ComplaintMessage.objects.filter(complaint__in=some, kind=MessageKind.REPLY)
        found |= set(replies.values_list("complaint_id", "text"))
    return found


def _went_on(changes: dict[int, ComplaintImportChange], complaints: dict[int, Complaint]) -> list[str]:
    """Return the numbers of those that are not as the import left them, or whose answer was published."""
    now, published = snapshots(complaints.values()), set[int]()
    for some in in_blocks(list(complaints), AT_ONCE):
        shown = ComplaintPublication.objects.filter(complaint__in=some)
        published |= set(shown.values_list("complaint_id", flat=True))
    return [
        complaints[number].number
        for number, change in changes.items()
        if number in published or now[number] != change.after
    ]


def _take_back(changes: dict[int, ComplaintImportChange], complaints: dict[int, Complaint]) -> None:
    """Delete what came with the import and put the others back; nobody has written anything since."""
    before = {number: change.before for number, change in changes.items()}
    for name, model in (("message", ComplaintMessage), ("step", ComplaintStep)):
        for some in in_blocks(list(complaints), AT_ONCE):
            told = model._default_manager.filter(complaint__in=some).order_by().values_list("pk", "complaint_id")
            newer = [pk for pk, number in told if pk > ((before[number] or {}).get(name) or 0)]
            model._default_manager.filter(pk__in=newer).delete()
    added = [number for number, told in before.items() if told is None]
    for some in in_blocks(added, AT_ONCE):
        ComplaintContact.objects.filter(complaint__in=some).delete()
        Complaint.objects.filter(pk__in=some).delete()
    put_back = [_as_before(complaints[number], told) for number, told in before.items() if told is not None]
    Complaint.objects.bulk_update(put_back, CHANGED, batch_size=AT_ONCE)


def _as_before(complaint: Complaint, told: Snapshot) -> Complaint:
    for name in CHANGED:
        setattr(complaint, name, cast(Field[Any, Any], Complaint._meta.get_field(name)).to_python(told[name]))
    return complaint
