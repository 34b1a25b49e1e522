"""What a file would change, compared with the record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import cast

from pembina.core.collector import collector_paused
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.bulk_rows import add_rows, remove_rows
from pembina.domain.people.enums import ChangeKind, ImportKind, ImportState
from pembina.domain.people.intake.batches import begin_check
from pembina.domain.people.intake.columns import Columns
from pembina.domain.people.intake.plan import Change, Fingerprint, Plan
from pembina.domain.people.intake.record import StaffRecord, UnitRecord
from pembina.domain.people.intake.rows import RowFinding, Severity, StaffRow, UnitRow
from pembina.domain.people.intake.staff_plan import StaffPlanner
from pembina.domain.people.intake.transitions import move
from pembina.domain.people.intake.unit_plan import UnitPlanner
from pembina.domain.people.models import FileImport, ImportBatch, ImportChange, ImportFinding

# Called with how much is done and how much there is.
Progress = Callable[[int, int], None]
FINDING = ("batch_id", "row", "column", "value", "code", "severity", "reason_id", "reason_en", "remedy_id", "remedy_en")
CHANGE = ("batch_id", "row", "kind", "step", "key", "name", "before", "after", "record", "assignment", "ended")
# A cell may hold a whole document; what is wrong with it shows at its beginning.
LONGEST_VALUE = 500


def check(
    batch: ImportBatch,
    rows: Sequence[StaffRow] | Sequence[UnitRow],
    findings: Iterable[RowFinding],
    *,
    at: datetime,
    total: int | None = None,
    layout: str = "",
    government: str = "",
    headers: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> None:
    """Compare the rows of a file with the record and keep what would change; the record itself stays as it is.

    Parameters
    ----------
    rows : the rows that could be read; ``StaffRow`` or ``UnitRow``, as the batch is of one kind or the other
    findings : what the reader found; a row that one of them refuses is left out, whether it stands in `rows` or not
    total : how many rows the file has, refused ones included; counted from `rows` and `findings` if left out
    layout : in what shape the file was
    government : name of the root that is made where there is none; for units only
    headers : names of columns in the file by the fields of a row, for the findings
    progress : called with the rows compared so far and all of them

    Raises
    ------
    WrongStateError : the batch was applied or discarded already
    """
    if batch.state != ImportState.CHECKING:
        begin_check(batch, at=at)
    with collector_paused():
        plan = _compared(batch, rows, list(findings), Columns(headers), government, progress)
        counted = len({row.row for row in rows} | plan.refused) if total is None else total
        _keep(batch, plan, counted, layout, at)


def _compared(
    batch: ImportBatch,
    rows: Sequence[StaffRow] | Sequence[UnitRow],
    findings: list[RowFinding],
    columns: Columns,
    government: str,
    progress: Progress | None,
) -> Plan:
    if batch.kind == ImportKind.STAFF:
        staff = StaffPlanner(StaffRecord(), on=batch.on, columns=columns)
        return staff.compare(cast(Sequence[StaffRow], rows), findings, complete=batch.complete, progress=progress)
    units = UnitPlanner(UnitRecord(), on=batch.on, columns=columns, government=government)
    return units.compare(cast(Sequence[UnitRow], rows), findings, progress=progress)


def _keep(batch: ImportBatch, plan: Plan, total: int, layout: str, at: datetime) -> None:
    numbers = {
        "total": total,
        "new": plan.count(ChangeKind.NEW),
        "changed": plan.count(ChangeKind.CHANGED),
        "leaving": plan.count(ChangeKind.LEAVING),
        "unchanged": plan.unchanged,
        "refused": len(plan.refused),
        "warnings": sum(1 for finding in plan.findings if finding.severity is Severity.WARNING),
    }
    with one_event():
        remove_rows(ImportFinding.objects.filter(batch=batch))
        remove_rows(ImportChange.objects.filter(batch=batch))
        add_rows(ImportFinding, FINDING, (finding_row(batch, finding) for finding in _in_order(plan.findings)))
        seen = Fingerprint()
        rows = (_change_row(batch, change) for change in seen.through(plan.changes))
        add_rows(ImportChange, CHANGE, rows, while_made=True)
        written = {"checked_at": at, "numbers": numbers, "digest": str(seen), "layout": layout or batch.layout}
        move(batch, ImportState.CHECKED, at=at, progress_done=total, progress_total=total, **written)
        changes = {name: ("", str(number)) for name, number in numbers.items()}
        record("check_import", on=batch, by=batch.by, at=at, changes=changes)


def _in_order(findings: Iterable[RowFinding]) -> list[RowFinding]:
    return sorted(findings, key=lambda finding: finding.row)


def finding_row(batch: FileImport, finding: RowFinding) -> tuple[object, ...]:
    """Return a finding as a row of the table of findings, in the order of `FINDING`."""
    return (
        batch.pk, finding.row, finding.column[:200], finding.value[:LONGEST_VALUE], finding.code,
        finding.severity.value, finding.reason.id, finding.reason.en, finding.remedy.id, finding.remedy.en,
    )  # fmt: skip


def _change_row(batch: ImportBatch, change: Change) -> tuple[object, ...]:
    return (
        batch.pk, change.row, change.kind.value, change.step.value, change.key, change.name, change.before,
        change.after, change.record, change.assignment, change.ended,
    )  # fmt: skip
