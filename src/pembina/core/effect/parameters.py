"""The parameters of an evaluation, by family, and the treated cells each of them measures."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import cast

import numpy as np

from pembina.core.effect import aggregation
from pembina.core.effect.aggregation import Aggregation, CellEffects
from pembina.core.effect.arrays import BoolArray, IntArray
from pembina.core.effect.contrasts import Contrasts
from pembina.core.effect.group_time import Cell, Comparison, group_time_effects
from pembina.core.effect.moments import Moments
from pembina.core.effect.reassignment import Functionals

SIMPLE, COHORT, CALENDAR, EVENT, ATT = "simple", "cohort", "calendar", "event", "att"
AVERAGES: dict[str, Callable[[CellEffects], Aggregation]] = {
    SIMPLE: aggregation.simple,
    COHORT: aggregation.by_cohort,
    CALENDAR: aggregation.by_calendar,
    EVENT: aggregation.by_event_time,
}


@dataclass(frozen=True)
class Parameters:
    """K parameters of one kind.

    Attributes
    ----------
    contrasts : how each is computed from the cohort means
    cells : (K, C, T) which cells of which cohorts each parameter measures
    """

    contrasts: Contrasts
    cells: BoolArray

    @property
    def labels(self) -> tuple[Hashable, ...]:
        """Names of the K parameters."""
        return self.contrasts.labels

    def carrying(self, moments: Moments) -> IntArray:
        """(K, C) units of each cohort behind each parameter: those observed where most of them are; 0 if unused.

        Without missing cells that is the size of the cohort; for a single cell exactly the units observed in it.
        """
        used = self.contrasts.weights != 0
        if (moments.counts == moments.sizes[:, None]).all():
            return np.where(used.any(axis=2), moments.sizes, 0)
        units: IntArray = np.where(used, moments.counts, 0.0).max(axis=2, initial=0.0).astype(np.int64)
        return units

    def treated_units(self, moments: Moments) -> IntArray:
        """(K,) units whose own cells each parameter measures."""
        units: IntArray = (self.cells.any(axis=2) * self.carrying(moments)).sum(axis=1)
        return units

    def comparison_units(self, moments: Moments, comparison: Comparison) -> int:
        """Return how many units the first parameter compares with, counting those that join later."""
        first = int(np.flatnonzero(self.cells[0].any(axis=0))[0])
        never = moments.starts == moments.features.periods
        waiting = never if comparison == "never" else moments.starts > first
        return int(self.carrying(moments)[0, waiting].sum())

    def smallest_carrier(self, moments: Moments) -> IntArray:
        """(K,) units of the smallest cohort each parameter rests on."""
        units = self.carrying(moments)
        smallest: IntArray = np.where(units > 0, units, np.iinfo(np.int64).max).min(axis=1)
        return smallest

    def after_start(self, moments: Moments) -> BoolArray:
        """(K,) whether the cells each parameter measures are treated; they are either all treated or all not."""
        return np.asarray((self.cells & _treated_cells(moments)).any(axis=(1, 2)))

    def functionals(self, moments: Moments) -> Functionals:
        """Return what randomisation inference asks: the weights, and effects of one in own and in all treated cells."""
        features = moments.features
        treated = _treated_cells(moments)
        own = features.matrix(self.cells.reshape(-1, features.periods).astype(np.float64))
        weights = self.contrasts.weights
        return Functionals(weights, own.reshape(weights.shape), features.matrix(treated.astype(np.float64)))


def family_of(moments: Moments, comparison: Comparison, name: str) -> Parameters:
    """Return one family: SIMPLE, COHORT, CALENDAR, EVENT or ATT."""
    return families_of(moments, comparison, (name,))[name]


def families_of(moments: Moments, comparison: Comparison, names: tuple[str, ...]) -> dict[str, Parameters]:
    """Return the named families of a panel's moments; empty ones where no effect can be compared."""
    att = group_time_effects(moments, comparison=comparison)
    base = parameters_of(att, moments)
    cells = tuple(cast(Cell, label) for label in att.labels)
    effects = CellEffects(cells, att.estimates(moments), moments.starts, moments.sizes)
    return {name: base if name == ATT else averaged(base, AVERAGES[name](effects)) for name in names}


def parameters_of(att: Contrasts, moments: Moments) -> Parameters:
    """Return group-time effects, each measuring its own cell."""
    cells = tuple(cast(Cell, label) for label in att.labels)
    return Parameters(att, _own_cells(moments, cells))


def averaged(base: Parameters, average: Aggregation) -> Parameters:
    """Return the averages of the base parameters, measuring the union of the cells they average."""
    contrasts = base.contrasts.combined(average.labels, average.matrix, average.share_offsets)
    return Parameters(contrasts, averaged_cells(base.cells, average))


def averaged_cells(cells: BoolArray, average: Aggregation) -> BoolArray:
    """Return (M, C, T) the cells each average measures, of (K, C, T) parameters that measure one cell each."""
    own = cells.reshape(len(cells), -1).argmax(axis=1)
    union = np.zeros((len(average.labels), cells[0].size), dtype=bool)
    union[:, own] = average.matrix != 0
    return union.reshape(-1, *cells.shape[1:])


def _treated_cells(moments: Moments) -> BoolArray:
    """(C, T) whether the cohort has started."""
    treated: BoolArray = np.arange(moments.features.periods)[None, :] >= moments.starts[:, None]
    return treated


def _own_cells(moments: Moments, cells: tuple[Cell, ...]) -> BoolArray:
    own = np.zeros((len(cells), len(moments.cohorts), moments.features.periods), dtype=bool)
    places = np.searchsorted(moments.starts, [cell.cohort for cell in cells])
    own[np.arange(len(cells)), places, [cell.period for cell in cells]] = True
    return own
