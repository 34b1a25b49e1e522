"""The plan of waves: drawn and shown before it is kept, laid by hand, moved, begun; drawn as a picture."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pembina.domain.development.models import Wave, WaveUnit
from pembina.domain.people.enums import UnitKind
from web.programmes.conftest import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def units(training):
    return [training.unit(f"2.{number}") for number in range(1, 5)]


@pytest.fixture
def at(training):
    return f"/program/{training.programme.pk}/gelombang/"


@pytest.fixture
def days(training):
    return [training.today + timedelta(days=number) for number in (30, 60)]


@pytest.fixture
def sent(units, days):
    return {
        "units": [unit.pk for unit in units], "starts": "\n".join(map(str, days)), "seed": "Lotre 5 Januari",
    }  # fmt: skip


def test_a_plan_without_waves_says_how_to_begin(planner, at):
    assert "Belum ada gelombang" in text_of(planner.get(at))


def test_a_draw_is_shown_before_it_is_kept(planner, at, sent, units, days):
    page = text_of(planner.post(f"{at}undi/", sent))
    assert "2 unit" in page
    assert units[0].name in page
    assert not Wave.objects.exists()
    planner.post(f"{at}undi/", sent | {"confirmed": "1"})
    assert list(Wave.objects.values_list("planned_on", flat=True)) == days
    shown = text_of(planner.get(at))
    for words in ("Lotre 5 Januari", "Gelombang menurut bulan", "rencana semula", units[3].name, "undian "):
        assert words in shown


def test_units_are_taken_by_filter(planner, at, sent, units, training):
    parent = training.unit("9")
    below = [training.unit(f"9.{number}", parent) for number in (1, 2)]
    told = sent | {"units": [], "below": parent.pk, "kinds": [UnitKind.OFFICE]}
    planner.post(f"{at}undi/", told | {"confirmed": "1"})
    assert set(WaveUnit.objects.values_list("unit", flat=True)) == {unit.pk for unit in below}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"starts": "besok"}, "Baris 1"),
        ({"starts": "2027-01-04\n2027-13-01"}, "Baris 2"),
        ({"starts": "1990-01-01\n1990-02-01"}, "sebelum program mulai"),
        ({"starts": "2027-03-01\n2027-02-01"}, "tidak sesudah gelombang 1"),
        ({"units": []}, "sedikitnya satu unit"),
        ({"seed": " "}, "tidak boleh kosong"),
        ({"starts": "\n".join(f"2027-01-{day:02}" for day in range(1, 7))}, "4 unit tidak dapat dibagi"),
    ],
)
def test_what_cannot_be_drawn_is_told_at_its_field(planner, at, sent, change, words):
    page = planner.post(f"{at}undi/", sent | change)
    assert page.status_code == 422
    assert words in text_of(page)
    assert "field-invalid" in text_of(page)


def test_a_second_draw_asks_why(planner, at, sent):
    planner.post(f"{at}undi/", sent | {"confirmed": "1"})
    page = planner.post(f"{at}undi/", sent | {"seed": "Lain", "confirmed": "1"})
    assert page.status_code == 422
    assert "Alasan mengundi ulang" in text_of(page)


@pytest.fixture
def laid(units, days):
    return {
        "start_1": days[0], "units_1": [units[0].pk, units[1].pk], "start_2": days[1], "codes_2": "2.3, 2.4",
        "reason": "Puskesmas siap lebih dahulu",
    }  # fmt: skip


def test_an_order_of_ones_own_is_laid_with_its_reason(planner, at, laid):
    planner.post(f"{at}susun/?jumlah=2", laid)
    assert [wave.units.count() for wave in Wave.objects.all()] == [2, 2]
    assert "Puskesmas siap lebih dahulu" in text_of(planner.get(at))


def test_a_unit_in_two_waves_is_refused_with_unit_and_wave(planner, at, laid, units):
    page = text_of(planner.post(f"{at}susun/?jumlah=2", laid | {"codes_2": "2.1"}))
    assert f"{units[0].name} sudah ada di gelombang 1; tidak dapat juga di gelombang 2." in page
    assert not Wave.objects.exists()


def test_an_unknown_code_is_told_with_its_place(planner, at, laid):
    assert "Kode ke-2, X9, tidak dikenal." in text_of(
        planner.post(f"{at}susun/?jumlah=2", laid | {"codes_2": "2.3 X9"})
    )


@pytest.mark.parametrize("written", ["0", "999", "x", "-1", ""])
def test_the_number_of_waves_keeps_its_bounds(planner, at, written):
    assert planner.get(f"{at}susun/", {"jumlah": written}).status_code == 200


@pytest.fixture
def wave(training, units):
    return training.wave(1, *units)


def test_a_plan_that_has_slipped_is_not_offered_to_be_laid_anew(planner, at, wave):
    assert f"{at}undi/" in planner.get(at).content.decode()
    later = wave.due_on + timedelta(days=7)
    planner.post(f"/program/gelombang/{wave.pk}/geser/", {"to": later, "reason": "Aula dipakai"})
    page = planner.get(at).content.decode()
    assert f"{at}undi/" not in page
    assert "tidak disusun ulang" in page


def test_a_wave_slips_and_begins(planner, at, wave, training):
    later = wave.due_on + timedelta(days=7)
    planner.post(f"/program/gelombang/{wave.pk}/geser/", {"to": later, "reason": "Aula dipakai"})
    page = text_of(planner.get(at))
    assert "bergeser" in page
    assert "Aula dipakai" in page
    planner.post(f"/program/gelombang/{wave.pk}/mulai/", {"on": training.today})
    wave.refresh_from_db()
    assert (wave.due_on, wave.started_on) == (later, training.today)
    refused = planner.post(f"/program/gelombang/{wave.pk}/geser/", {"to": later, "reason": "Lagi"})
    assert "sudah mulai pada" in text_of(refused)


def test_a_unit_begins_leaves_returns_and_another_joins(planner, at, wave, training):
    member = wave.units.first()
    base = f"/program/gelombang/unit/{member.pk}/"
    planner.post(f"{base}mulai/", {"on": training.today, "reason": ""})
    assert planner.post(f"{base}mulai/", {"on": training.today, "reason": ""}).status_code == 422
    planner.post(f"{base}keluar/", {"on": training.today, "reason": "Renovasi"})
    assert "Renovasi" in text_of(planner.get(at))
    planner.post(f"{base}kembali/", {"reason": "Salah catat"})
    planner.post(f"/program/gelombang/{wave.pk}/tambah/", {"unit": training.office.pk, "reason": "Menyusul"})
    member.refresh_from_db()
    assert (member.left_on, wave.units.count()) == (None, 5)


def test_nobody_else_moves_a_wave(as_user, dewi, wave):
    for name in ("geser", "mulai", "tambah"):
        assert as_user(dewi).get(f"/program/gelombang/{wave.pk}/{name}/").status_code == 404


def test_two_hundred_units_stay_small_and_as_cheap_as_four(planner, at, wave, training):
    with CaptureQueriesContext(connection) as few:
        planner.get(at)
    first = date(2020, 1, 1)
    units = [
        type(training.office)(code=f"7.{n}", name=f"UPT {n}", kind="technical_unit", sector="health", opened_on=first)
        for n in range(200)
    ]  # fmt: skip
    made = type(training.office).objects.bulk_create(units)
    WaveUnit.objects.bulk_create([WaveUnit(programme=wave.programme, wave=wave, unit=unit) for unit in made])
    with CaptureQueriesContext(connection) as many:
        page = planner.get(at)
    assert len(many) == len(few)
    assert text_of(page).count("<circle") < 70
    assert "UPT 150" in text_of(planner.get(f"{at}?q=UPT+150"))
