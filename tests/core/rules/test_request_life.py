"""The life of a request: a count of minutes and of days, its flaws, and the column against one at a time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.rules.service_requests import NOW, any_requests, rows, sound_requests
from core.rules.working_calendars import MINUTE, calendars, open_by_hand
from pembina.core.rules.service_time import (
    MISSING,
    Flaw,
    LedgerRow,
    Measure,
    Pause,
    PauseReason,
    Refusal,
    Request,
    RequestColumns,
    RequestLife,
    UnusableTimesError,
    WorkingCalendar,
    flaw_of,
    next_opening,
    office_hours,
    request_life,
)
from pembina.core.rules.service_time.lives import FLAWS, measure_lives

WIB = ZoneInfo("Asia/Jakarta")
CALENDAR = WorkingCalendar("WIB", office_hours(on=date(2026, 1, 5)).usual)
APPLICANT = PauseReason.APPLICANT


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def life(request: Request, now: str = "2026-02-01T08:00") -> RequestLife | Flaw:
    return request_life(request=request, calendar=CALENDAR, at=at(now))


def stopped(request: Request, minute: datetime, until: datetime) -> bool:
    return any(p.began <= minute < (p.ended or until) for p in request.pauses if p.reason is APPLICANT)


def test_an_example_worked_by_hand():
    pauses = (
        Pause(at("2026-01-06T10:00"), at("2026-01-08T09:00"), APPLICANT),
        Pause(at("2026-01-07T10:00"), at("2026-01-09T10:00"), APPLICANT),
        Pause(at("2026-01-12T08:00"), at("2026-01-12T09:00"), PauseReason.OTHER_OFFICE),
    )
    found = life(Request(at("2026-01-05T15:00"), at("2026-01-12T10:00"), pauses=pauses))
    assert (found.state, found.waiting) == ("completed", False)
    assert found.gross == timedelta(days=6, hours=19)
    assert found.net == timedelta(hours=19 + 72)
    # Monday 1 h, Tuesday 2.5 h; Friday 1.5 + 3.5 h; Monday 2.5 h.
    assert found.working == timedelta(hours=1 + 2.5 + 1.5 + 3.5 + 2.5)
    # Tuesday, on which it was paused, and Monday; Friday is the day of its return.
    assert found.working_days == 2


def test_an_open_request_that_waits_for_the_applicant_stands_still():
    request = Request(at("2026-01-05T08:00"), pauses=(Pause(at("2026-01-06T08:00"), None, APPLICANT),))
    first, later = life(request), life(request, "2026-06-01T08:00")
    assert (first.state, first.waiting) == ("open", True)
    assert (first.net, first.working, first.working_days) == (later.net, later.working, later.working_days)
    assert later.gross > first.gross


@given(calendars(), sound_requests())
def test_net_and_working_time_equal_a_count_of_minutes(calendar, request):
    found = request_life(request=request, calendar=calendar, at=NOW)
    if isinstance(found, Flaw):
        assert found is flaw_of(request, at=NOW)
        return
    minutes = (request.received + number * MINUTE for number in range((found.until - request.received) // MINUTE))
    running = [minute for minute in minutes if not stopped(request, minute, found.until)]
    assert found.net == len(running) * MINUTE
    if not request.dates_only:
        assert found.working == sum(open_by_hand(calendar, minute) for minute in running) * MINUTE


@given(calendars(), sound_requests())
def test_working_days_equal_the_days_that_no_pause_holds(calendar, request):
    found = request_life(request=request, calendar=calendar, at=NOW)
    zone = ZoneInfo(calendar.zone)

    def arrival(instant):
        return next_opening(at=instant, calendar=calendar).date()

    first, last = arrival(request.received), found.until.astimezone(zone).date()
    stops = [(p.began, p.ended or found.until) for p in request.pauses if p.reason is APPLICANT]
    held = [(began.astimezone(zone).date(), arrival(ended)) for began, ended in stops]
    days = [first + timedelta(days=number) for number in range(1, (last - first).days + 1)]
    free = [day for day in days if not any(began < day <= ended for began, ended in held)]
    assert found.working_days == sum(calendar.is_working_day(day) for day in free)


@given(calendars(), st.lists(rows, max_size=8))
def test_a_column_equals_one_at_a_time(calendar, ledger):
    for measure in Measure:
        lives = measure_lives(requests=RequestColumns.of(ledger), calendar=calendar, measure=measure)
        for number, row in enumerate(ledger):
            expected = request_life(request=row.request, calendar=calendar, at=NOW)
            if measure is Measure.WORKING_TIME and row.request.dates_only and not isinstance(expected, Flaw):
                expected = Flaw.NO_CLOCK
            if isinstance(expected, Flaw):
                assert FLAWS[lives.flaw[number]] is expected
            else:
                assert lives.sound[number]
                assert_same(lives, number, row.request, expected, measure)


def assert_same(lives, number, request, expected, measure):
    sizes = {
        Measure.GROSS: expected.gross,
        Measure.NET: expected.net,
        Measure.WORKING_TIME: expected.working,
        Measure.WORKING_DAYS: expected.working_days,
    }
    if expected.state != "open":
        size = sizes[measure]
        assert lives.used[number] == (size if isinstance(size, int) else size // timedelta(microseconds=1))
        assert lives.since[number] == MISSING
    elif measure is not Measure.GROSS:
        assert (lives.since[number] == MISSING) == expected.waiting


@given(any_requests, st.integers(1, 10**6))
def test_a_flawed_row_is_named_and_never_raises(request, microseconds):
    found = request_life(request=request, calendar=CALENDAR, at=NOW + timedelta(microseconds=microseconds))
    if isinstance(found, Flaw):
        assert found.message.id
        assert found.remedy.en
    else:
        assert found.net <= found.gross
        assert found.working is None or found.working <= found.net


START, END = at("2026-01-05T08:00"), at("2026-01-06T08:00")


@pytest.mark.parametrize(
    ("flaw", "request_"),
    [
        (Flaw.NO_RECEIPT, Request(None, END)),
        (Flaw.PLACEHOLDER, Request(at("1900-01-01"), END)),
        (Flaw.PLACEHOLDER, Request(START, datetime(1, 1, 1, tzinfo=UTC))),
        (Flaw.PLACEHOLDER, Request(START, END, pauses=(Pause(at("1970-01-01"), END, APPLICANT),))),
        (Flaw.FUTURE, Request(at("2026-03-01"), None)),
        (Flaw.FUTURE, Request(START, at("2062-01-06"))),
        (Flaw.BACKWARDS, Request(END, START)),
        (Flaw.ZERO, Request(START, START)),
        (Flaw.PAUSE_BACKWARDS, Request(START, END, pauses=(Pause(END, START, APPLICANT),))),
        (Flaw.PAUSE_OUTSIDE, Request(START, END, pauses=(Pause(at("2026-01-04"), END, PauseReason.OFFICE),))),
        (Flaw.PAUSE_OUTSIDE, Request(START, END, pauses=(Pause(at("2026-01-07"), None, APPLICANT),))),
    ],
)
def test_each_flaw(flaw, request_):
    assert life(request_) is flaw


def test_dates_alone_may_begin_and_end_on_one_day_but_are_not_measured_by_the_clock():
    found = life(Request(at("2026-01-05"), at("2026-01-05"), dates_only=True))
    assert (found.working, found.working_days) == (None, 0)


def test_a_clock_change_between_two_times_of_one_zone_is_not_forgotten():
    zone = ZoneInfo("Europe/Amsterdam")
    request = Request(datetime(2011, 10, 29, 12, tzinfo=zone), datetime(2011, 10, 30, 12, tzinfo=zone))
    assert life(request).gross == timedelta(hours=25)


def test_a_naive_time_is_refused_in_both_forms():
    naive = Request(datetime(2026, 1, 5, 8))  # noqa: DTZ001
    for count in (lambda: life(naive), lambda: RequestColumns.of([LedgerRow(1, naive, NOW)])):
        with pytest.raises(UnusableTimesError) as refused:
            count()
        assert refused.value.reason is Refusal.NAIVE


def test_columns_of_different_length_are_an_error():
    columns = RequestColumns.of([LedgerRow(1, Request(START, END), at("2026-02-01"))])
    with pytest.raises(ValueError, match="differ in length"):
        RequestColumns(**{**vars(columns), "ended": np.array([1, 2])})
