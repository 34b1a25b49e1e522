"""An officer brings in a file of requests, corrects how it is read, applies it and takes it back."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Unit
from pembina.domain.services.models import PublicService, RequestImport, ServiceRequest

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
LOG = """kasus;kegiatan;waktu;petugas
A-1;Berkas masuk;2024-03-01 08:00;Joko
A-1;Menunggu pemohon;2024-03-01 09:00;Joko
A-1;Berkas lengkap;2024-03-04 09:00;Joko
A-1;Serah terima;2024-03-05 09:00;Joko
A-2;Berkas masuk;2024-03-02 08:00;Joko
A-3;Berkas masuk;1900-01-01 00:00;Joko
A-4;Berkas masuk;kemarin;Joko
"""


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.PEMBINA_HOME = tmp_path / "home"


@pytest.fixture
def joko(person, transactional_db):
    load_demo_government(size=180, on=timezone.localdate(), at=NOON)
    unit = Unit.objects.get(code="01.05.01")
    PublicService.objects.create(unit=unit, code="IMB", name="Izin Bangunan", opened_on=date(2020, 1, 1))
    return person("joko")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "izin.csv"
    path.write_text(LOG, encoding="utf-8")
    return path


def send(page, address, file):
    page.goto(address("/permohonan/impor/baru/"))
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Baca berkas").click()
    page.wait_for_url("**/cara-baca/")


def check(page):
    page.get_by_label("Layanan", exact=False).first.select_option("IMB")
    page.get_by_role("button", name="Periksa berkas").click()
    page.wait_for_url("**/permohonan/impor/*/")


def test_a_log_is_read_corrected_applied_and_taken_back(page, address, sign_in_as, joko, file):
    sign_in_as(joko)
    send(page, address, file)
    page.get_by_label("Nomor permohonan").select_option("kasus")
    page.get_by_role("button", name="Tampilkan pilihan").click()
    page.get_by_label("Serah terima").select_option("completed")
    check(page)
    for told in ("1900", "bukan tanggal", "Median"):
        assert told in page.content()
    refuse_violations(page, "a checked import of requests")
    page.get_by_role("button", name="Terapkan 3 permohonan").click()
    page.get_by_text("Impor sudah diterapkan").wait_for()
    assert ServiceRequest.objects.filter(ended_at__isnull=True, flaw="").get().number == "A-2"
    page.get_by_role("link", name="Urungkan").click()
    page.get_by_role("button", name="Urungkan 3 permohonan").click()
    page.get_by_text("Impor ini sudah diurungkan").wait_for()
    assert not ServiceRequest.objects.exists()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, joko, person, file, width, scheme):
    sign_in_as(joko)
    send(page, address, file)
    batch = RequestImport.objects.get()
    paths = ["", "?q=zzz", "baru/", f"{batch.pk}/cara-baca/"]
    for path in paths:
        axe_check(page, address(f"/permohonan/impor/{path}"), width, scheme)
    page.get_by_label("Nomor permohonan").select_option("kasus")
    check(page)
    axe_check(page, address(f"/permohonan/impor/{batch.pk}/"), width, scheme)
    sign_in_as(person("maya"))
    axe_check(page, address("/permohonan/token/"), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, joko, file):
    sign_in_as(joko)
    page.set_viewport_size({"width": 390, "height": 844})
    send(page, address, file)
    assert small_targets(page) == []
