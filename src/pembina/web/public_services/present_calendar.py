"""A year of one calendar: twelve months, its closed days, its hours, and who follows whom."""

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.core.rules.service_time import WorkingCalendar
from pembina.domain.people.models import Unit
from pembina.domain.services.calendars import Closure, Line, SetHours, UsualWeek, week_of
from pembina.domain.services.enums import ClosedDayKind
from pembina.web.components.formatting import day, month, number
from pembina.web.public_services.wording import hours_a_week, week_rows, weekday

Shown = str | Promise
TONES = {ClosedDayKind.NATIONAL: "danger", ClosedDayKind.COLLECTIVE_LEAVE: "warning", ClosedDayKind.LOCAL: "info"}
WORKED, SPECIAL, OFF = "worked", "special", "off"


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of a small month; `number` is empty outside the month, `said` is what makes the day other."""

    number: str
    kind: str = ""
    said: str = ""
    is_today: bool = False


@dataclass(frozen=True, slots=True)
class MonthShown:
    """One month as a table of weeks, Monday first."""

    label: str
    working_days: str
    weeks: list[list[DayCell]]


@dataclass(frozen=True, slots=True)
class ClosureRow:
    """One closed day; `address` leads to where it is changed, empty where it was set elsewhere."""

    dates: str
    name: str
    kind: Shown
    tone: str
    place: str
    address: str


@dataclass(frozen=True, slots=True)
class SpecialRow:
    """Special hours of some days."""

    dates: str
    name: str
    hours: str
    place: str
    address: str


@dataclass(frozen=True, slots=True)
class WeekRow:
    """Usual hours that were set here, with the day they begin."""

    dates: str
    hours: str
    is_in_force: bool
    address: str


@dataclass(frozen=True, slots=True)
class FollowerRow:
    """One unit below, and whose hours it follows."""

    name: str
    address: str
    follows: str
    hours: str


@dataclass(frozen=True)
class Places:
    """The names of the places along a line, the nearest first, and which of them is the one shown."""

    line: Line
    names: dict[int, str]

    def name(self, distance: int) -> str:
        """Return who set something so far up the line."""
        place = self.line[distance]
        return self.names[place] if place is not None else _("Seluruh pemerintah daerah")


def months(year: int, calendar: WorkingCalendar, closures: Iterable[Closure], *, on: date) -> list[MonthShown]:
    """Return the twelve months of a year."""
    told = {closure.row.day: closure for closure in closures}
    return [_month(year, number, calendar, told, on) for number in range(1, 13)]


def _month(year: int, of: int, calendar: WorkingCalendar, told: dict[date, Closure], on: date) -> MonthShown:
    weeks = Calendar().monthdatescalendar(year, of)
    open_days = sum(bool(calendar.hours_on(each)) for week in weeks for each in week if each.month == of)
    return MonthShown(
        label=month(f"{year}-{of:02}"),
        working_days=ngettext("%(count)s hari kerja", "%(count)s hari kerja", open_days) % {"count": number(open_days)},
        weeks=[
            [_cell(each, calendar, told.get(each), on) if each.month == of else DayCell("") for each in week]
            for week in weeks
        ],
    )


def _cell(each: date, calendar: WorkingCalendar, closure: Closure | None, on: date) -> DayCell:
    kind, said = _kind(each, calendar, closure)
    return DayCell(str(each.day), kind, said, each == on)


def _kind(each: date, calendar: WorkingCalendar, closure: Closure | None) -> tuple[str, str]:
    if closure is not None and closure.applies:
        return closure.row.kind, closure.row.name
    if closure is not None:
        return WORKED, _("Tetap buka: %(name)s") % {"name": closure.row.name}
    if not calendar.hours_on(each):
        return OFF, _("Tutup")
    special = next((part for part in calendar.special if part.first <= each <= part.last), None)
    return (SPECIAL, special.name) if special else ("", "")


def closure_rows(year: int, closures: Iterable[Closure], places: Places, *, may_keep: bool) -> list[ClosureRow]:
    """Return the closed days of a year; those set here lead to where they are changed."""
    return [_closure_row(each, places, may_keep) for each in closures if each.row.day.year == year]


def _closure_row(closure: Closure, places: Places, may_keep: bool) -> ClosureRow:
    row, is_own = closure.row, closure.distance == 0
    return ClosureRow(
        dates=day(row.day),
        name=row.name,
        kind=row.get_kind_display() if closure.applies else _("Tetap buka"),
        tone=TONES[ClosedDayKind(row.kind)] if closure.applies else "success",
        place=places.name(closure.distance),
        address=reverse("public_services:edit_day", args=[row.pk]) if is_own and may_keep else "",
    )


def special_rows(year: int, hours: SetHours, places: Places, *, may_keep: bool) -> list[SpecialRow]:
    """Return the special hours that touch a year, those set nearest first."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return [
        SpecialRow(
            dates=span(row.starts_on, row.ends_on),
            name=row.name,
            hours=hours_a_week(week_of(row.week)),
            place=places.name(distance),
            address=reverse("public_services:edit_special", args=[row.pk]) if distance == 0 and may_keep else "",
        )
        for distance, place in enumerate(places.line)
        for row in sorted(hours.special.get(place, ()), key=lambda row: row.starts_on)
        if row.starts_on <= last and row.ends_on >= first
    ]


