"""A run whose outcome is read from people's performance: from the design over the panel to the public page."""

from datetime import UTC, date, datetime
from decimal import Decimal

import numpy as np
import pytest

from designing import Designing
from domain.impact.recorded import Recorded
from pembina.domain.development.enums import OutcomeDirection
from pembina.domain.impact.enums import DesignFigure, OutcomeRole, RunState
from pembina.domain.impact.models import EvaluationRun, FrozenPanel
from pembina.domain.impact.operations.design_parts import OutcomePlan, put_outcome
from pembina.domain.impact.operations.runs import ask_for_run
from pembina.domain.impact.public_content import shown_events
from pembina.domain.impact.run_facts import run_facts
from pembina.exchange.impact.panel_parquet import read_panel
from pembina.exchange.impact.running import carry_out
from training import Training

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
LATER = datetime(2027, 7, 15, 3, 0, tzinfo=UTC)
MONTHS = [date(2026 + (3 + number) // 12, (3 + number) % 12 + 1, 1) for number in range(15)]
PEOPLE = 5


@pytest.fixture
def designing(rina, person):
    return Designing(Training(rina=rina, at=NOON), person("lia"))


def judged_by(designing, figure, **told):
    """Let a figure of performance decide, lock, let the waves begin; returns who is in which unit."""
    plan = OutcomePlan(OutcomeRole.PRIMARY, figure, OutcomeDirection.UP, smallest_effect=Decimal(10), **told)
    design = designing.design
    put_outcome(design=design, plan=plan, outcome=design.outcomes.get(), by=designing.maker, at=NOON)
    recorded = Recorded(designing.maker)
    people = [recorded.people(unit, PEOPLE) for unit in designing.units]
    designing.lock()
    for wave in designing.programme.waves.all():
        wave.units.update(started_on=wave.planned_on)
        wave.started_on = wave.planned_on
        wave.save()
    return recorded, people


def run_of(designing) -> EvaluationRun:
    asked = ask_for_run(evaluation=designing.evaluation, by=designing.maker, at=LATER)
    return carry_out(asked, clock=lambda: LATER)


def began(designing, number):
    place = designing.programme.wave_units.filter(unit=designing.units[number]).first()
    return place.started_on.replace(day=1) if place else None


def test_a_run_finds_what_a_programme_did_to_realisations(designing):
    recorded, people = judged_by(designing, DesignFigure.TARGETS_MET)
    random = np.random.default_rng(5)
    for number, staff in enumerate(people):
        start = began(designing, number)
        plans = {(year, each.pk): recorded.plan(each, year=year) for year in (2026, 2027) for each in staff}
        for month in MONTHS:
            chance = 0.9 if start and month >= start else 0.2
            for each in staff:
                amount = 120 if random.uniform() < chance else 60
                recorded.note(plans[month.year, each.pk], month.replace(day=20), amount)
    run = run_of(designing)
    assert run.state == RunState.DONE, run.failure
    facts = run_facts(run)
    assert facts.primary.unit == "poin persen"
    assert facts.primary.estimate > 40
    assert "noted_by_those_involved" in dict(facts.warnings)
    panel = read_panel(bytes(FrozenPanel.objects.get(run=run).content), name="panel")
    assert set(panel.count[np.isfinite(panel.outcome)].tolist()) == {PEOPLE}
    assert "months_per_period" not in run.result["outcomes"][0]


def test_quarterly_predicates_are_compared_quarter_by_quarter(designing):
    why = "Program hanya menyangkut penilaian kinerja"
    recorded, people = judged_by(designing, DesignFigure.GOOD_PREDICATES, judged_because=why)
    random = np.random.default_rng(7)
    for number, staff in enumerate(people):
        start = began(designing, number)
        for place, year in enumerate((2025, 2025, 2025, 2025, 2026, 2026, 2026, 2026, 2027, 2027)):
            last = 3 * (place % 4) + 3
            is_treated = start is not None and date(year, last, 1) >= start
            good = int(random.integers(0, 3)) + 2 * is_treated
            for rank, each in enumerate(staff):
                recorded.read(each, (last - 2, last), "good" if rank < good else "poor", year=year)
    run = run_of(designing)
    assert run.state == RunState.DONE, run.failure
    panel = read_panel(bytes(FrozenPanel.objects.get(run=run).content), name="panel")
    # A month in which nobody can have a figure is no row; none is repeated over the quarter.
    assert sorted({month % 12 + 1 for month in panel.month.tolist()}) == [3, 6, 9, 12]
    assert run.result["outcomes"][0]["months_per_period"] == 3
    facts = run_facts(run)
    assert facts.primary.estimate == pytest.approx(40, abs=15)
    assert {point.time % 3 for point in facts.events} == {0}
    assert max(point.units for point in shown_events(facts.events)) >= 3


def test_a_run_without_any_record_says_what_to_look_at(designing):
    judged_by(designing, DesignFigure.FEEDBACK_SHARE)
    run = run_of(designing)
    assert run.state == RunState.FAILED
    assert "umpan balik" in run.failure["remedy"]["id"]
