"""The figures of a service over some months.

Times belong to the month of receipt, so that a request which is still open is not forgotten; completions and
withdrawals belong to the month in which they happened. Every quantile is the smallest time by which at least that share
of the requests were done (Hyndman & Fan 1996, type 1): an observed time, and without open requests the same number
whether they are taken into account or not.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from functools import reduce

import numpy as np

from pembina.core.rules.service_time import refusals
from pembina.core.rules.service_time.calendar import WorkingCalendar
from pembina.core.rules.service_time.flaws import Flaw
from pembina.core.rules.service_time.ledger import MISSING
from pembina.core.rules.service_time.lives import FLAWS, Measure, spent
from pembina.core.rules.service_time.multiset import Multiset
from pembina.core.rules.service_time.survival import survival_curve
from pembina.core.rules.service_time.tally import NOTHING, UNDATED, Cell, Tally
from pembina.core.rules.service_time.timeline import Integers, Timeline
from pembina.core.rules.service_time.zones import EPOCH, instant_of, microseconds, zone_of

SMALLEST_CELL = 5
"""Fewer requests than this are not described, since a time could be somebody's."""

HALF, NINE_TENTHS = Fraction(1, 2), Fraction(9, 10)
MANY_OPEN = Fraction(1, 10)
"""From this share of requests not completed on, the times of the completed ones alone mislead."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How long the completed requests took, by the measure; the mean stands only here, beside the median."""

    n: int
    median: int
    p90: int
    mean: Fraction


@dataclass(frozen=True, slots=True)
class WithOpen:
    """How long requests take, the open ones taken into account (Kaplan-Meier); None where the data do not say.

    Attributes
    ----------
    n, done : requests, and those of them completed
    median, p90 : by the measure
    low, high : ends of the interval of the median at `level`
    """

    n: int
    done: int
    median: int | None
    low: int | None
    high: int | None
    p90: int | None
    level: Fraction


@dataclass(frozen=True, slots=True)
class OnTime:
    """Requests within the standard, and of how many.

    An open request older than its standard is late already; a younger one is undecided and counted in neither.
    """

    within: int
    of: int

    @property
    def share(self) -> Fraction:
        """Return within / of."""
        return Fraction(self.within, self.of)


@dataclass(frozen=True, slots=True)
class Backlog:
    """Requests open at the end of the last month (or now, within it), and how long ago they were received.

    The ages are None where nothing is open or too little to describe.
    """

    n: int
    median_age: timedelta | None
    oldest_age: timedelta | None


@dataclass(frozen=True, slots=True)
class ServiceFigures:
    """One service from the first month to the last.

    Attributes
    ----------
    measure : in what `finished` and `with_open` are given
    arrivals : measurable requests received
    completions, withdrawals : requests that ended, whenever received
    finished, with_open, on_time : of the requests received; None where fewer than the smallest cell
    many_open : so many are not completed that `with_open` is the figure to show
    backlog : what was open at the end
    flaws : impossible rows by reason; `undated` those that belong to no month
    suppressed : whether something was withheld for being too small
    """

    measure: Measure
    arrivals: int
    completions: int
    withdrawals: int
    finished: Spread | None
    with_open: WithOpen | None
    many_open: bool
    on_time: OnTime | None
    backlog: Backlog
    flaws: Mapping[Flaw, int]
    undated: Mapping[Flaw, int]
    suppressed: bool


def month_number(year: int, month: int) -> int:
    """Return the month as tallies count it."""
    return year * 12 + month - 1


def timeline_up_to(*, tally: Tally, calendar: WorkingCalendar, at: datetime) -> Timeline:
    """Lay a calendar out from the oldest open request to now, as `service_figures` needs it.

    Raises
    ------
    UnusableTimesError : a naive moment, or one before an open request was received or resumed
    """
    bags = [cell.opened.rows for cell in tally.cells.values()]
    since = np.concatenate([rows[:, 2] for rows in bags] or [np.empty(0, dtype=np.int64)])
    since, now = since[since != MISSING], microseconds(at)
    if since.size and int(since.max()) > now:
        raise refusals.backwards(instant_of(int(since.max()), calendar.zone), at)
    return Timeline.covering(calendar, np.append(since, now))


