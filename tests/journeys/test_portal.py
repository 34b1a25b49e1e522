"""A citizen reads what a service promises and keeps, and takes the data along, at a desk and on a phone."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from web.portal.public_records import complaints, office, requests, service

PAGES = (
    "/warga/",
    "/warga/?q=zzzz",
    "/warga/unit/1.1/",
    "/warga/layanan/IZIN/",
    "/warga/layanan/KOSONG/",
    "/data-terbuka/",
    "/data-terbuka/waktu-layanan/",
    "/data-terbuka/skm/",
)


@pytest.fixture
def government(transactional_db):
    """An office with a service that has a history, and one about which nothing is known."""
    cache.clear()
    unit = office()
    permit = service(unit)
    noon = timezone.now().replace(hour=4, minute=0)
    for months in range(1, 7):
        requests(permit, 6 + months, received=noon - timedelta(days=30 * months), days=1 + months % 3)
    complaints(unit, 6, about=permit, at=noon - timedelta(days=100))
    service(unit, code="KOSONG", name="Rekomendasi", days=None)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, government, width, scheme):
    for path in PAGES:
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, government):
    page.set_viewport_size({"width": 390, "height": 844})
    for path in PAGES:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_a_citizen_finds_a_service_and_how_its_number_came_about(page, address, government):
    page.goto(address("/"))
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Layanan publik").click()
    page.get_by_label("Nama layanan atau kantor").fill("usaha")
    page.get_by_role("button", name="Cari").click()
    page.get_by_role("link", name="Izin usaha").click()
    main = page.locator("main")
    assert "3 hari kerja" in main.inner_text()
    main.get_by_text("Bagaimana angka ini dihitung").first.click()
    assert main.get_by_text("Hyndman dan Fan 1996").first.is_visible()
    refuse_violations(page, "service with a method opened")


def test_without_scripts_the_data_are_taken_along(page_without_scripts, address, government):
    page = page_without_scripts
    page.goto(address("/data-terbuka/"))
    page.get_by_role("link", name="Waktu layanan per layanan dan bulan").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh CSV").click()
    assert download.value.suggested_filename == "waktu-layanan.csv"
