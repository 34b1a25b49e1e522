"""The planner of waves: tried before it is kept, drawn or laid, and read with what it could see."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pembina.domain.development.models import Wave, WaveUnit
from pembina.domain.impact.models import DesignOutcome, DesignUnit, EvaluationDesign
from pembina.domain.impact.operations.evaluations import drop_evaluation
from web.wave_planner.conftest import keep, text_of

pytestmark = pytest.mark.django_db


def test_without_waves_the_page_says_how_to_begin_and_why_a_lot(planner, at):
    page = text_of(planner.get(at))
    assert "Belum ada gelombang" in page
    assert "Mengapa urutannya diundi" in page


def test_a_plan_is_tried_before_it_is_kept_and_the_order_comes_from_the_lot(planner, at, sent, planning):
    planning.give_past()
    page = text_of(planner.post(f"{at}undi/", sent))
    for words in (
        "Dampak terkecil yang terlihat", "Peluang melihat dampak yang berarti", "1 bulan lagi", "5 unit lagi",
        "Undi dan simpan</button>",
        "angka sepertiga terendah", "tetap di luar", "Rencana gelombang menurut bulan", "2 gelombang", "24 bulan",
    ):  # fmt: skip
        assert words in page
    assert not Wave.objects.exists()
    keep(planner, f"{at}undi/", sent)
    sizes = [wave.units.count() for wave in Wave.objects.all()]
    sizes.append(DesignUnit.objects.filter(wave=None).count())
    assert sorted(sizes) == [2, 3, 3]


def test_the_plan_that_stands_is_shown_with_its_balance(planner, at, sent, planning):
    planning.give_past()
    keep(planner, f"{at}undi/", sent)
    page = text_of(planner.get(at))
    for words in (
        "Lotre 5 Januari", "simpangan baku", "Gelombang 2", "Pembanding", "hari kerja", planning.units[7].name,
        "Undian ini dapat diulang siapa pun", "rencana ini",
    ):  # fmt: skip
        assert words in page
    assert "Tidak ada yang cocok" in text_of(planner.get(at, {"q": "tidak ada"}))
    assert planning.units[2].code in text_of(planner.get(at, {"q": planning.units[2].code}))


def test_too_little_past_is_said_and_the_plan_can_still_be_kept(planner, at, sent):
    page = text_of(planner.post(f"{at}undi/", sent))
    assert "Masa lalu yang lengkap terlalu sedikit" in page
    assert "Gelombang tetap dapat disimpan." in page
    keep(planner, f"{at}undi/", sent)
    assert "Masa lalu yang lengkap terlalu sedikit" in text_of(planner.get(at))


def test_without_a_primary_outcome_nothing_is_reckoned(planner, at, sent):
    DesignOutcome.objects.all().delete()
    assert "Ukuran hasil utama belum ditetapkan" in text_of(planner.post(f"{at}undi/", sent))


def test_months_that_do_not_hold_the_plan_are_named(planner, at, sent, planning):
    planning.give_past()
    EvaluationDesign.objects.update(first_month="2015-01-01", last_month="2016-01-01")
    assert "tidak memuat rencana ini" in text_of(planner.post(f"{at}undi/", sent))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"waves": 13}, "12"),
        ({"waves": 0}, "1"),
        ({"every": 0}, "1"),
        ({"first_start": "1990-01-01"}, "sebelum program mulai"),
        ({"first_start": "2099-13-01"}, "tanggal yang ada"),
        ({"units": []}, "sedikitnya satu unit"),
        ({"seed": " "}, "tidak boleh kosong"),
        ({"waves": 8, "every": 1}, "8 unit tidak dapat dibagi menjadi 9"),
        ({"division": "stars"}, "stars"),
    ],
)
def test_what_cannot_be_drawn_is_told_at_its_field(planner, at, sent, change, words):
    page = planner.post(f"{at}undi/", sent | change)
    assert page.status_code == 422
    assert words in text_of(page)
    assert "field-invalid" in text_of(page)


@pytest.mark.parametrize("seen", ["", "0" * 64])
def test_nothing_is_drawn_from_what_was_not_shown(planner, at, sent, seen):
    page = planner.post(f"{at}undi/", sent | {"confirmed": "1", "seen": seen})
    assert page.status_code == 422
    assert "berubah sejak pratinjau" in text_of(page)
    assert not Wave.objects.exists()


def test_a_second_draw_asks_why_and_begins_with_the_plan_that_stands(planner, at, sent, planning):
    keep(planner, f"{at}undi/", sent)
    form = text_of(planner.get(f"{at}undi/"))
    assert "Alasan mengundi ulang" in form
    assert len(re.findall(r'name="units"[^>]*checked', form)) == 8
    assert planner.post(f"{at}undi/", sent).status_code == 422
    keep(planner, f"{at}undi/", sent | {"seed": "Lain", "again_because": "Dua unit digabung"})
    assert "Lain" in text_of(planner.get(at))


def test_an_order_of_ones_own_is_shown_with_its_balance_and_kept_with_the_reason(planner, at, laid, planning):
    planning.give_past()
    page = text_of(planner.post(f"{at}susun/?jumlah=2", laid))
    assert "mendahulukan unit yang memang berbeda" in page
    assert "urutan dipilih" in page
    keep(planner, f"{at}susun/?jumlah=2", laid)
    assert WaveUnit.objects.count() == 6
    assert "Puskesmas siap dahulu" in text_of(planner.get(at))
    assert planner.get(f"{at}undian/").status_code == 404


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"codes_2": "4.04 X9"}, "Kode ke-2, X9, tidak dikenal."),
        ({"codes_outside": "4.01"}, "tidak dapat sekaligus tetap di luar"),
        ({"codes_1": ""}, "belum memuat unit kerja"),
        ({"reason": ""}, "tidak boleh kosong"),
    ],
)
def test_what_cannot_be_laid_is_told_at_its_field(planner, at, laid, change, words):
    page = planner.post(f"{at}susun/?jumlah=2", laid | change)
    assert page.status_code == 422
    assert words in text_of(page)


def test_the_evaluator_tries_but_does_not_keep(as_user, planning, at, sent):
    client = as_user(planning.maker)
    page = client.post(f"{at}undi/", sent)
    assert "yang menyimpannya perencana program" in text_of(page)
    assert "Undi dan simpan" not in text_of(page)
    answer = client.post(f"{at}undi/", sent | {"confirmed": "1", "seen": page.context["consequences"][0].seen})
    assert answer.status_code == 404
    assert not Wave.objects.exists()


def test_nobody_else_sees_a_plan_and_none_is_tried_for_what_has_ended(as_user, dewi, rina, planning, at):
    client = as_user(dewi)
    for name in ("", "undi/", "susun/", "undian/", "undian.json"):
        assert client.get(f"{at}{name}").status_code == 404
    drop_evaluation(evaluation=planning.evaluation, reason="Batal", by=planning.maker, at=planning.at)
    assert as_user(rina).get(f"{at}undi/").status_code == 404
    assert as_user(rina).get(at).status_code == 200


def test_two_hundred_units_are_as_cheap_as_eight(planner, at, sent, planning, training):
    keep(planner, f"{at}undi/", sent)
    with CaptureQueriesContext(connection) as few:
        planner.get(at)
    unit = type(training.office)
    made = unit.objects.bulk_create(
        unit(code=f"7.{n}", name=f"UPT {n}", kind="technical_unit", sector="health", opened_on="2020-01-01")
        for n in range(200)
    )
    WaveUnit.objects.bulk_create(
        WaveUnit(programme=planning.programme, wave=Wave.objects.first(), unit=one) for one in made
    )
    with CaptureQueriesContext(connection) as many:
        page = planner.get(at)
    assert len(many) == len(few)
    assert len(text_of(page)) < 60_000
    assert "UPT 150" in text_of(planner.get(f"{at}?q=UPT+150"))
