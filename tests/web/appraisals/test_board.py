"""Human resources open a period, rate organisations, make appraisals by a worker and close it with a preview."""

from datetime import date

import pytest
from django.urls import reverse

from appraising import noon
from pembina.domain.access.events import AuditEvent
from pembina.domain.performance.models import Appraisal, AppraisalRun, EvaluationPeriod, OrganisationRating
from pembina.exchange.appraisals.running import carry_out
from web.appraisals.conftest import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(as_user, appraising):
    return as_user(appraising.rina)


def test_a_period_is_opened_and_its_mistakes_told(office):
    told = {"cycle": "quarterly", "year": "2026", "number": "3", "window_opens": "2026-09-25", "window_ends": ""}
    assert office.post("/penilaian/periode/buka/", told).status_code == 422
    office.post("/penilaian/periode/buka/", told | {"window_ends": "2026-10-16"})
    period = EvaluationPeriod.objects.get()
    assert "Triwulan III 2026" in text_of(office.get("/penilaian/periode/"))
    assert "Belum ada evaluasi" in text_of(office.get(reverse("appraisals:period", args=[period.pk])))


def test_organisations_are_rated_together(office, appraising):
    period = appraising.quarter()
    address = reverse("appraisals:organisations", args=[period.pk])
    page = text_of(office.get(address))
    assert "Dinas Perizinan" in page
    told = {f"rating_{appraising.office.pk}": "good"}
    assert office.post(address, told).status_code == 422
    office.post(address, told | {
        f"basis_{appraising.office.pk}": "LKjIP", f"issued_{appraising.office.pk}": "2026-09-28",
    })  # fmt: skip
    assert OrganisationRating.objects.get().unit == appraising.office


def test_appraisals_are_made_by_a_worker_with_a_preview(office, appraising):
    period = appraising.quarter()
    address = reverse("appraisals:work", args=[period.pk, "make"])
    assert "Pegawai dengan jabatan utama" in text_of(office.get(address))
    assert not Appraisal.objects.exists()
    office.post(address)
    run = carry_out(AppraisalRun.objects.get(), clock=lambda: appraising.at)
    assert (run.state, run.counts["made"]) == ("done", Appraisal.objects.count())
    page = text_of(office.get(reverse("appraisals:period", args=[period.pk])))
    assert "8 dibuat" in page
    assert "Bidang Layanan" in page
    assert "Sari" in text_of(office.get("/penilaian/semua/?q=sari"))


def test_closing_before_its_day_fails_in_words(office, appraising):
    period = appraising.made()
    office.post(reverse("appraisals:work", args=[period.pk, "close"]))
    run = carry_out(AppraisalRun.objects.get(), clock=lambda: appraising.at)
    assert run.state == "failed"
    assert "Evaluasi masih berjalan" in text_of(office.get(reverse("appraisals:period", args=[period.pk])))


def test_closing_tells_what_came_of_it(office, appraising):
    period = appraising.made()
    appraising.signed(appraising.sari)
    office.post(reverse("appraisals:work", args=[period.pk, "close"]))
    carry_out(AppraisalRun.objects.get(), clock=lambda: noon(date(2026, 10, 19)))
    page = text_of(office.get(reverse("appraisals:period", args=[period.pk])))
    assert "1 disampaikan" in page
    assert appraising.of(appraising.sari).state == "delivered"


def test_the_list_narrows_sorts_and_is_taken_along_with_a_trace(office, appraising):
    appraising.made()
    page = text_of(office.get("/penilaian/semua/?q=pendidikan&sort=unit&state=new&show=no_plan"))
    assert "Dewi" in page
    assert "Sari Wulandari" not in page
    answer = office.post("/penilaian/semua/unduh/?q=sari")
    assert answer.content.startswith(b"PK")
    assert AuditEvent.objects.get(operation="export_appraisals").changes["records"][1] == "1"


def test_renewing_shows_what_changed_first(office, appraising):
    period = appraising.made()
    appraising.move(appraising.sari, on=date(2026, 9, 20), unit=appraising.other, superior=appraising.other_head)
    address = reverse("appraisals:renew", args=[period.pk])
    page = text_of(office.get(address))
    assert "Dinas Pendidikan" in page
    office.post(address)
    assert appraising.of(appraising.sari).rater == appraising.other_head


def test_whoever_is_confined_to_a_unit_opens_no_period(appraising, as_user):
    assert as_user(appraising.user_of(appraising.budi)).get("/penilaian/periode/").status_code == 404
    assert as_user(appraising.account("bupati")).get("/penilaian/semua/").status_code == 404
