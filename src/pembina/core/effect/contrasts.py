"""Parameters that are linear in the cohort means, with the covariance that follows from it.

The influence function of every parameter is linear in a unit's demeaned row, with coefficients that depend only on the
unit's cohort: ``(n / n_c) * weights[k, c] @ (z_i - mean_c) + offsets[k, c]``. The offsets are constants of the cohort:
the distance of a pooled comparison's cohorts from their common mean, and the sampling of cohort shares used as weights
(Callaway & Sant'Anna 2021, Journal of Econometrics 225, theorem 2 and corollary 2).
"""

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np

from pembina.core.effect.arrays import FloatArray
from pembina.core.effect.moments import Moments


@dataclass(frozen=True)
class Contrasts:
    """K linear functionals of C cohort means over F columns.

    Attributes
    ----------
    labels : K names
    weights : (K, C, F) coefficient of each cohort mean
    offsets : (K, C) cohort constants of the influence function
    """

    labels: tuple[Hashable, ...]
    weights: FloatArray
    offsets: FloatArray

    def estimates(self, moments: Moments) -> FloatArray:
        """Return (K,) values at the observed cohort means."""
        values: FloatArray = np.tensordot(self.weights, moments.means, axes=2)
        return values

    def analytic_covariance(self, moments: Moments) -> FloatArray:
        """Return (K, K) covariance from the influence function, with divisor n as in R's `did`."""
        total = (self.offsets * moments.sizes) @ self.offsets.T / moments.units**2
        for place, cohort in enumerate(moments.cohorts):
            weights = self.weights[:, place, :]
            total = total + weights @ cohort.covariance_of_mean(corrected=False) @ weights.T
        return total

    def analytic_variance(self, moments: Moments) -> FloatArray:
        """Return (K,) the diagonal of ``analytic_covariance``, without the rest."""
        total: FloatArray = (self.offsets**2 * moments.sizes).sum(axis=1) / moments.units**2
        for place, cohort in enumerate(moments.cohorts):
            weights = self.weights[:, place, :]
            total = total + ((weights @ cohort.covariance_of_mean(corrected=False)) * weights).sum(axis=1)
        return total

    def cohort_covariances(self, moments: Moments) -> FloatArray:
        """Return (C, K, K) design-based (Neyman) covariance by cohort, with divisor n_c - 1.

        NaN for the parameters that rest on a cohort of one unit.
        """
        return np.array([self._cohort_covariance(moments, place) for place in range(len(moments.cohorts))])

    def _cohort_covariance(self, moments: Moments, place: int) -> FloatArray:
        """Return (K, K) the part of one cohort."""
        cohort, weights = moments.cohorts[place], self.weights[:, place, :]
        known = np.where(cohort.count < 2, 0.0, 1.0)
        covariance = np.nan_to_num(cohort.covariance_of_mean(corrected=True)) * np.outer(known, known)
        part: FloatArray = weights @ covariance @ weights.T
        undefined = ((weights != 0) & (known == 0)).any(axis=1)
        part[undefined, :] = np.nan
        part[:, undefined] = np.nan
        return part

    def select(self, keep: FloatArray | list[int] | slice) -> "Contrasts":
        """Return some of the parameters."""
        chosen = np.arange(len(self.labels))[keep]
        return Contrasts(tuple(self.labels[int(i)] for i in chosen), self.weights[chosen], self.offsets[chosen])

    def combined(self, labels: tuple[Hashable, ...], matrix: FloatArray, share_offsets: FloatArray) -> "Contrasts":
        """Return M averages: ``matrix`` (M, K) of these parameters, ``share_offsets`` (M, C) of its own sampling."""
        weights = np.tensordot(matrix, self.weights, axes=1)
        return Contrasts(labels, weights, matrix @ self.offsets + share_offsets)
