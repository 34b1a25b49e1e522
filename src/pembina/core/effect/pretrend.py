"""The joint test that cohorts moved alike before they started.

With many units per tested period it is the Wald test on all ATT(g, t) before the start, as R's `did` prints it. With
fewer, that test rejects far too often, so that only the last few periods before the start are tested, averaged over the
cohorts, with the design-based covariance and an F reference (Hotelling).
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from pembina.core.effect import aggregation
from pembina.core.effect.arrays import FloatArray
from pembina.core.effect.contrasts import Contrasts
from pembina.core.effect.distributions import chi_square_survival, f_survival
from pembina.core.effect.group_time import Cell
from pembina.core.effect.moments import Moments

UNITS_PER_CELL = 50
MOST_LEADS = 6
SINGULAR = 1e-10


@dataclass(frozen=True, slots=True)
class PreTrend:
    """A joint test of no movement before the start; ``p`` is NaN where nothing can be tested."""

    statistic: float
    degrees: int
    p: float
    method: Literal["cells", "leads", "none"]


NOT_TESTED = PreTrend(float("nan"), 0, float("nan"), "none")


def pretrend_test(moments: Moments, cells: Contrasts) -> PreTrend:
    """Test the periods before the start; ``cells`` are group-time contrasts with the varying base."""
    before = [place for place, cell in enumerate(cells.labels) if isinstance(cell, Cell) and cell.event_time < 0]
    if not before:
        return NOT_TESTED
    if moments.units >= UNITS_PER_CELL * len(before):
        early = cells.select(before)
        return wald_test(early.estimates(moments), early.analytic_covariance(moments))
    leads = last_leads(moments, cells)
    return _hotelling(moments, leads)


def wald_test(values: FloatArray, covariance: FloatArray) -> PreTrend:
    """Return the Wald test that K values are zero, against chi-square with K degrees."""
    statistic = _quadratic(values, covariance)
    return PreTrend(statistic, values.size, chi_square_survival(statistic, values.size), "cells")


def last_leads(moments: Moments, cells: Contrasts) -> Contrasts:
    """Return the contrasts of the last periods before the start, averaged over cohorts, as many as the units bear."""
    labels = tuple(cell for cell in cells.labels if isinstance(cell, Cell))
    effects = aggregation.CellEffects(labels, cells.estimates(moments), moments.starts, moments.sizes)
    averages = aggregation.by_event_time(effects)
    events = cells.combined(averages.labels, averages.matrix, averages.share_offsets)
    leads = [place for place, label in enumerate(events.labels) if isinstance(label, int) and label < 0]
    bearable = max(1, min(MOST_LEADS, (moments.units - len(moments.cohorts)) // 4))
    return events.select(leads[-bearable:])


def _hotelling(moments: Moments, leads: Contrasts) -> PreTrend:
    """Return the F test of the leads with n - C degrees behind the covariance."""
    covariance = leads.cohort_covariances(moments).sum(axis=0)
    freedom, tested = moments.units - len(moments.cohorts), len(leads.labels)
    if np.isnan(covariance).any() or freedom <= tested:
        return NOT_TESTED
    statistic = _quadratic(leads.estimates(moments), covariance)
    scaled = statistic * (freedom - tested + 1) / (freedom * tested)
    return PreTrend(statistic, tested, f_survival(scaled, tested, freedom - tested + 1), "leads")


def _quadratic(values: FloatArray, covariance: FloatArray) -> float:
    """Return v' V^-1 v on the directions in which V is not singular."""
    scale = np.sqrt(np.maximum(np.diag(covariance), np.finfo(float).tiny))
    spread, axes = np.linalg.eigh(covariance / np.outer(scale, scale))
    along = axes.T @ (values / scale)
    kept = spread > SINGULAR * spread[-1]
    return float((along[kept] ** 2 / spread[kept]).sum())
