"""The time a service standard promises (jangka waktu penyelesaian), and when it is due.

UU 25/2009 art 21 makes the time part of the service standard and leaves open how it is counted. Here:

1. A request that arrives while the office is closed arrives at the next opening.
2. The day of arrival is not counted; working day 1 is the next working day.
3. A promise in working days ends when the office closes on the last of them.
4. Minutes and hours are working time, counted from arrival.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pembina.core.rules.service_time import refusals
from pembina.core.rules.service_time.calendar import HORIZON, WorkingCalendar
from pembina.core.rules.service_time.working_time import add_working_time, next_opening, ordered
from pembina.core.rules.service_time.zones import HOUR, MINUTE, instant_of, local_day
from pembina.core.text import Text

ARTICLE = "UU 25/2009, Pasal 21 (jangka waktu penyelesaian); Perpres 21/2023, Pasal 3 dan 4 (hari dan jam kerja)"


class TimeUnit(StrEnum):
    """In what a standard counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_DAYS = "working_days"


_WORDS = {
    TimeUnit.MINUTES: Text(id="menit kerja", en="working minutes"),
    TimeUnit.HOURS: Text(id="jam kerja", en="working hours"),
    TimeUnit.WORKING_DAYS: Text(id="hari kerja", en="working days"),
}


@dataclass(frozen=True, slots=True)
class PromisedTime:
    """A number and its unit, as the standard prints them."""

    amount: int
    unit: TimeUnit

    def __post_init__(self) -> None:
        if isinstance(self.amount, bool) or not isinstance(self.amount, int) or self.amount < 1:
            raise refusals.no_amount(self.amount)

    @property
    def in_days(self) -> bool:
        """Return whether days are counted, not time."""
        return self.unit is TimeUnit.WORKING_DAYS

    @property
    def size(self) -> int:
        """Return the promise in what requests are measured in: working days, or microseconds of working time."""
        return self.amount * {TimeUnit.MINUTES: MINUTE, TimeUnit.HOURS: HOUR, TimeUnit.WORKING_DAYS: 1}[self.unit]


@dataclass(frozen=True, slots=True)
class DueTime:
    """When a promise is due, and why.

    Attributes
    ----------
    arrived : the request as it counts: itself, or the next opening
    at : the latest moment of working time within the promise
    article : legal basis, for print
    because : one sentence for the applicant
    """

    arrived: datetime
    at: datetime
    article: str
    because: Text


def due_at(*, received: datetime, promised: PromisedTime, calendar: WorkingCalendar) -> DueTime:
    """Return when a request must be done by the standard; pauses move it, see `lives`.

    Raises
    ------
    UnusableTimesError : a naive time, or a calendar that never gives so much time
    """
    arrived = next_opening(at=received, calendar=calendar)
    if promised.in_days:
        due = close_of_working_day(arrived, promised.amount, calendar)
    else:
        due = add_working_time(start=arrived, amount=timedelta(microseconds=promised.size), calendar=calendar)
    return DueTime(arrived, due, ARTICLE, _because(arrived, due, promised))


def working_days_between(*, start: datetime, end: datetime, calendar: WorkingCalendar) -> int:
    """Return the working days from arrival to `end`: the day of arrival is not counted, the day of the end is."""
    _, finish = ordered(start, end)
    arrived = next_opening(at=start, calendar=calendar).date()
    return working_days_after(arrived, local_day(finish, calendar.zone), calendar)


def working_days_after(first: date, last: date, calendar: WorkingCalendar) -> int:
    """Return how many working days lie after `first` up to and with `last`; none where `last` comes first."""
    return sum(1 for _ in calendar.days_open(first + timedelta(days=1), last=last))


def close_of_working_day(arrived: datetime, number: int, calendar: WorkingCalendar) -> datetime:
    """Return the closing time of the working day `number` after the day of arrival, which itself is number 0."""
    for counted, (_, spans) in enumerate(calendar.days_open(arrived.date())):
        if counted == number:
            return instant_of(spans[-1][1], calendar.zone)
    raise refusals.never_open(arrived.date(), HORIZON.days)


def _because(arrived: datetime, due: datetime, promised: PromisedTime) -> Text:
    word, begun, ends = _WORDS[promised.unit], f"{arrived:%Y-%m-%d %H:%M}", f"{due:%Y-%m-%d %H:%M}"
    day = (" sesudah hari diterima", " after the day of arrival") if promised.in_days else ("", "")
    return Text(
        id=f"Diterima pada jam kerja {begun}; janji {promised.amount} {word.id}{day[0]} berakhir {ends}.",
        en=f"Arrived within office hours {begun}; the promise of {promised.amount} {word.en}{day[1]} ends {ends}.",
    )
