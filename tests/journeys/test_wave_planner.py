"""Rina tries a plan of waves, lets the lot decide, and shows anybody how to draw it again: desk and phone."""

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.development.models import WavePlan
from pembina.domain.impact.operations.wave_plans import keep_drawn_waves
from pembina.domain.impact.wave_planning import starts_every
from planning import Planning
from training import Training


@pytest.fixture
def rina(transactional_db, person):
    return person("rina")


@pytest.fixture
def planning(rina, person):
    made = Planning(Training(rina=rina, at=timezone.now()), person("lia"))
    made.give_past(months=6)
    return made


@pytest.fixture
def addresses(planning, rina):
    """Every page with something on it."""
    keep_drawn_waves(
        evaluation=planning.evaluation, units=planning.units, strata={unit.code: "all" for unit in planning.units},
        starts=starts_every(planning.first_start, 3, 2), seed="Lotre 5 Januari", stay_out=True, by=rina, at=planning.at,
    )  # fmt: skip
    at = f"/rencana-gelombang/{planning.evaluation.pk}/"
    return [at, f"{at}undi/", f"{at}susun/?jumlah=2", f"{at}undian/"]


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


def test_a_caption_is_as_wide_as_its_table_on_a_phone(page, address, sign_in_as, rina, addresses):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(rina)
    page.goto(address(addresses[-1]))
    ratio = "all => all.map(one => one.clientWidth / one.closest('table').clientWidth)"
    widths = page.locator("caption").evaluate_all(ratio)
    assert len(widths) == 3
    assert min(widths) > 0.95


def test_a_plan_is_tried_then_drawn_and_can_be_repeated(page, address, sign_in_as, rina, planning):
    sign_in_as(rina)
    page.goto(address(f"/rencana-gelombang/{planning.evaluation.pk}/"))
    page.get_by_role("link", name="Undi urutan").click()
    page.get_by_label("Perizinan").check()
    page.get_by_label("Jumlah gelombang").fill("2")
    page.locator("[name=first_start]").fill(planning.first_start.isoformat())
    page.get_by_label("Satu kelompok diundi").check()
    page.get_by_label("Teks undian").fill("Lotre 5 Januari")
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Undi dan simpan").click()
    page.get_by_text("Belum ada yang berubah").wait_for()
    page.get_by_text("Dampak terkecil yang terlihat", exact=True).wait_for()
    refuse_violations(page, "tried")
    assert not WavePlan.objects.exists()
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Undi dan simpan").click()
    page.get_by_text("Gelombang terundi dan tersimpan.").wait_for()
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("link", name="Undian ini dapat diulang siapa pun").click()
    page.get_by_text("Lotre 5 Januari:wave:3").wait_for()
    assert WavePlan.objects.get().lot["groups"] == 3
