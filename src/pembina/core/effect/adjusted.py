"""The families of estimates with covariates held fixed.

Their influence differs from unit to unit, so that only the large-sample method exists for them: with fewer units than
that method needs, covariates are refused rather than given an interval that is too narrow.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pembina.core.effect.aggregation import OVERALL
from pembina.core.effect.covariates import AdjustedEffects, adjusted_effects, cell_effects
from pembina.core.effect.estimation import Fitted
from pembina.core.effect.group_time import Cell
from pembina.core.effect.inference import (
    ANALYTIC_FROM,
    Estimate,
    Method,
    normal_intervals,
    simultaneous_quantile,
)
from pembina.core.effect.notes import Note, RefusedError
from pembina.core.effect.panel import Panel
from pembina.core.effect.parameters import ATT, AVERAGES
from pembina.core.effect.pretrend import NOT_TESTED, PreTrend, wald_test
from pembina.core.effect.question import Question
from pembina.core.text import Text


@dataclass(frozen=True)
class AdjustedEvidence:
    """A panel with covariates, and what is computed from it once (doubly robust, varying base)."""

    panel: Panel
    question: Question

    def __post_init__(self) -> None:
        """Refuse covariates that the number of units does not bear, or that leave nothing to compare with."""
        compared = self.panel.never in self.panel.cohorts or self.question.comparison == "not-yet"
        if self.panel.sizes.min() < ANALYTIC_FROM or not compared:
            raise _too_few_units(int(self.panel.sizes.min()))
        if not any(isinstance(cell, Cell) and cell.event_time >= 0 for cell in self.cells.labels):
            raise _no_overlap()

    @cached_property
    def cells(self) -> AdjustedEffects:
        """Every ATT(g, t) with the influence of each unit."""
        return adjusted_effects(self.panel, comparison=self.question.comparison)

    @cached_property
    def pretrend(self) -> PreTrend:
        """The Wald test on the cells before the start."""
        early = [
            place for place, cell in enumerate(self.cells.labels) if isinstance(cell, Cell) and cell.event_time < 0
        ]
        if not early or len(self.panel.units) <= len(early):
            return NOT_TESTED
        return wald_test(self.cells.values[early], self.cells.covariance[np.ix_(early, early)])

    @property
    def notes(self) -> tuple[Note, ...]:
        """Say which cells have no comparison with like covariates."""
        if not self.cells.skipped:
            return ()
        count = len(self.cells.skipped)
        message = Text(
            id=f"{count} pasangan gelombang-periode dilewati karena pembanding dengan kovariat serupa terlalu sedikit.",
            en=f"{count} wave-periods are skipped because too few units with similar covariates can be compared.",
        )
        return (Note("no_overlap", message),)

    def fitted(self, name: str) -> Fitted:
        """Return one family of estimates: SIMPLE, COHORT, CALENDAR, EVENT or ATT."""
        if name == ATT:
            return self._with_intervals(self.cells)
        place = np.searchsorted(self.panel.cohorts, self.panel.cohort).astype(np.int64)
        return self._with_intervals(self.cells.combined(AVERAGES[name](cell_effects(self.panel, self.cells)), place))

    def _with_intervals(self, effects: AdjustedEffects) -> Fitted:
        covariance = effects.covariance
        found = normal_intervals(effects.values, np.diagonal(covariance), self.question.confidence)
        members = [place for place, label in enumerate(effects.labels) if label != OVERALL]
        margin = np.full(effects.values.shape, np.nan)
        if members:
            inside = covariance[np.ix_(members, members)]
            quantile = simultaneous_quantile(
                inside,
                math.inf,
                confidence=self.question.confidence,
                draws=self.question.draws,
                seed=self.question.seed,
            )
            margin[members] = quantile * found.se[members]
        columns = np.column_stack(
            [effects.values, found.se, found.low, found.high, effects.values - margin, effects.values + margin, found.p]
        )
        estimates = (
            Estimate(value, se, low, high, band_low, band_high, p, Method.ANALYTIC)
            for value, se, low, high, band_low, band_high, p in columns.tolist()
        )
        return Fitted(effects.labels, tuple(estimates))


def _too_few_units(smallest: int) -> RefusedError:
    return RefusedError(
        "too_few_units_for_covariates",
        Text(
            id=f"Kovariat memerlukan sedikitnya {ANALYTIC_FROM} unit di setiap gelombang dan pembanding; "
            f"yang terkecil {smallest}.",
            en=f"Covariates need at least {ANALYTIC_FROM} units in every wave and in the comparison; "
            f"the smallest has {smallest}.",
        ),
        Text(id="Hitung tanpa kovariat, atau gabungkan gelombang.", en="Leave them out, or merge waves."),
    )


def _no_overlap() -> RefusedError:
    return RefusedError(
        "no_overlap",
        Text(
            id="Tidak ada periode setelah mulai yang mempunyai cukup pembanding dengan kovariat serupa.",
            en="No period after a start has enough units with similar covariates to compare with.",
        ),
        Text(
            id="Hitung tanpa kovariat, atau pilih kovariat yang nilainya juga dimiliki pembanding.",
            en="Leave the covariates out, or choose ones whose values the comparison shares.",
        ),
    )
