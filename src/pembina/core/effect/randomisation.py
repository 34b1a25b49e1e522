"""Randomisation inference: how unusual is the estimate among the assignments of waves that could have been?

The observed wave labels are re-assigned over the units as the lot would have done it, completely or within strata.
The test is exact for the hypothesis of one constant effect whatever the number of units (Fisher 1935; MacKinnon &
Webb 2020, Journal of Econometrics 218, for few treated groups). Every estimate here is linear in the outcomes, so
subtracting an effect ``tau`` from the treated cells moves the re-assigned estimate linearly, ``u - tau * v``, and the
interval that inverts the test follows from sorting end points instead of searching a grid.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray

CHUNK_CELLS = 2_000_000
_TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Assignments:
    """Assignments of cohorts to units.

    Attributes
    ----------
    labels : (R, n) position of each unit's cohort among the cohorts; row 0 is what happened
    exhaustive : whether these are all the distinct assignments there are
    """

    labels: IntArray
    exhaustive: bool


def possible_assignments(places: IntArray, *, draws: int, seed: int, strata: IntArray | None = None) -> Assignments:
    """Return all distinct assignments if there are at most ``draws + 1``, else what happened and ``draws`` draws.

    Parameters
    ----------
    places : (n,) position of each unit's cohort
    strata : (n,) stratum of each unit; labels move only within a stratum
    """
    stratum = np.zeros_like(places) if strata is None else strata
    groups = [np.flatnonzero(stratum == value) for value in np.unique(stratum)]
    if math.prod(_arrangement_count(places[group]) for group in groups) <= draws + 1:
        return Assignments(_all_assignments(places, groups), exhaustive=True)
    rng = np.random.default_rng(seed)
    labels = np.tile(places, (draws + 1, 1))
    for group in groups:
        labels[1:, group] = rng.permuted(labels[1:, group], axis=1)
    return Assignments(labels, exhaustive=False)


def _arrangement_count(places: IntArray) -> int:
    counts = np.unique(places, return_counts=True)[1].tolist()
    return math.factorial(len(places)) // math.prod(math.factorial(count) for count in counts)


def _all_assignments(places: IntArray, groups: list[IntArray]) -> IntArray:
    rows = [places]
    for choice in product(*(list(_arrangements(places[group])) for group in groups)):
        labels = places.copy()
        for group, arrangement in zip(groups, choice, strict=True):
            labels[group] = arrangement
        if not np.array_equal(labels, places):
            rows.append(labels)
    return np.array(rows)


def _arrangements(places: IntArray) -> Iterator[IntArray]:
    """Yield every distinct order of a multiset of labels."""
    label = places.min()
    count = int((places == label).sum())
    if count == len(places):
        yield places
        return
    for chosen in combinations(range(len(places)), count):
        others = np.setdiff1d(np.arange(len(places)), chosen)
        for rest in _arrangements(places[places != label]):
            order = np.full_like(places, label)
            order[others] = rest
            yield order


def reassigned_sums(scores: FloatArray, labels: IntArray, sizes: IntArray) -> FloatArray:
    """Return (R, M) estimates under each assignment, for balanced panels.

    Parameters
    ----------
    scores : (n, C, M) what unit i contributes to estimate m if it were in cohort c, before dividing by the size of c
    labels : (R, n) assignments
    sizes : (C,) units of each cohort
    """
    n, cohorts, columns = scores.shape
    flat = scores.reshape(n * cohorts, columns)
    step = max(1, CHUNK_CELLS // (n * cohorts))
    parts = []
    for first in range(0, len(labels), step):
        chunk = labels[first : first + step]
        membership = np.zeros((len(chunk), n, cohorts))
        np.put_along_axis(membership, chunk[:, :, None], (1.0 / sizes)[chunk][:, :, None], axis=2)
        parts.append(membership.reshape(len(chunk), -1) @ flat)
    return np.vstack(parts)


@dataclass(frozen=True)
class Reassigned:
    """K estimates under R assignments; NaN where an assignment leaves a comparison without an observation.

    Attributes
    ----------
    outcome : (R, K) estimate from the outcomes as they are
    shift : (R, K) the same functional applied to an effect of one in the parameter's own treated cells
    rest : (R, K) the same functional applied to the effect assumed in the other treated cells
    """

    outcome: FloatArray
    shift: FloatArray
    rest: FloatArray


@dataclass(frozen=True)
class Surfaces:
    """Effects by cohort and column, to be taken off the outcomes: (K, C, F) each, in the columns of the features."""

    own: FloatArray
    rest: FloatArray


@dataclass(frozen=True)
class Regrouped:
    """Cohort means under R assignments, whatever parameter is asked of them.

    Attributes
    ----------
    means : (R, C * F) mean of the units put into each cohort; 0 where none is observed
    absent : (R, C * F) whether none is observed; None where nothing is missing
    shares : (R, C * C * F) share of each original cohort in each mean; the last axis is one where nothing is missing
    """

    means: FloatArray
    absent: BoolArray | None
    shares: FloatArray

    def estimates(self, weights: FloatArray, surfaces: Surfaces) -> Reassigned:
        """Return the estimates with the given (K, C, F) coefficients of the cohort means."""
        flat = weights.reshape(len(weights), -1)
        outcome = self.means @ flat.T
        if self.absent is not None:
            outcome[self.absent.astype(np.float64) @ (flat != 0).T > 0] = np.nan
        own, rest = (_products(weights, surface, self.absent is None) for surface in (surfaces.own, surfaces.rest))
        return Reassigned(outcome, self.shares @ own, self.shares @ rest)


def regrouped(columns: FloatArray, labels: IntArray, origin: IntArray, cohorts: int) -> Regrouped:
    """Return the cohort means under each assignment.

    Parameters
    ----------
    columns : (n, F) columns of each unit, NaN where missing
    labels : (R, n) assignments to ``cohorts`` cohorts
    origin : (n,) the observed assignment
    """
    missing = np.isnan(columns)
    complete = not missing.any()
    observed = np.ones((len(columns), 1)) if complete else (~missing).astype(np.float64)
    filled = np.where(missing, 0.0, columns)
    step = max(1, CHUNK_CELLS // (cohorts * len(columns)))
    parts = [
        _means_of(filled, observed, labels[first : first + step], origin, cohorts)
        for first in range(0, len(labels), step)
    ]
    means, absent, shares = (np.vstack([part[place] for part in parts]) for place in range(3))
    return Regrouped(means, None if complete else absent > 0, shares)


def _means_of(
    filled: FloatArray, observed: FloatArray, labels: IntArray, origin: IntArray, cohorts: int
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return three arrays with a row for each assignment: means, absences and shares by original cohort."""
    rows = len(labels)
    member = (labels[:, None, :] == np.arange(cohorts)[None, :, None]).astype(np.float64).reshape(rows * cohorts, -1)
    by_origin = [(member[:, origin == o] @ observed[origin == o]).reshape(rows, cohorts, -1) for o in range(cohorts)]
    counts = np.sum(by_origin, axis=0)
    present = np.where(counts > 0, counts, 1.0)
    shares = np.stack([part / present for part in by_origin], axis=1)
    sums = (member @ filled).reshape(rows, cohorts, -1)
    return (
        (sums / present).reshape(rows, -1),
        (counts == 0).astype(np.float64).reshape(rows, -1),
        shares.reshape(rows, -1),
    )


