"""Six programmes with known effects: right at the promised rate, and what a comparison before-after would have said."""

from functools import cache

import numpy as np
import pytest

from pembina.core.effect.demonstration import SCENARIOS, chance_range, judge, simulated_panel, tally_of
from pembina.core.effect.demonstration.scenarios import BENEFITS, MONTHS, STARTS
from pembina.core.effect.demonstration.verdicts import promised_rate, wrong_about
from pembina.core.effect.power import detectable_effect
from pembina.core.effect.verdict import Code

GOVERNMENTS, DRAWS = 15, 99
KEYS = [scenario.key for scenario in SCENARIOS]
BY_KEY = {scenario.key: scenario for scenario in SCENARIOS}


@cache
def tally(key):
    scenario = BY_KEY[key]
    return tally_of(scenario, (judge(simulated_panel(scenario, seed), draws=DRAWS) for seed in range(GOVERNMENTS)))


@pytest.mark.slow
@pytest.mark.parametrize("key", KEYS)
def test_the_verdict_is_right_as_often_as_the_design_promised(key):
    found = tally(key)
    least, most = (
        chance_range(found.promised, GOVERNMENTS, sure=0.999)[0],
        chance_range(0.05, GOVERNMENTS, sure=0.999)[1],
    )
    assert found.right >= least
    assert found.wrong <= most
    assert found.covered >= chance_range(0.95, GOVERNMENTS, sure=0.999)[0]


@pytest.mark.slow
def test_before_after_alone_praises_what_does_nothing():
    found = tally("null")
    assert found.praised == 1
    assert found.praised > chance_range(0.05, GOVERNMENTS, sure=0.999)[1]
    assert sum(found.codes[code] for code in BENEFITS) <= chance_range(0.05, GOVERNMENTS, sure=0.999)[1]


def test_there_are_six_and_each_has_a_verdict_that_is_right_and_not_wrong():
    assert KEYS == ["strong", "moderate", "null", "harmful", "small", "contaminated"]
    assert all(scenario.right and not scenario.right & wrong_about(scenario) for scenario in SCENARIOS)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=KEYS)
def test_a_seed_always_gives_the_same_panel(scenario):
    first, again, other = (simulated_panel(scenario, seed) for seed in (7, 7, 8))
    np.testing.assert_array_equal(first.outcome, again.outcome)
    assert not np.array_equal(first.outcome, other.outcome)
    assert sorted(first.planned.tolist()) == scenario.plan.cohort.tolist()


def test_a_spoilt_comparison_shows_less_than_the_truth():
    spoilt = simulated_panel(BY_KEY["contaminated"], 1)
    assert spoilt.scenario.effect * 0.3 < spoilt.visible < spoilt.scenario.effect * 0.9
    assert (spoilt.reached[spoilt.planned == MONTHS] == STARTS[0]).sum() == 6
    clean = simulated_panel(BY_KEY["strong"], 1)
    assert clean.visible == pytest.approx(clean.scenario.effect)


def test_the_promise_is_the_power_at_what_can_be_seen():
    scenario = BY_KEY["moderate"]
    plan = detectable_effect(simulated_panel(scenario, 3).past, scenario.plan, scenario.question(draws=DRAWS))
    assert promised_rate(plan, scenario, plan.effect) == pytest.approx(0.8)
    assert promised_rate(plan, BY_KEY["strong"], plan.effect + 1) == pytest.approx(0.8)
    assert promised_rate(plan, BY_KEY["small"], plan.effect) == pytest.approx(0.2)
    assert promised_rate(plan, BY_KEY["null"], 0.0) == pytest.approx(0.95)


def test_shares_are_counted_over_all_governments():
    scenario = BY_KEY["harmful"]
    one = judge(simulated_panel(scenario, 1), draws=99)
    found = tally_of(scenario, [one, one])
    assert found.codes[one.code] == 1
    assert (found.right, found.wrong) == ((1, 0) if one.code is Code.HARMFUL else (0, found.wrong))


def test_chance_leaves_no_more_room_than_it_has():
    assert chance_range(0.5, 100, sure=0.95) == pytest.approx((0.40, 0.60))
    assert chance_range(1.0, 50) == (1.0, 1.0)
    assert chance_range(0.05, 300)[1] == pytest.approx(0.087, abs=0.004)
