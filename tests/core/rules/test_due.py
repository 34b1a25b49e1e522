"""Until when a request that rested must be done: by hand, and as the boundary of what is counted as late."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.rules.service_requests import NOW, sound_requests
from core.rules.working_calendars import calendars
from pembina.core.rules.service_time import (
    Due,
    Pause,
    PauseReason,
    Request,
    WorkingCalendar,
    due_of,
    flaw_of,
    regulated_weeks,
    request_life,
    working_time_between,
)

WIB = ZoneInfo("Asia/Jakarta")
CALENDAR = WorkingCalendar("WIB", regulated_weeks()[0][1])
MICROSECOND = timedelta(microseconds=1)
HOUR = 3_600_000_000


def at(text):
    return datetime.fromisoformat(f"2026-01-{text}").replace(tzinfo=WIB)


def waited(began, ended, reason=PauseReason.APPLICANT):
    return Pause(at(began), at(ended) if ended else None, reason)


@pytest.mark.parametrize(
    ("pauses", "size", "in_days", "due"),
    [
        ((), 3, True, "08T16:00"),
        ((waited("06T09:00", "07T09:00"),), 3, True, "09T16:30"),
        ((waited("06T09:00", "07T09:00", PauseReason.OTHER_OFFICE),), 3, True, "08T16:00"),
        ((waited("05T09:00", "05T11:00"),), 3 * HOUR, False, "05T14:00"),
        ((waited("05T11:00", "05T11:30"),), 2 * HOUR, False, "05T10:00"),
    ],
)
def test_a_pause_for_the_applicant_moves_the_due_time(pauses, size, in_days, due):
    request = Request(at("05T08:00"), pauses=pauses)
    assert due_of(request=request, size=size, in_days=in_days, calendar=CALENDAR) == Due(at(due), None)


def test_while_the_office_waits_the_rest_of_the_promise_stands_still():
    request = Request(at("05T08:00"), pauses=(waited("06T09:00", None),))
    assert due_of(request=request, size=3, in_days=True, calendar=CALENDAR) == Due(None, 2)


def test_without_receipt_nothing_is_due():
    with pytest.raises(ValueError, match="never due"):
        due_of(request=Request(None), size=3, in_days=True, calendar=CALENDAR)


@given(sound_requests(), calendars(), st.integers(1, 3), st.booleans())
def test_late_is_what_ends_after_the_due_time(request, calendar, size, in_days):
    size = size if in_days else size * HOUR
    assume(flaw_of(request, at=NOW) is None)
    life = request_life(request=request, calendar=calendar, at=NOW)
    assume(in_days or life.working is not None)
    used = life.working_days if in_days else life.working // MICROSECOND
    due = due_of(request=request, size=size, in_days=in_days, calendar=calendar)
    if due.at is None:
        assert used <= size
        assert due.left == size - used
    else:
        assert (used > size) == _passed(due.at, life.until, in_days, calendar)


def _passed(due, until, in_days, calendar):
    """In days a promise is broken by the next working day; in time by the next moment of working time."""
    if in_days:
        zone = ZoneInfo({"WIB": "Asia/Jakarta"}.get(calendar.zone, calendar.zone))
        first, last = due.astimezone(zone).date(), until.astimezone(zone).date()
        return any(calendar.is_working_day(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
    return until > due and working_time_between(start=due, end=until, calendar=calendar) > timedelta(0)
