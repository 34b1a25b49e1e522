"""Bounds by relative magnitudes: published intervals, a linear-programming solver, simulated coverage."""

import numpy as np
import pytest

from pembina.core.effect.event_study import steps_of
from pembina.core.effect.relative_magnitudes import RelativeBounds, relative_interval

from .medicaid import FIRST_YEAR, made_up, medicaid

PUBLISHED = {0.5: (0.0241, 0.0673), 1: (0.0171, 0.0720), 1.5: (0.00859, 0.0796), 2: (-0.00107, 0.0883)}


@pytest.mark.parametrize("bound", PUBLISHED)
def test_published_intervals(bound):
    """They lie on a grid of about 0.0004, with a critical value simulated from 1,000 draws."""
    found = relative_interval(medicaid(), FIRST_YEAR, bound=bound, alpha=0.05)
    assert (found.low, found.high) == pytest.approx(PUBLISHED[bound], abs=5e-4)


def moments_of(study, bound, step, sign):
    """Return the matrices of the moments after the start as the paper writes them: A and its standard errors."""
    steps = steps_of(study.before, study.values.size)
    largest = sign * bound * steps[step]
    matrix = np.vstack([steps[study.before :] - largest, -steps[study.before :] - largest])
    return matrix, np.sqrt(np.diagonal(matrix @ study.covariance @ matrix.T))


def least_violation(matrix, errors, values, target, assumed, before):
    """Solve the linear programme of the test: the least eta at which some effects with that target fit."""
    linprog = pytest.importorskip("scipy.optimize").linprog
    after = matrix[:, before:]
    solved = linprog(
        np.eye(1, 1 + target.size)[0],
        A_ub=np.column_stack([-errors, -after]),
        b_ub=-matrix @ values,
        A_eq=np.append(0.0, target)[None],
        b_eq=[assumed],
        bounds=[(None, None)] * (1 + target.size),
    )
    return solved.fun


@pytest.mark.parametrize("target", [[1.0, 0.0, 0.0], [1 / 3, 1 / 3, 1 / 3], [0.0, -1.0, 1.0]])
def test_the_closed_form_solves_the_linear_programme(target):
    rng, target = np.random.default_rng(5), np.array(target)
    for bound in (0.5, 2.0):
        study = made_up(rng)
        ours = RelativeBounds(study.before, study.covariance, target, bound, 0.05)
        for step in range(study.before):
            piece, assumed = ours.pieces[2 * step + 1], rng.normal(scale=3)
            center = ours._centers(study.values)[2 * step + 1]
            closed = (piece.functions @ [center[0] - assumed, center[1]]).max()
            matrix, errors = moments_of(study, bound, step, -1.0)
            solved = least_violation(matrix, errors, study.values, target, assumed, study.before)
            assert closed == pytest.approx(solved, abs=1e-9)


def test_the_first_stage_is_the_quantile_that_simulation_finds():
    rng = np.random.default_rng(6)
    for bound in (0.0, 0.5, 2.0):
        study = made_up(rng)
        for piece in RelativeBounds(study.before, study.covariance, np.full(3, 1 / 3), bound, 0.05).pieces[:3]:
            drawn = rng.multivariate_normal(np.zeros(2), piece.covariance, size=100_000) @ piece.functions.T
            assert np.mean(drawn.max(axis=1) <= piece.most) == pytest.approx(0.995, abs=8e-4)


def test_the_interval_spans_what_a_fine_grid_keeps():
    study, target = made_up(np.random.default_rng(7)), np.array([0.5, 0.5, 0.0])
    ours = RelativeBounds(study.before, study.covariance, target, 1.0, 0.1)
    found = ours.interval(study.values)
    width = found.high - found.low
    grid = np.linspace(found.low - width, found.high + width, 1_501)
    kept = [value for value in grid if ours.keeps(study.values, value)]
    assert (kept[0], kept[-1]) == pytest.approx((found.low, found.high), abs=width / 450)


@pytest.mark.parametrize("direction", [1.0, -1.0])
@pytest.mark.parametrize("largest", [0.2, 1.0, 5.0])
def test_coverage_where_the_drift_is_the_worst_allowed(direction, largest):
    """Every later step drifts as far as the bound lets it, all one way."""
    rng, bound = np.random.default_rng(8), 1.0
    study, target = made_up(rng), np.full(3, 1 / 3)
    steps = np.array([0.3, -1.0, 0.5, 0.2, *(direction * bound * np.ones(3))]) * largest
    drift = np.linalg.solve(steps_of(study.before, 7), steps)
    rule = RelativeBounds(study.before, study.covariance, target, bound, 0.05)
    drawn = rng.multivariate_normal(drift, study.covariance, size=500)
    assert np.mean([rule.keeps(values, 0.0) for values in drawn]) >= 0.93


def test_one_side_rejects_at_its_level_where_the_worst_step_stands_out():
    """The interval is not merely wide: with one clear largest step a worst-case truth is missed about 5 % of times."""
    rng = np.random.default_rng(9)
    study, target = made_up(rng), np.full(3, 1 / 3)
    drift = np.linalg.solve(steps_of(study.before, 7), np.array([0.0, 40.0, 0.0, 0.0, 40.0, 40.0, 40.0]))
    rule = RelativeBounds(study.before, study.covariance, target, 1.0, 0.05)
    drawn = rng.multivariate_normal(drift, study.covariance, size=1_000)
    assert np.mean([not rule.keeps(values, 0.0) for values in drawn]) == pytest.approx(0.05, abs=0.02)
