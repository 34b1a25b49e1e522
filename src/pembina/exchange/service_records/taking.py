"""From the rows of a file to what the record can take: the same for pages and for the command line."""

from collections.abc import Iterable

from pembina.domain.career.record_plan import Problem, ReadRecord, RecordPlan
from pembina.exchange.learning import CellFinding
from pembina.exchange.service_records import wording
from pembina.exchange.service_records.reading import RecordFile


def taken_from(file: RecordFile) -> list[ReadRecord]:
    """Return the rows as the record takes them."""
    return [
        ReadRecord(
            row=row.row, person=int(row.person), checked_on=row.checked_on, discipline=row.discipline,
            leave=row.leave, source=row.source, note=row.note, medal=row.medal, awarded_on=row.awarded_on,
            decree=row.decree,
        )
        for row in file.rows
    ]  # fmt: skip


def findings_of(file: RecordFile, plan: RecordPlan) -> list[CellFinding]:
    """Return what is wrong with the file, and what contradicts the record."""
    told = [_told(problem) for problem in plan.problems]
    marked = [
        CellFinding(row.row, "hukuman_disiplin", "", wording.CONTRADICTS, wording.LOOK_AGAIN, is_refusal=False)
        for row in plan.contradicting
    ]
    return [*file.findings, *told, *marked]


def refused_in(findings: Iterable[CellFinding]) -> int:
    return len({found.row for found in findings if found.is_refusal})


def _told(problem: Problem) -> CellFinding:
    return CellFinding(problem.row, problem.column, problem.value, problem.refused.message, problem.refused.remedy)
