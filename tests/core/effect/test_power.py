"""The minimum detectable effect: textbook figures, a published variance, brute force over the past."""

import math

import numpy as np
import pytest

from pembina.core.effect.design import FixedDesign
from pembina.core.effect.evaluation import evaluate
from pembina.core.effect.inference import Method
from pembina.core.effect.notes import RefusedError
from pembina.core.effect.panel import Panel
from pembina.core.effect.past_series import PastSeries
from pembina.core.effect.placebo_power import placebo_runs
from pembina.core.effect.power import detectable_by_plan, detectable_effect, what_more_buys
from pembina.core.effect.question import Question
from pembina.core.effect.simulate import autocorrelated_noise
from pembina.core.effect.wave_plan import WavePlan, plans

from .designs import DESIGNS, MONTHS


def past_of(units, months=36, seed=1, ar=0.5):
    rng = np.random.default_rng(seed)
    common = rng.normal(size=(1, months)).cumsum(axis=1)
    return PastSeries.of(2 * rng.normal(size=(units, 1)) + common + autocorrelated_noise(rng, (units, months), ar))


def plan_of(cohort):
    starts, sizes = np.unique(cohort[cohort < MONTHS], return_counts=True)
    return WavePlan(tuple(sizes.tolist()), tuple(starts.tolist()), MONTHS, int((cohort == MONTHS).sum()))


def test_the_multiple_of_the_standard_error_is_that_of_the_textbook():
    """Bloom (1995): 2.80 standard errors for 80 % power at 5 % on two sides; 3.24 for 90 %."""
    plan, past = WavePlan((40,), (12,), 24, never=40), past_of(100)
    for power, multiple in ((0.8, 2.80), (0.9, 3.24)):
        found = detectable_effect(past, plan, Question(), power=power)
        assert found.method is Method.ANALYTIC
        assert found.effect / found.error == pytest.approx(multiple, abs=0.005)
        assert found.power_at(found.effect) == pytest.approx(power)


@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.8])
@pytest.mark.parametrize("after", [1, 6])
def test_the_variance_is_that_of_the_published_formula(correlation, after):
    """McKenzie (2012), Journal of Development Economics 99, for equal correlation: one round before, r after."""
    months, joined, never = 3 + after, 12, 20
    covariance = 4.0 * ((1 - correlation) * np.eye(months) + correlation)
    cohort = np.array([3] * joined + [months] * never)
    parts = FixedDesign(cohort, months, Question()).variance_parts(covariance)
    later, between = (1 + (after - 1) * correlation) / after, correlation
    expected = 4.0 * (1 / joined + 1 / never) * (later + 1 - 2 * between)
    assert parts.sum() == pytest.approx(expected)


@pytest.mark.parametrize("by_lot", [False, True], ids=["compared", "efficient"])
@pytest.mark.parametrize("name", DESIGNS)
def test_it_is_what_brute_force_finds(name, by_lot):
    past, plan, question = past_of(400), plan_of(DESIGNS[name]), Question(random_timing=by_lot, draws=499)
    found = detectable_effect(past, plan, question)
    runs = placebo_runs(past, plan, question, rng=np.random.default_rng(2), simulations=600)
    assert found.effect == pytest.approx(runs.detectable(), rel=0.1)
    assert found.error == pytest.approx(runs.spread, rel=0.1)
    assert runs.false_positives <= 0.085
    assert runs.power_at(found.effect) == pytest.approx(0.8, abs=0.07)


def test_a_run_finds_exactly_the_effects_beyond_its_threshold():
    """So one interval without an effect stands for all sizes, whichever way the interval was made."""
    past, rng = past_of(40), np.random.default_rng(3)
    for plan in (WavePlan((3, 3), (6, 10), 16, never=6), WavePlan((12, 12), (6, 10), 16, never=14)):
        question = Question(draws=199)
        outcome = past.drawn(rng, units=plan.units, months=16, count=1)[0]
        treated = np.arange(16)[None, :] >= plan.cohort[:, None]
        units, months, none = tuple(range(plan.units)), tuple(range(16)), np.empty((plan.units, 0))
        without = evaluate(Panel(outcome, plan.cohort, units, months, none), question).headline
        for effect in (-without.ci_low + 0.01, -without.ci_low - 0.01):
            moved = evaluate(Panel(outcome + effect * treated, plan.cohort, units, months, none), question).headline
            assert (moved.ci_low > 0) is (effect > -without.ci_low)


def test_more_of_everything_can_see_less():
    past = past_of(60)
    table = detectable_by_plan(past, plans(units=40, waves=(2, 4), months=(12, 24), never=10), Question())
    assert table[1].effect < table[0].effect
    assert table[3].effect < table[2].effect
    months, units = what_more_buys(past, table[0].plan, Question(outcome_unit="hari"), months=6, units=20)
    assert months.larger.plan.months == 18
    assert units.larger.plan.units == 60
    assert min(months.gain, units.gain) > 0
    assert units.gain == pytest.approx(table[0].effect - units.larger.effect)
    assert units.because.id.startswith("20 unit lagi menurunkan")
    assert "6 more months would bring" in months.because.en


