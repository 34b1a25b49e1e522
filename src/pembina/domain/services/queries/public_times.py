"""What anybody may read about the times of services: by month and over a stretch of months, nothing of a few.

A stretch is published with its total, so what is hidden in one month could be found by subtraction; `safe_cells` then
hides another month too. Each kind of number has its own cells: a month of twenty requests may have three that were
decided. How many were withdrawn is never published, so that a hidden number of open requests cannot be computed from
the arrivals and completions around it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.utils import timezone

from pembina.core.rules.service_time import Measure, OnTime, ServiceFigures, Spread, WithOpen
from pembina.core.rules.survey_sample import SafeCells, safe_cells
from pembina.domain.services.models import PublicService
from pembina.domain.services.service_figures import FiguresOfService, figures_of

MONTHS_OF_STRETCH = 12
SERVICES_AT_A_TIME = 20
Months = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Times:
    """One service over one or more months; None is what is hidden because it stands for too few, or nothing.

    Attributes
    ----------
    received, completed : requests that came, and that were done in these months
    open : requests open at the end of the last month, or now
    finished : how long the completed ones among the received took
    with_open : the same with the open ones taken into account
    on_time : within the standard, of those of which it is decided
    hides_finished, hides_on_time : whether these were withheld for being too small
    """

    first: int
    last: int
    received: int | None
    completed: int | None
    open: int | None
    oldest_open_days: int | None
    median_open_days: int | None
    finished: Spread | None
    with_open: WithOpen | None
    many_open: bool
    on_time: OnTime | None
    hides_finished: bool
    hides_on_time: bool

    @property
    def hidden(self) -> bool:
        """Say whether anything was withheld for being too small."""
        counts = (self.received, self.completed, self.open)
        return None in counts or self.hides_finished or self.hides_on_time

    @property
    def typical(self) -> int | None:
        """Return the median to show: with the open requests where many are open."""
        if self.many_open:
            return self.with_open.median if self.with_open else None
        return self.finished.median if self.finished else None


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """The published times of one service.

    Attributes
    ----------
    measure : in what times are given
    whole : over the twelve months
    months : each month, the earliest first
    unmeasured : rows of the stretch that cannot be right and are counted in nothing else
    is_counted : false while the months are being counted again
    at : when this was computed
    """

    service: int
    measure: Measure
    whole: Times
    months: tuple[Times, ...]
    unmeasured: int
    is_counted: bool
    at: datetime

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was ever recorded in these months."""
        return self.whole.received == 0 and self.whole.open == 0 and not self.unmeasured


@dataclass(frozen=True, slots=True)
class Shown:
    """Which months of a stretch may show what."""

    received: SafeCells[int]
    completed: SafeCells[int]
    finished: SafeCells[int]
    decided: SafeCells[int]


def stretch_of(at: datetime, back: int = 0) -> tuple[date, date]:
    """Return the first day of twelve months and a day of the last: those up to now, or as many stretches before."""
    last = timezone.localdate(at)
    number = last.year * 12 + last.month - 1 - MONTHS_OF_STRETCH * back
    first = number - MONTHS_OF_STRETCH + 1
    return date(first // 12, first % 12 + 1, 1), last if not back else date(number // 12, number % 12 + 1, 28)


def times_of(services: Iterable[PublicService], *, at: datetime, back: int = 0) -> Iterator[ServiceTimes]:
    """Yield the published times of services in their order, some at a time; the queries grow with these portions only.

    Parameters
    ----------
    back : how many stretches of twelve months before the one that ends now
    """
    first, last = stretch_of(at, back)
    waiting = iter(services)
    while portion := [service.pk for service in islice(waiting, SERVICES_AT_A_TIME)]:
        found = figures_of(portion, first=first, last=last, at=at, by_month=True, seen_whole=portion)
        yield from (_published(found[pk], at) for pk in portion)


def _published(found: FiguresOfService, at: datetime) -> ServiceTimes:
    shown = _shown(found.months, timezone.localdate(at))
    whole = found.whole
    return ServiceTimes(
        service=found.service,
        measure=found.measure,
        whole=_whole((min(found.months), max(found.months)), whole, shown),
        months=tuple(_month(month, figures, shown) for month, figures in sorted(found.months.items())),
        unmeasured=sum(whole.flaws.values()) + sum(whole.undated.values()),
        is_counted=not found.is_recounting,
        at=at,
    )


def _shown(figures: Mapping[int, ServiceFigures], on: date) -> Shown:
    def cells(count: Callable[[ServiceFigures], int]) -> SafeCells[int]:
        return safe_cells(cells={month: count(found) for month, found in figures.items()}, on=on)

    return Shown(
        received=cells(lambda found: found.arrivals),
        completed=cells(lambda found: found.completions),
        finished=cells(lambda found: found.finished.n if found.finished else 0),
        decided=cells(lambda found: found.on_time.of if found.on_time else 0),
    )


def _month(month: int, found: ServiceFigures, shown: Shown) -> Times:
    known = shown.received.shows(month)
    return _times(
        (month, month),
        found,
        smallest=shown.received.smallest,
        received=shown.received.cells[month],
        completed=shown.completed.cells[month],
        finished=known and shown.finished.shows(month),
        decided=known and shown.decided.shows(month),
    )


def _whole(months: Months, found: ServiceFigures, shown: Shown) -> Times:
    smallest = shown.received.smallest

    def enough(total: int | None) -> bool:
        return total is not None and (total == 0 or total >= smallest)

    totals = (shown.received, shown.completed, shown.finished, shown.decided)
    received, completed, finished, decided = (cells.total if enough(cells.total) else None for cells in totals)
    return _times(
        months,
        found,
        smallest=smallest,
        received=received,
        completed=completed,
        finished=received is not None and finished is not None,
        decided=received is not None and decided is not None,
    )


def _times(
    months: Months,
    found: ServiceFigures,
    *,
    smallest: int,
    received: int | None,
    completed: int | None,
    finished: bool,
    decided: bool,
) -> Times:
    waiting = found.backlog
    ages = waiting.n >= smallest
    is_small = 0 < waiting.n < smallest
    return Times(
        first=months[0],
        last=months[1],
        received=received,
        completed=completed,
        open=None if is_small else waiting.n,
        oldest_open_days=waiting.oldest_age.days if ages and waiting.oldest_age else None,
        median_open_days=waiting.median_age.days if ages and waiting.median_age else None,
        finished=found.finished if finished else None,
        with_open=found.with_open if received is not None and finished else None,
        many_open=found.many_open,
        on_time=found.on_time if decided else None,
        hides_finished=not finished,
        hides_on_time=not decided,
    )
