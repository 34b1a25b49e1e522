"""Sari plans on a phone, Budi agrees on his list, she notes what she achieved; Rina gives a template: in a browser."""

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, small_targets
from journeys.performance_steps import Steps
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import PerformancePlan, Realisation
from pembina.domain.performance.operations.strategies import StrategyTold, write_strategy_block
from pembina.domain.performance.operations.templates import make_goal_template
from performance import Performing

BLOCK = StrategyTold(
    title="Aplikasi izin", parties="Kominfo", due="12 bulan", beneficiaries="Pemohon", aim="Izin cepat", budget="",
    routine_activities="Membuka pengaduan", new_activities="Memakai aplikasi", routine_milestones="",
    new_milestones="Aplikasi tersedia",
)  # fmt: skip


@pytest.fixture
def performing(transactional_db, rina, sari, budi):
    return Performing(sari=sari, budi=budi, rina=rina, at=timezone.localtime())


@pytest.fixture
def addresses(performing):
    """Return what each of the three opens."""
    plan = performing.full_plan(state=PlanState.AGREED)
    performing.reads(plan.goals.get(), performing.service())
    one = plan.goals.get().indicators.first()
    own = performing.full_plan(performing.of_budi, form=PlanForm.TOP_QUANTITATIVE)
    goal = own.goals.get()
    write_strategy_block(goal=goal, told=BLOCK, by=performing.budi, at=performing.at)
    waits = performing.full_plan(performing.tono, state=PlanState.PROPOSED)
    text = "Berkas rapi | Berkas diperiksa | kuantitas | 100 | berkas | naik"
    template = make_goal_template(
        title="Penata", position="", form=PlanForm.QUANTITATIVE, text=text, by=performing.rina, at=performing.at
    )
    return {
        "sari": [
            "/kinerja/", "/kinerja/susun/", f"/kinerja/{plan.pk}/", f"/kinerja/{plan.pk}/indikator/{one.pk}/realisasi/",
        ],
        "budi": [
            "/tim/", f"/kinerja/{waits.pk}/", f"/kinerja/{waits.pk}/kembalikan/", f"/kinerja/{own.pk}/",
            f"/kinerja/{own.pk}/matriks/", f"/kinerja/{own.pk}/hasil/{goal.pk}/workblock/",
            f"/kinerja/{own.pk}/indikator/{goal.indicators.get().pk}/manual/",
        ],
        "rina": [
            "/kinerja/papan/", "/kinerja/papan/pegawai/", "/kinerja/templat/", "/kinerja/templat/baru/",
            f"/kinerja/templat/{template.pk}/bagikan/",
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


def test_a_plan_is_written_agreed_and_reached_on_a_phone(page, address, sign_in_as, performing):
    steps = Steps(page, address, sign_in_as)
    steps.enter(performing.sari, "/kinerja/")
    steps.propose_plan()
    steps.enter(performing.budi, "/tim/")
    steps.agree_plan("Sari")
    assert PerformancePlan.objects.get().state == PlanState.AGREED
    steps.enter(performing.sari, "/kinerja/")
    steps.achieve("2")
    steps.sees("Melampaui target")
    assert Realisation.objects.get().amount == 2
