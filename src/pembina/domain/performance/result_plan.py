"""What a file of results would do, before it does anything.

The same period of the same person is one result. A file that says something else about it changes it: the file is the
later reading of the national record.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import QuerySet

from pembina.core.blocks import in_blocks
from pembina.domain.performance.models import PerformanceResult

AT_ONCE = 500
Key = tuple[int, int, str, int, int]


@dataclass(frozen=True, slots=True)
class ReadResult:
    """One result as a file tells it; `person` and `rater` are the numbers of records, `row` that of the line."""

    row: int
    person: int
    year: int
    cycle: str
    first_month: int
    last_month: int
    results: str
    behaviour: str
    predicate: str
    rater: int | None
    rater_nip: str
    rater_name: str
    rater_position: str
    rater_unit: str
    rater_rank: str
    rater_status: str
    external_id: str

    @property
    def key(self) -> Key:
        return self.person, self.year, self.cycle, self.first_month, self.last_month

    @property
    def content(self) -> dict[str, Any]:
        """Return what is said of the period, by the fields of the record."""
        told = asdict(self)
        return {name: told[name] for name in CONTENT}


CONTENT = (
    "results", "behaviour", "predicate", "rater", "rater_nip", "rater_name", "rater_position", "rater_unit",
    "rater_rank", "rater_status", "external_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ResultPlan:
    """Rows that would be written or changed, how many are on record already, and how many were refused."""

    new: tuple[ReadResult, ...]
    changed: tuple[ReadResult, ...]
    same: int
    refused: int

    @property
    def does_anything(self) -> bool:
        return bool(self.new or self.changed)


def plan_results(rows: Iterable[ReadResult], *, refused: int) -> ResultPlan:
    """Return what the rows of a file would do now; of two rows about one period the last one holds."""
    wanted = list({row.key: row for row in rows}.values())
    known = {key_of(result): content_of(result) for result in results_about(wanted)}
    new = tuple(row for row in wanted if row.key not in known)
    changed = tuple(row for row in wanted if row.key in known and known[row.key] != row.content)
    return ResultPlan(new, changed, len(wanted) - len(new) - len(changed), refused)


def results_about(rows: Sequence[ReadResult]) -> Iterator[PerformanceResult]:
    """Yield what is on record of the persons and years of some rows."""
    years = {row.year for row in rows}
    for some in in_blocks(sorted({row.person for row in rows}), AT_ONCE):
        found: QuerySet[PerformanceResult] = PerformanceResult.objects.filter(person__in=some, year__in=years)
        yield from found.select_related("person")


def key_of(result: PerformanceResult) -> Key:
    return result.person_id, result.year, result.cycle, result.first_month, result.last_month


def content_of(result: PerformanceResult) -> dict[str, Any]:
    """Return what is on record of the period, in the form of `ReadResult.content`."""
    return {name: result.rater_id if name == "rater" else getattr(result, name) for name in CONTENT}
