"""Routine series: compared with the printed calendar, and what happens on holidays."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.learning import LAST, Monthly, OnSkip, UnusableSeriesError, Weekly, described, series_days

FRIDAY, TUESDAY, SATURDAY = 4, 1, 5
JANUARY, END = date(2026, 1, 1), date(2026, 12, 31)
days_of = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def planned(rule, first=JANUARY, last=END):
    return [day.day for day in series_days(rule, first, last).days]


def test_every_first_friday_of_2026():
    assert planned(Monthly(FRIDAY, 1, JANUARY), last=date(2026, 6, 30)) == [
        date(2026, 1, 2), date(2026, 2, 6), date(2026, 3, 6), date(2026, 4, 3), date(2026, 5, 1), date(2026, 6, 5)
    ]  # fmt: skip


def test_every_second_week_keeps_its_weeks_whoever_asks_for_which_months():
    rule = Weekly(TUESDAY, date(2026, 1, 1), every=2)
    whole = planned(rule)
    assert whole[:3] == [date(2026, 1, 6), date(2026, 1, 20), date(2026, 2, 3)]
    assert planned(rule, date(2026, 5, 3), date(2026, 6, 20)) == [
        day for day in whole if date(2026, 5, 3) <= day <= date(2026, 6, 20)
    ]


def test_every_third_month_counts_from_the_month_in_which_it_began():
    rule = Monthly(FRIDAY, LAST, date(2025, 11, 30), every=3)
    assert planned(rule) == [date(2026, 2, 27), date(2026, 5, 29), date(2026, 8, 28), date(2026, 11, 27)]


def test_nothing_takes_place_before_the_series_began():
    assert planned(Weekly(FRIDAY, date(2026, 12, 19))) == [date(2026, 12, 25)]
    assert planned(Monthly(FRIDAY, 1, date(2026, 11, 7))) == [date(2026, 12, 4)]


def test_a_month_without_a_fifth_friday_is_left_out():
    assert [day.month for day in planned(Monthly(FRIDAY, 5, JANUARY))] == [1, 5, 7, 10]


def test_a_holiday_is_dropped_and_told():
    found = series_days(Monthly(FRIDAY, 1, JANUARY), date(2026, 4, 1), date(2026, 6, 30), skip={date(2026, 5, 1)})
    assert [day.day for day in found.days] == [date(2026, 4, 3), date(2026, 6, 5)]
    assert (found.dropped, found.moved) == ((date(2026, 5, 1),), ())


def test_a_holiday_is_moved_over_the_weekend_to_the_next_working_day_and_told():
    found = series_days(
        Monthly(FRIDAY, 1, JANUARY), date(2026, 5, 1), date(2026, 6, 30),
        skip=[date(2026, 5, 1), date(2026, 5, 4)], on_skip=OnSkip.MOVE,
    )  # fmt: skip
    assert [(day.planned, day.day) for day in found.moved] == [(date(2026, 5, 1), date(2026, 5, 5))]
    assert [day.day for day in found.days] == [date(2026, 5, 5), date(2026, 6, 5)]


def test_a_day_moved_onto_another_or_past_the_end_is_dropped():
    week = [date(2026, 3, 20) + timedelta(days=number) for number in range(7)]
    onto = series_days(Weekly(FRIDAY, JANUARY), date(2026, 3, 16), date(2026, 3, 31), skip=week, on_skip=OnSkip.MOVE)
    assert [day.day for day in onto.days] == [date(2026, 3, 27)]
    past = series_days(Weekly(FRIDAY, JANUARY), week[0], week[2], skip=week, on_skip=OnSkip.MOVE)
    assert onto.dropped == past.dropped == (date(2026, 3, 20),)
    assert past.days == ()


def test_an_extra_saturday_is_kept_and_only_what_moves_needs_a_working_day():
    rule = Weekly(SATURDAY, JANUARY)
    assert planned(rule, last=date(2026, 1, 10)) == [date(2026, 1, 3), date(2026, 1, 10)]
    skip = [date(2026, 1, 2)]
    moved = series_days(
        Weekly(FRIDAY, JANUARY), JANUARY, date(2026, 1, 8), skip=skip, on_skip=OnSkip.MOVE, working=range(6)
    )
    assert moved.days[0].day == date(2026, 1, 3)


@pytest.mark.parametrize(
    ("rule", "indonesian", "english"),
    [
        (Weekly(FRIDAY, JANUARY), "setiap Jumat", "every Friday"),
        (Weekly(TUESDAY, JANUARY, 2), "Selasa, setiap 2 minggu", "Tuesday, every 2 weeks"),
        (Monthly(FRIDAY, 1, JANUARY), "Jumat pertama setiap bulan", "the first Friday of every month"),
        (Monthly(6, LAST, JANUARY, 3), "Minggu terakhir, setiap 3 bulan", "the last Sunday, every 3 months"),
    ],
)
def test_a_rule_in_words(rule, indonesian, english):
    assert (described(rule).id, described(rule).en) == (indonesian, english)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Weekly(7, JANUARY),
        lambda: Weekly(FRIDAY, JANUARY, 0),
        lambda: Monthly(-1, 1, JANUARY),
        lambda: Monthly(FRIDAY, 0, JANUARY),
        lambda: Monthly(FRIDAY, 6, JANUARY),
        lambda: Monthly(FRIDAY, 1, JANUARY, -1),
        lambda: planned(Weekly(FRIDAY, JANUARY), END, JANUARY),
        lambda: planned(Weekly(FRIDAY, JANUARY), JANUARY, date(2126, 1, 1)),
        lambda: planned(Monthly(FRIDAY, 5, JANUARY), date(9999, 1, 1), date.max),
        lambda: series_days(Weekly(FRIDAY, JANUARY), JANUARY, END, on_skip=OnSkip.MOVE, working=()),
        lambda: series_days(Weekly(FRIDAY, JANUARY), JANUARY, END, working=[8]),
    ],
)
def test_bad_input_is_refused_with_a_remedy(make):
    with pytest.raises(UnusableSeriesError) as refusal:
        make()
    assert refusal.value.remedy.id


@given(st.integers(0, 6), st.sampled_from([1, 2, 3, 4, 5, LAST]), days_of, st.integers(0, 800))
def test_positions_agree_with_the_printed_calendar(weekday, position, first, length):
    last = first + timedelta(days=length)
    expected = []
    for year in range(first.year, last.year + 1):
        for month in range(1, 13):
            column = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
            if position <= len(column):
                expected.append(date(year, month, column[position if position == LAST else position - 1]))
    assert planned(Monthly(weekday, position, first), first, last) == [day for day in expected if first <= day <= last]


@given(st.integers(0, 6), st.integers(1, 5), days_of, st.integers(0, 400), st.sets(days_of), st.sampled_from(OnSkip))
def test_no_day_is_lost_or_invented(weekday, every, first, length, skip, on_skip):
    last = first + timedelta(days=length)
    skip = {day for day in skip if day.weekday() == weekday} | {
        first + timedelta(days=number) for number in range(0, length, 9)
    }
    rule = Weekly(weekday, first, every)
    found = series_days(rule, first, last, skip=skip, on_skip=on_skip)
    assert sorted([day.planned for day in found.days] + list(found.dropped)) == planned(rule, first, last)
    days = [day.day for day in found.days]
    assert days == sorted(set(days))
    assert not set(days) & skip
    assert all(day.planned < day.day <= last and day.day.weekday() < 5 for day in found.moved)
