"""Group-time effects ATT(g, t): the effect in period t on the cohort that started in g.

Callaway & Sant'Anna (2021), Journal of Econometrics 225, equation 2.8 (no covariates), with the never-treated or the
not-yet-treated as comparison.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray
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
    built = [
        row
        for place, cohort in enumerate(moments.starts.tolist())
        if 0 < cohort < moments.features.periods
        for later in range(moments.features.periods)
        if (row := _cell(moments, place, later, comparison, base)) is not None
    ]
    shape = (0, len(moments.cohorts), moments.features.count)
    weights = np.array([row.weights for row in built]).reshape(-1, *shape[1:])
    offsets = np.array([row.offsets for row in built]).reshape(-1, shape[1])
    return Contrasts(tuple(row.cell for row in built), weights, offsets)


@dataclass(frozen=True, slots=True)
class _Row:
    cell: Cell
    weights: FloatArray
    offsets: FloatArray


def _cell(moments: Moments, place: int, later: int, comparison: Comparison, base: BasePeriod) -> _Row | None:
    """Return the contrast of one cohort and period, or None where it is undefined."""
    cohort = int(moments.starts[place])
    before = later - 1 if later < cohort and base == "varying" else cohort - 1
    if before < 0 or before == later:
        return None
    change = moments.features.difference(before, later)
    support = np.min([moments.counts[:, column] for column, _ in change], axis=0)
    pool = _pool(moments, place, max(before, later), comparison) & (support > 0)
    if support[place] == 0 or not pool.any():
        return None
    shares = np.where(pool, support, 0.0) / support[pool].sum()
    weights = np.zeros((len(moments.cohorts), moments.features.count))
    for column, coefficient in change:
        weights[place, column] += coefficient
        weights[:, column] -= shares * coefficient
    return _Row(Cell(cohort, later), weights, _pool_offsets(moments, change, support, shares))


def _pool(moments: Moments, place: int, until: int, comparison: Comparison) -> BoolArray:
    """Return (C,) which cohorts are the comparison: never treated, or not yet by period ``until``."""
    never: BoolArray = moments.starts == moments.features.periods
    if comparison == "never":
        return never
    waiting: BoolArray = moments.starts > until
    waiting[place] = False
    return waiting


def _pool_offsets(
    moments: Moments, change: tuple[tuple[int, float], ...], support: FloatArray, shares: FloatArray
) -> FloatArray:
    """Return (C,) the part of the influence function by which pooled cohorts differ from their common mean.

    Where cells are missing only the units observed contribute, hence the root of their share.
    """
    drift = np.zeros(len(shares))
    for column, coefficient in change:
        drift += coefficient * moments.means[:, column]
    distance = np.where(shares > 0, drift - shares @ drift, 0.0)
    observed = support[shares > 0].sum()
    offsets: FloatArray = -moments.units / observed * distance * np.sqrt(support / moments.sizes)
    return offsets
