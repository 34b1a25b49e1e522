"""Who can do what, and giving a role, at a desk and on a phone."""

import pytest

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, small_targets

PAGES = ("/peran/", "/peran/pemberian/", "/peran/pemberian/?q=zzzz", "/peran/pemberian/baru/")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, rina, width, scheme):
    sign_in_as(rina)
    for path in PAGES:
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, rina):
    sign_in_as(rina)
    page.set_viewport_size({"width": 390, "height": 844})
    for path in PAGES:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_human_resources_find_somebody_give_a_role_and_end_it(page, address, sign_in_as, sari, rina):
    sign_in_as(rina)
    page.goto(address("/peran/pemberian/baru/"))
    page.get_by_label("Cari nama atau NIP").fill("wuland")
    page.get_by_role("button", name="Cari").first.click()
    page.get_by_label(f"Sari Wulandari ({sari.username})").check()
    page.get_by_label("Mentor", exact=True).check()
    page.get_by_role("button", name="Beri peran").click()
    assert "Sari Wulandari kini memegang peran Mentor." in page.locator("main").inner_text()
    page.get_by_role("link", name="Akhiri Mentor, Sari Wulandari").click()
    page.get_by_role("button", name="Akhiri peran").click()
    assert "Pemberian peran diakhiri." in page.locator("main").inner_text()
