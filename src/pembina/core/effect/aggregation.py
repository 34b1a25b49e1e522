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
    rows, offsets = _weighted(effects, (effects.event_time >= 0)[None, :])
    return Aggregation((OVERALL,), rows, offsets)


def by_event_time(effects: CellEffects) -> Aggregation:
    """Average by periods since the start; overall is the plain mean of those at or after the start."""
    labels = np.unique(effects.event_time)
    rows, offsets = _weighted(effects, effects.event_time == labels[:, None])
    return _with_plain_mean(labels, rows, offsets, labels >= 0)


def by_calendar(effects: CellEffects) -> Aggregation:
    """Average over the cohorts started by each period; overall is the plain mean over the periods."""
    started = effects.event_time >= 0
    labels = np.unique(effects.period[started])
    rows, offsets = _weighted(effects, (effects.period == labels[:, None]) & started)
    return _with_plain_mean(labels, rows, offsets, np.ones(labels.size, dtype=bool))


def by_cohort(effects: CellEffects) -> Aggregation:
    """Average over the treated periods of each cohort; overall weighs cohorts by size."""
    started = effects.event_time >= 0
    labels = np.unique(effects.cohort[started])
    rows = ((effects.cohort == labels[:, None]) & started).astype(np.float64)
    rows /= rows.sum(axis=1, keepdims=True)
    places = np.searchsorted(effects.starts, labels).astype(np.int64)
    weights, offsets = _by_size(np.ones((1, labels.size)), rows @ effects.values, places, effects.sizes)
    fixed = np.zeros((labels.size, effects.sizes.size))
    return Aggregation((*labels.tolist(), OVERALL), np.vstack([rows, weights @ rows]), np.vstack([fixed, offsets]))


def _with_plain_mean(labels: IntArray, rows: FloatArray, offsets: FloatArray, counted: BoolArray) -> Aggregation:
    """Append the plain mean over the counted labels."""
    return Aggregation(
        (*labels.tolist(), OVERALL),
        np.vstack([rows, rows[counted].mean(axis=0)]),
        np.vstack([offsets, offsets[counted].mean(axis=0)]),
    )


def _weighted(effects: CellEffects, chosen: BoolArray) -> tuple[FloatArray, FloatArray]:
    """Return (M, K) size-weighted averages of the cells chosen in each row, and their (M, C) share offsets."""
    return _by_size(chosen.astype(np.float64), effects.values, effects.places, effects.sizes)


def _by_size(
    chosen: FloatArray, values: FloatArray, places: IntArray, sizes: IntArray
) -> tuple[FloatArray, FloatArray]:
    """Return weights proportional to cohort size, and the influence of estimating those sizes.

    With p_k the share of item k's cohort and S the sum over the chosen, unit i of cohort c contributes
    sum_k [(1{c = c_k} - p_k) / S - p_k / S^2 * sum_j (1{c = c_j} - p_j)] * value_k.

    Parameters
    ----------
    chosen : (M, K) 1 for the items of each average, else 0
    values, places : (K,) value of each item and position of its cohort
    sizes : (C,) units of each cohort
    """
    share = (sizes / sizes.sum())[places]
    member = (places[:, None] == np.arange(sizes.size)).astype(np.float64)
    total = (chosen @ share)[:, None]
    weights = chosen * share / total
    average = (weights @ values)[:, None]
    numerator = (chosen * values) @ member - total * average
    denominator = (chosen @ member - total) * average
    return weights, (numerator - denominator) / total