def reassigned_estimates(
    columns: FloatArray, weights: FloatArray, surfaces: Surfaces, labels: IntArray, *, chunk: int = CHUNK_CELLS
) -> Reassigned:
    """Return the estimates under each assignment, keeping the means of only some assignments at a time.

    Parameters
    ----------
    columns : (n, F) columns of each unit, NaN where missing
    weights : (K, C, F) coefficients of the cohort means
    labels : (R, n) assignments, row 0 the observed one that ``surfaces`` refers to
    """
    used = (weights != 0).any(axis=(0, 1))
    values, kept = columns[:, used], weights[:, :, used]
    own_rest = Surfaces(surfaces.own[:, :, used], surfaces.rest[:, :, used])
    cohorts = weights.shape[1]
    step = max(1, chunk // (cohorts * (len(values) + cohorts * values.shape[1])))
    parts = [
        regrouped(values, labels[first : first + step], labels[0], cohorts).estimates(kept, own_rest)
        for first in range(0, len(labels), step)
    ]
    return Reassigned(
        np.vstack([part.outcome for part in parts]),
        np.vstack([part.shift for part in parts]),
        np.vstack([part.rest for part in parts]),
    )


def _products(weights: FloatArray, surface: FloatArray, complete: bool) -> FloatArray:
    table = np.einsum("kcf,kof->kocf", weights, surface)
    if complete:
        table = table.sum(axis=3, keepdims=True)
    flat: FloatArray = table.reshape(len(weights), -1).T
    return flat


def p_values(reassigned: FloatArray) -> FloatArray:
    """Return (M,) shares of assignments with an estimate at least as far from zero; (R, M), row 0 observed."""
    size = np.abs(reassigned)
    extreme = size >= size[0] * (1 - _TIE)
    share: FloatArray = extreme.sum(axis=0) / (~np.isnan(reassigned)).sum(axis=0)
    return share


def inverted_intervals(outcome: FloatArray, shift: FloatArray, alpha: float) -> tuple[FloatArray, FloatArray]:
    """Return (M,) ends of the set of constant effects that the test does not reject at ``alpha``.

    An assignment keeps the effect tau if ``|u0 - tau| <= |u - tau v|``, which is an interval around u0 for |v| < 1.
    The share of assignments that keep tau therefore falls on both sides of u0, and each end is an order statistic.
    For the rare |v| > 1 the set is two half lines; it is counted as the whole line, which can only widen the result.

    Parameters
    ----------
    outcome, shift : (R, M) estimates u and shifts v under each assignment; row 0 is the observed one, with v = 1
    """
    low, high = _kept(outcome, shift)
    undefined = np.isnan(outcome)
    count = (~undefined).sum(axis=0)
    rank = np.floor(alpha * count + _TIE).astype(np.int64)
    lower = np.sort(np.where(undefined, np.inf, low), axis=0)
    upper = np.sort(np.where(undefined, -np.inf, high), axis=0)[::-1]
    columns = np.arange(outcome.shape[1])
    return lower[rank, columns], upper[rank, columns]


def _kept(outcome: FloatArray, shift: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return (R, M) ends of the effects each assignment keeps: |u0 - tau| <= |u - tau v|."""
    u0 = outcome[0]
    away, towards = outcome - u0, outcome + u0
    scale = _TIE * (np.abs(outcome) + np.abs(u0))
    with np.errstate(divide="ignore", invalid="ignore"):
        first, second = -away / (1 - shift), towards / (1 + shift)
    low, high = np.minimum(first, second), np.maximum(first, second)
    same, opposite = np.abs(shift - 1) <= _TIE, np.abs(shift + 1) <= _TIE
    _replace(low, high, same, towards / 2, bounded_above=away > scale, free=np.abs(away) <= scale)
    _replace(low, high, opposite, -away / 2, bounded_above=towards < -scale, free=np.abs(towards) <= scale)
    wide = (np.abs(shift) > 1) & ~same & ~opposite
    low[wide], high[wide] = -np.inf, np.inf
    return low, high


def _replace(
    low: FloatArray, high: FloatArray, where: BoolArray, end: FloatArray, *, bounded_above: BoolArray, free: BoolArray
) -> None:
    """Write the half lines of |v| = 1: up to ``end`` or from it on, or the whole line."""
    low[where] = np.where(free | bounded_above, -np.inf, end)[where]
    high[where] = np.where(free | ~bounded_above, np.inf, end)[where]
