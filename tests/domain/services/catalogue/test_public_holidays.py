"""Holidays of a year fill the calendar, and never write over what somebody changed."""

import csv
from datetime import date, timedelta

import pytest

from domain.services.catalogue.conftest import BY
from needed import shared
from pembina.core.rules.service_time import WorkingCalendar, office_hours
from pembina.domain.services.calendars import general_calendar
from pembina.domain.services.enums import ClosedDayKind
from pembina.domain.services.models import ClosedDay
from pembina.domain.services.operations.calendars import add_holidays, edit_closed_day, remove_closed_day
from pembina.domain.services.public_holidays import UnknownYearError, fasts, offered_holidays, public_holidays

KINDS = {"libur_nasional": ClosedDayKind.NATIONAL, "cuti_bersama": ClosedDayKind.COLLECTIVE_LEAVE}


def published(name):
    return list(csv.DictReader(shared(f"holidays_id/{name}").read_text("utf-8").splitlines()))


def fill(year):
    new = [offer.holiday for offer in offered_holidays(year) if offer.is_new]
    return add_holidays(holidays=new, **BY)


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_holidays_are_those_of_the_decree(year):
    rows = published("hari_libur_2024_2027.csv")
    decreed = {(row["tanggal"], row["nama"], KINDS[row["jenis"]]) for row in rows if row["tanggal"][:4] == str(year)}
    assert {(found.day.isoformat(), found.name, found.kind) for found in public_holidays(year)} == decreed


def test_working_days_of_each_month_are_those_that_were_published(db):
    rows = published("hari_kerja_per_bulan.csv")
    for year in {int(row["tahun"]) for row in rows}:
        fill(year)
    calendar = general_calendar("WIB")
    for row in rows:
        first = date(int(row["tahun"]), int(row["bulan"]), 1)
        days = (first + timedelta(days=number) for number in range(31))
        open_days = [day for day in days if day.month == first.month and calendar.is_working_day(day)]
        assert len(open_days) == int(row["hari_kerja_5hari"]), first


def test_a_year_is_filled_once_and_edits_stay(db):
    assert fill(2026) == 25
    assert fill(2026) == 0
    moved, removed = ClosedDay.objects.order_by("day")[:2]
    told = {"name": moved.name, "kind": ClosedDayKind.NATIONAL, "worked": False}
    edit_closed_day(closed=moved, day=date(2026, 1, 3), **told, **BY)
    gone = removed.day
    remove_closed_day(closed=removed, **BY)
    assert fill(2026) == 0
    assert {offer.holiday.day for offer in offered_holidays(2026) if offer.taken_out} == {date(2026, 1, 1), gone}
    assert ClosedDay.objects.get(pk=moved.pk).day == date(2026, 1, 3)


def test_a_day_that_was_named_before_keeps_its_name(db):
    ClosedDay.objects.create(day=date(2027, 1, 1), name="Tahun baru kami", kind=ClosedDayKind.NATIONAL)
    assert add_holidays(holidays=public_holidays(2027), **BY) == 25
    assert ClosedDay.objects.get(day=date(2027, 1, 1)).name == "Tahun baru kami"


def test_ramadan_is_proposed_by_its_end_and_estimates_say_so():
    assert fasts(2026) == [(date(2026, 2, 19), date(2026, 3, 20))]
    assert len(fasts(2030)) == 2
    assert any(holiday.is_estimate for holiday in public_holidays(2028))
    first, last = fasts(2026)[0]
    calendar = WorkingCalendar("WIB", office_hours(on=first).ramadan)
    assert calendar.is_working_day(first)
    assert (last - first).days == 29


@pytest.mark.parametrize("year", [1999, 2078])
def test_a_year_that_nobody_knows_is_refused(year):
    with pytest.raises(UnknownYearError):
        public_holidays(year)
