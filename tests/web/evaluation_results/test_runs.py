"""The runs of an evaluation: how far one has come, why one failed, two side by side, and the record of level 4."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pembina.domain.impact.enums import EvaluationState, RunState
from web.evaluation_results.conftest import AT, frozen, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def at(design):
    return f"{AT}evaluasi/{design.evaluation_id}/"


def test_without_a_run_the_page_says_what_comes_next(evaluator, at, as_user, rina):
    page = text_of(evaluator.get(at))
    assert "Belum ada perhitungan" in page
    assert "Hitung dampaknya" in page
    assert "Hitung dampaknya" not in text_of(as_user(rina).get(at))


def test_a_design_that_is_not_locked_cannot_be_computed(evaluator, impact):
    drafted = impact.design(impact.evaluation())
    page = text_of(evaluator.get(f"{AT}evaluasi/{drafted.evaluation_id}/"))
    assert "Rancangannya belum terkunci" in page
    assert "Hitung dampaknya" not in page


def test_progress_is_shown_and_asked_for_again(evaluator, at, impact, design):
    run = impact.run(design, state=RunState.WAITING)
    page = text_of(evaluator.get(at))
    assert "Menunggu giliran" in page
    assert "every 2s" in page
    assert "Hitung lagi" not in page
    run.state, run.progress_done, run.progress_total = RunState.RUNNING, 1, 3
    run.save()
    part = evaluator.get(at, headers={"HX-Request": "true"})
    assert "Menghitung: 1 dari 3 langkah" in text_of(part)
    assert "<h1" not in text_of(part)
    run.asked_at = timezone.now() - timedelta(hours=3)
    run.save()
    assert evaluator.get(at, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    page = text_of(evaluator.get(at))
    assert "Menunggu terlalu lama" in page
    assert "every 2s" not in page


def test_once_it_is_done_the_page_is_loaded_anew(evaluator, at, run):
    assert evaluator.get(at, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    page = text_of(evaluator.get(at))
    assert "Berdampak berarti" in page
    assert "Hitung lagi dengan data terbaru" in page


def test_a_failure_says_why_and_what_to_do(evaluator, at, impact, design):
    told = {"message": {"id": "Datanya kosong.", "en": "-"}, "remedy": {"id": "Impor permohonan.", "en": "-"}}
    impact.run(design, state=RunState.FAILED, failure=told)
    page = text_of(evaluator.get(at))
    assert "Datanya kosong." in page
    assert "Impor permohonan." in page
    assert "Gagal" in page


def test_many_runs_stand_on_pages_and_take_as_many_queries(
    evaluator, at, impact, design, django_assert_max_num_queries
):
    for _ in range(12):
        impact.run(design, state=RunState.FAILED)
    with django_assert_max_num_queries(22):
        page = text_of(evaluator.get(at))
    assert "1–10 dari 12" in page
    assert "Perhitungan ke-1<" in text_of(evaluator.get(f"{at}?page=2"))


def test_two_runs_stand_side_by_side(evaluator, at, run, impact, design):
    assert "Perlu dua perhitungan" in text_of(evaluator.get(f"{at}banding/"))
    later = impact.run(design, effect=-1.0, data_hash="e" * 64)
    frozen(later, rows=2_220, sha256="b" * 64)
    page = text_of(evaluator.get(f"{at}banding/"))
    for words in ("Datanya berubah", "2.160 baris", "2.220 baris", "−1,85 hari", "berbeda", "sama"):
        assert words in page
    page = text_of(evaluator.get(f"{at}banding/?awal={later.pk}&akhir={later.pk}"))
    assert "Hasil keduanya sama sampai angka terakhir" in page
    assert evaluator.get(f"{at}banding/?awal=999&akhir={run.pk}").status_code == 404


def test_another_version_of_the_design_is_told(evaluator, at, run, impact, design):
    impact.design(design.evaluation, state="locked", version=2)
    assert "yang berlaku sekarang versi 2" in text_of(evaluator.get(f"{AT}{run.pk}/"))


def test_level_four_is_recorded_by_the_evaluator_alone(evaluator, as_user, run, rina, lia, impact):
    page = f"{AT}{run.pk}/jenjang-4/"
    assert "capaian turun rata-rata 1,85 hari" in text_of(evaluator.get(page))
    assert evaluator.post(page, {"finding": ""}).status_code == 422
    assert evaluator.post(page, {"finding": "Turun 1,85 hari."}).url == f"{AT}{run.pk}/"
    level = impact.programme.evaluation_plans.get(level=4)
    assert (level.finding, level.done_on) == ("Turun 1,85 hari.", timezone.localdate())
    assert "Menggantikan yang tercatat sebelumnya: Turun 1,85 hari." in text_of(evaluator.get(page))
    assert as_user(rina).get(page).status_code == 404


def test_level_four_of_a_programme_that_does_not_run_is_refused(evaluator, run, impact):
    type(impact.programme).objects.filter(pk=impact.programme.pk).update(state="approved", started_on=None)
    answer = evaluator.post(f"{AT}{run.pk}/jenjang-4/", {"finding": "Turun."})
    assert answer.status_code == 422
    assert "Keadaannya sekarang: Disetujui" in text_of(answer)


def test_strangers_find_nothing(as_user, at, run, sari):
    for address in (at, f"{at}banding/"):
        assert as_user(sari).get(address).status_code == 404


def test_a_decided_evaluation_can_still_be_computed(evaluator, at, run, design):
    type(design.evaluation).objects.update(state=EvaluationState.DECIDED)
    assert "Hitung lagi" in text_of(evaluator.get(at))
