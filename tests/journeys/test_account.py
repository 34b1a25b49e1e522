"""Into an account and around it, in a real browser: invitation, second step, devices, the demonstration."""

import re
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.access.personas import open_personas
from pembina.domain.access.second_factor.codes import code_at
from pembina.domain.access.second_factor.operations import recovery_codes_of
from pembina.domain.people.enums import Status
from pembina.domain.people.operations import enrol_person

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
NEWCOMER = "199001012015031001"
STRONG = "kopi-susu-di-pagi-hari"


@pytest.fixture
def newcomer(transactional_db):
    """Somebody on record without an account."""
    return enrol_person(nip=NEWCOMER, name="Tono", status=Status.PNS, on=timezone.localdate(), by=None, at=NOON).person


def fill_password(page, user):
    page.get_by_label("NIP").fill(user.username)
    page.get_by_label("Kata sandi").fill("a-password-for-tests")
    page.locator("main").get_by_role("button", name="Masuk").click()


def test_an_officer_sets_the_second_step_up_and_signs_in_with_it(page, address, rina, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    page.goto(address("/akun/masuk/"))
    fill_password(page, rina)
    page.get_by_role("heading", level=1, name="Pasang langkah kedua").wait_for()
    refuse_violations(page, "setting the second step up")
    secret = re.sub(r"\s", "", page.locator("main p.numeric").inner_text())
    page.get_by_role("textbox", name="Kode").fill(code_at(secret, timezone.now()))
    page.get_by_role("button", name="Pasang").click()
    page.get_by_role("heading", level=1, name="Kode pemulihan").wait_for()
    refuse_violations(page, "recovery codes")
    page.get_by_role("link", name="Sudah saya simpan").click()
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Keluar", exact=True).click()
    page.goto(address("/akun/masuk/?next=/akun/daftar/"))
    fill_password(page, rina)
    page.get_by_role("heading", level=1, name="Langkah kedua").wait_for()
    refuse_violations(page, "second step")
    page.get_by_label("Kode").fill(recovery_codes_of(rina)[0])
    page.locator("main").get_by_role("button", name="Masuk").click()
    page.wait_for_url(address("/akun/daftar/"))


@pytest.fixture
def virtual_device(page):
    """Let the browser believe in a device that makes passkeys and is always unlocked."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    device = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    device |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": device})


def test_a_passkey_is_set_up_and_opens(page, address, sari, sign_in_as, virtual_device):
    sign_in_as(sari)
    page.goto(address("/akun/saya/kunci-sandi/"))
    refuse_violations(page, "setting a passkey up")
    page.get_by_label("Nama kunci sandi").fill("Laptop kantor")
    page.get_by_role("button", name="Pasang kunci sandi").click()
    page.get_by_role("heading", level=1, name="Kode pemulihan").wait_for()
    page.get_by_role("link", name="Sudah saya simpan").click()
    assert page.get_by_text("Kunci sandi: Laptop kantor").is_visible()
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Keluar", exact=True).click()
    page.goto(address("/akun/masuk/"))
    fill_password(page, sari)
    page.get_by_role("link", name="Pakai kunci sandi").click()
    refuse_violations(page, "showing a passkey")
    page.get_by_role("button", name="Pakai kunci sandi").click()
    page.wait_for_url(address("/"))
    assert sari.display_name in page.locator("h1").inner_text()


def test_a_newcomer_comes_in_by_the_link_of_an_invitation(
    page, page_without_scripts, address, sign_in_as, rina, newcomer
):
    sign_in_as(rina)
    page.goto(address("/akun/daftar/undang/"))
    page.get_by_label("NIP").fill(newcomer.nip)
    page.get_by_text("Tautan untuk dikirim").click()
    page.get_by_role("button", name="Buat undangan").click()
    link = page.get_by_label("Tautan, berlaku satu kali").input_value()
    refuse_violations(page, "link of an invitation")
    guest = page_without_scripts
    guest.goto(link)
    guest.get_by_label("NIP").fill(newcomer.nip)
    guest.get_by_label("Kata sandi baru", exact=True).fill(STRONG)
    guest.get_by_label("Kata sandi baru, sekali lagi").fill(STRONG)
    guest.get_by_role("button", name="Simpan kata sandi dan masuk").click()
    assert "Tono" in guest.locator("h1").inner_text()


def test_a_session_ended_elsewhere_is_over(page, chromium, address, sign_in_as, sari):
    context = chromium.new_context(locale="id-ID")
    other = context.new_page()
    other.goto(address("/akun/masuk/"))
    fill_password(other, sari)
    other.wait_for_url(address("/"))
    sign_in_as(sari)
    page.goto(address("/akun/saya/"))
    page.get_by_role("button", name="Keluarkan semua yang lain").click()
    page.get_by_text("Semua perangkat lain dikeluarkan").wait_for()
    other.goto(address("/akun/saya/"))
    assert "/akun/masuk/" in other.url
    context.close()


def test_in_the_demonstration_one_click_is_enough(page, address, transactional_db, settings):
    settings.DEMONSTRATION = True
    settings.ROOT_URLCONF = "pembina.config.demo_urls"
    open_personas(at=NOON)
    page.goto(address("/akun/masuk/"))
    refuse_violations(page, "sign-in of the demonstration")
    page.get_by_role("button", name="Rina Lestari").click()
    page.wait_for_url(address("/"))
    assert "Rina Lestari" in page.locator("h1").inner_text()


PAGES = (
    "/akun/saya/",
    "/akun/saya/kata-sandi/",
    "/akun/daftar/",
    "/akun/daftar/undang/",
    "/akun/daftar/undang/tanpa-nip/",
    "/akun/daftar/undang/unit/",
)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, rina, sari, width, scheme):
    sign_in_as(rina)
    for path in (*PAGES, f"/akun/daftar/{sari.pk}/"):
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, rina, sari):
    sign_in_as(rina)
    page.set_viewport_size({"width": 390, "height": 844})
    for path in (*PAGES, f"/akun/daftar/{sari.pk}/"):
        page.goto(address(path))
        assert small_targets(page) == [], path


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_invitation_is_accessible(page, address, width, scheme):
    axe_check(page, address("/akun/undangan/"), width, scheme)
