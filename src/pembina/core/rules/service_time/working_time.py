"""Working time between two instants, and the instant at which a working time is used up. One request at a time;
`timeline` does the same for a column of them.
"""

from datetime import datetime, timedelta

from pembina.core.rules.service_time import refusals
from pembina.core.rules.service_time.calendar import HORIZON, WorkingCalendar
from pembina.core.rules.service_time.zones import instant_of, local_day, microseconds

_MICROSECOND = timedelta(microseconds=1)


def working_time_between(*, start: datetime, end: datetime, calendar: WorkingCalendar) -> timedelta:
    """Return the exact working time from `start` to `end`.

    Raises
    ------
    UnusableTimesError : a naive instant, or an end before the start
    """
    begin, finish = ordered(start, end)
    first, last = local_day(begin, calendar.zone), local_day(finish, calendar.zone)
    worked = sum(
        max(0, min(closes, finish) - max(opens, begin))
        for _, spans in calendar.days_open(first, last=last)
        for opens, closes in spans
    )
    return timedelta(microseconds=worked)


def next_opening(*, at: datetime, calendar: WorkingCalendar) -> datetime:
    """Return `at` itself while the office is open, else the next moment it opens: when a request really arrives."""
    moment = microseconds(at)
    first = local_day(moment, calendar.zone)
    for _, spans in calendar.days_open(first):
        for opens, closes in spans:
            if moment < closes:
                return instant_of(max(moment, opens), calendar.zone)
    raise refusals.never_open(first, HORIZON.days)


def add_working_time(*, start: datetime, amount: timedelta, calendar: WorkingCalendar) -> datetime:
    """Return the earliest instant by which `amount` of working time has passed since `start`.

    An amount that ends with the office day ends at closing time, not at the next opening.

    Raises
    ------
    UnusableTimesError : a naive start, a negative amount, or a calendar that never gives so much time
    """
    moment, left = microseconds(start), amount // _MICROSECOND
    if left < 0:
        raise refusals.no_amount(amount)
    if left == 0:
        return instant_of(moment, calendar.zone)
    first = local_day(moment, calendar.zone)
    for _, spans in calendar.days_open(first):
        for opens, closes in spans:
            available = closes - max(opens, moment)
            if available >= left:
                return instant_of(max(opens, moment) + left, calendar.zone)
            left -= max(0, available)
    raise refusals.never_open(first, HORIZON.days)


def ordered(start: datetime, end: datetime) -> tuple[int, int]:
    """Return both instants in microseconds, or refuse an end before the start."""
    begin, finish = microseconds(start), microseconds(end)
    if finish < begin:
        raise refusals.backwards(start, end)
    return begin, finish
