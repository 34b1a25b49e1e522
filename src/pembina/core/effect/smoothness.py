"""Bounds if the difference between the units that joined and their comparison bends little from period to period.

Rambachan & Roth (2023), Review of Economic Studies 90, section 2.3.2: the slope of the difference changes by at most
``bound`` (their M) between consecutive periods; 0 lets it be any straight line. The interval is their fixed-length
confidence interval (section 4, after Armstrong & Kolesar 2018, Econometrica 86): among all affine estimators of the
target the one whose interval is shortest in the worst case.

Written in the kinks of the difference, the worst bias of an estimator is ``bound`` times the sum of its absolute
weights on the kinks. Those after the start are given by the target, those before it are free, so that the estimators
with the least variance for each bias are the path of a lasso, followed exactly from corner to corner (Osborne, Presnell
& Turlach 2000, IMA Journal of Numerical Analysis 20).
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray
from pembina.core.effect.distributions import normal_quantile, normal_survival
from pembina.core.effect.event_study import EventStudy
from pembina.core.effect.relative_magnitudes import Interval

GOLDEN = (math.sqrt(5) - 1) / 2
STEPS = 40
SETTLED = 1e-12


@dataclass(frozen=True)
class SmoothnessBounds:
    """All that does not depend on how large a bend is allowed.

    Attributes
    ----------
    target : (A,) weights of the periods from the start on
    alpha : error probability
    """

    study: EventStudy
    target: FloatArray
    alpha: float

    def interval(self, bound: float) -> Interval:
        """Return the shortest fixed-length interval of ``target @ effects``; ``bound`` is M, zero or more."""
        weights, half = self._shortest(bound)
        center = float(weights @ self.study.values)
        return Interval(center - half, center + half)

    def _shortest(self, bound: float) -> tuple[FloatArray, float]:
        """Return the (B + A,) weights of the shortest interval and half its length."""
        corners = self.corners
        lengths = [self._half_length(corner, bound) for corner in corners]
        best = int(np.argmin(lengths))
        found = [(lengths[best], corners[best])]
        for other in (best - 1, best + 1):
            if 0 <= other < len(corners):
                found.append(self._between(corners[best], corners[other], bound))
        half, kinks = min(found, key=lambda pair: pair[0])
        return self._weights(kinks), half

    def _between(self, first: FloatArray, last: FloatArray, bound: float) -> tuple[float, FloatArray]:
        """Return the shortest half length between two corners, and where, by golden section."""
        low, high = 0.0, 1.0
        for _ in range(STEPS):
            width = GOLDEN * (high - low)
            left, right = (first + share * (last - first) for share in (high - width, low + width))
            if self._half_length(left, bound) < self._half_length(right, bound):
                high = low + width
            else:
                low = high - width
        kinks = first + (low + high) / 2 * (last - first)
        return self._half_length(kinks, bound), kinks

    def _half_length(self, kinks: FloatArray, bound: float) -> float:
        weights = self._weights(kinks)
        variance = self._unfitted * float(weights @ self.study.covariance @ weights)
        error = math.sqrt(max(variance, SETTLED**2))
        bias = bound * (self._bias_after + float(np.abs(kinks).sum()))
        return error * folded_quantile(bias / error, self.alpha)

    @property
    def _unfitted(self) -> float:
        """How much larger the variance is than it looks: the weights were fitted to an estimated covariance.

        With P free weights and f degrees of freedom, f / (f - P) for the variance that is explained by chance, and
        (f - 1) / (f - P - 1) for the error of the weights, as in a regression on P normal covariates.
        """
        f, fitted = self.study.freedom, self.study.before - 1
        if math.isinf(f) or not fitted:
            return 1.0
        return f / (f - fitted) * (f - 1) / (f - fitted - 1)

    def _weights(self, kinks: FloatArray) -> FloatArray:
        return np.concatenate([self._fixed + self._free @ kinks, self.target])

    @property
    def _bias_after(self) -> float:
        """The worst bias, for a bound of one, that comes from kinks at the reference period and after it."""
        times = np.arange(1, self.study.after + 1)
        later = np.maximum(times[None, :] - np.arange(self.study.after)[:, None], 0)
        return float(np.abs(later @ self.target).sum())

    @cached_property
    def _of_kinks(self) -> FloatArray:
        """(B, B) inverse of what takes the weights before the start to (slope, kinks before the reference)."""
        times = np.arange(-self.study.before, 0)
        kinks = np.maximum(times[1:][:, None] - times[None, :], 0)
        return np.asarray(np.linalg.inv(np.vstack([times, kinks]).astype(np.float64)), dtype=np.float64)

    @property
    def _fixed(self) -> FloatArray:
        """(B,) weights that cancel any straight line and put nothing on the earlier kinks."""
        slope = float(self.target @ np.arange(1, self.study.after + 1))
        fixed: FloatArray = -slope * self._of_kinks[:, 0]
        return fixed

    @property
    def _free(self) -> FloatArray:
        """(B, B - 1) change of the weights with each kink."""
        return self._of_kinks[:, 1:]

    @cached_property
    def corners(self) -> list[FloatArray]:
        """Corners, (B - 1,) each, of the path from the least biased to the least variable estimator."""
        before, covariance = self.study.before, self.study.covariance
        start = np.concatenate([self._fixed, self.target])
        curve = self._free.T @ covariance[:before, :before] @ self._free
        return lasso_corners(curve, self._free.T @ covariance[:before] @ start)


def lasso_corners(curve: FloatArray, linear: FloatArray) -> list[FloatArray]:
    """Return the corners of argmin x' curve x / 2 + linear' x + penalty * sum |x|, from 0 to no penalty.

    ``curve`` (P, P) is positive definite.
    """
    point, corners = np.zeros(linear.size), [np.zeros(linear.size)]
    if not linear.size:
        return corners
    penalty = float(np.abs(linear).max())
    active = np.abs(linear) >= penalty * (1 - SETTLED)
    for _ in range(8 * linear.size + 8):
        if penalty <= 0:
            break
        gradient = curve @ point + linear
        move = _direction(curve, gradient, active)
        step, event = _next_event(point, gradient, move, curve @ move, active, penalty)
        point, penalty = point + step * move, penalty - step
        if event is not None:
            active = active.copy()
            active[event] = not active[event]
            point[event] = 0.0
        corners.append(point)
    return corners


def _direction(curve: FloatArray, gradient: FloatArray, active: BoolArray) -> FloatArray:
    """Return (P,) how the solution moves per unit of penalty given up."""
    move = np.zeros(gradient.size)
    move[active] = np.linalg.solve(curve[np.ix_(active, active)], -np.sign(gradient[active]))
    return move


def _next_event(
    point: FloatArray, gradient: FloatArray, move: FloatArray, drift: FloatArray, active: BoolArray, penalty: float
) -> tuple[float, int | None]:
    """Return how far the path is straight, and which weight joins or leaves there; None at its end."""
    with np.errstate(divide="ignore", invalid="ignore"):
        rising, falling = (penalty - gradient) / (1 + drift), (penalty + gradient) / (1 - drift)
        leaving = -point / move
    small = SETTLED * penalty
    joins = np.minimum(*(np.where(step > small, step, np.inf) for step in (rising, falling)))
    steps = np.where(active, np.where((leaving > small) & (point != 0), leaving, np.inf), joins)
    first = int(np.nanargmin(np.where(np.isnan(steps), np.inf, steps)))
    return (float(steps[first]), first) if steps[first] < penalty else (penalty, None)


def folded_quantile(mean: float, alpha: float) -> float:
    """Return the 1 - alpha quantile of |Z + mean| for a standard normal Z."""
    mean = abs(mean)
    low, high = mean, mean + normal_quantile(1 - alpha / 2)
    for _ in range(60):
        middle = (low + high) / 2
        if normal_survival(middle - mean) + normal_survival(middle + mean) > alpha:
            low = middle
        else:
            high = middle
        if high - low <= SETTLED * high:
            break
    return high
