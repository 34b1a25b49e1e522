"""Bounds by smoothness: published intervals, an independent minimiser, simulated coverage."""

import numpy as np
import pytest

from pembina.core.effect.smoothness import SmoothnessBounds, folded_quantile, lasso_corners

from .medicaid import FIRST_YEAR, made_up, medicaid

PUBLISHED = {
    0: (0.0259, 0.0607),
    0.01: (0.0132, 0.0787),
    0.02: (0.00286, 0.0907),
    0.03: (-0.00714, 0.101),
    0.05: (-0.0271, 0.121),
}


@pytest.mark.parametrize("bound", PUBLISHED)
def test_published_intervals(bound):
    """To the three digits printed, and a quantile that was simulated there."""
    found = SmoothnessBounds(medicaid(), FIRST_YEAR, 0.05).interval(bound)
    assert found.low == pytest.approx(PUBLISHED[bound][0], abs=1.5e-4)
    assert found.high == pytest.approx(PUBLISHED[bound][1], abs=5e-4)


def bent(rng, times, bound):
    """Return a line through the reference that bends everywhere by at most the bound."""
    bends = bound * rng.choice([-1.0, 1.0], size=len(times))
    knots = np.asarray(times)[:, None]
    behind, ahead = np.maximum(knots - times, 0), np.maximum(times - knots, 0)
    return rng.normal() * np.asarray(times) + bends @ np.where(knots < 0, behind, ahead)


def worst_bias(weights, times, bound):
    """Return the largest bias by a linear programme over all differences that bend by at most the bound."""
    linprog = pytest.importorskip("scipy.optimize").linprog
    whole = np.arange(times[0], times[-1] + 1)
    bends = np.diff(np.eye(whole.size), n=2, axis=0)
    onto = np.zeros(whole.size)
    onto[np.searchsorted(whole, times)] = weights
    solved = linprog(
        -onto, A_ub=np.vstack([bends, -bends]), b_ub=np.full(2 * len(bends), bound),
        A_eq=(whole == 0).astype(float)[None], b_eq=[0.0], bounds=[(None, None)] * whole.size,
    )  # fmt: skip
    return -solved.fun


def test_no_other_estimator_has_a_shorter_interval():
    minimize = pytest.importorskip("scipy.optimize").minimize
    rng, target = np.random.default_rng(3), np.array([0.5, 0.5, 0.0])
    times = np.array([-4, -3, -2, -1, 1, 2, 3])
    for bound in (0.05, 0.3):
        study = made_up(rng)
        ours = SmoothnessBounds(study, target, 0.05)
        found = ours.interval(bound)

        def half(kinks, ours=ours, bound=bound):
            return ours._half_length(kinks, bound)

        starts = rng.normal(size=(6, 3))
        fine = {"method": "Nelder-Mead", "options": {"xatol": 1e-9, "fatol": 1e-11}}
        best = min(minimize(half, start, **fine).fun for start in starts)
        assert (found.high - found.low) / 2 == pytest.approx(best, rel=1e-6)
        weights, _ = ours._shortest(bound)
        error = np.sqrt(weights @ study.covariance @ weights)
        assert error * folded_quantile(worst_bias(weights, times, bound) / error, 0.05) == pytest.approx(best, rel=1e-6)


@pytest.mark.parametrize("bound", [0.0, 0.1, 1.0])
def test_coverage_under_any_difference_that_bends_so_much(bound):
    rng, target = np.random.default_rng(4), np.array([0.0, 0.5, 0.5])
    study, times = made_up(rng), np.array([-4, -3, -2, -1, 1, 2, 3])
    ours = SmoothnessBounds(study, target, 0.05)
    weights, half = ours._shortest(bound)
    differences = np.array([bent(rng, times, bound) for _ in range(4_000)])
    errors = (rng.multivariate_normal(np.zeros(7), study.covariance, size=4_000) + differences) @ weights
    assert np.mean(np.abs(errors) <= half) >= 0.94


def test_an_earlier_period_more_can_only_help():
    study, target = made_up(np.random.default_rng(5)), np.array([1.0, 0.0, 0.0])
    shorter = type(study)(study.before - 1, study.values[1:], study.covariance[1:, 1:])
    one = type(study)(1, study.values[3:], study.covariance[3:, 3:])
    for bound in (0.0, 0.2):
        found = [SmoothnessBounds(kept, target, 0.05).interval(bound) for kept in (study, shorter, one)]
        lengths = [ends.high - ends.low for ends in found]
        assert lengths == sorted(lengths)


def test_every_corner_of_the_path_is_a_minimum():
    rng = np.random.default_rng(6)
    for _ in range(20):
        root = rng.normal(size=(5, 5))
        curve, linear = root @ root.T + 0.05 * np.eye(5), rng.normal(size=5)
        corners = lasso_corners(curve, linear)
        for point in corners:
            gradient = curve @ point + linear
            penalty = np.abs(gradient).max()
            inside = point != 0
            assert np.abs(gradient[inside] + penalty * np.sign(point[inside])).max(initial=0) <= 1e-8
        np.testing.assert_allclose(corners[-1], np.linalg.solve(curve, -linear), atol=1e-9)


def test_the_folded_quantile_is_that_of_a_noncentral_chi_square():
    stats = pytest.importorskip("scipy.stats")
    for mean in (0.0, 0.3, -1.0, 5.0):
        expected = np.sqrt(stats.ncx2.ppf(0.9, 1, mean**2)) if mean else stats.norm.ppf(0.95)
        assert folded_quantile(mean, 0.1) == pytest.approx(expected, rel=1e-8)
