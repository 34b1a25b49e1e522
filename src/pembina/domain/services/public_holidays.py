"""Public holidays of Indonesia and collective leave, to fill an editable calendar with (package `holidays`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pembina.domain.access.events import AuditEvent
from pembina.domain.services.enums import ClosedDayKind
from pembina.domain.services.models import ClosedDay

FIRST_YEAR, LAST_YEAR = 2000, 2077
"""Years for which the package knows the calendars of the moon."""
FAST = timedelta(days=30)
END_OF_FAST = "Hari Raya Idul Fitri"
ESTIMATE = "(perkiraan)"
CATEGORIES = {"public": ClosedDayKind.NATIONAL, "government": ClosedDayKind.COLLECTIVE_LEAVE}
TAKEN_OUT = ("remove_closed_day", "edit_closed_day")


@dataclass(frozen=True, slots=True)
class PublicHoliday:
    """One day as the package tells it; an estimate waits for the decree of the three ministers."""

    day: date
    name: str
    kind: ClosedDayKind

    @property
    def is_estimate(self) -> bool:
        """Return whether the day has been computed, not decreed."""
        return ESTIMATE in self.name


@dataclass(frozen=True, slots=True)
class OfferedHoliday:
    """A holiday beside what the general calendar says about its day; `taken_out` where somebody removed it before."""

    holiday: PublicHoliday
    listed: ClosedDay | None
    taken_out: bool

    @property
    def is_new(self) -> bool:
        """Return whether filling the year would add it."""
        return self.listed is None and not self.taken_out


class UnknownYearError(ValueError):
    """The package does not know the year."""


def public_holidays(year: int) -> list[PublicHoliday]:
    """Return the national holidays and the collective leave of a year in order; a day is named once.

    Raises
    ------
    UnknownYearError : outside `FIRST_YEAR` to `LAST_YEAR`
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnknownYearError(year)
    found: dict[date, PublicHoliday] = {}
    for category, kind in CATEGORIES.items():
        for day, name in _named(year, category):
            found.setdefault(day, PublicHoliday(day, name, kind))
    return [found[day] for day in sorted(found)]


def fasts(year: int) -> list[tuple[date, date]]:
    """Return when Ramadan may be expected in a year, by its end: a proposal that the decree may shift by a day."""
    ends = [
        holiday.day
        for of_year in (year, year + 1)
        if of_year <= LAST_YEAR
        for holiday in public_holidays(of_year)
        if holiday.name.replace(ESTIMATE, "").strip() == END_OF_FAST
    ]
    spans = ((end - FAST, end - timedelta(days=1)) for end in ends)
    return [(first, last) for first, last in spans if first.year == year]


def offered_holidays(year: int) -> list[OfferedHoliday]:
    """Return the holidays of a year beside what the general calendar holds on their days."""
    days = {closed.day: closed for closed in ClosedDay.objects.filter(unit__isnull=True, day__year=year)}
    gone = set(_taken_out())
    return [
        OfferedHoliday(holiday, days.get(holiday.day), holiday.day in gone and holiday.day not in days)
        for holiday in public_holidays(year)
    ]


def _taken_out() -> Iterator[date]:
    """Yield the days that somebody removed from a calendar or moved away."""
    events = AuditEvent.objects.filter(operation__in=TAKEN_OUT)
    for changes in events.values_list("changes", flat=True).iterator():
        before = (changes or {}).get("day", [""])[0]
        if before:
            yield date.fromisoformat(before)


def _named(year: int, category: str) -> list[tuple[date, str]]:
    # Imported where it is needed: it takes most of a second.
    from holidays import country_holidays

    return sorted(country_holidays("ID", years=year, categories=(category,), language="id").items())
