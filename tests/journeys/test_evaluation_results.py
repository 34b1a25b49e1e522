"""Lia reads what a run found, takes a file along, compares two runs and records level 4: at a desk and on a phone."""

import json

import pytest
from django.utils import timezone

from impact import Impact
from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.impact.enums import OutcomeRole, RunState
from pembina.domain.impact.models import FrozenPanel
from pembina.domain.people.demonstration import load_demo_government
from training import Training

LEVELS = {
    "on": "2026-10-31",
    "reaction": {"mean": 3.4, "best": 4, "n": 40, "basis": {"id": "Rata-rata jawaban", "en": "Mean answer"}},
    "learning": {
        "mean": -1.0, "low": -3.0, "high": 1.0, "n": 30, "basis": {"id": "Selisih nilai", "en": "Difference"},
    },
}  # fmt: skip


@pytest.fixture
def lia(transactional_db, person):
    load_demo_government(size=300, on=timezone.localdate(), at=timezone.now())
    return person("lia")


@pytest.fixture
def impact(lia, person):
    return Impact(programme=Training(rina=person("rina"), at=timezone.now()).programme, maker=lia, at=timezone.now())


@pytest.fixture
def run(impact):
    """A run of three outcomes with its frozen data, beside an older one."""
    design = impact.locked()
    for role in (OutcomeRole.SECONDARY, OutcomeRole.GUARD):
        impact.outcome(design, role=role)
    impact.run(design, effect=-1.0, data_hash="e" * 64)
    made = impact.run(design, levels=LEVELS)
    first = made.result["outcomes"][0]
    made.result["outcomes"] += [json.loads(json.dumps(first)) | told for told in (
        {"position": 2, "role": "secondary", "name": {"id": "Kepuasan", "en": "Satisfaction"}, "p_adjusted": 0.02},
        {"position": 3, "role": "guard", "name": {"id": "Tepat waktu", "en": "On time"}},
    )]  # fmt: skip
    made.save()
    for outcome in design.outcomes.all():
        FrozenPanel.objects.create(
            run=made, outcome=outcome, content=b"PAR1", sha256="a" * 64, rows=2_160, units=60, months=36,
            exclusions=[{"reason": "no_data", "units": ["9.1", "9.2"]}], frozen_at=made.asked_at,
        )  # fmt: skip
    return made


@pytest.fixture
def addresses(run, impact):
    """Every page with something on it."""
    at = f"/hasil-evaluasi/evaluasi/{run.evaluation_id}/"
    return [
        f"/hasil-evaluasi/{run.pk}/", f"/hasil-evaluasi/{run.pk}/?ukuran=3", f"/hasil-evaluasi/{run.pk}/jenjang-4/", at,
        f"{at}banding/",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, address, sign_in_as, lia, addresses, width, scheme):
    sign_in_as(lia)
    for path in addresses:
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, lia, addresses):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(lia)
    for path in addresses:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_from_the_list_to_the_record_of_level_four(page, address, sign_in_as, lia, run, impact):
    sign_in_as(lia)
    page.goto(address(f"/hasil-evaluasi/evaluasi/{run.evaluation_id}/"))
    page.get_by_role("link", name="Baca hasil lengkapnya").click()
    page.wait_for_url(address(f"/hasil-evaluasi/{run.pk}/"))
    assert page.get_by_text("putus di sini").is_visible()
    page.get_by_role("link", name="Kepuasan").click()
    page.get_by_role("heading", name="Kepuasan").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh XLSX").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    page.get_by_role("link", name="Catat sebagai hasil jenjang 4").click()
    page.wait_for_url(address(f"/hasil-evaluasi/{run.pk}/jenjang-4/"))
    with page.expect_navigation(wait_until="load"):
        page.get_by_role("button", name="Catat").click()
    assert page.get_by_text("Hasil jenjang 4 tercatat.").is_visible()
    assert "1,85 hari" in impact.programme.evaluation_plans.get(level=4).finding


def test_the_page_follows_a_run_until_it_is_done(page, address, sign_in_as, lia, impact):
    design = impact.locked()
    going = impact.run(design, state=RunState.WAITING, asked_at=timezone.now())
    sign_in_as(lia)
    page.goto(address(f"/hasil-evaluasi/evaluasi/{design.evaluation_id}/"))
    page.locator("#progress").get_by_text("Menunggu giliran").wait_for()
    refuse_violations(page, "a run that waits")
    going.delete()
    impact.run(design)
    page.get_by_role("link", name="Baca hasil lengkapnya").wait_for()
