"""The calendar of the government and of a unit: a year of days, hours, and who may change what."""

from datetime import date

import pytest
from django.urls import reverse

from pembina.domain.services.calendars import calendar_of
from pembina.domain.services.models import ClosedDay, OfficeWeek, SpecialWeek

WEEK = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "08.00-12.00, 13.00-15.00")
CLOSED = {"saturday": "", "sunday": ""}


def text(response):
    return response.content.decode()


def at(view, *arguments):
    return reverse(f"public_services:{view}", args=arguments)


def test_a_year_shows_its_months_holidays_and_working_days(as_maya):
    page = text(as_maya.get(f"{at('calendar')}?tahun=2026"))
    assert "Desember 2026" in page
    assert "Hari Jadi Kabupaten Contoh" in page
    months = as_maya.get(f"{at('calendar')}?tahun=2026").context["months"]
    assert [month.working_days for month in months[:2]] == ["20 hari kerja", "18 hari kerja"]


def test_a_year_that_is_none_shows_this_year(as_maya):
    for year in ("99999", "abcd", "1800", ""):
        assert as_maya.get(f"{at('calendar')}?tahun={year}").status_code == 200


def test_a_unit_shows_whose_hours_it_follows(as_maya, place):
    page = text(as_maya.get(at("unit_calendar", place("01.05.01").pk)))
    assert "Mengikuti Dinas Kependudukan dan Pencatatan Sipil." in page
    assert "Mengikuti Perpres 21/2023." in text(as_maya.get(at("unit_calendar", place("01.08").pk)))


def test_the_calendar_costs_as_many_queries_for_all_units_as_for_few(as_maya, django_assert_max_num_queries):
    as_maya.get(at("calendar"))
    with django_assert_max_num_queries(20):
        assert len(as_maya.get(at("calendar")).context["followers"]) > 40


def test_choosing_a_unit_leads_to_its_calendar(as_maya, place):
    unit = place("01.05").pk
    answer = as_maya.get(f"{at('calendar')}?tahun=2025&unit={unit}")
    assert answer["Location"] == f"{at('unit_calendar', unit)}?tahun=2025"


def test_a_local_day_is_previewed_entered_changed_and_removed(as_maya, place):
    unit = place("01.05")
    address, told = f"{at('add_day')}?unit={unit.pk}", {"day": "2026-12-07", "name": "Pemilihan kepala desa"}
    assert "dihitung ulang" in text(as_maya.post(address, told))
    as_maya.post(address, told | {"confirmed": "1"})
    found = ClosedDay.objects.get(unit=unit, day=date(2026, 12, 7))
    as_maya.post(at("edit_day", found.pk), told | {"day": "2026-12-08", "confirmed": "1"})
    assert not calendar_of(unit).is_working_day(date(2026, 12, 8))
    as_maya.post(at("remove_day", found.pk), {"agreed": "on"})
    assert calendar_of(unit).is_working_day(date(2026, 12, 8))


def test_hours_are_set_from_a_day_on_after_a_preview_of_what_changes(as_maya, place):
    unit = place("01.08")
    address = f"{at('set_week')}?unit={unit.pk}"
    told = WEEK | CLOSED | {"starts_on": "2026-12-01"}
    page = text(as_maya.post(address, told))
    assert "Senin: 07.30–12.00, 13.00–16.00 → 08.00–12.00, 13.00–15.00" in page
    assert "37,5 jam sepekan → 30,0 jam sepekan" in page
    as_maya.post(address, told | {"confirmed": "1"})
    days = [calendar_of(unit).hours_on(date(2026, month, 30)) for month in (11, 12)]
    assert [str(hours[0]) for hours in days] == ["07.30-12.00", "08.00-12.00"]
    as_maya.post(address, told | {"starts_on": "2026-12-15", "follow": "on", "confirmed": "1"})
    assert str(calendar_of(unit).hours_on(date(2026, 12, 30))[0]) == "07.30-12.00"
    as_maya.post(at("remove_week", OfficeWeek.objects.get(unit=unit, starts_on=date(2026, 12, 1)).pk), {"agreed": "on"})
    assert OfficeWeek.objects.filter(unit=unit).count() == 1


@pytest.mark.parametrize("written", ["8-16", "16.00-08.00", "08.00-12.00, 11.00-13.00"])
def test_hours_that_are_none_are_refused_at_their_field(as_maya, place, written):
    told = WEEK | CLOSED | {"starts_on": "2026-12-01", "monday": written}
    answer = as_maya.post(f"{at('set_week')}?unit={place('01.08').pk}", told)
    assert answer.status_code == 422
    assert "monday" in answer.context["form"].errors


def test_ramadan_is_offered_with_the_hours_of_the_regulation(as_maya):
    form = as_maya.get(f"{at('add_special')}?unit=&ramadan=2027-1").context["form"]
    assert form.initial["monday"] == "08.00-12.00, 12.30-15.00"
    told = {name: form[name].value() or "" for name in form.fields} | {
        "starts_on": "2029-01-01",
        "ends_on": "2029-01-30",
    }
    as_maya.post(f"{at('add_special')}?unit=", told | {"confirmed": "1"})
    found = SpecialWeek.objects.get(starts_on=date(2029, 1, 1))
    as_maya.post(at("edit_special", found.pk), told | {"name": "Puasa", "confirmed": "1"})
    assert SpecialWeek.objects.get(pk=found.pk).name == "Puasa"
    as_maya.post(at("remove_special", found.pk), {"agreed": "on"})
    assert not SpecialWeek.objects.filter(pk=found.pk).exists()


def test_holidays_are_offered_and_only_those_ticked_are_added(as_maya):
    ClosedDay.objects.filter(day__year=2027, unit=None).delete()
    page = as_maya.get(f"{at('holidays')}?tahun=2027")
    assert "Tahun Baru Masehi" in text(page)
    assert len(page.context["rows"]) == 26
    as_maya.post(f"{at('holidays')}?tahun=2027", {"day": ["2027-01-01", "2027-03-10", "2027-02-30"]})
    assert ClosedDay.objects.filter(day__year=2027).count() == 2
    assert "Sudah tercatat" in text(as_maya.get(f"{at('holidays')}?tahun=2027"))
    assert "belum ditetapkan" in text(as_maya.get(f"{at('holidays')}?tahun=2029"))


def test_a_keeper_of_one_office_changes_its_calendar_and_not_that_of_the_government(health_keeper, place):
    own, other = place("01.03.04").pk, place("01.05").pk
    assert health_keeper.get(f"{at('add_day')}?unit={own}").status_code == 200
    assert "Catat hari libur" not in text(health_keeper.get(at("calendar")))
    general = ClosedDay.objects.filter(unit=None).first().pk
    for address in (
        f"{at('add_day')}?unit={other}", f"{at('add_day')}?unit=", f"{at('set_week')}?unit=x", at("holidays"),
        at("edit_day", general), at("unit_calendar", other),
    ):  # fmt: skip
        assert health_keeper.get(address).status_code == 404


def test_an_officer_reads_the_calendar_of_the_own_unit(enter, place):
    client = enter("joko")
    assert client.get(at("unit_calendar", place("01.05.01").pk)).status_code == 200
    assert client.get(f"{at('add_day')}?unit={place('01.05.01').pk}").status_code == 404
