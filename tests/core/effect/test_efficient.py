"""The efficient estimator, recomputed unit by unit from the formulas of the paper."""

import numpy as np
import pytest

from pembina.core.effect.design import FixedDesign
from pembina.core.effect.efficient import efficient_parameters, halves_of
from pembina.core.effect.estimation import Evidence
from pembina.core.effect.evaluation import evaluate
from pembina.core.effect.features import Features
from pembina.core.effect.moments import panel_moments
from pembina.core.effect.panel import Panel
from pembina.core.effect.parameters import SIMPLE, families_of
from pembina.core.effect.question import Question

from .panels import random_panel


def by_hand(panel: Panel) -> tuple[float, float]:
    """Simple estimate and standard error from theta_0, X and the cohorts' covariances."""
    cohorts, never = sorted(set(panel.cohort.tolist())), panel.never
    groups = {g: panel.outcome[panel.cohort == g] for g in cohorts}
    cells = [(g, t) for g in cohorts if g < never for t in range(g, never) if any(later > t for later in cohorts)]
    total = sum(len(groups[g]) for g, _ in cells)
    after, before = ({g: np.zeros(never) for g in cohorts} for _ in range(2))
    for g, t in cells:
        share = len(groups[g]) / total
        waiting = [later for later in cohorts if later > t]
        size = sum(len(groups[later]) for later in waiting)
        for weights, period in ((after, t), (before, g - 1)):
            weights[g][period] += share
            for later in waiting:
                weights[later][period] -= share * len(groups[later]) / size
    theta, x, cross, square, spread = (0.0 for _ in range(5))
    for g, rows in groups.items():
        a, b = rows @ after[g], rows @ before[g]
        covariance = np.cov(a, b, ddof=1) / len(rows)
        theta, x = theta + a.mean(), x + b.mean()
        spread, cross, square = spread + covariance[0, 0], cross + covariance[0, 1], square + covariance[1, 1]
    beta = cross / square
    return theta - beta * x, float(np.sqrt(spread - 2 * beta * cross + beta**2 * square))


@pytest.mark.parametrize("starts", [(0, 3, 4), (2, 3, 5)])
def test_estimate_and_standard_error_equal_the_formulas(starts: tuple[int, ...]) -> None:
    panel = random_panel(np.random.default_rng(4), units=90, starts=starts, effect=1.0)
    found = evaluate(panel, Question(random_timing=True))
    assert found.efficient is not None
    assert (found.headline.estimate, found.headline.se) == pytest.approx(by_hand(panel), rel=1e-10)


@pytest.mark.parametrize("missing", [0.0, 0.1])
def test_beta_of_one_is_the_not_yet_treated_comparison(missing: float) -> None:
    panel = random_panel(np.random.default_rng(6), units=30, missing=missing)
    levels = panel_moments(panel, Features(len(panel.periods)))
    half = halves_of(levels)[SIMPLE]
    plain = families_of(levels, "not-yet", (SIMPLE,))[SIMPLE]
    np.testing.assert_allclose(half.adjusted(np.ones(1)).contrasts.weights, plain.contrasts.weights, atol=1e-12)


def test_small_waves_choose_beta_without_regard_to_who_got_which_wave() -> None:
    panel = random_panel(np.random.default_rng(7), units=12)
    levels = Evidence(panel, Question(), features=Features(len(panel.periods))).moments
    many = FixedDesign(panel.cohort, len(panel.periods), Question(random_timing=True)).headlines(panel.outcome[None])
    one = efficient_parameters(levels)[SIMPLE].contrasts.estimates(levels)
    assert many.estimate == pytest.approx(one, rel=1e-10)
