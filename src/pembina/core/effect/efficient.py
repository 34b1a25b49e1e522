"""The efficient estimator where the order of the waves was drawn by lot.

Roth & Sant'Anna (2023), Journal of Political Economy Microeconomics 1. With random timing the cohorts differ before
the start only by accident, so the difference X before the start need not be subtracted in full: the estimate is
``theta_0 - beta * X`` with theta_0 the comparison of the cohorts after the start and beta chosen to make the variance
smallest, ``Cov(theta_0, X) / Var(X)``. beta = 1 is Callaway & Sant'Anna with the not-yet-treated, beta = 0 the plain
difference of means. X is one number per parameter: the same comparison in the last period before the start.
"""

from collections.abc import Hashable
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np

from pembina.core.effect import aggregation
from pembina.core.effect.aggregation import CellEffects
from pembina.core.effect.arrays import BoolArray, FloatArray
from pembina.core.effect.contrasts import Contrasts
from pembina.core.effect.group_time import Cell, group_time_effects
from pembina.core.effect.inference import ANALYTIC_FROM
from pembina.core.effect.moments import CohortMoments, Moments
from pembina.core.effect.parameters import AVERAGES, SIMPLE, Parameters, averaged_cells


@dataclass(frozen=True)
class Halves:
    """K comparisons after the start, and the same before it.

    Attributes
    ----------
    after : (K, C, T) weights of theta_0
    before : (K, C, T) weights of X
    cells : (K, C, T) treated cells each measures
    """

    labels: tuple[Hashable, ...]
    after: FloatArray
    before: FloatArray
    cells: BoolArray

    def adjusted(self, beta: FloatArray) -> Parameters:
        """Return the parameters ``theta_0 - beta * X``; ``beta`` (K,)."""
        weights = self.after - beta[:, None, None] * self.before
        return Parameters(Contrasts(self.labels, weights, np.zeros(weights.shape[:2])), self.cells)


def halves_of(levels: Moments) -> dict[str, Halves]:
    """Return the two halves of every family; ``levels`` are moments of the T period levels."""
    every = group_time_effects(levels, comparison="not-yet")
    started = [place for place, cell in enumerate(every.labels) if isinstance(cell, Cell) and cell.event_time >= 0]
    att = every.select(started)
    cells = tuple(label for label in att.labels if isinstance(label, Cell))
    row, period = np.arange(len(cells)), [cell.period for cell in cells]
    after = np.zeros_like(att.weights)
    after[row, :, period] = att.weights[row, :, period]
    own = np.zeros(after.shape, dtype=bool)
    own[row, np.searchsorted(levels.starts, [cell.cohort for cell in cells]), period] = True
    base = Halves(cells, after, after - att.weights, own)
    effects = CellEffects(cells, att.estimates(levels), levels.starts, levels.sizes)
    return {name: _averaged(base, average(effects)) for name, average in AVERAGES.items()}


def _averaged(base: Halves, average: aggregation.Aggregation) -> Halves:
    after, before = (np.tensordot(average.matrix, half, axes=1) for half in (base.after, base.before))
    return Halves(average.labels, after, before, averaged_cells(base.cells, average))


def best_adjustment(halves: Halves, levels: Moments, effect: float) -> FloatArray:
    """Return (K,) the variance-minimising beta; 1 where X does not vary.

    Parameters
    ----------
    effect : a first estimate, taken off the treated cells where the cohorts' covariances are pooled
    """
    together, alone = np.zeros(len(halves.labels)), np.zeros(len(halves.labels))
    for place, covariance in enumerate(mean_covariances(levels, effect)):
        after, before = halves.after[:, place], halves.before[:, place]
        together += np.einsum("kt,tu,ku->k", after, covariance, before)
        alone += np.einsum("kt,tu,ku->k", before, covariance, before)
    return np.divide(together, alone, out=np.ones_like(together), where=alone > 0)


def mean_covariances(levels: Moments, effect: float) -> FloatArray:
    """Return (C, T, T) covariances of the cohort means for choosing beta.

    From each cohort's own covariance if all have enough units, as in the paper. Otherwise from the covariance of all
    units around their common mean once the effect is taken off: that of a handful of units would chase noise, and this
    one does not depend on which unit got which wave, so that beta is the same under every re-assignment.
    """
    if int(levels.sizes.min()) >= ANALYTIC_FROM:
        return np.array([cohort.covariance_of_mean(corrected=True) for cohort in levels.cohorts])
    treated = np.arange(levels.features.periods)[None, :] >= levels.starts[:, None]
    untreated = (
        replace(cohort, mean=cohort.mean - effect * started)
        for cohort, started in zip(levels.cohorts, treated, strict=True)
    )
    everyone = reduce(CohortMoments.merged, untreated)
    spread = everyone.scatter / np.maximum(everyone.common - 1, 1.0)
    return np.array([spread * _overlap(cohort.common) for cohort in levels.cohorts])


def _overlap(common: FloatArray) -> FloatArray:
    """Return n_tu / (n_t n_u): what turns a covariance of units into one of means when cells are missing."""
    count = np.maximum(np.diagonal(common), 1.0)
    overlap: FloatArray = common / np.outer(count, count)
    return overlap


def efficient_parameters(levels: Moments) -> dict[str, Parameters]:
    """Return the efficient parameters of every family at the plug-in beta."""
    halves = halves_of(levels)
    first = float(halves[SIMPLE].adjusted(np.ones(1)).contrasts.estimates(levels)[0])
    return {name: half.adjusted(best_adjustment(half, levels, first)) for name, half in halves.items()}
