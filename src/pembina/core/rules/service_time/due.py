"""Until when a request that has rested must be done: the promise runs only while the office does not wait.

A promise is kept as long as the time used, as `request_life` counts it, does not exceed it. So what is left of the
promise after each pause for the applicant runs on from the end of that pause.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pembina.core.rules.service_time.calendar import WorkingCalendar
from pembina.core.rules.service_time.promises import close_of_working_day, working_days_between
from pembina.core.rules.service_time.requests import Request
from pembina.core.rules.service_time.working_time import add_working_time, next_opening, working_time_between

_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Due:
    """When the promise of a request is used up.

    Attributes
    ----------
    at : the latest moment within the promise; None while the clock stands still and something of it is left
    left : what is left of the promise while the clock stands still, in its own measure; None where it runs
    """

    at: datetime | None
    left: int | None


def due_of(*, request: Request, size: int, in_days: bool, calendar: WorkingCalendar) -> Due:
    """Return until when a sound request must be done.

    Parameters
    ----------
    size : the promise as `PromisedTime.size`: working days, or microseconds of working time
    in_days : which of the two

    Raises
    ------
    UnusableTimesError : a naive time, or a calendar that never gives so much time
    ValueError : a request without receipt
    """
    if request.received is None:
        raise ValueError("a request without receipt is never due")
    since, left = request.received.astimezone(UTC), size
    stops = ((p.began, p.ended) for p in request.pauses if p.stops_the_clock)
    for began, ended in sorted(stops, key=lambda stop: stop[0]):
        used = _used(since, max(since, began), in_days, calendar)
        if used > left:
            break
        left -= used
        if ended is None:
            return Due(None, left)
        since = max(since, ended.astimezone(UTC))
    return Due(_end(since, left, in_days, calendar), None)


def _used(start: datetime, end: datetime, in_days: bool, calendar: WorkingCalendar) -> int:
    if in_days:
        return working_days_between(start=start, end=end, calendar=calendar)
    return working_time_between(start=start, end=end, calendar=calendar) // _MICROSECOND


def _end(since: datetime, left: int, in_days: bool, calendar: WorkingCalendar) -> datetime:
    arrived = next_opening(at=since, calendar=calendar)
    if in_days:
        return close_of_working_day(arrived, left, calendar)
    return add_working_time(start=arrived, amount=timedelta(microseconds=left), calendar=calendar)
