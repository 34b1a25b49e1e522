"""On a phone human resources reach every page from five places at the thumb, and a picked day is said in words."""

import pytest

from journeys.accessibility import SCHEMES, refuse_violations, small_targets

NAME = "Menu ponsel"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_does_not_fit_opens_behind_more(page, address, sign_in_as, rina, scheme):
    sign_in_as(rina)
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    bar = page.get_by_role("navigation", name=NAME)
    assert bar.locator("> a, > details").count() == 5
    bar.get_by_text("Lainnya").click()
    refuse_violations(page, f"open menu, {scheme}")
    assert small_targets(page) == []
    bar.get_by_role("link", name="Akun").click()
    page.wait_for_url(address("/akun/daftar/"))
    assert bar.locator("summary").get_attribute("aria-current") == "true"


def test_the_menu_opens_without_scripts(page_without_scripts, address, sign_in_as, page, rina):
    sign_in_as(rina)
    page_without_scripts.context.add_cookies(page.context.cookies())
    page_without_scripts.set_viewport_size({"width": 390, "height": 844})
    page_without_scripts.goto(address("/"))
    bar = page_without_scripts.get_by_role("navigation", name=NAME)
    bar.get_by_text("Lainnya").click()
    bar.get_by_role("link", name="Hitung SKM").click()
    page_without_scripts.wait_for_url(address("/alat/skm/"))


def test_a_picked_day_is_said_in_words(page, address, sign_in_as, rina):
    sign_in_as(rina)
    page.goto(address("/impor/baru/"))
    page.get_by_label("Berlaku mulai").fill("2026-03-04")
    assert page.locator("output.field-day").inner_text() == "4 Maret 2026"
