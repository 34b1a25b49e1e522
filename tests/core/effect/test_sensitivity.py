"""Breakdown values, from the arrays of an event study and from a panel."""

import json
import math

import numpy as np
import pytest

from pembina.core.effect.estimation import Evidence
from pembina.core.effect.event_study import EventStudy, event_study
from pembina.core.effect.notes import RefusedError
from pembina.core.effect.panel import Panel
from pembina.core.effect.question import Question
from pembina.core.effect.relative_magnitudes import Interval, relative_interval
from pembina.core.effect.report import sensitivity_as_dict
from pembina.core.effect.sensitivity import _breakdown, check_sensitivity, sensitivity_of
from pembina.core.effect.simulate import autocorrelated_noise, simulate_programme
from pembina.core.effect.smoothness import SmoothnessBounds

from .designs import DESIGNS, MONTHS
from .medicaid import FIRST_YEAR, made_up, medicaid
from .panels import random_panel


def test_the_published_example_breaks_down_between_the_published_bounds():
    found = sensitivity_of(medicaid(), FIRST_YEAR, Question())
    assert 1.5 < found.drift_breakdown.value < 2
    assert 0.02 < found.bend_breakdown.value < 0.03
    assert [row.bound for row in found.drifts] == [0, 0.5, 1, 1.5, 2]
    assert "1,9 kali" in found.drift_breakdown.sentence.id
    assert "1.9 times" in found.drift_breakdown.sentence.en


def test_a_breakdown_value_is_where_the_interval_first_holds_the_effect():
    study = medicaid()
    found = sensitivity_of(study, FIRST_YEAR, Question(), against=0.01)
    drift, bend = found.drift_breakdown.value, found.bend_breakdown.value
    smooth = SmoothnessBounds(study, FIRST_YEAR, 0.05)
    assert relative_interval(study, FIRST_YEAR, bound=drift, alpha=0.05).low > 0.01
    assert relative_interval(study, FIRST_YEAR, bound=1.01 * drift, alpha=0.05).low <= 0.01
    assert smooth.interval(bend).low > 0.01
    assert smooth.interval(1.01 * bend).low <= 0.01
    assert "di atas 0,0100" in found.drift_breakdown.sentence.id


def test_without_a_mistake_the_interval_is_the_usual_one():
    found = sensitivity_of(made_up(np.random.default_rng(1)), np.full(3, 1 / 3), Question())
    assert (found.drifts[0].low, found.drifts[0].high) == pytest.approx(
        (found.as_it_stands.low, found.as_it_stands.high), rel=1e-6
    )


def test_an_effect_that_was_never_certain_breaks_down_at_once():
    study = EventStudy(2, np.array([0.1, -0.1, 0.05]), np.eye(3))
    found = sensitivity_of(study, np.ones(1), Question())
    assert (found.drift_breakdown.value, found.bend_breakdown.value) == (0, 0)
    assert "sudah tidak pasti" in found.drift_breakdown.sentence.id
    assert "already uncertain" in found.bend_breakdown.sentence.en


def test_an_overwhelming_effect_holds_up_to_the_largest_drift_tried():
    study = EventStudy(2, np.array([0.01, 0.0, -50.0]), 1e-4 * np.eye(3))
    found = sensitivity_of(study, np.ones(1), Question(outcome_unit="hari"))
    assert found.drift_breakdown.value == math.inf
    plain = sensitivity_as_dict(found, "en")
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
    assert plain["drift_breakdown"]["value"] is None
    assert plain["drift_breakdown"]["sentence"].startswith("The conclusion")
    assert plain["drifts"][2] == {"bound": 1.0, "ci_low": found.drifts[2].low, "ci_high": found.drifts[2].high}
    assert "turun" in found.drift_breakdown.sentence.id
    assert "10 times" in found.drift_breakdown.sentence.en
    assert math.isfinite(found.bend_breakdown.value)
    assert "hari" in found.bend_breakdown.sentence.id


def test_with_one_earlier_period_no_bend_was_seen():
    study = EventStudy(1, np.array([0.1, 3.0, 4.0]), 0.01 * np.eye(3))
    found = sensitivity_of(study, np.array([0.5, 0.5]), Question())
    assert math.isnan(found.largest_bend)
    assert "before the start" not in found.bend_breakdown.sentence.en.split("period to the next")[1]


