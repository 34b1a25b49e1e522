"""Sari plans, Budi agrees and checks on a phone, both rate, Rina reads: in a browser, at a desk and on a phone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from domain.development.following import Following
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.development.follow_up_enums import Finding, PlanState, Side
from pembina.domain.development.models import ActionCheck, ActionPlan, BehaviourCheck
from training import Training


@pytest.fixture
def following(transactional_db, rina, sari, budi, dewi):
    """Sari's training ended 200 days ago: all checks have come, and the window for behaviour is open."""
    return Following(Training(rina=rina, at=timezone.localtime()), sari, budi, dewi, ago=200)


@pytest.fixture
def running(following):
    return following.running("Berkas diperiksa pada hari yang sama", "Loket kedua dibuka pada jam ramai")


@pytest.fixture
def addresses(following, running):
    """Return what each of the three opens."""
    at, seat = f"/rencana-aksi/{running.pk}/", following.seat.pk
    item = running.items.first().pk
    return {
        "sari": ["/rencana-aksi/", at, f"{at}akhiri/", f"/rencana-aksi/kemampuan/{seat}/after/"],
        "budi": [
            "/rencana-aksi/?whose=staff", at, f"{at}butir/{item}/periksa/30/", f"/rencana-aksi/perilaku/{seat}/",
        ],
        "rina": [
            "/rencana-aksi/?whose=all", "/rencana-aksi/terlambat/", "/rencana-aksi/program/",
            f"/rencana-aksi/program/{following.training.programme.pk}/",
            f"/rencana-aksi/pernyataan/{following.training.version.pk}/",
        ],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["sari", "budi", "rina"])
def test_axe_finds_nothing_and_targets_fit_a_finger(page, address, sign_in_as, person, addresses, name):
    sign_in_as(person(name))
    for width, scheme in zip(WIDTHS, SCHEMES, strict=True):
        for path in addresses[name]:
            axe_check(page, address(path), width, scheme)
    for path in addresses[name]:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_a_plan_is_written_agreed_and_checked_on_a_phone(page, address, sign_in_as, following):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(following.sari)
    page.goto(address("/rencana-aksi/"))
    page.get_by_role("button", name="Susun rencana aksi").click()
    page.get_by_label("Apa yang akan Anda ubah").fill("Berkas diperiksa hari itu")
    page.get_by_label("Dari apa terlihat").fill("Bagian berkas selesai hari itu")
    page.get_by_label("Tenggat").fill((following.today + timedelta(days=30)).isoformat())
    page.get_by_role("button", name="Simpan butir").click()
    page.get_by_role("button", name="Kirim kepada atasan").click()
    refuse_violations(page, "a plan that was sent")
    page.context.clear_cookies()
    sign_in_as(following.budi)
    page.goto(address("/rencana-aksi/?whose=staff"))
    page.get_by_role("link", name="Sari").first.click()
    page.get_by_role("button", name="Setujui").click()
    page.get_by_role("button", name="Tercapai: Berkas").click()
    page.get_by_text("Hasil pemeriksaan disimpan.").wait_for()
    check = ActionCheck.objects.get()
    assert (check.day, check.side, check.finding) == (90, Side.SUPERIOR, Finding.MET)
    assert ActionPlan.objects.get().state == PlanState.RUNNING


def test_behaviour_is_rated_without_scripts(page_without_scripts, address, following):
    page = page_without_scripts
    page.goto(address("/akun/masuk/"))
    page.get_by_label("NIP").fill(following.budi.username)
    page.get_by_label("Kata sandi").fill("a-password-for-tests")
    page.locator("main").get_by_role("button", name="Masuk").click()
    page.goto(address(f"/rencana-aksi/perilaku/{following.seat.pk}/"))
    for group in page.get_by_role("group").all():
        group.get_by_label("3 · Memadai").check()
    page.get_by_role("button", name="Simpan penilaian").click()
    assert "Penilaian disimpan" in page.content()
    assert list(BehaviourCheck.objects.get().ratings.values_list("score", flat=True)) == [3, 3]