def service_figures(
    *,
    tally: Tally,
    service: int,
    months: tuple[int, int],
    line: Timeline,
    smallest_cell: int = SMALLEST_CELL,
    level: Fraction = Fraction(95, 100),
) -> ServiceFigures:
    """Return the figures of a service.

    Parameters
    ----------
    months : first and last, both included, as `month_number` gives them
    line : the calendar up to now, from `timeline_up_to`; one serves all services that share it
    smallest_cell : 1 for those who may see every request anyway
    level : of the interval of the median
    """
    cells = [tally.cells.get((service, month), NOTHING) for month in range(months[0], months[1] + 1)]
    together = reduce(Cell.plus, cells, NOTHING)
    ages = _ages(together.opened, tally.measure, line)
    backlog = _backlog(tally, service, months[1], line)
    small = [n for n in (together.arrivals, together.finished.size, backlog.n) if 0 < n < smallest_cell]
    on_time = _on_time(together, ages)
    return ServiceFigures(
        measure=tally.measure,
        arrivals=together.arrivals,
        completions=together.completions,
        withdrawals=together.withdrawals,
        finished=_spread(together.finished) if together.finished.size >= max(1, smallest_cell) else None,
        with_open=_with_open(together, ages, level) if together.arrivals >= max(1, smallest_cell) else None,
        many_open=together.arrivals - together.finished.size > MANY_OPEN * together.arrivals,
        on_time=on_time if on_time.of >= max(1, smallest_cell) else None,
        backlog=backlog if backlog.n >= smallest_cell else Backlog(backlog.n, None, None),
        flaws=_flaws(together),
        undated=_flaws(tally.cells.get((service, UNDATED), NOTHING)),
        suppressed=bool(small) or 0 < on_time.of < smallest_cell,
    )


def _spread(finished: Multiset) -> Spread:
    return Spread(finished.size, finished.quantile(HALF), finished.quantile(NINE_TENTHS), finished.mean())


def _with_open(cell: Cell, ages: Integers, level: Fraction) -> WithOpen:
    lasted = Multiset.of(np.repeat(ages, cell.opened.counts)).plus(cell.withdrawn)
    curve = survival_curve(done=cell.finished, undone=lasted)
    low, high = curve.median_interval(level=level)
    median, p90 = curve.quantile(HALF), curve.quantile(NINE_TENTHS)
    return WithOpen(cell.arrivals, cell.finished.size, median, low, high, p90, level)


def _ages(opened: Multiset, measure: Measure, line: Timeline) -> Integers:
    """Return how much each open request has used by now."""
    used, since = opened.rows[:, 1].copy(), opened.rows[:, 2]
    runs = since != MISSING
    used[runs] += spent(line, measure, since[runs], np.full(int(runs.sum()), line.end, dtype=np.int64))
    return used


def _on_time(cell: Cell, ages: Integers) -> OnTime:
    promised = cell.opened.rows[:, 3]
    late = int(cell.opened.counts[(promised > 0) & (ages > promised)].sum())
    return OnTime(cell.within, cell.promised + late)


def _backlog(tally: Tally, service: int, last: int, line: Timeline) -> Backlog:
    """Return what was open at the end of the last month: ended later, or still open and received by then."""
    end = min(_end_of(last, line.calendar), line.end)
    dated = (cell for key, cell in tally.cells.items() if key[0] == service and UNDATED < key[1] <= last)
    opened = Multiset.union(Multiset(cell.opened.rows[:, :1], cell.opened.counts) for cell in dated)
    carried = tally.cells.get((service, last), NOTHING).carried
    ages = end - np.repeat(*_columns(Multiset.union((opened, carried))))
    if not ages.size:
        return Backlog(0, None, None)
    median = Multiset.of(ages).quantile(HALF)
    return Backlog(int(ages.size), timedelta(microseconds=median), timedelta(microseconds=int(ages.max())))


def _columns(bag: Multiset) -> tuple[Integers, Integers]:
    return bag.values, bag.counts


def _end_of(month: int, calendar: WorkingCalendar) -> int:
    """Return the first instant after a month on the clock of the office."""
    year, after = divmod(month + 1, 12)
    return (datetime(year, after + 1, 1, tzinfo=zone_of(calendar.zone)) - EPOCH) // timedelta(microseconds=1)


def _flaws(cell: Cell) -> dict[Flaw, int]:
    return {flaw: count for flaw, count in zip(FLAWS, cell.flaws, strict=True) if count}
