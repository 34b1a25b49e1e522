"""Which hours count for a unit: its own before those above, and none of the past when they change."""

from datetime import date

import pytest

from domain.services.catalogue.conftest import ALWAYS, SIX_DAYS, WEEKDAYS
from pembina.core.rules.service_time import CLOSED, office_hours, read_day
from pembina.domain.people.enums import TimeZone
from pembina.domain.services.calendars import calendar_of, calendars_of, general_calendar
from pembina.domain.services.models import ClosedDay, OfficeWeek, SpecialWeek

MONDAY, SATURDAY, LONG_AGO = date(2026, 11, 16), date(2026, 11, 21), date(2012, 3, 5)
REGULATED = office_hours(on=MONDAY).usual


@pytest.fixture
def hours(db):
    """Return a writer of usual hours that hold from 2026 on."""

    def write(unit, week, starts_on=date(2026, 1, 1), **more):
        return OfficeWeek.objects.create(unit=unit, week=week, starts_on=starts_on, **more)

    return write


@pytest.fixture
def close(db):
    """Return a writer of closed days."""

    def write(unit, day, kind="national", **more):
        return ClosedDay.objects.create(unit=unit, day=day, name="Libur", kind=kind, **more)

    return write


def test_hours_are_those_of_the_regulation_where_nobody_set_any(health_centre):
    calendar = calendar_of(health_centre)
    assert calendar.hours_on(MONDAY) == calendar.hours_on(LONG_AGO) == REGULATED[0]
    assert general_calendar("WITA").zone == "WITA"


def test_hours_are_inherited_from_the_nearest_unit_that_set_any(government, office, health_centre, hours):
    hours(None, ALWAYS)
    assert calendar_of(health_centre).hours_on(SATURDAY) == read_day("00.00-24.00")
    hours(office, WEEKDAYS)
    assert calendar_of(health_centre).hours_on(SATURDAY) == CLOSED
    hours(health_centre, SIX_DAYS)
    found = calendars_of([government, office, health_centre])
    assert [len(found[each.pk].hours_on(SATURDAY)) for each in (government, office, health_centre)] == [1, 0, 1]
    assert found[health_centre.pk].hours_on(SATURDAY) == read_day("07.30-13.30")


def test_a_week_that_changes_leaves_the_past_as_it_was(office, hours):
    hours(office, WEEKDAYS)
    hours(office, SIX_DAYS, starts_on=SATURDAY)
    calendar = calendar_of(office)
    assert calendar.hours_on(MONDAY) == read_day("08.00-16.00")
    assert calendar.hours_on(SATURDAY) == read_day("07.30-13.30")
    assert calendar.hours_on(LONG_AGO) == REGULATED[0]


def test_an_empty_week_follows_those_above_again(office, health_centre, hours):
    hours(office, WEEKDAYS)
    hours(health_centre, SIX_DAYS)
    hours(health_centre, [], starts_on=SATURDAY)
    calendar = calendar_of(health_centre)
    assert calendar.hours_on(date(2026, 11, 14)) == read_day("07.30-13.30")
    assert calendar.hours_on(SATURDAY) == CLOSED


def test_a_day_is_closed_as_the_nearest_place_says(office, health_centre, close):
    close(None, MONDAY)
    close(office, date(2026, 11, 17), kind="local")
    close(health_centre, MONDAY, worked=True)
    assert calendar_of(office).hours_on(MONDAY) == CLOSED
    assert calendar_of(health_centre).hours_on(MONDAY) == REGULATED[0]
    assert calendar_of(health_centre).hours_on(date(2026, 11, 17)) == CLOSED


def test_an_emergency_room_works_through_what_is_closed_above_but_not_through_its_own(health_centre, hours, close):
    close(None, MONDAY)
    close(health_centre, date(2026, 11, 17), kind="local")
    hours(health_centre, ALWAYS, open_on_holidays=True)
    calendar = calendar_of(health_centre)
    assert calendar.hours_on(MONDAY) == read_day("00.00-24.00")
    assert calendar.hours_on(date(2026, 11, 17)) == CLOSED


def test_a_holiday_before_the_emergency_room_opened_stays_closed(health_centre, hours, close):
    close(None, MONDAY)
    hours(health_centre, ALWAYS, open_on_holidays=True, starts_on=SATURDAY)
    assert calendar_of(health_centre).hours_on(MONDAY) == CLOSED


def test_special_hours_come_from_above_and_the_unit_s_own_come_first(office, health_centre):
    days = {"starts_on": date(2026, 2, 18), "ends_on": date(2026, 3, 19)}
    SpecialWeek.objects.create(unit=None, name="Ramadan", week=WEEKDAYS, **days)
    SpecialWeek.objects.create(unit=health_centre, name="Ramadan puskesmas", week=SIX_DAYS, **days)
    found = calendars_of([office, health_centre])
    hours = [found[each.pk].hours_on(date(2026, 2, 18)) for each in (office, health_centre)]
    assert hours == [read_day("08.00-16.00"), read_day("07.30-13.30")]


def test_each_unit_keeps_its_own_clock(unit, government):
    assert calendar_of(unit("1.9", government, time_zone=TimeZone.WIT)).zone == "Asia/Jayapura"


def test_many_calendars_cost_as_many_queries_as_one(unit, office, hours, django_assert_num_queries):
    hours(office, WEEKDAYS)
    units = [unit(f"1.1.{number}", office) for number in range(2, 8)]
    with django_assert_num_queries(4):
        assert len(calendars_of(units)) == 6
    with django_assert_num_queries(4):
        calendar_of(units[0])
