"""Who counts for a unit in a month, and shares among them; what would tell of too few people is left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.rules.service_time import month_number
from pembina.domain.impact.whole_months import month_of, moved
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment

FEWEST_PEOPLE = 4
"""A figure of fewer people is not drawn: it would tell of one of them."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One main position of a person: it counts for `rows` at the end of the months from `first` to `last`, by place."""

    rows: tuple[int, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Months:
    """The T months of a window; those from `over` on have not ended yet, so that nothing is known of them."""

    first: date
    count: int
    over: int

    @classmethod
    def until(cls, first: date, last: date, *, on: date) -> "Months":
        """Return the months from the one of `first` to the one of `last` as they stand on a day."""
        begins = month_of(first)
        count = _number(last) - _number(begins) + 1
        return cls(begins, count, min(max(_number(on) - _number(begins), 0), count))

    def place(self, day: date) -> int:
        """Return which month a day lies in, counted from 0; it may lie outside."""
        return _number(day) - _number(self.first)

    def holds(self, place: int) -> bool:
        """Say whether a place is that of a month that has ended."""
        return 0 <= place < self.over

    def ends_between(self, first: date, last: date | None) -> tuple[int, int]:
        """Return places of the first and last month whose last day lies between two days, both included."""
        begins = max(self.place(first), 0)
        if last is None:
            return begins, self.over - 1
        ends = self.place(last) if last == self.last_day(self.place(last)) else self.place(last) - 1
        return begins, min(ends, self.over - 1)

    def last_day(self, place: int) -> date:
        """Return the last day of a month."""
        return moved(self.first, place + 1) - timedelta(days=1)


@dataclass(frozen=True)
class Shares:
    """What is known of n units in T months.

    Attributes
    ----------
    values : (n, T) percent; NaN where nothing is known or too few people stand behind it
    counts : (n, T) people, indicators or appraisals behind each
    hidden : (n,) whether a month was left out because of too few people
    staffed : (n,) whether anybody was found there at all
    """

    values: FloatArray
    counts: IntArray
    hidden: BoolArray
    staffed: BoolArray


def shares_of(good: IntArray, of: IntArray, people: IntArray, staffed: BoolArray) -> Shares:
    """Return ``100 * good / of`` where at least `FEWEST_PEOPLE` stand behind it; those are (n, T)."""
    few: BoolArray = (people > 0) & (people < FEWEST_PEOPLE)
    known = (of > 0) & (people >= FEWEST_PEOPLE)
    values = np.divide(100.0 * good, of, out=np.full(of.shape, np.nan), where=known)
    hidden: BoolArray = np.any(few, axis=1)
    return Shares(values, np.where(known, of, 0).astype(np.int64), hidden, staffed)


def stays_in(rows: Mapping[int, Sequence[int]], months: Months) -> dict[int, list[Stay]]:
    """Return the main positions held in units within the months, by person; one query."""
    last = months.last_day(months.count - 1)
    held = Assignment.objects.filter(unit__in=list(rows), kind=AssignmentKind.MAIN, starts_on__lte=last)
    found: dict[int, list[Stay]] = {}
    for person, unit, starts, ends in held.values_list("person", "unit", "starts_on", "ends_on"):
        begins, until = months.ends_between(starts, ends)
        if begins <= until:
            found.setdefault(person, []).append(Stay(tuple(rows[unit]), begins, until))
    return found


def staff_counts(stays: Iterable[Sequence[Stay]], *, units: int, months: int) -> IntArray:
    """Return (n, T) how many people were in each unit at the end of each month."""
    found = np.zeros((units, months), dtype=np.int64)
    for held in stays:
        for stay in held:
            for row in stay.rows:
                found[row, stay.first : stay.last + 1] += 1
    return found


def _number(day: date) -> int:
    return month_number(day.year, day.month)
