"""Maya sets a standard, reads what changed, and keeps a calendar, at a desk and on a phone."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Unit
from pembina.domain.services.demonstration import load_demo_catalogue
from pembina.domain.services.models import ClosedDay, OfficeWeek, PublicService, SpecialWeek

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def permit(transactional_db):
    load_demo_government(size=200, on=timezone.localdate(), at=NOON)
    load_demo_catalogue(on=timezone.localdate(), at=NOON)
    return PublicService.objects.get(code="PBG")


@pytest.fixture
def maya(person):
    return person("maya")


@pytest.fixture
def addresses(permit):
    """The pages of this journey, each with something in it."""
    latest = permit.standards.order_by("-starts_on").first().pk
    registry = Unit.objects.get(code="01.05").pk
    own_day, special = ClosedDay.objects.filter(unit=registry).first().pk, SpecialWeek.objects.first().pk
    return [
        "/layanan/", "/layanan/?q=tidak-ada", f"/layanan/{permit.pk}/", f"/layanan/{permit.pk}/standar/",
        f"/layanan/{PublicService.objects.get(code='KRK').pk}/", "/layanan/baru/", "/layanan/impor/",
        f"/standar-layanan/{latest}/", f"/standar-layanan/{latest}/betulkan/", f"/layanan/{permit.pk}/tutup/",
        "/kalender/", f"/kalender/unit/{registry}/?tahun=2026", "/kalender/?tahun=2040",
        "/kalender/libur-nasional/?tahun=2029", f"/kalender/jam/baru/?unit={registry}",
        f"/kalender/libur/{own_day}/", f"/kalender/khusus/{special}/", f"/kalender/khusus/{special}/hapus/",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, maya, addresses, width, scheme):
    sign_in_as(maya)
    for path in addresses:
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, maya, addresses):
    sign_in_as(maya)
    page.set_viewport_size({"width": 390, "height": 844})
    for path in addresses:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_a_shorter_promise_is_set_and_compared_with_the_one_before(page, address, sign_in_as, maya, permit):
    sign_in_as(maya)
    page.goto(address(f"/layanan/{permit.pk}/"))
    page.get_by_role("link", name="Standar baru").click()
    starts_on = timezone.localdate() + timedelta(days=10)
    page.get_by_label("Berlaku mulai").fill(starts_on.isoformat())
    page.get_by_label("Jangka waktu penyelesaian").fill("10")
    page.get_by_role("button", name="Tetapkan standar").click()
    page.get_by_text("Versi sekarang berakhir").wait_for()
    page.get_by_text("paling lambat").wait_for()
    refuse_violations(page, "what a new standard changes")
    page.get_by_role("button", name="Tetapkan standar").click()
    page.get_by_text("Akan berlaku").wait_for()
    page.get_by_role("link", name="seterusnya").click()
    assert page.locator("ins", has_text="10 hari kerja").count() == 1
    assert page.locator("del", has_text="14 hari kerja").count() == 1
    assert permit.standards.count() == 3


def test_hours_are_set_without_scripts(page_without_scripts, address, maya, permit):
    page, unit = page_without_scripts, Unit.objects.get(code="01.08")
    page.goto(address(f"/akun/masuk/?next=/kalender/unit/{unit.pk}/"))
    page.get_by_label("NIP").fill(maya.username)
    page.get_by_label("Kata sandi").fill("a-password-for-tests")
    page.locator("main").get_by_role("button", name="Masuk").click()
    page.goto(address(f"/kalender/unit/{unit.pk}/"))
    page.get_by_role("link", name="Atur jam kerja").click()
    page.get_by_label("Sabtu").fill("08.00-11.00")
    page.get_by_role("button", name="Tetapkan jam kerja").click()
    page.get_by_text("Sabtu: Tutup → 08.00–11.00").wait_for()
    page.get_by_role("button", name="Tetapkan jam kerja").click()
    page.get_by_text("Ditetapkan di sini.").wait_for()
    assert OfficeWeek.objects.get(unit=unit).week[5] == ["08.00-11.00"]
