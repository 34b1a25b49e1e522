"""Sari reports a wrong unit; Rina answers, changes records, units and many people at once, at a desk and on a phone."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.bulk import Wish, choose_people, describe_bulk_change
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.enums import BulkKind, ReportAbout
from pembina.domain.people.models import CorrectionReport, Person, Unit
from pembina.domain.people.operations import Suggestion, report_error
from pembina.domain.people.queries import main_assignments

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def government(transactional_db):
    return load_demo_government(size=300, on=timezone.localdate(), at=NOON)


@pytest.fixture
def sari_recorded(government):
    return Person.objects.get(nip=PERSONAS["sari"].nip)


@pytest.fixture
def addresses(sari_recorded, sari, rina):
    """The pages of human resources, each with something in it."""
    person, today = sari_recorded, timezone.localdate()
    office = Unit.objects.get(code="01.07")
    said = {"person": person, "about": ReportAbout.UNIT, "suggestion": Suggestion(unit=office), "note": "SK 1"}
    report = report_error(**said, by=sari, at=NOON).pk
    change = choose_people(people=[person.pk], by=rina, at=NOON)
    describe_bulk_change(change=change, wish=Wish(BulkKind.TRANSFER, today, unit=office), by=rina, at=NOON)
    held = main_assignments(today).get(person=person).pk
    return [
        "/laporan-data/", f"/laporan-data/{report}/", f"/laporan-data/{report}/terima/",
        f"/laporan-data/{report}/tolak/", "/pegawai/?sort=-rank", f"/pegawai/{person.pk}/", "/pegawai/baru/",
        f"/pegawai/{person.pk}/ubah/", f"/jabatan/{held}/mutasi/", f"/unit-kerja/{office.pk}/",
        f"/unit-kerja/{office.pk}/gabung/", "/unit-kerja/?q=dinas", "/perubahan-massal/",
        f"/perubahan-massal/{change.pk}/", f"/perubahan-massal/{change.pk}/periksa/",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, rina, addresses, width, scheme):
    sign_in_as(rina)
    for path in addresses:
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, rina, addresses):
    sign_in_as(rina)
    page.set_viewport_size({"width": 390, "height": 844})
    for path in addresses:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_a_wrong_unit_is_found_by_a_search_and_reported(page, address, sign_in_as, sari, sari_recorded):
    sign_in_as(sari)
    page.goto(address(f"/laporan-data/baru/{sari_recorded.pk}/unit/"))
    page.get_by_label("Penjelasan").fill("SK 12")
    page.get_by_label("Cari nama unit kerja").fill("perhubungan")
    page.get_by_role("button", name="Cari").first.click()
    page.get_by_label("Dinas Perhubungan").check()
    refuse_violations(page, "report with results")
    page.get_by_role("button", name="Kirim laporan").click()
    page.wait_for_url("**/laporan-data/*/")
    made = CorrectionReport.objects.get()
    assert (made.suggested_unit.name, made.note) == ("Dinas Perhubungan", "SK 12")


def test_ticked_people_change_and_come_back(page, address, sign_in_as, rina, sari_recorded):
    sign_in_as(rina)
    page.goto(address("/pegawai/?q=sari+wulandari"))
    page.get_by_label("Pilih Sari").check()
    page.get_by_role("button", name="Ubah yang dipilih").click()
    page.get_by_label("Akhiri jabatan").check()
    page.get_by_role("button", name="Lihat apa yang akan berubah").click()
    page.get_by_role("button", name="Terapkan pada 1 pegawai").click()
    page.get_by_text("1 pegawai diubah.").wait_for()
    page.get_by_role("button", name="Batalkan perubahan ini").click()
    page.get_by_text("semua kembali seperti semula").wait_for()
    assert main_assignments(timezone.localdate()).get(person=sari_recorded).ends_on is None
