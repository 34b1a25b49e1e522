"""Rina plans a programme with its four evaluations, draws its waves, and lets it run: in a browser, desk and phone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.development.models import Programme, WavePlan
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.services.demonstration import load_demo_catalogue
from training import Training


@pytest.fixture
def government(transactional_db):
    now, today = timezone.now(), timezone.localdate()
    load_demo_government(size=300, on=today, at=now)
    load_demo_catalogue(on=today, at=now)


@pytest.fixture
def rina(government, person):
    return person("rina")


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def addresses(training):
    """Every page with something on it."""
    wave = training.wave(1, training.office, training.other_office)
    training.session(begins=training.day(-400))
    partner, course = training.partner(), training.version.curriculum
    at = f"/program/{training.programme.pk}/"
    return [
        "/program/", at, f"{at}ubah/", f"{at}gelombang/", f"{at}gelombang/undi/", f"{at}gelombang/susun/?jumlah=2",
        f"/program/gelombang/{wave.pk}/geser/", f"/program/gelombang/unit/{wave.units.first().pk}/keluar/",
        "/program/baru/", f"{at}evaluasi/3/", "/mitra/", f"/mitra/{partner.pk}/", "/kurikulum/",
        f"/kurikulum/{course.pk}/", "/bentuk-pengembangan/", "/bentuk-pengembangan/8/",
        "/bentuk-pengembangan/8/tetapkan/", "/kurikulum/baru/",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, rina, addresses, width, scheme):
    sign_in_as(rina)
    for path in addresses:
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, rina, addresses):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(rina)
    for path in addresses:
        page.goto(address(path))
        assert small_targets(page) == [], path


def choose(page, field, wanted):
    """Search in one field of the form and choose the first that is found."""
    box = page.locator(f"#id_{field}")
    page.locator(f"[name={field}_q]").fill(wanted)
    box.get_by_role("button", name="Cari").click()
    box.locator(".choices label").first.wait_for()
    box.locator(".choices label").filter(has_text=wanted).first.click()


def test_a_programme_is_planned_its_waves_drawn_and_it_runs(page, address, sign_in_as, rina, training):
    today = timezone.localdate()
    sign_in_as(rina)
    page.goto(address("/program/baru/"))
    page.get_by_label("Kode", exact=True).fill("MW-27")
    page.get_by_label("Nama program").fill("Manajemen waktu")
    page.get_by_label("Tujuan").fill("Izin lebih cepat")
    choose(page, "owner", "Sari Wulandari")
    page.locator("[name=starts_on]").fill(today.isoformat())
    page.locator("[name=ends_on]").fill((today + timedelta(days=400)).isoformat())
    choose(page, "services", "Kartu")
    choose(page, "curricula", "Manajemen waktu")
    page.get_by_label("Anggaran (Rp)").fill("25000000")
    page.get_by_label("PPPK").check()
    page.get_by_text("Sasaran: ").wait_for()
    page.get_by_role("button", name="Simpan rancangan").click()
    page.get_by_text("pegawai pada").wait_for()
    page.get_by_role("button", name="Simpan rancangan").click()
    page.get_by_role("button", name="Setujui").click()
    page.get_by_role("link", name="Rencana gelombang").click()
    page.get_by_role("link", name="Undi urutan").click()
    page.get_by_label("Puskesmas").check()
    days = [(today + timedelta(days=number)).isoformat() for number in (30, 120)]
    page.get_by_label("Hari mulai").fill("\n".join(days))
    page.get_by_label("Teks undian").fill("Lotre 5 Januari")
    page.get_by_role("button", name="Simpan hasil undian").click()
    page.get_by_text("Gelombang 2, ").wait_for()
    page.get_by_role("button", name="Simpan hasil undian").click()
    page.get_by_text("Gelombang tersusun dari undian.").wait_for()
    refuse_violations(page, "the waves")
    made = Programme.objects.get(code="MW-27")
    assert (made.state, made.evaluation_plans.count(), made.waves.count()) == ("approved", 4, 2)
    assert WavePlan.objects.get(programme=made).seed == "Lotre 5 Januari"
