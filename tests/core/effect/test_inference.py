"""Intervals against independent libraries, and the rule that chooses among them."""

import math

import numpy as np
import pytest
from scipy import stats

from pembina.core.effect.estimation import Evidence
from pembina.core.effect.inference import (
    Method,
    method_by_size,
    normal_intervals,
    satterthwaite_intervals,
    simultaneous_quantile,
)
from pembina.core.effect.panel import Panel
from pembina.core.effect.parameters import EVENT, SIMPLE, families_of
from pembina.core.effect.question import Question

from .panels import random_panel


@pytest.mark.parametrize(
    ("smallest", "treated", "method"),
    [
        (20, 40, Method.ANALYTIC),
        (19, 40, Method.NEYMAN),
        (10, 40, Method.NEYMAN),
        (9, 40, Method.RANDOMISATION),
        (1, 2, Method.RANDOMISATION),
        (1, 1, Method.NONE),
    ],
)
def test_the_number_of_units_alone_chooses_the_method(smallest: int, treated: int, method: Method) -> None:
    assert method_by_size(smallest, treated) is method


def test_two_periods_two_groups_of_ten_are_welchs_test() -> None:
    rng = np.random.default_rng(3)
    outcome = rng.normal(size=(22, 2)) * np.repeat([1.0, 3.0], [10, 12])[:, None]
    panel = Panel(outcome, np.repeat([1, 2], [10, 12]), tuple(range(22)), (1, 2), np.empty((22, 0)))
    evidence = Evidence(panel, Question())
    estimate = evidence.fitted(families_of(evidence.moments, "not-yet", (SIMPLE,))[SIMPLE]).estimates[0]
    change = outcome[:, 1] - outcome[:, 0]
    welch = stats.ttest_ind(change[:10], change[10:], equal_var=False)
    assert estimate.method is Method.NEYMAN
    assert estimate.p == pytest.approx(welch.pvalue, rel=1e-9)
    assert (estimate.ci_low, estimate.ci_high) == pytest.approx(tuple(welch.confidence_interval()), rel=1e-9)


def test_a_cohort_of_one_has_no_variance_and_no_interval() -> None:
    found = satterthwaite_intervals(np.array([1.0]), np.array([[np.nan], [0.1]]), np.array([[1], [12]]), 0.95)
    assert math.isnan(found.se[0])
    assert math.isnan(found.low[0])


def test_no_noise_leaves_an_interval_of_one_point() -> None:
    by_normal = normal_intervals(np.array([2.0]), np.array([-1e-18]), 0.95)
    by_t = satterthwaite_intervals(np.array([2.0]), np.zeros((2, 1)), np.array([[5], [5]]), 0.95)
    for found in (by_normal, by_t):
        assert (found.low[0], found.high[0]) == (2.0, 2.0)


def test_simultaneous_quantile_of_independent_numbers_is_sidaks() -> None:
    found = simultaneous_quantile(np.diag([1.0, 4.0, 9.0]), math.inf, confidence=0.95, draws=9_999, seed=1)
    assert found == pytest.approx(stats.norm.ppf((1 + 0.95 ** (1 / 3)) / 2), rel=0.03)


def test_simultaneous_quantile_of_one_number_with_few_degrees_is_students() -> None:
    found = simultaneous_quantile(np.array([[2.0]]), 6.0, confidence=0.95, draws=9_999, seed=1)
    assert found == pytest.approx(stats.t.ppf(0.975, 6), rel=0.05)


@pytest.mark.parametrize("units", [12, 45, 120])
def test_bands_hold_the_intervals(units: int) -> None:
    evidence = Evidence(random_panel(np.random.default_rng(2), units=units), Question())
    fitted = evidence.fitted(families_of(evidence.moments, "not-yet", (EVENT,))[EVENT])
    banded = [one for one in fitted.estimates if math.isfinite(one.band_low)]
    assert len(banded) == len(fitted.estimates) - 1
    assert all(one.band_low <= one.ci_low < one.ci_high <= one.band_high for one in banded)


def test_bands_cover_all_event_times_together() -> None:
    rng = np.random.default_rng(8)
    held = 0
    for _ in range(150):
        evidence = Evidence(random_panel(rng, units=15, effect=1.0), Question(draws=199))
        fitted = evidence.fitted(families_of(evidence.moments, "not-yet", (EVENT,))[EVENT], elsewhere=1.0)
        pairs = [pair for pair in zip(fitted.labels, fitted.estimates, strict=True) if isinstance(pair[0], int)]
        held += all(one.band_low <= float(label >= 0) <= one.band_high for label, one in pairs)
    assert held / 150 >= 0.9