def own_weeks(hours: SetHours, places: Places, *, on: date) -> list[WeekRow]:
    """Return the usual hours set here, the latest first."""
    rows = sorted(hours.weeks.get(places.line[0], ()), key=lambda row: row.starts_on, reverse=True)
    in_force = next((row for row in rows if row.starts_on <= on), None)
    return [
        WeekRow(
            dates=_("sejak %(day)s") % {"day": day(row.starts_on)},
            hours=hours_a_week(week_of(row.week)) if row.week else _("mengikuti unit di atasnya"),
            is_in_force=row is in_force,
            address=reverse("public_services:remove_week", args=[row.pk]),
        )
        for row in rows
    ]


def usual_today(weeks: list[UsualWeek], *, on: date) -> UsualWeek:
    """Return the usual hours in force on a day."""
    return next(week for week in reversed(weeks) if week.first <= on)


def follows(usual: UsualWeek, places: Places) -> str:
    """Say whose hours these are."""
    if usual.row is None:
        return _("Perpres 21/2023")
    return places.name(usual.distance)


def hours_today(usual: UsualWeek) -> list[tuple[str, str]]:
    """Return the hours of each day of the week."""
    return week_rows(usual.week)


def follower_rows(units: list[Unit], lines: dict[int, Line], *, on: date, names: dict[int, str]) -> list[FollowerRow]:
    """Return units with whose hours each follows, in a constant number of queries."""
    hours = SetHours.over(lines[unit.pk] for unit in units)
    return [_follower(unit, usual_today(hours.usual_weeks(lines[unit.pk]), on=on), lines, names) for unit in units]


def _follower(unit: Unit, usual: UsualWeek, lines: dict[int, Line], names: dict[int, str]) -> FollowerRow:
    own = usual.row is not None and usual.distance == 0
    return FollowerRow(
        name=unit.name,
        address=reverse("public_services:unit_calendar", args=[unit.pk]),
        follows=_("Jam sendiri") if own else follows(usual, Places(lines[unit.pk], names)),
        hours=hours_a_week(usual.week),
    )


def span(first: date, last: date) -> str:
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def weekdays() -> list[tuple[str, str]]:
    """Return the heads of a small month: short, and in full for whoever listens."""
    return [(weekday(number)[:3], weekday(number)) for number in range(7)]


def years_around(year: int, *, on: date) -> list[int]:
    """Return the years that a calendar offers: around today, and the one shown."""
    return sorted({on.year - 1, on.year, on.year + 1, on.year + 2, year})
