"""Office hours: intervals of the clock on the wall, by day of the week."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Any

from pembina.core.rules.dated import parameters_in_force, versions_of
from pembina.core.rules.service_time import refusals
from pembina.core.text import Text

MINUTES_OF_A_DAY = 24 * 60
_WRITTEN = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})")


@dataclass(frozen=True, slots=True)
class Hours:
    """One interval in which an office is open: minutes after midnight, `closes` itself excluded."""

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes <= MINUTES_OF_A_DAY:
            raise refusals.no_hours(str(self))

    def __str__(self) -> str:
        return f"{_clock(self.opens)}-{_clock(self.closes)}"

    @property
    def minutes(self) -> int:
        """Return how long the interval lasts on a day whose clock is not changed."""
        return self.closes - self.opens

    @classmethod
    def read(cls, text: str) -> "Hours":
        """Read ``07.30-12.00``; points or colons, 24.00 for midnight at the end."""
        found = _WRITTEN.fullmatch(text.strip())
        if not found or int(found[2]) > 59 or int(found[4]) > 59:
            raise refusals.no_hours(text)
        opens, closes = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
        if not 0 <= opens < closes <= MINUTES_OF_A_DAY:
            raise refusals.no_hours(text)
        return cls(opens, closes)


DayHours = tuple[Hours, ...]
Week = tuple[DayHours, ...]
CLOSED: DayHours = ()


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The hours a regulation gives an office, Monday first.

    Attributes
    ----------
    usual, ramadan : seven days each
    article : legal basis, for print
    because : one sentence that opens the hours to a reader
    """

    usual: Week
    ramadan: Week
    article: str
    because: Text


def read_day(*texts: str) -> DayHours:
    """Read the hours of one day, in order; nothing for a closed day."""
    return checked_day(tuple(Hours.read(text) for text in texts))


def checked_day(day: DayHours) -> DayHours:
    """Return the day, or refuse hours that overlap or are out of order."""
    for first, second in pairwise(day):
        if second.opens < first.closes:
            raise refusals.overlapping_hours(str(first), str(second))
    return day


def checked_week(week: Week) -> Week:
    """Return the week, or refuse one that has not seven days."""
    if len(week) != 7:
        raise refusals.not_a_week(len(week))
    return tuple(checked_day(day) for day in week)


def office_hours(*, on: date) -> OfficeHours:
    """Return the office hours by the regulation in force on a day: where the calendar of a unit begins.

    Raises
    ------
    NotInForceError : `on` lies before the regulation
    """
    parameters = parameters_in_force("pembina.core.rules.service_time", on=on)
    usual, ramadan = _week(parameters["usual"]), _week(parameters["ramadan"])
    return OfficeHours(usual, ramadan, parameters["article"], _because(parameters["weekly_minutes"]))


@lru_cache(maxsize=1)
def regulated_weeks() -> tuple[tuple[date, Week], ...]:
    """Return the usual week of every version of the regulation with the day it came into force, oldest first."""
    days = (version["effective_from"] for version in versions_of("pembina.core.rules.service_time"))
    return tuple((day, office_hours(on=day).usual) for day in days)


def weekly_minutes(week: Week) -> int:
    """Return the minutes an office is open in a week."""
    return sum(hours.minutes for day in week for hours in day)


def _week(days: list[list[str]]) -> Week:
    return checked_week(tuple(read_day(*day) for day in days))


def _because(minutes: dict[str, Any]) -> Text:
    usual, ramadan = f"{minutes['usual'] / 60:.1f}", f"{minutes['ramadan'] / 60:.1f}"
    return Text(
        id=f"Senin sampai Jumat, {usual.replace('.', ',')} jam sepekan tanpa istirahat, pada bulan Ramadan "
        f"{ramadan.replace('.', ',')} jam.",
        en=f"Monday to Friday, {usual} hours a week without breaks, in Ramadan {ramadan} hours.",
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}.{minutes % 60:02}"
