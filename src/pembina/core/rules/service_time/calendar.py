"""When an office works: its week, its holidays, and the days on which its hours are others."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo

from pembina.core.rules.service_time import refusals
from pembina.core.rules.service_time.hours import CLOSED, DayHours, Week, checked_week
from pembina.core.rules.service_time.zones import MINUTE, changes_around, midnight, zone_of

HolidayKind = Literal["national", "collective_leave", "local"]
Span = tuple[int, int]
"""An open stretch of time: first instant and end, microseconds since 1970."""

HORIZON = timedelta(days=3660)
"""How far is looked for the next opening; an office closed for ten years is a mistake in its calendar."""

_NO_END = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day on which the office is closed: hari libur nasional, cuti bersama, or a local day."""

    day: date
    name: str
    kind: HolidayKind


@dataclass(frozen=True, slots=True)
class WeekFrom:
    """Other usual hours from a day on; what came before stays as it was."""

    first: date
    week: Week

    def __post_init__(self) -> None:
        object.__setattr__(self, "week", _usable(self.week))


@dataclass(frozen=True, slots=True)
class SpecialHours:
    """Days with other hours than usual, first and last included: Ramadan, a half day, an extra Saturday.

    `distance` says how far above the office they were set; those set nearer apply before any set further up.
    """

    first: date
    last: date
    week: Week
    name: str
    distance: int = 0

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise refusals.backwards_exception(self.first, self.last)
        object.__setattr__(self, "week", checked_week(self.week))


@dataclass(frozen=True)
class WorkingCalendar:
    """The working hours of one office, on the clock of its zone.

    A holiday closes the office whatever else applies (an office open on a cuti bersama leaves the day out); of several
    special hours those set nearest apply, and of these the shortest.

    Attributes
    ----------
    zone : IANA name, or WIB, WITA, WIT
    week : hours from Monday to Sunday, up to the first of the later weeks
    holidays, special : in any order
    later : the weeks that came after, each from its first day on, in any order

    Raises
    ------
    UnusableTimesError : an unknown zone, a week without hours, a holiday listed twice, two later weeks from one
        day on, two special hours of equal length and distance on one day
    """

    zone: str
    week: Week
    holidays: tuple[Holiday, ...] = ()
    special: tuple[SpecialHours, ...] = ()
    later: tuple[WeekFrom, ...] = ()
    _closed: frozenset[date] = field(init=False, repr=False, compare=False)
    _changes: list[date] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        zone_of(self.zone)
        object.__setattr__(self, "week", _usable(self.week))
        object.__setattr__(self, "later", tuple(sorted(self.later, key=lambda change: change.first)))
        object.__setattr__(self, "_changes", [change.first for change in self.later])
        for earlier, following in pairwise(self._changes):
            if earlier == following:
                raise refusals.repeated_week(following)
        days = sorted(holiday.day for holiday in self.holidays)
        for first, second in pairwise(days):
            if first == second:
                raise refusals.repeated_holiday(first)
        object.__setattr__(self, "_closed", frozenset(days))
        object.__setattr__(self, "special", tuple(sorted(self.special, key=_order)))
        _refuse_ambiguous(self.special)

    @property
    def clock(self) -> ZoneInfo:
        """Return the zone itself."""
        return zone_of(self.zone)

    def hours_on(self, day: date) -> DayHours:
        """Return the hours of a day on the wall clock; none where the office is closed."""
        if day in self._closed:
            return CLOSED
        for special in self.special:
            if special.first <= day <= special.last:
                return special.week[day.weekday()]
        return self.usual_week(day)[day.weekday()]

    def usual_week(self, day: date) -> Week:
        """Return the usual hours in force on a day, whatever is special about it."""
        changes = bisect_right(self._changes, day)
        return self.later[changes - 1].week if changes else self.week

    def open_on(self, day: date) -> list[Span]:
        """Return when the office is really open on a day, in order.

        A moment is working time when the wall clock at that moment shows an hour within the hours of that date. So an
        hour that the clock skips is never worked, and an hour that it shows twice is worked twice.
        """
        hours = self.hours_on(day)
        if not hours:
            return []
        changes = changes_around(self.zone, day, day)
        ends = [*(instant for instant, _ in changes[1:]), _NO_END]
        found = []
        for (since, offset), until in zip(changes, ends, strict=True):
            start = midnight(day) - offset
            for piece in hours:
                opens, closes = start + piece.opens * MINUTE, start + piece.closes * MINUTE
                if max(opens, since) < min(closes, until):
                    found.append((max(opens, since), min(closes, until)))
        return sorted(found)

    def is_working_day(self, day: date) -> bool:
        """Return whether the office is open for a moment of the day at least."""
        return bool(self.open_on(day))

    def days_open(self, first: date, *, last: date | None = None) -> Iterator[tuple[date, list[Span]]]:
        """Yield the working days from `first` on with their open spans, up to `last` or to the horizon."""
        day, end = first, first + HORIZON if last is None else last
        while day <= end:
            spans = self.open_on(day)
            if spans:
                yield day, spans
            day += timedelta(days=1)


def _usable(week: Week) -> Week:
    """Return the week checked, or refuse one without any hours."""
    checked = checked_week(week)
    if not any(checked):
        raise refusals.closed_week()
    return checked


def _order(special: SpecialHours) -> tuple[int, int, date]:
    return special.distance, (special.last - special.first).days, special.first


def _refuse_ambiguous(special: tuple[SpecialHours, ...]) -> None:
    for first, second in pairwise(special):
        if _order(first)[:2] == _order(second)[:2] and second.first <= first.last:
            raise refusals.ambiguous_exceptions(second.first)
