"""A file of results: what it would do, shown and carried by the visitor until it is applied."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from django.utils.translation import gettext as _

from pembina.domain.people.models import Person
from pembina.domain.performance.enums import PredicateWord
from pembina.domain.performance.models import ResultImport
from pembina.domain.performance.result_plan import ReadResult, ResultPlan
from pembina.exchange.learning import CellFinding
from pembina.exchange.skp import Period, ResultFile, period_words
from pembina.web.components.formatting import number
from pembina.web.uploads import opened, sealed
from pembina.web.uploads.file_words import moment
from pembina.web.uploads.findings import FindingRow, finding_rows
from pembina.web.uploads.findings import carried_report as findings_carried
from pembina.web.uploads.findings import report_workbook as findings_workbook

PURPOSE = "performance_results.import"
REPORT = "performance_results.report"
MOST_CARRIED = 20_000
"""The visitor carries the rows from the look to the import: so many stay well below what a form may send."""
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One result that would be written."""

    person: str
    period: str
    predicate: str
    is_change: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """What is shown before anything is written."""

    name: str
    counts: list[tuple[str, str]]
    rows: list[WrittenRow]
    findings: list[FindingRow]
    finding_count: str
    private: str
    may_apply: bool
    is_too_long: bool


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A file that was brought in."""

    pk: int
    name: str
    when: str
    counts: str
    is_undone: bool


def carried(file: ResultFile, rows: Iterable[ReadResult], refused: int) -> str:
    """Return the rows as text that only this installation could have sealed."""
    told = [list(astuple(row)) for row in rows]
    return sealed({"name": file.name, "sha256": file.sha256, "rows": told, "refused": refused}, purpose=PURPOSE)


def uncarried(text: str) -> tuple[dict[str, Any], list[ReadResult]]:
    """Return name, digest and rows; raises ``BrokenSealError``."""
    told: dict[str, Any] = opened(text, purpose=PURPOSE)
    return told, [ReadResult(*row) for row in told["rows"]]


def carried_report(file: ResultFile, findings: Sequence[CellFinding]) -> str:
    """Return the findings as sealed text."""
    return findings_carried(file.name, findings, purpose=REPORT)


def report_workbook(text: str) -> bytes:
    """Return the findings that were carried as a workbook; raises ``BrokenSealError``."""
    return findings_workbook(text, purpose=REPORT)


def plan_page(file: ResultFile, plan: ResultPlan, findings: Sequence[CellFinding]) -> PlanPage:
    shown = [(row, False) for row in plan.new] + [(row, True) for row in plan.changed]
    people = _names([row.person for row, _is_change in shown[:MOST_SHOWN]])
    is_too_long = len(plan.new) + len(plan.changed) + plan.same > MOST_CARRIED
    return PlanPage(
        name=file.name,
        counts=[
            (_("Baris dibaca"), number(file.row_count)), (_("Baru"), number(len(plan.new))),
            (_("Berubah"), number(len(plan.changed))), (_("Sudah tercatat"), number(plan.same)),
            (_("Ditolak"), number(plan.refused)),
        ],
        rows=[_written(row, people, is_change=is_change) for row, is_change in shown[:MOST_SHOWN]],
        findings=finding_rows(findings),
        finding_count=number(len(findings)),
        private=", ".join(file.private),
        may_apply=plan.does_anything and not is_too_long,
        is_too_long=is_too_long,
    )  # fmt: skip


def import_rows(imports: Iterable[ResultImport]) -> list[ImportRow]:
    return [
        ImportRow(
            one.pk, one.file_name, moment(one.at),
            _("%(added)s baru, %(changed)s berubah, %(same)s sama, %(refused)s ditolak")
            % {name: number(getattr(one, name)) for name in ("added", "changed", "same", "refused")},
            one.undone_at is not None,
        )
        for one in imports
    ]  # fmt: skip


def _written(row: ReadResult, people: dict[int, str], *, is_change: bool) -> WrittenRow:
    predicate = str(PredicateWord(row.predicate).label)
    return WrittenRow(people.get(row.person, ""), _period(row), predicate, is_change)


def _period(row: ReadResult) -> str:
    return period_words(Period(row.year, row.cycle, row.first_month, row.last_month))


def _names(people: list[int]) -> dict[int, str]:
    return {person.pk: person.titled_name for person in Person.objects.filter(pk__in=people)}
