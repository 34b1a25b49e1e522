"""Working time: named cases, the brute-force minute counter, the column against one at a time, and refusals."""

from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

import numpy as np
import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from core.rules.working_calendars import MINUTE, around, calendars, minutes_by_hand, open_by_hand, spans
from pembina.core.rules.service_time import (
    Holiday,
    Hours,
    NotInForceError,
    PromisedTime,
    Refusal,
    SpecialHours,
    Timeline,
    TimeUnit,
    UnusableTimesError,
    WeekFrom,
    WorkingCalendar,
    add_working_time,
    due_at,
    next_opening,
    office_hours,
    read_day,
    regulated_weeks,
    working_days_between,
    working_time_between,
)
from pembina.core.rules.service_time.hours import weekly_minutes
from pembina.core.rules.service_time.zones import EPOCH

CASES = yaml.safe_load((files("pembina.core.rules.service_time") / "cases.yaml").read_text(encoding="utf-8"))
WIB = ZoneInfo("Asia/Jakarta")
OFFICE = office_hours(on=date(2026, 1, 5))
CALENDAR = WorkingCalendar(
    "WIB",
    OFFICE.usual,
    tuple(Holiday(date(2026, 3, day), "Idulfitri", "national") for day in (20, 23)),
    (SpecialHours(date(2026, 2, 18), date(2026, 3, 19), OFFICE.ramadan, "Ramadan"),),
)
NINE_TO_FIVE = (read_day("09.00-17.00"),) * 7
ANOTHER_WEEK = WeekFrom(date(2026, 1, 1), NINE_TO_FIVE)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def micros(*instants: datetime) -> np.ndarray:
    return np.array([(instant - EPOCH) // timedelta(microseconds=1) for instant in instants], dtype=np.int64)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_named_case(case):
    number, unit = case["promised"].split()
    promised = PromisedTime(int(number), TimeUnit(unit))
    due = due_at(received=at(str(case["received"])), promised=promised, calendar=CALENDAR)
    assert due.at == at(str(case["due"]))
    assert "Perpres 21/2023" in due.article


def test_the_weeks_of_the_regulation_add_up_to_what_it_says():
    assert (weekly_minutes(OFFICE.usual), weekly_minutes(OFFICE.ramadan)) == (37.5 * 60, 32.5 * 60)
    assert OFFICE.because.id == "Senin sampai Jumat, 37,5 jam sepekan tanpa istirahat, pada bulan Ramadan 32,5 jam."
    with pytest.raises(NotInForceError):
        office_hours(on=date(2020, 1, 1))
    assert regulated_weeks()[0] == (date(2023, 4, 12), OFFICE.usual)


@given(calendars(), spans())
def test_working_time_equals_a_count_of_minutes(calendar, span):
    start, end = span
    assert working_time_between(start=start, end=end, calendar=calendar) == minutes_by_hand(calendar, *span) * MINUTE


@given(calendars(), st.lists(spans(), min_size=1, max_size=5), st.integers(0, 10**8))
def test_a_column_equals_one_at_a_time(calendar, pairs, microsecond):
    shifted = [(start, end + timedelta(microseconds=microsecond)) for start, end in pairs]
    starts, ends = micros(*(s for s, _ in shifted)), micros(*(e for _, e in shifted))
    line = Timeline.covering(calendar, np.concatenate((starts, ends)))
    times = [working_time_between(start=s, end=e, calendar=calendar) for s, e in shifted]
    days = [working_days_between(start=s, end=e, calendar=calendar) for s, e in shifted]
    zone = ZoneInfo(calendar.zone)
    months = [s.astimezone(zone).year * 12 + s.astimezone(zone).month - 1 for s, _ in shifted]
    assert line.working_time(starts, ends).tolist() == [time // timedelta(microseconds=1) for time in times]
    assert line.working_days(line.arrival_days(starts), line.local_days(ends)).tolist() == days
    assert line.months(starts).tolist() == months


@given(calendars(), spans(longest=3 * 24 * 60))
def test_working_days_equal_a_count_of_days(calendar, span):
    start, end = span
    arrived = next_opening(at=start, calendar=calendar)
    zone = ZoneInfo(calendar.zone)
    moments = (start + number * MINUTE for number in range(int((end - start) / MINUTE) + 24 * 60))
    worked = {moment.astimezone(zone).date() for moment in moments if open_by_hand(calendar, moment)}
    counted = {day for day in worked if arrived.date() < day <= end.astimezone(zone).date()}
    assert working_days_between(start=start, end=end, calendar=calendar) == len(counted)


@given(calendars(), spans(longest=0))
def test_the_next_opening_is_the_first_open_minute(calendar, span):
    start, _ = span
    opened = next_opening(at=start, calendar=calendar)
    assume(opened - start < timedelta(days=5))
    assert open_by_hand(calendar, opened)
    assert minutes_by_hand(calendar, start, opened) == 0


@given(calendars(), spans(longest=0), st.integers(1, 2000))
def test_added_working_time_is_worked_and_no_earlier(calendar, span, minutes):
    start, _ = span
    end = add_working_time(start=start, amount=minutes * MINUTE, calendar=calendar)
    assert working_time_between(start=start, end=end, calendar=calendar) == minutes * MINUTE
    before = end - timedelta(microseconds=1)
    assert working_time_between(start=start, end=before, calendar=calendar) < minutes * MINUTE


@given(calendars(), spans(longest=0), st.integers(1, 12))
def test_a_promise_in_days_is_due_at_the_last_close_of_that_day(calendar, span, days):
    promised = PromisedTime(days, TimeUnit.WORKING_DAYS)
    due = due_at(received=span[0], promised=promised, calendar=calendar)
    assert working_days_between(start=span[0], end=due.at - timedelta(microseconds=1), calendar=calendar) == days
    rest = timedelta(hours=23, minutes=59) - timedelta(hours=due.at.hour, minutes=due.at.minute)
    assume(due.at.hour or due.at.minute)
    same_day = (due.at.replace(tzinfo=None) + rest).replace(tzinfo=due.at.tzinfo)
    assert working_time_between(start=due.at, end=max(due.at, same_day), calendar=calendar) == timedelta(0)


@given(calendars(), around)
def test_hours_that_the_clock_shows_twice_count_twice(calendar, day):
    start = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(calendar.zone)).astimezone(UTC)
    whole = WorkingCalendar(calendar.zone, ((Hours(0, 1440),),) * 7)
    end = start + timedelta(days=2)
    assert working_time_between(start=start, end=end, calendar=whole) == end - start


def test_an_amsterdam_night_of_the_clock_change_has_one_hour_more_or_less():
    night = WorkingCalendar("Europe/Amsterdam", ((Hours(0, 360),),) * 7)
    zone = ZoneInfo("Europe/Amsterdam")
    worked = [
        working_time_between(
            start=datetime(2011, *day, tzinfo=zone), end=datetime(2011, *day, 12, tzinfo=zone), calendar=night
        )
        for day in ((3, 26), (3, 27), (10, 30))
    ]
    assert worked == [timedelta(hours=6), timedelta(hours=5), timedelta(hours=7)]


@pytest.mark.parametrize(
    ("reason", "build"),
    [
        (Refusal.NAIVE, lambda: next_opening(at=datetime(2026, 1, 5, 8), calendar=CALENDAR)),  # noqa: DTZ001
        (
            Refusal.BACKWARDS,
            lambda: working_time_between(start=at("2026-01-06"), end=at("2026-01-05"), calendar=CALENDAR),
        ),
        (Refusal.OUT_OF_RANGE, lambda: next_opening(at=at("1899-12-30"), calendar=CALENDAR)),
        (Refusal.OUT_OF_RANGE, lambda: Timeline.covering(CALENDAR, micros(at("1850-01-01")))),
        (Refusal.UNKNOWN_ZONE, lambda: WorkingCalendar("Asia/Siulak", NINE_TO_FIVE)),
        (Refusal.UNKNOWN_ZONE, lambda: WorkingCalendar("../etc/passwd", NINE_TO_FIVE)),
        (Refusal.HOURS, lambda: read_day("16.00-07.30")),
        (Refusal.HOURS, lambda: read_day("7-16")),
        (Refusal.HOURS, lambda: read_day("07.30-24.30")),
        (Refusal.HOURS, lambda: Hours(600, 600)),
        (Refusal.OVERLAP, lambda: read_day("07.30-12.00", "11.00-16.00")),
        (Refusal.WEEK, lambda: WorkingCalendar("WIB", NINE_TO_FIVE[:6])),
        (Refusal.WEEK, lambda: WorkingCalendar("WIB", ((),) * 7)),
        (Refusal.WEEK, lambda: WorkingCalendar("WIB", NINE_TO_FIVE, later=(ANOTHER_WEEK, ANOTHER_WEEK))),
        (Refusal.WEEK, lambda: WeekFrom(date(2026, 1, 1), ((),) * 7)),
        (Refusal.HOLIDAY, lambda: WorkingCalendar("WIB", NINE_TO_FIVE, (Holiday(date(2026, 1, 1), "a", "local"),) * 2)),
        (Refusal.EXCEPTION, lambda: SpecialHours(date(2026, 2, 2), date(2026, 2, 1), NINE_TO_FIVE, "terbalik")),
        (Refusal.AMOUNT, lambda: PromisedTime(0, TimeUnit.HOURS)),
        (Refusal.AMOUNT, lambda: PromisedTime(True, TimeUnit.HOURS)),
        (Refusal.AMOUNT, lambda: add_working_time(start=at("2026-01-05"), amount=-MINUTE, calendar=CALENDAR)),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_remedy(reason, build):
    with pytest.raises(UnusableTimesError) as refused:
        build()
    assert refused.value.reason is reason
    assert refused.value.remedy.id
    assert refused.value.remedy.en


def test_two_special_hours_of_equal_length_on_one_day_are_refused():
    weeks = [SpecialHours(date(2026, 2, day), date(2026, 2, day + 3), NINE_TO_FIVE, "jam khusus") for day in (1, 4)]
    with pytest.raises(UnusableTimesError, match="2026-02-04"):
        WorkingCalendar("WIB", NINE_TO_FIVE, special=tuple(weeks))


def test_a_week_that_changed_leaves_the_past_as_it_was():
    shorter = WeekFrom(date(2026, 2, 2), (read_day("10.00-12.00"),) * 7)
    calendar = WorkingCalendar("WIB", NINE_TO_FIVE, later=(shorter,))
    january, february = (
        working_time_between(start=at(day), end=at(day) + timedelta(days=1), calendar=calendar)
        for day in ("2026-02-01", "2026-02-02")
    )
    assert (january, february) == (timedelta(hours=8), timedelta(hours=2))


def test_special_hours_set_nearer_apply_before_shorter_ones_from_above():
    day = date(2026, 2, 3)
    above = SpecialHours(day, day, ((),) * 7, "tutup", distance=1)
    own = SpecialHours(date(2026, 2, 1), date(2026, 2, 28), NINE_TO_FIVE, "jam sendiri")
    assert WorkingCalendar("WIB", NINE_TO_FIVE, special=(above, own)).hours_on(day) == NINE_TO_FIVE[0]


def test_an_office_closed_for_ten_years_is_refused_not_searched_for_ever():
    closed = SpecialHours(date(2026, 1, 1), date(2046, 1, 1), ((),) * 7, "tutup")
    calendar = WorkingCalendar("WIB", NINE_TO_FIVE, special=(closed,))
    for count in (
        lambda: next_opening(at=at("2026-01-05"), calendar=calendar),
        lambda: due_at(
            received=at("2025-12-31T10:00"), promised=PromisedTime(2, TimeUnit.WORKING_DAYS), calendar=calendar
        ),
        lambda: Timeline.covering(calendar, micros(at("2026-01-05"))),
    ):
        with pytest.raises(UnusableTimesError) as refused:
            count()
        assert refused.value.reason is Refusal.NEVER_OPEN


def test_a_request_at_the_moment_of_closing_arrives_the_next_morning():
    closing, end = at("2026-01-05T16:00"), at("2026-01-07T10:00")
    assert next_opening(at=closing, calendar=CALENDAR) == at("2026-01-06T07:30")
    line = Timeline.covering(CALENDAR, micros(closing, end))
    days = line.working_days(line.arrival_days(micros(closing)), line.local_days(micros(end)))
    assert days.tolist() == [1] == [working_days_between(start=closing, end=end, calendar=CALENDAR)]


def test_an_instant_outside_the_timeline_is_an_error():
    line = Timeline.covering(CALENDAR, micros(at("2026-01-05"), at("2026-02-05")))
    with pytest.raises(ValueError, match="outside the days"):
        line.working_time(micros(at("2026-01-05")), micros(at("2026-03-05")))
