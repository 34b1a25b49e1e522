"""Averages of group-time effects: simple, by cohort, by calendar time, by time since the start.

Callaway & Sant'Anna (2021), section 3. Cohort shares are estimated, which adds to the influence function (their
corollary 2); that part is constant within a cohort and goes into ``share_offsets``.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.effect.group_time import Cell

OVERALL = "overall"


@dataclass(frozen=True)
class Aggregation:
    """M averages of K cells over C cohorts.

    Attributes
    ----------
    labels : M names; the last is ``OVERALL``
    matrix : (M, K) weight of each cell
    share_offsets : (M, C) influence of having estimated the cohort shares
    """

    labels: tuple[Hashable, ...]
    matrix: FloatArray
    share_offsets: FloatArray


@dataclass(frozen=True)
class CellEffects:
    """What an aggregation needs of the cells: their names and values, and the cohorts' starts and sizes."""

    cells: tuple[Cell, ...]
    values: FloatArray
    starts: IntArray
    sizes: IntArray

    @cached_property
    def cohort(self) -> IntArray:
        """(K,) the cohort of each cell."""
        return np.array([cell.cohort for cell in self.cells], dtype=np.int64)

    @cached_property
    def period(self) -> IntArray:
        """(K,) the period of each cell."""
        return np.array([cell.period for cell in self.cells], dtype=np.int64)

    @cached_property
    def event_time(self) -> IntArray:
        """(K,) periods since the start."""
        return self.period - self.cohort

    @cached_property
    def places(self) -> IntArray:
        """(K,) position of each cell's cohort."""
        return np.searchsorted(self.starts, self.cohort).astype(np.int64)


def simple(effects: CellEffects) -> Aggregation:
    """Average over all treated cohort-periods, weighted by cohort size: the effect of a unit-period on average."""
    row, share = _weighted(effects, effects.event_time >= 0)
    return Aggregation((OVERALL,), row[None, :], share[None, :])


def by_event_time(effects: CellEffects) -> Aggregation:
    """Average by periods since the start; overall is the plain mean of those at or after the start."""
    labels, rows, shares = _by(effects, effects.event_time, np.ones(len(effects.cells), dtype=bool))
    return _with_plain_mean(labels, rows, shares, labels >= 0)


def by_calendar(effects: CellEffects) -> Aggregation:
    """Average over the cohorts started by each period; overall is the plain mean over the periods."""
    labels, rows, shares = _by(effects, effects.period, effects.event_time >= 0)
    return _with_plain_mean(labels, rows, shares, np.ones(labels.size, dtype=bool))


def by_cohort(effects: CellEffects) -> Aggregation:
    """Average over the treated periods of each cohort; overall weighs cohorts by size."""
    started = effects.event_time >= 0
    labels = np.unique(effects.cohort[started])
    matrix = ((effects.cohort == labels[:, None]) & started).astype(np.float64)
    matrix /= matrix.sum(axis=1, keepdims=True)
    weights, share = _shares(effects, np.searchsorted(effects.starts, labels), matrix @ effects.values)
    rows = np.vstack([matrix, weights @ matrix])
    return Aggregation((*labels.tolist(), OVERALL), rows, np.vstack([np.zeros((labels.size, share.size)), share]))


def _by(effects: CellEffects, key: IntArray, include: BoolArray) -> tuple[IntArray, FloatArray, FloatArray]:
    """Return the labels (M,), the size-weighted averages (M, K) of the included cells and their share offsets."""
    labels = np.unique(key[include])
    averages = [_weighted(effects, include & (key == label)) for label in labels]
    return labels, np.array([row for row, _ in averages]), np.array([share for _, share in averages])


def _with_plain_mean(labels: IntArray, rows: FloatArray, shares: FloatArray, counted: BoolArray) -> Aggregation:
    """Append the plain mean over the counted labels."""
    return Aggregation(
        (*labels.tolist(), OVERALL),
        np.vstack([rows, rows[counted].mean(axis=0)]),
        np.vstack([shares, shares[counted].mean(axis=0)]),
    )


def _weighted(effects: CellEffects, keep: BoolArray) -> tuple[FloatArray, FloatArray]:
    """Return the (K,) size-weighted average of the kept cells and its (C,) share offsets."""
    kept = np.flatnonzero(keep)
    weights, share = _shares(effects, effects.places[kept], effects.values[kept])
    row = np.zeros(len(effects.cells))
    row[kept] = weights
    return row, share


def _shares(effects: CellEffects, places: IntArray, values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return weights proportional to cohort size, and the (C,) influence of estimating those sizes.

    With p_k the share of item k's cohort and S their sum, unit i of cohort c contributes
    sum_k [(1{c = c_k} - p_k) / S - p_k / S^2 * sum_j (1{c = c_j} - p_j)] * value_k.
    """
    share = effects.sizes / effects.sizes.sum()
    taken = share[places]
    total = taken.sum()
    weights = taken / total
    member = np.arange(share.size)[:, None] == places[None, :]
    average = weights @ values
    numerator = (member - taken) @ values / total
    denominator = (member - taken).sum(axis=1) * average / total
    return weights, numerator - denominator
