"""What a file of earlier learning would do, before it does anything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pembina.core.blocks import in_blocks
from pembina.domain.development.enums import RecordSource, RecordState
from pembina.domain.development.models import LearningRecord

AT_ONCE = 500
Key = tuple[int, int, str, date, date]
Paper = tuple[int, str, date]


@dataclass(frozen=True, slots=True)
class Earlier:
    """One thing learned before; `person` is the number of the record, `row` that of the line in the file."""

    row: int
    person: int
    form: int
    title: str
    organiser: str
    number: str
    hours: Decimal
    first_day: date
    last_day: date

    @property
    def key(self) -> Key:
        return self.person, self.form, self.title.casefold(), self.first_day, self.last_day

    @property
    def paper(self) -> Paper | None:
        """Return what the same certificate is known by; None without its number."""
        return (self.person, self.number.casefold(), self.last_day) if self.number else None


@dataclass(frozen=True, slots=True)
class LearningPlan:
    """Rows that would be written, how many are on record already, and how many were refused."""

    new: tuple[Earlier, ...]
    same: int
    refused: int


def plan_learning(rows: Sequence[Earlier], *, refused: int) -> LearningPlan:
    """Return what the rows of a file would do now."""
    new = unknown_of(rows)
    return LearningPlan(tuple(new), len(rows) - len(new), refused)


def unknown_of(rows: Iterable[Earlier]) -> list[Earlier]:
    """Return the rows that are not on record, each once; one that was taken out does not come back."""
    wanted = list(rows)
    keys, papers = _known({row.person for row in wanted})
    found = []
    for row in wanted:
        if row.key not in keys and (row.paper is None or row.paper not in papers):
            found.append(row)
            keys.add(row.key)
            if row.paper:
                papers.add(row.paper)
    return found


def _known(people: set[int]) -> tuple[set[Key], set[Paper]]:
    keys: set[Key] = set()
    papers: set[Paper] = set()
    for some in in_blocks(sorted(people), AT_ONCE):
        # What its own reporter could not prove may still come with an official file.
        told = LearningRecord.objects.filter(person__in=some).exclude(
            state=RecordState.REFUSED, source=RecordSource.OWN_REPORT
        )
        for person, form, title, first, last, number in told.values_list(
            "person", "form", "title", "first_day", "last_day", "number"
        ):
            keys.add((person, form, title.casefold(), first, last))
            if number:
                papers.add((person, number.casefold(), last))
    return keys, papers
