"""What a month of a service keeps of its requests, so that new ones can be added without reading the old ones again.

A request adds to the month it was received in (its time, or itself while it is open), to the month it ended in, and to
every month at whose end it was still open. Nothing kept depends on the day of reading. So the tally of all requests is
the sum of the tallies of any parts: to refresh, take away the tally of the rows as they were and add that of the rows
as they are. The work grows with those rows and the months they touch; the result equals a full count exactly.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np

from pembina.core.rules.service_time.calendar import WorkingCalendar
from pembina.core.rules.service_time.ledger import Flags, RequestColumns
from pembina.core.rules.service_time.lives import FLAWS, Lives, Measure, measure_lives
from pembina.core.rules.service_time.multiset import Multiset
from pembina.core.rules.service_time.timeline import Integers

Key = tuple[int, int]
"""Service, and month as twelve times the year plus the month from 0; month 0 holds what has no possible receipt."""

UNDATED = 0
_NO_FLAWS = (0,) * len(FLAWS)


@dataclass(frozen=True)
class Cell:
    """One service in one month.

    Attributes
    ----------
    finished, withdrawn : how long the requests received in the month took
    opened : those still open: (receipt, used, since, promised) as in `Lives`
    promised, within : completed ones that had a standard, and those of them that kept it
    completions, withdrawals : requests that ended in the month, whenever received
    carried : receipts of those open at the end of the month and ended later
    flaws : impossible rows by position in `FLAWS`
    """

    finished: Multiset = field(default_factory=Multiset.empty)
    withdrawn: Multiset = field(default_factory=Multiset.empty)
    opened: Multiset = field(default_factory=lambda: Multiset.empty(4))
    promised: int = 0
    within: int = 0
    completions: int = 0
    withdrawals: int = 0
    carried: Multiset = field(default_factory=Multiset.empty)
    flaws: tuple[int, ...] = _NO_FLAWS

    @property
    def arrivals(self) -> int:
        """Return how many measurable requests were received in the month."""
        return self.finished.size + self.withdrawn.size + self.opened.size

    def plus(self, other: "Cell") -> "Cell":
        """Return both together."""
        return Cell(**{part.name: _sum(getattr(self, part.name), getattr(other, part.name)) for part in fields(Cell)})

    def minus(self, other: "Cell") -> "Cell":
        """Return this one without what the other holds."""
        parts = {part.name: _rest(getattr(self, part.name), getattr(other, part.name)) for part in fields(Cell)}
        return Cell(**parts)


NOTHING = Cell()


@dataclass(frozen=True)
class Tally:
    """Services by months, in one measure; a cell without anything is absent."""

    measure: Measure
    cells: Mapping[Key, Cell]

    def plus(self, other: "Tally") -> "Tally":
        """Return the tally of the requests of both."""
        return self._with({key: self.cells.get(key, NOTHING).plus(cell) for key, cell in self._same(other).items()})

    def minus(self, other: "Tally") -> "Tally":
        """Return the tally without the requests of another; refuse to take what was never added."""
        return self._with({key: self.cells.get(key, NOTHING).minus(cell) for key, cell in self._same(other).items()})

    def _same(self, other: "Tally") -> Mapping[Key, Cell]:
        if other.measure is not self.measure:
            raise ValueError(f"a tally in {self.measure} and one in {other.measure} cannot be added")
        return other.cells

    def _with(self, changed: dict[Key, Cell]) -> "Tally":
        cells = {**self.cells, **changed}
        return Tally(self.measure, {key: cell for key, cell in cells.items() if cell != NOTHING})


def tally_requests(*, requests: RequestColumns, calendar: WorkingCalendar, measure: Measure) -> Tally:
    """Count requests of services that follow one calendar and are measured alike."""
    lives = measure_lives(requests=requests, calendar=calendar, measure=measure)
    parts: dict[Key, dict[str, Any]] = defaultdict(dict)
    is_open, sound = requests.is_open, lives.sound
    completed, withdrawn = sound & ~is_open & ~requests.withdrawn, sound & ~is_open & requests.withdrawn
    opened = np.stack((requests.received, lives.used, lives.since, requests.promised), axis=1)
    standard = completed & (requests.promised > 0)
    for name, chosen, rows in (
        ("finished", completed, lives.used),
        ("withdrawn", withdrawn, lives.used),
        ("opened", sound & is_open, opened),
    ):
        for key, where in _by_cell(requests.service, lives.month, chosen):
            parts[key][name] = Multiset.of(rows[where])
    for name, chosen, month in (
        ("promised", standard, lives.month),
        ("within", standard & (lives.used <= requests.promised), lives.month),
        ("completions", completed, lives.ended_month),
        ("withdrawals", withdrawn, lives.ended_month),
    ):
        for key, where in _by_cell(requests.service, month, chosen):
            parts[key][name] = int(where.size)
    for key, where in _by_cell(requests.service, lives.month, ~sound):
        parts[key]["flaws"] = tuple(np.bincount(lives.flaw[where], minlength=len(FLAWS)).tolist())
    for key, receipts in _carried(requests, lives):
        parts[key]["carried"] = Multiset.of(receipts)
    return Tally(measure, {key: Cell(**found) for key, found in parts.items()})


def _carried(requests: RequestColumns, lives: Lives) -> Iterator[tuple[Key, Integers]]:
    """Yield the receipts of requests that were open at the end of a month and have ended since."""
    ended = np.flatnonzero(lives.ended_month > lives.month)
    ends = lives.ended_month[ended] - lives.month[ended]
    row = np.repeat(ended, ends)
    month = lives.month[row] + np.arange(row.size) - np.repeat(np.cumsum(ends) - ends, ends)
    for key, where in _by_cell(requests.service[row], month, np.ones(row.size, dtype=bool)):
        yield key, requests.received[row[where]]


def _by_cell(service: Integers, month: Integers, chosen: Flags) -> Iterator[tuple[Key, Integers]]:
    """Yield each service and month with the positions of its chosen requests."""
    where = np.flatnonzero(chosen)
    where = where[np.lexsort((month[where], service[where]))]
    s, m = service[where], month[where]
    starts = np.flatnonzero(np.concatenate(([True], (s[1:] != s[:-1]) | (m[1:] != m[:-1])))) if where.size else where
    for group in np.split(where, starts[1:]) if where.size else ():
        yield (int(service[group[0]]), int(month[group[0]])), group


def _sum(mine: Any, other: Any) -> Any:
    if isinstance(mine, Multiset):
        return mine.plus(other)
    return tuple(a + b for a, b in zip(mine, other, strict=True)) if isinstance(mine, tuple) else mine + other


def _rest(mine: Any, other: Any) -> Any:
    if isinstance(mine, Multiset):
        return mine.minus(other)
    return tuple(a - b for a, b in zip(mine, other, strict=True)) if isinstance(mine, tuple) else mine - other
