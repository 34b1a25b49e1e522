"""The pages of programmes: planned with all that belongs to it, locked, ended, and read by whom it concerns."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from pembina.domain.development.models import Programme
from pembina.domain.development.operations.programme_steps import approve_programme
from pembina.web.programmes.forms import ProgrammeForm
from web.programmes.conftest import text_of

pytestmark = pytest.mark.django_db
NEW = "/program/baru/"


@pytest.fixture
def filled(training, service):
    """What a form of a new programme sends."""
    today = timezone.localdate()
    return {
        "code": "MW-27", "title": "Manajemen waktu", "purpose": "Izin lebih cepat", "sector": "permits",
        "owner": training.organiser().pk, "starts_on": today.isoformat(),
        "ends_on": (today + timedelta(days=300)).isoformat(), "services": [service.pk], "figure": "median_time",
        "direction": "down", "units": [training.office.pk], "curricula": [training.version.curriculum.pk],
        "funding": "apbd", "budget": "1000000", "method_1": "A", "method_2": "B", "method_3": "C", "months_3": "6",
        "method_4": "D", "months_4": "12",
    }  # fmt: skip


def test_an_empty_form_asks_all_four_levels(planner):
    page = text_of(planner.get(NEW))
    for words in ("1 · Reaksi", "2 · Pembelajaran", "3 · Perilaku", "4 · Hasil"):
        assert words in page
    assert 'value="6"' in page


def test_whoever_reads_english_first_does_not_settle_the_language_of_the_others():
    label = ProgrammeForm.base_fields["method_1"].label
    with translation.override("en"):
        english = str(label)
    assert (english, str(label)) == ("Method · 1 · Reaction", "Cara · 1 · Reaksi")


def test_whom_it_means_is_told_before_it_is_kept(planner, training, filled):
    training.person()
    page = planner.post(NEW, filled)
    assert "Sasaran: 1 pegawai pada 1 unit." in text_of(page)
    assert not Programme.objects.filter(code="MW-27").exists()
    answer = planner.post(NEW, filled | {"confirmed": "1"})
    made = Programme.objects.get(code="MW-27")
    assert answer.url == f"/program/{made.pk}/"
    assert made.population == {"units": [training.office.pk]}
    assert [one.months_after for one in made.evaluation_plans.all()] == [0, 0, 6, 12]


def test_the_target_is_counted_while_typing(planner, training, filled):
    person = training.person()
    page = text_of(planner.post(NEW, filled | {"search": "target"}))
    assert "Sasaran: 1 pegawai pada 1 unit" in page
    assert person.name in page
    page = text_of(planner.post(NEW, filled | {"search": "target", "statuses": ["pppk"]}))
    assert "Sasaran: 0 pegawai pada 0 unit" in page


def test_what_is_ticked_stays_while_searching_for_more(planner, training, filled):
    page = text_of(planner.post(NEW, filled | {"search": "units", "units_q": "Dinas 1.2"}))
    assert f'value="{training.office.pk}"' in page
    assert training.other_office.name in page
    assert 'value="Manajemen waktu"' in page


def test_a_time_that_is_to_grow_is_warned_of(planner, filled):
    assert "lebih lama" in text_of(planner.post(NEW, filled | {"direction": "up"}))


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"ends_on": "2020-01-01"}, "sebelum mulai"),
        ({"months_3": "2"}, "3"),
        ({"code": "P-1"}, "sudah dipakai program"),
        ({"element": "2"}, "Unsur SKM diisi bila"),
        ({"funding": "none"}, "tanpa sumber dana"),
        ({"method_4": ""}, "tidak boleh kosong"),
        ({"services": ["999999"]}, "999999"),
        ({"budget": "-1"}, "0"),
    ],
)
def test_bad_input_is_told_at_its_field(planner, filled, sent, words):
    page = planner.post(NEW, filled | sent)
    assert page.status_code == 422
    assert words in text_of(page)
    assert "field-invalid" in text_of(page)


@pytest.fixture
def made(planner, filled):
    planner.post(NEW, filled | {"confirmed": "1"})
    return Programme.objects.get(code="MW-27")


def test_it_goes_from_step_to_step(planner, made, filled):
    at = f"/program/{made.pk}/"
    assert "Setujui" in text_of(planner.get(at))
    planner.post(f"{at}langkah/setujui/")
    edit = text_of(planner.get(f"{at}ubah/"))
    assert "terkunci" in edit
    assert 'name="figure"' not in edit
    planner.post(f"{at}ubah/", filled | {"title": "Lain", "confirmed": "1"})
    planner.post(f"{at}langkah/jalankan/")
    planner.post(f"{at}tutup/", {"note": "Selesai sesuai rencana"})
    made.refresh_from_db()
    assert (made.title, made.state, made.outcome_figure) == ("Lain", "closed", "median_time")
    page = text_of(planner.get(at))
    for words in ("menyetujui program pembinaan", "Selesai sesuai rencana", "Manajemen waktu → Lain"):
        assert words in page


def test_it_is_sent_back_or_dropped_with_a_reason(planner, made, rina):
    approve_programme(programme=made, by=rina, at=timezone.now())
    at = f"/program/{made.pk}/"
    assert planner.post(f"{at}kembalikan/", {"reason": " "}).status_code == 422
    planner.post(f"{at}kembalikan/", {"reason": "Angkanya keliru"})
    planner.post(f"{at}batalkan/", {"reason": "Dicoret"})
    made.refresh_from_db()
    assert (made.state, made.end_note) == ("dropped", "Dicoret")


def test_a_step_out_of_turn_is_refused_above_the_page(planner, made):
    page = planner.post(f"/program/{made.pk}/langkah/jalankan/", follow=True)
    assert "Keadaannya sekarang: Rancangan" in text_of(page)
    assert planner.post(f"/program/{made.pk}/langkah/lompat/").status_code == 404


def test_an_evaluation_is_recorded_by_whom_its_level_is_for(planner, as_user, person, training):
    at = f"/program/{training.programme.pk}/"
    told = {"done_on": timezone.localdate().isoformat(), "finding": "Lebih cepat 3 hari"}
    planner.post(f"{at}evaluasi/3/", told)
    page = text_of(planner.get(at))
    assert "Lebih cepat 3 hari" in page
    assert [f"{at}evaluasi/{level}/" in page for level in (1, 2, 3, 4)] == [True, True, True, False]
    assert planner.get(f"{at}evaluasi/4/").status_code == 404
    evaluator = as_user(person("lia"))
    assert f'{at}evaluasi/4/"' in text_of(evaluator.get(at))
    assert evaluator.post(f"{at}evaluasi/4/", told | {"finding": "Waktu turun 2 hari"}).status_code == 302
    assert training.programme.evaluation_plans.get(level=4).finding == "Waktu turun 2 hari"
    assert [evaluator.get(f"{at}evaluasi/{level}/").status_code for level in (3, 5)] == [404, 404]


def test_only_whom_it_concerns_reads_it(as_user, training, sari, person):
    at = f"/program/{training.programme.pk}/"
    assert as_user(sari).get(at).status_code == 404
    assert as_user(sari).get("/program/").status_code == 404
    training.programme.owner = training.person(sari)
    training.programme.save()
    page = as_user(sari).get(at)
    assert page.status_code == 200
    assert "Ubah" not in text_of(page)
    assert as_user(sari).get(f"{at}ubah/").status_code == 404
    assert as_user(person("lia")).get(at).status_code == 200


def test_many_batches_of_a_programme_stand_on_pages(planner, training):
    for number in range(2, 28):
        training.group(f"Angkatan {number:02}")
    page = text_of(planner.get(f"/program/{training.programme.pk}/"))
    assert page.count("dari 30 kursi") == 25
    assert "Angkatan 27" in text_of(planner.get(f"/program/{training.programme.pk}/?page=2"))
    assert f"/tes/program/{training.programme.pk}/" in page
