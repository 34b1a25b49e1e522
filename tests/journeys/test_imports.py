"""Human resources bring in a file with mistakes, read the report, apply the rest and take it back."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.enums import ImportKind
from pembina.domain.people.intake.batches import receive
from pembina.domain.people.models import ImportBatch, Person

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
NEW = "199001012015012001"
CSV = f"""nip;nik;nama;jenis pegawai;unit kerja;jabatan;jenis jabatan;tmt jabatan
{NEW};3201011;Tuti Contoh;PNS;Bidang Pelayanan Perizinan;Penata Perizinan;Fungsional;01-03-2021
1.98E+17;3201012;Salah Contoh;PNS;Bidang Pelayanan Perizinan;Penata Perizinan;Fungsional;01-03-2021
"""


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.PEMBINA_HOME = tmp_path / "home"


@pytest.fixture
def government(transactional_db):
    return load_demo_government(size=180, on=timezone.localdate(), at=NOON)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "pegawai.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def bring_in(page, address, file):
    """Send a file through the form and come to its result."""
    page.goto(address("/impor/"))
    page.locator("main").get_by_role("link", name="Impor berkas").first.click()
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Periksa berkas").click()
    page.wait_for_url("**/impor/*/")


def test_mistakes_are_read_the_rest_is_applied_and_taken_back(page, address, sign_in_as, rina, government, file):
    sign_in_as(rina)
    bring_in(page, address, file)
    assert "1.98E+17" in page.get_by_role("region", name="Ditolak").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh laporan XLSX").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    page.get_by_role("link", name="Baru (1)").click()
    page.get_by_label("Nama, NIP, atau nomor baris").fill("tuti")
    page.get_by_role("button", name="Cari").click()
    assert page.get_by_role("region", name="Baru").get_by_text("Tuti Contoh").is_visible()
    refuse_violations(page, "new persons")
    page.get_by_role("button", name="Terapkan 1 perubahan").click()
    page.get_by_text("Impor sudah diterapkan").wait_for()
    assert Person.objects.filter(nip=NEW).exists()
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("link", name="Urungkan").click()
    page.wait_for_url("**/urungkan/")
    refuse_violations(page, "before undoing")
    page.get_by_role("button", name="Urungkan 1 perubahan").click()
    page.get_by_text("Impor ini sudah diurungkan").wait_for()
    assert not Person.objects.filter(nip=NEW).exists()


def test_all_of_it_works_without_scripts(page_without_scripts, address, live_server, client, rina, government, file):
    page = page_without_scripts
    client.force_login(rina)
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    bring_in(page, address, file)
    page.get_by_role("button", name="Terapkan 1 perubahan").click()
    assert page.get_by_text("Impor sudah diterapkan").is_visible()
    page.get_by_role("link", name="Urungkan").click()
    page.get_by_role("button", name="Urungkan 1 perubahan").click()
    assert page.get_by_text("Impor ini sudah diurungkan").is_visible()


def waiting_import(by):
    """An import that nobody has begun to check."""
    today, now = timezone.localdate(), timezone.now()
    return receive(kind=ImportKind.STAFF, file_name="a.csv", file_sha256="0" * 64, on=today, by=by, at=now)


def addresses(by):
    batch = ImportBatch.objects.get(file_name="pegawai.csv")
    return ["/impor/", "/impor/?q=zzz", "/impor/baru/", f"/impor/{batch.pk}/", f"/impor/{waiting_import(by).pk}/"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, rina, government, file, width, scheme):
    sign_in_as(rina)
    bring_in(page, address, file)
    for path in addresses(rina):
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, rina, government, file):
    sign_in_as(rina)
    bring_in(page, address, file)
    page.set_viewport_size({"width": 390, "height": 844})
    for path in addresses(rina):
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_a_page_that_waits_goes_on_by_itself(page, address, sign_in_as, rina, government):
    sign_in_as(rina)
    batch = waiting_import(rina)
    page.goto(address(f"/impor/{batch.pk}/"))
    page.get_by_text("Menunggu giliran").wait_for()
    ImportBatch.objects.filter(pk=batch.pk).update(state="discarded")
    page.get_by_text("Impor ini dibatalkan").wait_for(timeout=10_000)