def test_without_units_that_stay_out_a_month_more_delays_the_last_wave():
    plan = WavePlan((5, 5), (3, 6), 12)
    assert plan.with_months(2) == WavePlan((5, 5), (3, 8), 14)
    assert plan.with_units(3) == WavePlan((7, 6), (3, 6), 12)
    assert WavePlan((5, 5), (3, 6), 12, never=2).with_units(3) == WavePlan((6, 6), (3, 6), 12, never=3)


def test_the_sentence_judges_the_plan_by_the_smallest_effect_that_matters():
    past, plan = past_of(60), WavePlan.evenly(units=40, waves=4, months=24)
    weak, enough = (detectable_effect(past, plan, Question(smallest_effect=size)) for size in (0.2, 3.0))
    assert weak.power_at_smallest == pytest.approx(weak.power_at(0.2))
    assert "terlalu lemah" in weak.because.id
    assert "enough" in enough.because.en
    assert detectable_effect(past, plan, Question()).power_at_smallest is None


def test_too_few_ways_to_draw_see_nothing_and_more_units_help():
    past, plan = past_of(20), WavePlan((2,), (6,), 12, never=2)
    found = detectable_effect(past, plan, Question())
    assert (found.effect, found.power_at(100.0)) == (math.inf, 0.0)
    assert "terlalu sedikit" in found.because.id
    _, units = what_more_buys(past, plan, Question(), units=4)
    assert math.isfinite(units.larger.effect)
    assert math.isinf(units.gain)
    assert "now none can" in units.because.en
    runs = placebo_runs(past, plan, Question(), rng=np.random.default_rng(1), simulations=50)
    assert (runs.detectable(), runs.power_at(100.0)) == (math.inf, 0.0)


def test_a_plan_longer_or_wider_than_the_past_says_so():
    past = past_of(30, months=12, ar=0.8)
    plan = WavePlan.evenly(units=40, waves=3, months=20, never=10)
    notes = detectable_effect(past, plan, Question()).notes
    assert [note.code for note in notes] == ["past_too_short", "past_fewer_units"]
    drawn = past.drawn(np.random.default_rng(1), units=40, months=20, count=5)
    assert drawn.shape == (5, 40, 20)
    assert np.isin(np.round(drawn[:, :, 0], 9), np.round(past.outcome, 9)).any()


def test_pieces_of_the_past_keep_their_months_together():
    past = past_of(30, months=12)
    drawn = past.drawn(np.random.default_rng(1), units=30, months=5, count=8)
    for piece in drawn:
        fitting = [m for m in range(8) if set(piece[:, 0]) == set(past.outcome[:, m])]
        assert len(fitting) == 1
        assert {tuple(row) for row in piece} == {tuple(row) for row in past.outcome[:, fitting[0] : fitting[0] + 5]}


def test_units_with_gaps_are_left_out_and_named():
    outcome = past_of(10).outcome.copy()
    outcome[2, 4] = np.nan
    past = PastSeries.of(outcome)
    assert (past.units, past.left_out) == (9, 1)
    assert [note.code for note in past.notes(8, 12)] == ["past_left_out"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: WavePlan((5, 5), (3, 3), 12),
        lambda: WavePlan((5,), (0,), 12),
        lambda: WavePlan((5,), (12,), 12),
        lambda: WavePlan((5, 0), (3, 5), 12),
        lambda: WavePlan((), (), 12),
        lambda: WavePlan.evenly(units=3, waves=4, months=24),
        lambda: WavePlan.evenly(units=40, waves=9, months=6),
        lambda: PastSeries.of(np.ones((3, 12))),
        lambda: PastSeries.of(np.arange(16.0).reshape(8, 2)),
        lambda: PastSeries.of(np.tile(np.arange(12.0), (8, 1))),
        lambda: detectable_effect(past_of(20), WavePlan((5,), (3,), 12), Question()),
        lambda: detectable_effect(past_of(20), WavePlan((5, 5), (3, 6), 12), Question(comparison="never")),
        lambda: detectable_effect(past_of(20), WavePlan((1,), (3,), 12, never=9), Question()),
        lambda: detectable_effect(past_of(20), WavePlan((5,), (3,), 12, never=9), Question(), power=0.4),
    ],
)
def test_what_cannot_be_planned_is_refused_with_a_remedy(make):
    with pytest.raises(RefusedError) as refusal:
        make()
    assert refusal.value.remedy.id
    assert refusal.value.remedy.en
