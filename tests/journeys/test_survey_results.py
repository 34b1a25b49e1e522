"""From a result to its follow-up and its publication, without a mouse and without scripts; and the board for all."""

from datetime import date

import pytest

from domain.services.results.survey_answers import NOON, a_round, answers, office, service
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, small_targets
from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.operations.survey_results import publish_result
from web.survey_results.conftest import MIXED


@pytest.fixture
def period(transactional_db):
    made = a_round(office(), population=110)
    first, second = service(made.unit, "a", "Izin usaha"), service(made.unit, "b", "Rekomendasi")
    answers(made, (40, 3), MIXED, service=first, sex="male", education="bachelor")
    answers(made, (8, 4), service=second, sex="female", answered_on=date(2026, 8, 3))
    before = a_round(made.unit, title="Triwulan II 2026", opens_on=date(2026, 4, 1), closes_on=date(2026, 6, 30))
    answers(before, (60, 2), (10, 4))
    return made


def test_an_officer_plans_for_the_weakest_element_and_publishes(page, address, sign_in_as, person, period):
    sign_in_as(person("maya"))
    page.goto(address("/hasil-skm/"))
    page.get_by_role("link", name="Triwulan III 2026").click()
    page.get_by_role("link", name="Tambah rencana").click()
    assert page.get_by_label("Unsur").input_value() == "waktu"
    page.get_by_label("Kegiatan").fill("Menambah satu loket")
    page.get_by_label("Tenggat").fill("2026-12-31")
    page.get_by_label("Penanggung jawab").fill("Kepala Seksi")
    page.get_by_role("button", name="Simpan rencana").press("Enter")
    page.get_by_role("link", name="Terbitkan").click()
    page.get_by_role("button", name="Terbitkan untuk umum").press("Enter")
    page.get_by_text("Hasil diterbitkan").wait_for()
    assert SurveyPublication.objects.get().content["follow_ups"][0]["activity"] == "Menambah satu loket"


def test_a_citizen_reads_the_board_without_scripts(page_without_scripts, address, period):
    publish_result(period=period, by=None, at=NOON)
    page = page_without_scripts
    page.goto(address("/skm/"))
    page.get_by_role("link", name="Dinas Perizinan").click()
    page.get_by_text("Rumus dengan angkanya").click()
    assert page.get_by_text("× 1/9 × 25").is_visible()


def test_the_public_pages_are_accessible(page, address, period):
    publish_result(period=period, by=None, at=NOON)
    for path in ("/skm/", f"/skm/{period.pk}/", f"/skm/{period.pk}/v1/"):
        for width in WIDTHS:
            for scheme in SCHEMES:
                axe_check(page, address(path), width, scheme)
        assert not small_targets(page)


def test_the_pages_of_officers_are_accessible(page, address, sign_in_as, person, period):
    sign_in_as(person("maya"))
    for path in ("", f"{period.pk}/", f"{period.pk}/terbit/", f"{period.pk}/naskah/", f"{period.pk}/tindak-lanjut/"):
        for width in WIDTHS:
            for scheme in SCHEMES:
                axe_check(page, address(f"/hasil-skm/{path}"), width, scheme)
        assert not small_targets(page)
