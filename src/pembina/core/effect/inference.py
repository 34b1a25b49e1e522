"""How sure the estimates are, by a rule that looks only at how many units carry them.

Units count where they are observed: a wave of thirty of which three report a period is one of three in that period.

==============================  =======================================================================
units in the smallest cohort    inference
==============================  =======================================================================
20 or more                      influence function and normal quantile (as R's `did` prints)
10 to 19                        variance by cohort with n - 1 (Neyman), Satterthwaite degrees of freedom
below 10                        randomisation inference; the Neyman standard error is shown beside it
one treated unit in all         none: a single unit cannot tell its effect from its own accidents
==============================  =======================================================================
"""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from pembina.core.effect.arrays import FloatArray, IntArray
from pembina.core.effect.distributions import normal_quantile, normal_survival, student_t_quantile, student_t_survival
from pembina.core.effect.moments import Moments
from pembina.core.effect.parameters import Parameters
from pembina.core.effect.randomisation import inverted_intervals, p_values

ANALYTIC_FROM = 20
NEYMAN_FROM = 10


class Method(StrEnum):
    """How an interval was made."""

    ANALYTIC = "analytic"
    NEYMAN = "neyman_t"
    RANDOMISATION = "randomisation"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Estimate:
    """One number with its uncertainty; NaN where undefined.

    Attributes
    ----------
    estimate, se : in the unit of the outcome
    ci_low, ci_high : interval for this number alone
    band_low, band_high : band that covers all numbers of its family at once
    p : for no effect
    method : how the interval was made
    """

    estimate: float
    se: float
    ci_low: float
    ci_high: float
    band_low: float
    band_high: float
    p: float
    method: Method

    @property
    def has_interval(self) -> bool:
        """Whether both ends of the interval exist."""
        return math.isfinite(self.ci_low) and math.isfinite(self.ci_high)


@dataclass(frozen=True)
class Uncertainty:
    """(K,) standard errors, interval ends, p values and degrees of freedom; NaN where undefined."""

    se: FloatArray
    low: FloatArray
    high: FloatArray
    p: FloatArray
    df: FloatArray


def methods_for(parameters: Parameters, moments: Moments) -> list[Method]:
    """Return the method of each parameter by the rule above."""
    smallest, treated = parameters.smallest_carrier(moments), parameters.treated_units(moments)
    return [method_by_size(int(few), int(own)) for few, own in zip(smallest, treated, strict=True)]


def method_by_size(smallest: int, treated_units: int) -> Method:
    """Return the method for the smallest cohort and the number of treated units that carry an estimate."""
    if treated_units < 2:
        return Method.NONE
    if smallest >= ANALYTIC_FROM:
        return Method.ANALYTIC
    return Method.NEYMAN if smallest >= NEYMAN_FROM else Method.RANDOMISATION


def normal_intervals(estimate: FloatArray, variance: FloatArray, confidence: float) -> Uncertainty:
    """Return normal intervals; ``variance`` (K,)."""
    se = np.sqrt(np.maximum(variance, 0.0))
    margin = normal_quantile((1 + confidence) / 2) * se
    p = np.array([2 * normal_survival(abs(z)) for z in _ratio(estimate, se).tolist()])
    return Uncertainty(se, estimate - margin, estimate + margin, p, np.full(se.shape, np.inf))


def satterthwaite_intervals(estimate: FloatArray, parts: FloatArray, sizes: IntArray, confidence: float) -> Uncertainty:
    """Return t intervals with the degrees of freedom of Satterthwaite (1946, Biometrics 2).

    Parameters
    ----------
    parts : (C, K) variance each cohort contributes, computed with n_c - 1
    sizes : (C, K) units of each cohort behind each estimate, or (C, 1) if the same for all
    """
    parts = np.maximum(parts, 0.0)
    variance = parts.sum(axis=0)
    freedom = np.maximum(sizes - 1, 1)
    df = _ratio(variance**2, (parts**2 / freedom).sum(axis=0))
    se = np.sqrt(variance)
    margin = np.where(variance == 0, 0.0, student_t_quantile((1 + confidence) / 2, df) * se)
    p = 2 * student_t_survival(np.abs(_ratio(estimate, se)), df)
    return Uncertainty(se, estimate - margin, estimate + margin, p, df)


def _ratio(above: FloatArray, below: FloatArray) -> FloatArray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return above / below


def randomisation_intervals(outcome: FloatArray, shift: FloatArray, se: FloatArray, alpha: float) -> Uncertainty:
    """Return intervals that invert the re-assignment test, with infinite ends where too few assignments exist.

    Parameters
    ----------
    outcome, shift : (R, K) estimates under each assignment and what an effect of one adds to them
    se : (K,) standard error shown beside, NaN where a cohort has one unit
    """
    undefined = np.isnan(shift[0])
    low, high = inverted_intervals(outcome, np.where(np.isnan(shift), 0.0, shift), alpha)
    low, high = np.where(undefined, np.nan, low), np.where(undefined, np.nan, high)
    return Uncertainty(se, low, high, p_values(outcome), np.full(se.shape, np.nan))


def simultaneous_quantile(covariance: FloatArray, df: float, *, confidence: float, draws: int, seed: int) -> float:
    """Return the multiplier of the standard errors at which all K intervals hold together.

    ``draws`` from N(0, covariance), divided by a chi where ``df`` is finite (multivariate t); never from the units.
    NaN if no parameter has a positive variance.
    """
    variance = np.diagonal(covariance)
    usable = np.flatnonzero(np.isfinite(variance) & (variance > 0))
    if not usable.size:
        return math.nan
    scale = np.sqrt(variance[usable])
    factor = _root(covariance[np.ix_(usable, usable)] / np.outer(scale, scale))
    rng = np.random.default_rng(seed)
    # Single precision: seven digits of a quantile that the draws settle to two.
    drawn = rng.standard_normal((draws, usable.size), dtype=np.float32) @ factor.T.astype(np.float32)
    largest = np.abs(drawn).max(axis=1)
    if math.isfinite(df):
        largest /= np.sqrt(rng.chisquare(df, draws) / df)
    return float(np.quantile(largest, confidence))


def _root(correlation: FloatArray) -> FloatArray:
    """Return (K, K) a matrix whose product with its transpose is the correlation, also if that is singular."""
    try:
        root: FloatArray = np.asarray(np.linalg.cholesky(correlation), dtype=np.float64)
    except np.linalg.LinAlgError:
        values, vectors = np.linalg.eigh(correlation)
        root = vectors * np.sqrt(np.clip(values, 0, None))
    return root


def largest_deviation(deviation: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return (R,) the largest standardised deviation of each assignment, and the (K,) scales.

    ``deviation`` is (R, K): what the estimates would be under each assignment if there were no effect.
    """
    known = (~np.isnan(deviation[1:])).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        scale = np.sqrt(np.nansum(deviation[1:] ** 2, axis=0) / known)
        size = np.abs(deviation) / scale
    return np.nanmax(np.where(np.isfinite(size), size, 0.0), axis=1, initial=0.0), scale