def test_a_programme_that_works_is_harder_to_shake_the_more_it_does():
    values = []
    for effect in (-1.0, -6.0):
        panel = simulate_programme(units=200, effect=effect).panel
        found = check_sensitivity(Evidence(panel, Question(lower_is_better=True, outcome_unit="hari")))
        assert found.estimate == pytest.approx(effect, abs=0.3)
        values.append((found.drift_breakdown.value, found.bend_breakdown.value))
    assert values[0][0] < values[1][0]
    assert values[0][1] < values[1][1]


def test_the_event_study_has_one_base_period():
    """Each estimate is the mean change since the last period before the start, wave against those still waiting."""
    panel = random_panel(np.random.default_rng(4), units=90, periods=8, starts=(0, 5), effect=1.0)
    found = event_study(Evidence(panel, Question()), before=3, after=2)
    joined = panel.cohort != panel.never
    change = panel.outcome - panel.outcome[:, [3]]
    expected = change[joined].mean(axis=0) - change[~joined].mean(axis=0)
    np.testing.assert_allclose(found.values, expected[[0, 1, 2, 4, 5]], atol=1e-12)
    assert (found.before, found.after) == (3, 2)


@pytest.mark.parametrize("name", ["8 offices, 2 a wave", "20 offices, 5 a wave", "60 offices, 20 a wave"])
def test_few_units_keep_the_coverage(name):
    cohort, rng = DESIGNS[name], np.random.default_rng(3)
    units, kept = tuple(range(len(cohort))), []
    for _ in range(150):
        noise = autocorrelated_noise(rng, (len(cohort), MONTHS), 0.5) + rng.normal(size=(1, MONTHS)).cumsum(axis=1)
        panel = Panel(noise, cohort, units, tuple(range(MONTHS)))
        study = event_study(Evidence(panel, Question()))
        target = np.full(study.after, 1 / study.after)
        straight = SmoothnessBounds(study, target, 0.05).interval(0.0)
        kept.append(not straight.leaves_out(0.0))
    assert np.mean(kept) >= 0.92


def test_the_window_ends_where_a_single_unit_is_left():
    rng = np.random.default_rng(5)
    outcome, cohort = rng.normal(size=(24, 14)), np.repeat([5, 14], 12)
    outcome[1:12, 9:] = np.nan
    panel = Panel(outcome, cohort, tuple(range(24)), tuple(range(14)))
    found = event_study(Evidence(panel, Question()), before=4, after=8)
    assert (found.before, found.after) == (4, 4)


def test_a_breakdown_value_is_the_first_even_where_the_interval_wanders_off_again():
    """The shortest interval of a larger bend need not hold that of a smaller one."""
    center = {0.0: 5.0, 0.5: 5.0, 1.0: 0.0, 1.5: 5.0, 2.0: 0.0}

    def interval(bound):
        nearest = min(center, key=lambda known: (abs(known - bound), known))
        return Interval(center[nearest] - 1, center[nearest] + 1)

    assert _breakdown(interval, 0.0, most=math.inf, first=2.0, cuts=16) == pytest.approx(0.75, abs=0.01)


def test_nothing_to_compare_is_refused():
    panel = random_panel(np.random.default_rng(2), units=20, periods=8, starts=(4, 6))
    with pytest.raises(RefusedError):
        check_sensitivity(Evidence(panel, Question(comparison="never")))


@pytest.mark.parametrize(
    ("starts", "code"), [((0, 2), "sensitivity_too_short"), ((0, 0, 0, 0, 0, 0, 0, 0, 3), "sensitivity_no_covariance")]
)
def test_what_cannot_be_bounded_is_refused_with_a_remedy(starts, code):
    panel = random_panel(np.random.default_rng(2), units=9, periods=6, starts=starts)
    with pytest.raises(RefusedError) as refusal:
        check_sensitivity(Evidence(panel, Question()))
    assert refusal.value.code == code
    assert refusal.value.remedy.id


@pytest.mark.parametrize(
    ("before", "values", "covariance"),
    [
        (0, [1.0, 2.0], np.eye(2)),
        (2, [1.0, 2.0], np.eye(2)),
        (1, [1.0, 2.0], np.zeros((2, 2))),
        (1, [1.0, np.nan], np.eye(2)),
        (1, [1.0, 2.0], np.eye(3)),
    ],
)
def test_arrays_that_are_no_event_study_are_refused(before, values, covariance):
    with pytest.raises(RefusedError):
        EventStudy(before, np.array(values), covariance)
