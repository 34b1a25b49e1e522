"""Averages of group-time effects: simple, by cohort, by calendar time, by time since the start.

Callaway & Sant'Anna (2021), section 3. Cohort shares are estimated, which adds to the influence function (their
corollary 2); that part is constant within a cohort and goes into ``share_offsets``.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from pembina.core.effect.arrays import FloatArray, IntArray
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

    @property
    def places(self) -> IntArray:
        """(K,) position of each cell's cohort."""
        return np.searchsorted(self.starts, [cell.cohort for cell in self.cells]).astype(np.int64)


def simple(effects: CellEffects) -> Aggregation:
    """Average over all treated cohort-periods, weighted by cohort size: the effect of a unit-period on average."""
    row, share = _weighted(effects, [cell.event_time >= 0 for cell in effects.cells])
    return Aggregation((OVERALL,), row[None, :], share[None, :])


def by_event_time(effects: CellEffects) -> Aggregation:
    """Average by periods since the start; overall is the plain mean of those at or after the start."""
    return _by(effects, lambda cell: cell.event_time, include=lambda cell: True, overall=lambda label: label >= 0)


def by_calendar(effects: CellEffects) -> Aggregation:
    """Average over the cohorts started by each period; overall is the plain mean over the periods."""
    return _by(effects, lambda cell: cell.period, include=lambda cell: cell.event_time >= 0, overall=lambda label: True)


def by_cohort(effects: CellEffects) -> Aggregation:
    """Average over the treated periods of each cohort; overall weighs cohorts by size."""
    started = [cell for cell in effects.cells if cell.event_time >= 0]
    labels = sorted({cell.cohort for cell in started})
    matrix = np.array(
        [[float(cell.event_time >= 0 and cell.cohort == label) for cell in effects.cells] for label in labels]
    )
    matrix /= matrix.sum(axis=1, keepdims=True)
    places = np.searchsorted(effects.starts, labels)
    weights, share = _shares(effects, places, matrix @ effects.values)
    rows = np.vstack([matrix, weights @ matrix])
    return Aggregation((*labels, OVERALL), rows, np.vstack([np.zeros((len(labels), share.size)), share]))


def _by(
    effects: CellEffects,
    key: Callable[[Cell], int],
    *,
    include: Callable[[Cell], bool],
    overall: Callable[[int], bool],
) -> Aggregation:
    """Average the included cells by key, and their plain mean over the labels that count overall."""
    labels = sorted({key(cell) for cell in effects.cells if include(cell)})
    rows, shares = zip(
        *(_weighted(effects, [include(cell) and key(cell) == label for cell in effects.cells]) for label in labels),
        strict=True,
    )
    counted = [place for place, label in enumerate(labels) if overall(label)]
    matrix, offsets = np.array(rows), np.array(shares)
    return Aggregation(
        (*labels, OVERALL),
        np.vstack([matrix, matrix[counted].mean(axis=0)]),
        np.vstack([offsets, offsets[counted].mean(axis=0)]),
    )


def _weighted(effects: CellEffects, keep: Sequence[bool]) -> tuple[FloatArray, FloatArray]:
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
