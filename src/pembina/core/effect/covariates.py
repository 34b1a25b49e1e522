"""Group-time effects that hold covariates fixed: outcome regression and the doubly robust estimator.

Sant'Anna & Zhao (2020), Journal of Econometrics 219, with a logit propensity score and linear outcome change; the
covariates are the units' own and do not change over time. Influence functions are kept unit by unit, because with
covariates they no longer depend on the cohort alone.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from pembina.core.effect.aggregation import Aggregation, CellEffects
from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.effect.group_time import Cell, Comparison
from pembina.core.effect.inference import ANALYTIC_FROM
from pembina.core.effect.logit import SeparatedError, logit_fit
from pembina.core.effect.panel import Panel

Adjustment = Literal["doubly-robust", "regression"]
HIGHEST_SCORE = 1 - 1e-6
TRIMMED_SCORE = 0.995


@dataclass(frozen=True)
class AdjustedEffects:
    """Values of K parameters with the influence of each unit.

    Attributes
    ----------
    labels : K names, ``Cell`` for group-time effects
    values : (K,) estimates
    influence : (n, K); the covariance is ``influence.T @ influence / n**2``
    skipped : cells without a usable comparison (too few units for the covariates, or no overlap)
    """

    labels: tuple[Hashable, ...]
    values: FloatArray
    influence: FloatArray
    skipped: tuple[Cell, ...] = ()

    @property
    def covariance(self) -> FloatArray:
        """(K, K) analytic covariance."""
        return self.influence.T @ self.influence / len(self.influence) ** 2

    def combined(self, averages: Aggregation, cohort_place: IntArray) -> "AdjustedEffects":
        """Return averages of these parameters; ``cohort_place`` (n,) is the position of each unit's cohort."""
        influence = self.influence @ averages.matrix.T + averages.share_offsets.T[cohort_place]
        return AdjustedEffects(averages.labels, averages.matrix @ self.values, influence, self.skipped)


def adjusted_effects(
    panel: Panel, *, comparison: Comparison = "not-yet", adjustment: Adjustment = "doubly-robust"
) -> AdjustedEffects:
    """Return every ATT(g, t) with the panel's covariates held fixed; periods before the start use the varying base."""
    cells, skipped, values, influence = [], [], [], []
    for cell in _cells(panel):
        try:
            value, share = _cell_effect(panel, cell, comparison, adjustment)
        except (SeparatedError, np.linalg.LinAlgError):
            skipped.append(cell)
            continue
        cells.append(cell)
        values.append(value)
        influence.append(share)
    matrix = np.array(influence).T if influence else np.empty((len(panel.units), 0))
    return AdjustedEffects(tuple(cells), np.array(values), matrix, tuple(skipped))


def cell_effects(panel: Panel, effects: AdjustedEffects) -> CellEffects:
    """Return the cells in the form aggregations take."""
    cells = tuple(label for label in effects.labels if isinstance(label, Cell))
    return CellEffects(cells, effects.values, np.asarray(panel.cohorts, dtype=np.int64), panel.sizes)


def _cells(panel: Panel) -> list[Cell]:
    return [Cell(cohort, period) for cohort in panel.treated_cohorts for period in range(1, len(panel.periods))]


def _cell_effect(panel: Panel, cell: Cell, comparison: Comparison, adjustment: Adjustment) -> tuple[float, FloatArray]:
    """Return ATT(g, t) and its (n,) influence over all units of the panel."""
    base = cell.period - 1 if cell.event_time < 0 else cell.cohort - 1
    treated = panel.cohort == cell.cohort
    compared = panel.cohort == panel.never if comparison == "never" else panel.cohort > max(base, cell.period)
    both = panel.observed[:, base] & panel.observed[:, cell.period]
    if min(int((treated & both).sum()), int((compared & ~treated & both).sum())) < ANALYTIC_FROM:
        raise SeparatedError
    used = (treated | compared) & both
    design = np.column_stack([np.ones(int(used.sum())), panel.covariates[used]])
    change = panel.outcome[used, cell.period] - panel.outcome[used, base]
    estimator = _doubly_robust if adjustment == "doubly-robust" else _regression
    value, part = estimator(change, treated[used], design)
    influence = np.zeros(len(panel.units))
    influence[used] = part * len(panel.units) / part.size
    return value, influence


def _outcome_model(change: FloatArray, treated: BoolArray, design: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return (m,) residuals from the comparison's regression, and (m, P) the influence on its coefficients."""
    untreated = design[~treated]
    if not treated.any() or np.linalg.matrix_rank(untreated) < design.shape[1]:
        raise SeparatedError
    inverse = np.linalg.inv(untreated.T @ untreated / len(design))
    residual = change - design @ (inverse @ (untreated.T @ change[~treated]) / len(design))
    return residual, ((~treated * residual)[:, None] * design) @ inverse


def _regression(change: FloatArray, treated: BoolArray, design: FloatArray) -> tuple[float, FloatArray]:
    """Return the outcome-regression effect and its (m,) influence."""
    residual, coefficients = _outcome_model(change, treated, design)
    weight = treated / treated.mean()
    value = float((weight * residual).mean())
    return value, weight * (residual - value) - coefficients @ (weight @ design / len(design))


def _doubly_robust(change: FloatArray, treated: BoolArray, design: FloatArray) -> tuple[float, FloatArray]:
    """Return the doubly robust effect and its (m,) influence."""
    residual, coefficients = _outcome_model(change, treated, design)
    fit = logit_fit(treated, design)
    score = np.minimum(fit.probability, HIGHEST_SCORE)
    odds = np.where(treated | (score >= TRIMMED_SCORE), 0.0, score / (1.0 - score))
    own, other = treated / treated.mean(), odds / odds.mean()
    gain, drift = float((own * residual).mean()), float((other * residual).mean())
    by_score = fit.influence @ ((other * (residual - drift)) @ design / len(design))
    by_outcome = coefficients @ ((own - other) @ design / len(design))
    return gain - drift, own * (residual - gain) - other * (residual - drift) - by_score - by_outcome
