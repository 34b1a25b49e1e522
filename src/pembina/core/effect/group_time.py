"""Group-time effects ATT(g, t): the effect in period t on the cohort that started in g.

Callaway & Sant'Anna (2021), Journal of Econometrics 225, equation 2.8 (no covariates), with the never-treated or the
not-yet-treated as comparison.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.effect.contrasts import Contrasts
from pembina.core.effect.moments import Moments

Comparison = Literal["never", "not-yet"]
BasePeriod = Literal["varying", "universal"]


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """The effect of one cohort in one period, both as indices into the panel's periods."""

    cohort: int
    period: int

    @property
    def event_time(self) -> int:
        """Periods since the start; negative before it."""
        return self.period - self.cohort


def group_time_effects(
    moments: Moments, *, comparison: Comparison = "not-yet", base: BasePeriod = "varying"
) -> Contrasts:
    """Return the contrasts of every ATT(g, t) that has a comparison; labels are ``Cell``.

    ``base`` decides what periods before the start are compared with: the period just before each (varying, as in the
    published tables) or the last one before the start (universal, as a chart of a trend needs it).
    """
    grid = _Grid.of(moments, comparison, base)
    rows, shares = np.arange(grid.place.size), grid.shares
    change = np.zeros((rows.size, moments.features.count))
    for columns, coefficient in zip(grid.columns.T, grid.coefficients, strict=True):
        change[rows, columns] += coefficient
    parts = -shares
    parts[rows, grid.place] += 1.0
    weights = parts[:, :, None] * change[:, None, :]
    cells = zip(moments.starts[grid.place].tolist(), grid.later.tolist(), strict=True)
    return Contrasts(tuple(Cell(*cell) for cell in cells), weights, grid.offsets(moments, shares))


@dataclass(frozen=True, slots=True)
class _Grid:
    """All defined cells at once.

    place, later : (K,) position of the cohort and the period compared
    columns, coefficients : (K, J) and (J,) the change from the base period in the columns of the moments
    support : (K, C) units observed in both periods, zero outside the cohort's comparison
    """

    place: IntArray
    later: IntArray
    columns: IntArray
    coefficients: FloatArray
    support: FloatArray

    @classmethod
    def of(cls, moments: Moments, comparison: Comparison, base: BasePeriod) -> "_Grid":
        starts, periods = moments.starts, moments.features.periods
        treated = np.flatnonzero((starts > 0) & (starts < periods))
        place, later = (axis.ravel() for axis in np.meshgrid(treated, np.arange(periods), indexing="ij"))
        cohort = starts[place]
        before = np.where((later < cohort) & (base == "varying"), later - 1, cohort - 1)
        some = (before >= 0) & (before != later)
        place, later, before, cohort = place[some], later[some], before[some], cohort[some]
        columns, coefficients = moments.features.differences(before, later)
        seen = moments.counts.T[columns].min(axis=1)
        pool = _pool(starts, cohort, np.maximum(before, later), comparison, periods)
        support = np.where(pool, seen, 0.0)
        defined = (seen[np.arange(place.size), place] > 0) & (support.sum(axis=1) > 0)
        return cls(place[defined], later[defined], columns[defined], coefficients, support[defined])

    @property
    def shares(self) -> FloatArray:
        """(K, C) weight of each cohort in the comparison, in proportion to its observed units."""
        shares: FloatArray = self.support / self.support.sum(axis=1, keepdims=True)
        return shares

    def offsets(self, moments: Moments, shares: FloatArray) -> FloatArray:
        """Return (K, C) the influence by which pooled cohorts differ from their common mean.

        Where cells are missing only the units observed contribute, hence the root of their share.
        """
        drift = (moments.means.T[self.columns] * self.coefficients[:, None]).sum(axis=1)
        distance = drift - (shares * drift).sum(axis=1, keepdims=True)
        scale = np.sqrt(self.support / moments.sizes) / self.support.sum(axis=1, keepdims=True)
        offsets: FloatArray = -moments.units * distance * scale
        return offsets


def _pool(starts: IntArray, cohort: IntArray, until: IntArray, comparison: Comparison, never: int) -> BoolArray:
    """Return (K, C) which cohorts each cell is compared with: never treated, or not yet by ``until``."""
    if comparison == "never":
        return np.broadcast_to(starts == never, (cohort.size, starts.size))
    waiting: BoolArray = (starts > until[:, None]) & (starts != cohort[:, None])
    return waiting
