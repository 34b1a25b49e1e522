"""From the rows of a file to what the record can take: the same for pages and for the command line."""

from collections.abc import Iterable

from pembina.domain.people.models import Person
from pembina.domain.performance.result_plan import ReadResult
from pembina.domain.performance.result_refusals import OwnResultError
from pembina.exchange.learning import CellFinding
from pembina.exchange.skp.reading import ResultFile, ResultRow

OWN = OwnResultError()


def taken_from(file: ResultFile, *, by: Person | None) -> tuple[list[ReadResult], list[CellFinding]]:
    """Return the rows that can be written by `by`, and all findings with that of a row about oneself."""
    rows, findings = [], list(file.findings)
    for row in file.rows:
        if by is not None and int(row.person) == by.pk:
            findings.append(CellFinding(row.row, "nip", by.nip, OWN.message, OWN.remedy))
        else:
            rows.append(_read(row))
    return rows, findings


def refused_in(findings: Iterable[CellFinding]) -> int:
    return len({found.row for found in findings if found.is_refusal})


def _read(row: ResultRow) -> ReadResult:
    period = row.period
    return ReadResult(
        row=row.row, person=int(row.person), year=period.year, cycle=period.cycle, first_month=period.first_month,
        last_month=period.last_month, results=row.results.value, behaviour=row.behaviour.value,
        predicate=row.predicate, rater=None if row.rater is None else int(row.rater), **row.words,
    )  # fmt: skip
