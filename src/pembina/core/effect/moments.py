"""Cohort by cohort: how many units, their mean, and their cross products. All estimates come from these.

Partitions of the units are described apart and merged exactly (Chan, Golub & LeVeque 1983, The American Statistician
37, in the matrix form with missing cells), so that the cost after the pass over the data does not grow with the units.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, reduce

import numpy as np

from pembina.core.effect.arrays import FloatArray, IntArray
from pembina.core.effect.features import Features
from pembina.core.effect.panel import Panel

CHUNK_CELLS = 4_000_000


@dataclass(frozen=True)
class CohortMoments:
    """Sufficient statistics of one cohort over F columns.

    Attributes
    ----------
    cohort : index of the first treated period; T means never
    n : number of units
    mean : (F,) mean of the observed values; 0 where none is observed
    common : (F, F) units observed in both columns; the diagonal counts the units behind each mean
    skew : (F, F) sum, over the units observed in both, of the row column's deviation from its own mean
    scatter : (F, F) sum of products of deviations over the units observed in both
    """

    cohort: int
    n: int
    mean: FloatArray
    common: FloatArray
    skew: FloatArray
    scatter: FloatArray

    @property
    def count(self) -> FloatArray:
        """(F,) units behind each mean."""
        return np.diagonal(self.common)

    def covariance_of_mean(self, *, corrected: bool) -> FloatArray:
        """Return (F, F) covariance of the means; ``corrected`` divides by n - 1, NaN where a column has one unit."""
        return self._corrected if corrected else self._plain

    @cached_property
    def _plain(self) -> FloatArray:
        scale = 1.0 / np.maximum(self.count, 1.0)
        plain: FloatArray = self.scatter * np.outer(scale, scale)
        return plain

    @cached_property
    def _corrected(self) -> FloatArray:
        count = np.maximum(self.count, 1.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            scale = np.sqrt(count / (count - 1.0))
            corrected: FloatArray = self._plain * np.outer(scale, scale)
            return corrected

    def merged(self, other: "CohortMoments") -> "CohortMoments":
        """Return the moments of both sets of units together."""
        mine, theirs = self.count, other.count
        total = np.maximum(mine + theirs, 1.0)
        mean = self.mean + (other.mean - self.mean) * (theirs / total)
        left, right = self._about(mean), other._about(mean)
        return replace(
            left,
            n=self.n + other.n,
            common=left.common + right.common,
            skew=left.skew + right.skew,
            scatter=left.scatter + right.scatter,
        )

    def _about(self, mean: FloatArray) -> "CohortMoments":
        """Return the same sums with deviations taken from another mean."""
        shift = (self.mean - mean)[:, None]
        cross = self.skew * shift.T
        scatter = self.scatter + cross + cross.T + shift * shift.T * self.common
        return replace(self, mean=mean, skew=self.skew + shift * self.common, scatter=scatter)


@dataclass(frozen=True)
class Moments:
    """The moments of all cohorts, ascending with the never-treated last."""

    features: Features
    cohorts: tuple[CohortMoments, ...]

    @property
    def units(self) -> int:
        """n, the number of units."""
        return int(self.sizes.sum())

    @cached_property
    def sizes(self) -> IntArray:
        """(C,) number of units of each cohort."""
        return np.array([cohort.n for cohort in self.cohorts], dtype=np.int64)

    @cached_property
    def starts(self) -> IntArray:
        """(C,) index of the first treated period of each cohort; T for never."""
        return np.array([cohort.cohort for cohort in self.cohorts], dtype=np.int64)

    @cached_property
    def means(self) -> FloatArray:
        """(C, F) means."""
        return np.array([cohort.mean for cohort in self.cohorts])

    @cached_property
    def counts(self) -> FloatArray:
        """(C, F) units behind each mean."""
        return np.array([cohort.count for cohort in self.cohorts])


def panel_moments(panel: Panel, features: Features | None = None) -> Moments:
    """Describe a panel cohort by cohort in one pass over its units."""
    columns = features or Features.of(panel)
    step = max(1, CHUNK_CELLS // columns.count)
    described = []
    for cohort in panel.cohorts:
        outcome = panel.outcome[panel.cohort == cohort]
        parts = (columns.matrix(outcome[start : start + step]) for start in range(0, len(outcome), step))
        described.append(reduce(CohortMoments.merged, (_described(cohort, part) for part in parts)))
    return Moments(columns, tuple(described))


def merge_moments(parts: Iterable[Moments]) -> Moments:
    """Return the moments of all partitions together; every partition must use the same columns.

    For panels that do not fit one machine; a single file is described by ``panel_moments`` alone.
    """
    together: dict[int, CohortMoments] = {}
    features = None
    for part in parts:
        if features not in (None, part.features):
            raise ValueError("partitions describe different columns")
        features = part.features
        for moments in part.cohorts:
            known = together.get(moments.cohort)
            together[moments.cohort] = known.merged(moments) if known else moments
    if features is None:
        raise ValueError("no partition to merge")
    return Moments(features, tuple(together[cohort] for cohort in sorted(together)))


def _described(cohort: int, values: FloatArray) -> CohortMoments:
    """Return the moments of (n, F) values with NaN where missing."""
    n, columns = values.shape
    absent = np.isnan(values)
    if not absent.any():
        mean = values.mean(axis=0)
        deviation = values - mean
        mean_error = deviation.mean(axis=0)
        deviation -= mean_error
        full = np.full((columns, columns), float(n))
        return CohortMoments(cohort, n, mean + mean_error, full, np.zeros_like(full), deviation.T @ deviation)
    present = (~absent).astype(np.float64)
    filled = np.where(absent, 0.0, values)
    mean = filled.sum(axis=0) / np.maximum(present.sum(axis=0), 1.0)
    deviation = np.where(absent, 0.0, values - mean)
    return CohortMoments(cohort, n, mean, present.T @ present, deviation.T @ present, deviation.T @ deviation)
