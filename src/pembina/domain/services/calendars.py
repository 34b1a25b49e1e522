"""The calendar by which the requests of a unit are counted: what is set nearest to it comes first.

Usual hours are those of the unit itself, else of the nearest unit above that set any, else of the whole government,
else of the regulation; each holds from its day on, so that a change leaves the past as it was. A day is open or closed
as the nearest place says that names it. Special hours add up, the nearest first.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db.models import Q, QuerySet

from pembina.core.rules.service_time import (
    Holiday,
    HolidayKind,
    SpecialHours,
    Week,
    WeekFrom,
    WorkingCalendar,
    read_day,
    regulated_weeks,
)
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.services.models import ClosedDay, OfficeWeek, SpecialWeek

Place = int | None
"""A unit by its number; None is the whole government."""
Line = tuple[Place, ...]
"""A unit and all above it, the nearest first, and the whole government at last."""


@dataclass(frozen=True, slots=True)
class UsualWeek:
    """The usual hours from a day on, and who set them: the row is None where it is the regulation."""

    first: date
    week: Week
    row: OfficeWeek | None
    distance: int


@dataclass(frozen=True, slots=True)
class Closure:
    """What the nearest place says about a day; `applies` is false where the unit opens all the same."""

    row: ClosedDay
    distance: int
    applies: bool


@dataclass(frozen=True)
class SetHours:
    """All rows that could matter to some units, by the place that set them."""

    weeks: dict[Place, list[OfficeWeek]]
    closed: dict[Place, list[ClosedDay]]
    special: dict[Place, list[SpecialWeek]]

    @classmethod
    def over(cls, lines: Iterable[Line]) -> "SetHours":
        """Read what was set for any place of the lines: three queries however many there are."""
        places = {place for line in lines for place in line}
        weeks, closed, special = (_by_place(_rows_of(model, places)) for model in (OfficeWeek, ClosedDay, SpecialWeek))
        return cls(weeks, closed, special)

    def usual_weeks(self, line: Line) -> list[UsualWeek]:
        """Return the usual hours along a line, oldest first; the first holds for all days before the next."""
        days = {row.starts_on for place in line for row in self.weeks.get(place, ())}
        days |= {first for first, _ in regulated_weeks()[1:]}
        found = [self._usual_on(date.min, line)]
        for day in sorted(days):
            usual = self._usual_on(day, line)
            if (usual.week, usual.row) != (found[-1].week, found[-1].row):
                found.append(usual)
        return found

    def closures(self, line: Line) -> list[Closure]:
        """Return what is said about days along a line, one for each day that is named, in order of the days."""
        nearest: dict[date, tuple[ClosedDay, int]] = {}
        for distance, place in enumerate(line):
            for row in self.closed.get(place, ()):
                nearest.setdefault(row.day, (row, distance))
        usual = self.usual_weeks(line)
        return [
            Closure(row, distance, not row.worked and not _works_through(usual, day, distance))
            for day, (row, distance) in sorted(nearest.items())
        ]

    def special_weeks(self, line: Line) -> list[SpecialHours]:
        """Return the special hours along a line."""
        return [
            SpecialHours(row.starts_on, row.ends_on, week_of(row.week), row.name, distance)
            for distance, place in enumerate(line)
            for row in self.special.get(place, ())
        ]

    def calendar(self, line: Line, zone: str) -> WorkingCalendar:
        """Return the calendar of the unit at the near end of a line."""
        first, *later = self.usual_weeks(line)
        closed = (closure.row for closure in self.closures(line) if closure.applies)
        return WorkingCalendar(
            zone,
            first.week,
            tuple(Holiday(row.day, row.name, cast(HolidayKind, row.kind)) for row in closed),
            tuple(self.special_weeks(line)),
            tuple(WeekFrom(usual.first, usual.week) for usual in later),
        )

    def _usual_on(self, day: date, line: Line) -> UsualWeek:
        for distance, place in enumerate(line):
            begun = [row for row in self.weeks.get(place, ()) if row.starts_on <= day]
            latest = max(begun, key=lambda row: row.starts_on, default=None)
            if latest is not None and latest.week:
                return UsualWeek(day, week_of(latest.week), latest, distance)
        versions = regulated_weeks()
        week = next((week for first, week in reversed(versions) if first <= day), versions[0][1])
        return UsualWeek(day, week, None, len(line))


def calendar_of(unit: Unit) -> WorkingCalendar:
    """Return the calendar of one unit; raises ``UnusableTimesError`` where what was set contradicts itself."""
    return calendars_of([unit])[unit.pk]


def calendars_of(units: Iterable[Unit]) -> dict[int, WorkingCalendar]:
    """Return the calendar of each unit by its number, in four queries however many there are."""
    zones = {unit.pk: unit.time_zone for unit in units}
    lines = lines_of(zones)
    hours = SetHours.over(lines.values())
    return {number: hours.calendar(lines[number], zone) for number, zone in zones.items()}


def general_calendar(zone: str) -> WorkingCalendar:
    """Return the calendar of the whole government, on the clock of a zone."""
    return SetHours.over([(None,)]).calendar((None,), zone)


def lines_of(units: Iterable[int]) -> dict[int, Line]:
    """Return for each unit what stands above it, the nearest first; in one query."""
    above: dict[int, list[Place]] = {number: [] for number in units}
    links = UnitAncestry.objects.filter(descendant__in=above).order_by("depth")
    for descendant, ancestor in links.values_list("descendant_id", "ancestor_id"):
        above[descendant].append(ancestor)
    return {number: (*found, None) for number, found in above.items()}


def week_of(days: Sequence[Sequence[str]]) -> Week:
    """Read the hours of a week as they are stored."""
    return tuple(read_day(*day) for day in days)


def _works_through(usual: list[UsualWeek], day: date, distance: int) -> bool:
    """Say whether the usual hours of that day run through what was closed further up: an emergency room."""
    in_force = next((week for week in reversed(usual) if week.first <= day), usual[0])
    return in_force.row is not None and in_force.row.open_on_holidays and in_force.distance < distance


def _rows_of(model: type[Any], places: set[Place]) -> QuerySet[Any]:
    units = [place for place in places if place is not None]
    found: QuerySet[Any] = model.objects.filter(Q(unit__isnull=True) | Q(unit__in=units))
    return found


def _by_place(rows: Iterable[Any]) -> dict[Place, list[Any]]:
    found: dict[Place, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.unit_id].append(row)
    return dict(found)
