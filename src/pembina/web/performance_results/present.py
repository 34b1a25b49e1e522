"""Results as pages and workbooks show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from pembina.core.blocks import in_blocks
from pembina.domain.people.models import Assignment
from pembina.domain.people.queries import main_assignments
from pembina.domain.performance.enums import PeriodCycle, PredicateWord
from pembina.domain.performance.models import PerformanceResult
from pembina.exchange.staff import staff_workbook
from pembina.web.components.formatting import MISSING

AT_A_TIME = 500
TONES = {
    PredicateWord.VERY_GOOD: "success", PredicateWord.GOOD: "success", PredicateWord.NEEDS_IMPROVEMENT: "warning",
    PredicateWord.POOR: "danger", PredicateWord.VERY_POOR: "danger",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One result of one person."""

    person: int
    name: str
    nip: str
    position: str
    unit: str
    period: str
    results: str
    behaviour: str
    predicate: str
    tone: str
    rater: str
    rater_nip: str
    rater_post: str
    is_rater_known: bool


def result_rows(results: Iterable[PerformanceResult], *, on: date) -> list[ResultRow]:
    """Return the rows of a page; the posts of all persons in one query."""
    held = list(results)
    posts = _posts({result.person_id for result in held}, on)
    return [_row(result, posts.get(result.person_id)) for result in held]


def results_workbook(results: QuerySet[PerformanceResult], *, on: date) -> bytes:
    """Return the list as a workbook; nothing in it is a formula."""
    head = [
        _("NIP"), _("Nama"), _("Jabatan"), _("Unit kerja"), _("Periode"), _("Hasil kerja"), _("Perilaku kerja"),
        _("Predikat"), _("Penilai"), _("NIP/NRP penilai"),
    ]  # fmt: skip
    return staff_workbook(head, _cells(results, on), sheet=_("Hasil kinerja"))


def period_name(result: PerformanceResult) -> str:
    """Return the period in words: the year, or its months."""
    first, last = str(MONTHS[result.first_month]), str(MONTHS[result.last_month])
    if result.cycle == PeriodCycle.ANNUAL:
        return str(result.year)
    return f"{first} {result.year}" if first == last else f"{first}–{last} {result.year}"


def _cells(results: QuerySet[PerformanceResult], on: date) -> Iterator[list[str]]:
    numbers = list(results.values_list("pk", flat=True))
    for some in in_blocks(numbers, AT_A_TIME):
        found = PerformanceResult.objects.select_related("person").in_bulk(some)
        for row in result_rows((found[pk] for pk in some if pk in found), on=on):
            yield [
                row.nip, row.name, row.position, row.unit, row.period, row.results, row.behaviour, row.predicate,
                row.rater, row.rater_nip,
            ]  # fmt: skip


def _posts(people: set[int], on: date) -> dict[int, Assignment]:
    held = main_assignments(on).filter(person__in=people)
    return {assignment.person_id: assignment for assignment in held}


def _row(result: PerformanceResult, post: Assignment | None) -> ResultRow:
    return ResultRow(
        person=result.person_id,
        name=result.person.titled_name,
        nip=result.person.nip,
        position=post.position if post else MISSING,
        unit=post.unit.name if post else MISSING,
        period=period_name(result),
        results=result.get_results_display(),
        behaviour=result.get_behaviour_display(),
        predicate=result.get_predicate_display(),
        tone=TONES[PredicateWord(result.predicate)],
        rater=result.rater_name or MISSING,
        rater_nip=result.rater_nip,
        rater_post=", ".join(filter(None, (result.rater_position, result.rater_unit))),
        is_rater_known=result.rater_id is not None,
    )
