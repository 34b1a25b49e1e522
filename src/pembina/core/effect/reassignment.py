"""The estimates under each assignment of waves that could have been.

The cohort means are formed once for all parameters. Counts of units are whole numbers below 2**24, exact in single
precision, which halves the cost of the largest product.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pembina.core.effect.arrays import FloatArray, IntArray, LabelArray

CountArray = NDArray[np.float32]
CHUNK_CELLS = 4_000_000


@dataclass(frozen=True)
class Functionals:
    """K linear functionals of C cohort means over F columns, and the treated cells they look at.

    Attributes
    ----------
    weights : (K, C, F) coefficients of the cohort means
    own : (K, C, F) an effect of one in the cells each functional measures, in the columns of the means: -1, 0 or 1
    treated : (C, F) an effect of one in all treated cells; zero throughout where nobody asks for it
    """

    weights: FloatArray
    own: FloatArray
    treated: FloatArray

    def of_columns(self, kept: NDArray[np.bool_]) -> "Functionals":
        """Return the same on some of the columns; ``kept`` is (F,)."""
        return Functionals(self.weights[:, :, kept], self.own[:, :, kept], self.treated[:, kept])


@dataclass(frozen=True)
class Reassigned:
    """K estimates under R assignments; NaN where an assignment leaves a comparison without an observation.

    Attributes
    ----------
    outcome : (R, K) estimate from the outcomes as they are
    own : (R, K) the same functional applied to an effect of one in the parameter's own treated cells
    treated : (R, K) the same functional applied to an effect of one in all treated cells
    """

    outcome: FloatArray
    own: FloatArray
    treated: FloatArray

    def split(self, sizes: Sequence[int]) -> "list[Reassigned]":
        """Return consecutive groups of the K estimates, of the given sizes."""
        ends = np.cumsum(sizes)[:-1]
        parts = (np.split(values, ends, axis=1) for values in (self.outcome, self.own, self.treated))
        return [Reassigned(*group) for group in zip(*parts, strict=True)]


def reassigned_estimates(
    columns: FloatArray, functionals: Functionals, labels: LabelArray, *, chunk: int = CHUNK_CELLS
) -> Reassigned:
    """Return the estimates under each assignment, keeping the means of only some assignments at a time.

    Parameters
    ----------
    columns : (n, F) columns of each unit, NaN where missing
    labels : (R, n) assignments, row 0 the observed one
    """
    used = (functionals.weights != 0).any(axis=(0, 1))
    order = np.argsort(labels[0], kind="stable")
    means = _Means.of(columns[order][:, used], labels[0][order], functionals.of_columns(used))
    cohorts = functionals.weights.shape[1]
    step = max(1, chunk // (cohorts * (len(columns) + cohorts * int(used.sum()))))
    parts = [means.estimates(labels[first : first + step, order]) for first in range(0, len(labels), step)]
    return Reassigned(*(np.vstack(part) for part in zip(*parts, strict=True)))


@dataclass(frozen=True)
class _OwnCells:
    """Where the own cells of one functional are seen.

    columns, weights : (F',) columns, and (F', C) weights of the functional there
    effects : for each observed cohort its place, the places among ``columns`` it is seen in, and the effect in each
    """

    columns: IntArray
    weights: FloatArray
    effects: tuple[tuple[int, IntArray, CountArray], ...]

    @classmethod
    def of(cls, weights: FloatArray, own: FloatArray) -> "_OwnCells":
        """Return them of (C, F) weights and (C, F) own cells."""
        seen = (own != 0) & (weights != 0).any(axis=0)
        columns = np.flatnonzero(seen.any(axis=0))
        effects = []
        for origin in np.flatnonzero(seen.any(axis=1)).tolist():
            places = np.flatnonzero(seen[origin, columns])
            effects.append((origin, places, own[origin, columns[places], None, None].astype(np.float32)))
        return cls(columns, weights[:, columns].T, tuple(effects))

    def added(self, by_origin: CountArray, present: FloatArray) -> FloatArray:
        """Return (r,) what an effect of one adds; units by origin (O, F, C, r), in all (F, C, r)."""
        reached = np.zeros((len(self.columns), *present.shape[1:]), dtype=np.float32)
        for origin, places, effect in self.effects:
            reached[places] += effect * by_origin[origin, self.columns[places]]
        means = reached / present[self.columns]
        return np.asarray(self.weights.reshape(-1) @ means.reshape(self.weights.size, -1))


@dataclass(frozen=True)
class _Means:
    """Units sorted by their observed cohort, ready to be regrouped.

    filled : (F, n) columns with 0 where missing
    observed : (F, n) 1 where observed; (1, n) where nothing is missing
    origins : units of each observed cohort
    """

    filled: FloatArray
    observed: CountArray
    origins: tuple[slice, ...]
    functionals: Functionals

    @classmethod
    def of(cls, columns: FloatArray, origin: LabelArray, functionals: Functionals) -> "_Means":
        missing = np.isnan(columns.T)
        observed = ~missing if missing.any() else np.ones((1, len(columns)), dtype=bool)
        ends = np.searchsorted(origin, np.arange(functionals.weights.shape[1] + 1)).tolist()
        origins = tuple(slice(first, last) for first, last in pairwise(ends))
        return cls(np.where(missing, 0.0, columns.T), observed.astype(np.float32), origins, functionals)

    @property
    def complete(self) -> bool:
        """Whether nothing is missing, so that shares are the same in every column."""
        return len(self.observed) == 1

    def estimates(self, labels: LabelArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return (r, K) estimates, own and treated parts under the (r, n) assignments."""
        rows, cohorts = len(labels), len(self.origins)
        member = (labels[None] == np.arange(cohorts)[:, None, None]).reshape(cohorts * rows, -1).astype(np.float32).T
        by_origin = np.stack([self.observed[:, units] @ member[units] for units in self.origins])
        counts = by_origin.sum(axis=0)
        present = np.maximum(counts, 1.0).astype(np.float64)
        outcome = self._flat @ (self.filled @ member.astype(np.float64) / present).reshape(-1, rows)
        if not counts.all():
            absent = (counts == 0).reshape(-1, rows).astype(np.float64)
            outcome[(self._flat != 0) @ absent > 0] = np.nan
        by_cell = by_origin.reshape(*by_origin.shape[:2], cohorts, rows)
        own = self._own(by_cell, present.reshape(-1, cohorts, rows))
        return outcome.T, own.T, self._treated(by_cell, present).T

    def _treated(self, by_origin: CountArray, present: FloatArray) -> FloatArray:
        """Return (K, r) what an effect of one in all treated cells adds to each estimate."""
        treated, rows = self.functionals.treated.astype(np.float32), by_origin.shape[-1]
        if not treated.any():
            return np.zeros((len(self._flat), rows))
        reached = np.zeros((treated.shape[1], *by_origin.shape[2:]), dtype=np.float32)
        for effect, units in zip(treated, by_origin, strict=True):
            reached += effect[:, None, None] * units
        means = reached.reshape(len(reached), -1) / present
        return np.asarray(self._flat @ means.reshape(-1, rows))

    def _own(self, by_origin: CountArray, present: FloatArray) -> FloatArray:
        """Return (K, r) what an effect of one in its own cells adds to each estimate."""
        if self.complete:
            table = np.einsum("kcf,kof->koc", self.functionals.weights, self.functionals.own)
            shares = by_origin / present
            return np.asarray(table.reshape(len(table), -1) @ shares.reshape(-1, shares.shape[-1]))
        return np.array([cells.added(by_origin, present) for cells in self._own_cells])

    @cached_property
    def _own_cells(self) -> list[_OwnCells]:
        return [_OwnCells.of(*pair) for pair in zip(self.functionals.weights, self.functionals.own, strict=True)]

    @cached_property
    def _flat(self) -> FloatArray:
        """(K, F * C) weights in the order of the means."""
        weights = self.functionals.weights
        return weights.transpose(0, 2, 1).reshape(len(weights), -1)


def reassigned_sums(scores: FloatArray, labels: LabelArray, sizes: IntArray) -> FloatArray:
    """Return (R, M) estimates under each assignment, for balanced panels.

    Parameters
    ----------
    scores : (n, C, M) what unit i contributes to estimate m if it were in cohort c, before dividing by the size of c
    labels : (R, n) assignments
    sizes : (C,) units of each cohort
    """
    n, cohorts, columns = scores.shape
    flat = scores.reshape(n * cohorts, columns)
    step = max(1, CHUNK_CELLS // (n * cohorts))
    parts = []
    for first in range(0, len(labels), step):
        chunk = labels[first : first + step]
        membership = np.zeros((len(chunk), n, cohorts))
        np.put_along_axis(membership, chunk[:, :, None], (1.0 / sizes)[chunk][:, :, None], axis=2)
        parts.append(membership.reshape(len(chunk), -1) @ flat)
    return np.vstack(parts)
