"""Signing in, in a real browser."""

from journeys.accessibility import refuse_violations


def test_somebody_signs_in_sees_who_they_are_and_signs_out(page, address, sign_in_as, sari):
    sign_in_as(sari)
    assert page.get_by_role("heading", level=1).inner_text() == f"Selamat datang, {sari.display_name}"
    refuse_violations(page, "home, signed in")
    page.get_by_role("link", name=sari.display_name).click()
    refuse_violations(page, "account")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Keluar").click()
    page.goto(address("/akun/saya/"))
    assert "/akun/masuk/" in page.url


def test_a_refusal_leads_to_the_field(page, address, transactional_db):
    page.goto(address("/akun/masuk/"))
    page.locator("main").get_by_role("button", name="Masuk").click()
    refuse_violations(page, "sign-in with errors")
    page.get_by_role("alert").get_by_role("link", name="NIP: Isi NIP Anda.").click()
    assert page.evaluate("document.activeElement.name") == "nip"


def test_signing_in_works_without_scripts(page_without_scripts, address, sari):
    page = page_without_scripts
    page.goto(address("/akun/masuk/"))
    page.get_by_label("NIP").fill(sari.username)
    page.get_by_label("Kata sandi").fill("a-password-for-tests")
    page.locator("main").get_by_role("button", name="Masuk").click()
    page.wait_for_url(address("/"))
    assert sari.display_name in page.locator("h1").inner_text()


def test_the_language_switch_keeps_the_place(page, address):
    page.goto(address("/galeri/"))
    page.get_by_role("button", name="English").click()
    assert page.url == address("/galeri/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", level=1).inner_text() == "Component gallery"


def test_the_keyboard_reaches_the_content_first(page, address):
    page.goto(address("/"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
