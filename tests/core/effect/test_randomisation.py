"""Re-assignment against brute force: every step recomputed from its definition."""

import math
from itertools import permutations

import numpy as np
import pytest

from pembina.core.effect.assignments import possible_assignments
from pembina.core.effect.randomisation import inverted_intervals, p_values
from pembina.core.effect.reassignment import Functionals, reassigned_estimates, reassigned_sums


def small_problem(missing: float, parameters: int = 2):
    rng = np.random.default_rng(5)
    places = np.array([0, 0, 1, 1, 1, 2, 2])
    columns = rng.normal(size=(7, 4))
    columns[rng.random(columns.shape) < missing] = np.nan
    weights = rng.normal(size=(parameters, 3, 4))
    own, treated = rng.integers(-1, 2, size=weights.shape), rng.integers(-1, 2, size=weights.shape[1:])
    return places, columns, Functionals(weights, own.astype(float), treated.astype(float))


def functional(columns, weights, labels):
    total = 0.0
    for cohort in range(weights.shape[0]):
        for feature in range(weights.shape[1]):
            values = columns[labels == cohort, feature]
            values = values[~np.isnan(values)]
            total += weights[cohort, feature] * (values.mean() if values.size else math.nan)
    return total


def test_few_assignments_are_all_listed_once_and_the_observed_comes_first() -> None:
    places = np.array([1, 0, 1, 0, 2])
    found = possible_assignments(places, draws=999, seed=1)
    assert found.exhaustive
    assert {tuple(row) for row in found.labels.tolist()} == set(permutations(places.tolist()))
    assert len(found.labels) == math.factorial(5) // 4
    assert found.labels[0].tolist() == places.tolist()


def test_many_assignments_are_drawn_with_the_sizes_kept() -> None:
    places = np.repeat([0, 1, 2], 10)
    found = possible_assignments(places, draws=200, seed=1)
    assert not found.exhaustive
    assert found.labels.shape == (201, 30)
    assert (np.sort(found.labels, axis=1) == np.sort(places)).all()
    assert (found.labels == possible_assignments(places, draws=200, seed=1).labels).all()


@pytest.mark.parametrize("draws", [50, 999])
def test_labels_move_only_within_strata(draws: int) -> None:
    places, strata = np.array([0, 0, 0, 1, 1, 0, 0, 1, 1, 1]), np.repeat([0, 1], 5)
    found = possible_assignments(places, draws=draws, seed=1, strata=strata)
    assert found.exhaustive == (draws == 999)
    assert (found.labels[:, :5].sum(axis=1) == 2).all()
    assert (found.labels[:, 5:].sum(axis=1) == 3).all()


@pytest.mark.parametrize("missing", [0.0, 0.15])
@pytest.mark.parametrize("chunk", [1, 10**6])
def test_reassigned_estimates_equal_the_definition(missing: float, chunk: int) -> None:
    places, columns, asked = small_problem(missing)
    labels = possible_assignments(places, draws=50, seed=2).labels
    found = reassigned_estimates(columns, asked, labels, chunk=chunk)
    absent = np.where(np.isnan(columns), np.nan, 0.0)
    for k in range(2):
        own, treated = asked.own[k][places] + absent, asked.treated[places] + absent
        for got, values in ((found.outcome, columns), (found.own, own), (found.treated, treated)):
            expected = np.array([functional(values, asked.weights[k], row) for row in labels])
            known = ~np.isnan(expected)
            np.testing.assert_allclose(got[known, k], expected[known], atol=1e-12)
        assert (np.isnan(found.outcome[:, k]) == ~known).all()


def test_the_fast_way_for_balanced_panels_gives_the_same() -> None:
    places, columns, asked = small_problem(0.0)
    labels = possible_assignments(places, draws=50, seed=2).labels
    scores = np.einsum("nf,kcf->nck", columns, asked.weights)
    fast = reassigned_sums(scores, labels, np.bincount(places))
    np.testing.assert_allclose(fast, reassigned_estimates(columns, asked, labels).outcome, atol=1e-12)


def test_families_asked_together_get_what_each_would_get_alone() -> None:
    _, columns, asked = small_problem(0.15)
    labels = possible_assignments(np.array([0, 0, 1, 1, 1, 2, 2]), draws=50, seed=2).labels
    both = reassigned_estimates(columns, asked, labels).split([1, 1])
    for k, part in enumerate(both):
        alone = reassigned_estimates(columns, Functionals(asked.weights[[k]], asked.own[[k]], asked.treated), labels)
        np.testing.assert_allclose(part.outcome, alone.outcome, atol=1e-12)
        np.testing.assert_allclose(part.own, alone.own, atol=1e-12)


@pytest.mark.parametrize("seed", range(8))
def test_interval_ends_are_where_the_test_begins_to_reject(seed: int) -> None:
    rng = np.random.default_rng(seed)
    outcome, shift = rng.normal(size=(200, 1)), rng.uniform(-1, 1, size=(200, 1))
    shift[0] = 1.0
    (low,), (high,) = inverted_intervals(outcome, shift, 0.05)
    step = 1e-7 * (high - low)
    inside = [p_values(outcome - tau * shift)[0] for tau in (low + step, outcome[0, 0], high - step)]
    outside = [p_values(outcome - tau * shift)[0] for tau in (low - step, high + step)]
    assert min(inside) > 0.05
    assert max(outside) <= 0.05


def test_too_few_assignments_leave_the_interval_unbounded() -> None:
    outcome, shift = np.array([[2.0], [-2.0], [0.3]]), np.array([[1.0], [-1.0], [0.1]])
    low, high = inverted_intervals(outcome, shift, 0.05)
    assert (low[0], high[0]) == (-np.inf, np.inf)


def test_a_shift_beyond_one_can_only_widen_the_interval() -> None:
    rng = np.random.default_rng(1)
    outcome, shift = rng.normal(size=(200, 1)), rng.uniform(-1, 1, size=(200, 1))
    shift[0] = 1.0
    low, high = inverted_intervals(outcome, shift, 0.05)
    shift[7] = 1.8
    wider_low, wider_high = inverted_intervals(outcome, shift, 0.05)
    assert wider_low[0] <= low[0]
    assert wider_high[0] >= high[0]


def test_p_value_counts_the_observed_and_ties() -> None:
    assert p_values(np.array([[1.0], [-1.0], [0.5], [2.0]]))[0] == 0.75
    assert p_values(np.array([[3.0], [-1.0], [np.nan], [2.0]]))[0] == pytest.approx(1 / 3)
