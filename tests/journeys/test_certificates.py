"""A finished batch becomes a certificate that a stranger verifies, and a report becomes hours: in a browser."""

import pytest
from django.urls import reverse
from django.utils import timezone

from domain.development.certifying import attended, held, issued
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, small_targets
from pembina.domain.development.enums import RecordState
from pembina.domain.development.models import Certificate, LearningRecord
from training import Training


@pytest.fixture
def training(transactional_db, rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def sessions(training):
    return held(training)


@pytest.fixture
def seat(training, sari, sessions):
    return attended(training, training.person(sari), sessions=sessions)


@pytest.fixture
def absent(training, sessions):
    return attended(training, sessions=sessions[:1])


@pytest.fixture
def batch_address(training, seat, absent):
    return reverse("certificates:batch", args=[training.batch.pk])


def fill_signer(page):
    page.get_by_label("Nama penanda tangan").fill("Dr. Rahmat, M.Si.")
    page.get_by_label("Jabatan penanda tangan").fill("Kepala BKPSDM")


def test_issued_verified_by_a_stranger_corrected_and_revoked(
    page, page_without_scripts, address, sign_in_as, rina, batch_address
):
    sign_in_as(rina)
    page.goto(address(batch_address))
    assert page.get_by_text("Hadir 1 dari 2 sesi").is_visible()
    fill_signer(page)
    page.get_by_role("button", name="Terbitkan yang dicentang").click()
    page.get_by_text("1 sertifikat diterbitkan.").wait_for()
    one = Certificate.objects.get()
    stranger = page_without_scripts
    stranger.goto(address(reverse("certificates:look_up")))
    stranger.get_by_label("Nomor sertifikat").fill(one.number)
    stranger.get_by_label("Kode", exact=True).fill(one.code.lower())
    stranger.get_by_role("button", name="Periksa").click()
    assert stranger.get_by_text("Asli dan berlaku.").is_visible()
    page.goto(address(reverse("certificates:reissue", args=[one.pk])))
    page.get_by_label("Nama yang benar").fill("Sari Wulandari, M.Si.")
    page.get_by_label("Alasan").fill("Gelar belum tercantum")
    page.get_by_role("button", name="Terbitkan ulang").click()
    page.get_by_text("Sertifikat baru diterbitkan.").wait_for()
    stranger.reload()
    assert stranger.get_by_text("Diganti pada").is_visible()
    page.get_by_role("link", name="Cabut").click()
    page.get_by_label("Alasan").fill("Diterbitkan untuk orang yang salah")
    page.get_by_role("button", name="Cabut sertifikat").click()
    page.get_by_text("Sertifikat dicabut.").wait_for()
    latest = Certificate.objects.latest("pk")
    stranger.goto(address(reverse("certificates:verify", args=[latest.code])))
    assert stranger.get_by_text("Dicabut pada").is_visible()
    assert LearningRecord.objects.get().state == RecordState.REFUSED


def test_the_holder_downloads_paper_and_badge_on_a_phone(page, address, sign_in_as, sari, training, seat):
    one = issued(training, seat)[0]
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(sari)
    page.goto(address(reverse("certificates:own")))
    page.get_by_role("link", name=one.title).click()
    for name, ending in (("Unduh PDF", ".pdf"), ("Unduh lencana (JWT)", ".jwt")):
        with page.expect_download() as coming:
            page.get_by_role("link", name=name).click()
        assert coming.value.suggested_filename.endswith(ending)


def test_own_learning_is_reported_verified_and_counted(page, address, sign_in_as, sari, rina, training, seat):
    today = timezone.localdate().isoformat()
    sign_in_as(sari)
    page.goto(address(reverse("learning_hours:own")))
    page.get_by_role("link", name="Laporkan belajar mandiri").click()
    page.get_by_label("Bentuk pengembangan").select_option("9")
    for label, text in (
        ("Nama kegiatan", "Seminar layanan"),
        ("Penyelenggara", "Universitas"),
        ("Tautan bukti", "https://contoh.go.id/a"),
    ):
        page.get_by_label(label).fill(text)
    page.get_by_label("Hari pertama").fill(today)
    page.get_by_label("Hari terakhir").fill(today)
    page.get_by_label("JP pada sertifikat").fill("6")
    page.get_by_role("button", name="Kirim untuk diverifikasi").click()
    page.get_by_text("Laporan dikirim.").wait_for()
    page.context.clear_cookies()
    sign_in_as(rina)
    page.goto(address(reverse("learning_hours:reports")))
    page.get_by_role("button", name="Verifikasi").click()
    page.get_by_text("JP dihitung").wait_for()
    page.goto(address(reverse("learning_hours:people") + "?standing=behind"))
    page.locator("main").get_by_role("link", name="Sari Wulandari").click()
    assert page.get_by_text("6 JP pada").is_visible()


@pytest.fixture
def public_addresses(training, seat):
    one = issued(training, seat)[0]
    return [reverse("certificates:look_up"), reverse("certificates:verify", args=[one.code]), "/sertifikat/periksa/x/"]


@pytest.fixture
def staff_addresses(public_addresses, training, seat, absent):
    one = Certificate.objects.get()
    show = reverse("certificates:show", args=[one.pk])
    batch = reverse("certificates:batch", args=[training.batch.pk])
    person = reverse("learning_hours:person", args=[seat.person_id])
    names = ("people", "reports", "studies", "study_new", "certifications", "certification_new", "import", "siasn")
    listed = [
        reverse(f"learning_hours:{name}") for name in (*names, "index", "own", "report", "team", "siasn_identities")
    ]
    ends = [reverse(f"certificates:{name}", args=[one.pk]) for name in ("revoke", "reissue")]
    return [reverse("certificates:index"), reverse("certificates:own"), show, batch, *ends, person, *listed]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(
    page, address, sign_in_as, rina, public_addresses, staff_addresses, width, scheme
):
    for path in public_addresses:
        axe_check(page, address(path), width, scheme)
    sign_in_as(rina)
    for path in staff_addresses:
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, rina, public_addresses, staff_addresses):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(rina)
    for path in [*public_addresses, *staff_addresses]:
        page.goto(address(path))
        assert small_targets(page) == [], path
