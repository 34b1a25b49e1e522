"""The life of one request: received, paused, resumed, completed or withdrawn.

The clock of a standard stands still while the office waits for the applicant, and only then: waiting for another office
is time the citizen waits because of the government. `lives` measures a column of requests by the same rule.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Literal

from pembina.core.rules.service_time.calendar import WorkingCalendar
from pembina.core.rules.service_time.flaws import FIRST_PLAUSIBLE, Flaw
from pembina.core.rules.service_time.promises import working_days_after
from pembina.core.rules.service_time.working_time import next_opening, working_time_between
from pembina.core.rules.service_time.zones import any_microseconds, microseconds, zone_of

State = Literal["open", "completed", "withdrawn"]


class PauseReason(StrEnum):
    """For whom the request waits."""

    APPLICANT = "applicant"
    OTHER_OFFICE = "other_office"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch in which the request rested; `ended` is None while it still does."""

    began: datetime
    ended: datetime | None
    reason: PauseReason

    @property
    def stops_the_clock(self) -> bool:
        """Return whether the time belongs to the applicant."""
        return self.reason is PauseReason.APPLICANT


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it was recorded.

    Attributes
    ----------
    received : None where the record has none
    ended : completed or withdrawn; None while open
    withdrawn : whether `ended` is a withdrawal
    pauses : in any order, possibly overlapping; one without an end lasts until the request ends
    dates_only : the times of day were not recorded and stand at midnight
    """

    received: datetime | None
    ended: datetime | None = None
    withdrawn: bool = False
    pauses: tuple[Pause, ...] = ()
    dates_only: bool = False


@dataclass(frozen=True, slots=True)
class RequestLife:
    """How long a request took, or has taken so far.

    Attributes
    ----------
    state : at `until`, the end of the request or the moment asked for
    waiting : whether it is open and waits for the applicant
    gross : from receipt to `until`
    net : gross without pauses for the applicant
    working : working time in net; None where only dates are recorded
    working_days : after the day of arrival, without those waited for the applicant
    """

    state: State
    until: datetime
    waiting: bool
    gross: timedelta
    net: timedelta
    working: timedelta | None
    working_days: int


def flaw_of(request: Request, *, at: datetime) -> Flaw | None:
    """Return why the request cannot be measured, None if it can; `at` is when it was recorded.

    Raises
    ------
    UnusableTimesError : a naive time
    """
    if request.received is None:
        return Flaw.NO_RECEIPT
    received, now = any_microseconds(request.received), microseconds(at)
    ended = None if request.ended is None else any_microseconds(request.ended)
    # A pause without an end is checked by its beginning alone.
    pauses = [(any_microseconds(p.began), any_microseconds(p.ended or p.began)) for p in request.pauses]
    last = now if ended is None else ended
    times = [received, last, *(time for pause in pauses for time in pause)]
    broken = {
        Flaw.PLACEHOLDER: min(times) < FIRST_PLAUSIBLE,
        Flaw.FUTURE: max(times) > now,
        Flaw.BACKWARDS: last < received,
        Flaw.ZERO: ended == received and not request.dates_only,
        Flaw.PAUSE_BACKWARDS: any(end < began for began, end in pauses),
        Flaw.PAUSE_OUTSIDE: any(began < received or max(began, end) > last for began, end in pauses),
    }
    return next((flaw for flaw, found in broken.items() if found), None)


def request_life(*, request: Request, calendar: WorkingCalendar, at: datetime) -> RequestLife | Flaw:
    """Measure a request up to its end, or up to `at` while it is open; or say why it cannot be measured.

    Raises
    ------
    UnusableTimesError : a naive time
    """
    flaw = flaw_of(request, at=at)
    if flaw is not None or request.received is None:
        return flaw or Flaw.NO_RECEIPT
    # In UTC, since Python subtracts two times of one zone by the wall clock and forgets a change of it between them.
    received, until = request.received.astimezone(UTC), (request.ended or at).astimezone(UTC)
    stopping = [pause for pause in request.pauses if pause.stops_the_clock]
    stops = sorted((p.began.astimezone(UTC), (p.ended or until).astimezone(UTC)) for p in stopping)
    return RequestLife(
        state="open" if request.ended is None else "withdrawn" if request.withdrawn else "completed",
        until=until,
        waiting=request.ended is None and any(pause.ended is None for pause in stopping),
        gross=until - received,
        net=_running(received, stops, until, _elapsed),
        working=None if request.dates_only else _running(received, stops, until, _working(calendar)),
        working_days=_running_days(received, stops, until, calendar),
    )


def _running(
    received: datetime,
    stops: list[tuple[datetime, datetime]],
    until: datetime,
    measure: Callable[[datetime, datetime], timedelta],
) -> timedelta:
    """Add up what lies between the pauses: overlapping ones are united by never going back."""
    running, since = timedelta(0), received
    for began, ended in stops:
        running += measure(since, max(since, began))
        since = max(since, ended)
    return running + measure(since, max(since, until))


def _running_days(
    received: datetime, stops: list[tuple[datetime, datetime]], until: datetime, calendar: WorkingCalendar
) -> int:
    """Count days as `_running` adds time: the day on which a request arrives or comes back is not counted."""
    days, since = 0, _arrival(received, calendar)
    for began, ended in stops:
        days += working_days_after(since, _day(began, calendar), calendar)
        since = max(since, _arrival(ended, calendar))
    return days + working_days_after(since, _day(until, calendar), calendar)


def _elapsed(start: datetime, end: datetime) -> timedelta:
    return end - start


def _working(calendar: WorkingCalendar) -> Callable[[datetime, datetime], timedelta]:
    return lambda start, end: working_time_between(start=start, end=end, calendar=calendar)


def _day(instant: datetime, calendar: WorkingCalendar) -> date:
    return instant.astimezone(zone_of(calendar.zone)).date()


def _arrival(instant: datetime, calendar: WorkingCalendar) -> date:
    return next_opening(at=instant, calendar=calendar).date()
