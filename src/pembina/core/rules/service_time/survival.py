"""How long a request takes when some are still open (Kaplan & Meier 1958, JASA 53).

An open request has taken at least its age; a withdrawn one at least the time to its withdrawal. Leaving them out makes
slow services look fast, since the slow requests are the ones that are still open. The interval of the median follows
Brookmeyer & Crowley (1982, Biometrics 38) on the log-log scale with Greenwood's variance. Withdrawals are taken to tell
nothing about how long the request would have taken.
"""

from dataclasses import dataclass
from fractions import Fraction
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from pembina.core.rules.service_time.multiset import Multiset
from pembina.core.rules.service_time.timeline import Integers

Floats = npt.NDArray[np.float64]
# A product of many fractions may miss one half by a few last digits; without open requests it must not.
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class SurvivalCurve:
    """The share of requests not yet done after each of K times at which some were done.

    Attributes
    ----------
    times : (K,) ascending
    at_risk : (K,) requests that had lasted so long
    done : (K,) requests done at that time
    undone : (K,) share not done by then
    variance : (K,) Greenwood's variance of that share; NaN where the share is 0
    """

    times: Integers
    at_risk: Integers
    done: Integers
    undone: Floats
    variance: Floats

    def quantile(self, share: Fraction) -> int | None:
        """Return the first time by which at least `share` are done; None where too many are open to say."""
        return _first(self.times, self.undone <= float(1 - share) + _TOLERANCE)

    def median_interval(self, *, level: Fraction) -> tuple[int | None, int | None]:
        """Return the ends of the interval of the median; None for an end that the data do not reach."""
        z = NormalDist().inv_cdf(float((1 + level) / 2))
        lower, upper = _bands(self.undone, self.variance, z)
        half = 0.5 + _TOLERANCE
        return _first(self.times, lower <= half), _first(self.times, upper <= half)


def survival_curve(*, done: Multiset, undone: Multiset) -> SurvivalCurve:
    """Estimate the curve from the times of the requests that are done, and the times the others have lasted.

    A request that has lasted exactly as long as another took counts as still there at that time.
    """
    times, events = done.values, done.counts
    lasted = np.concatenate((times, undone.values))
    weight = np.concatenate((events, undone.counts))
    order = np.argsort(lasted, kind="stable")
    reached = np.concatenate((np.cumsum(weight[order][::-1])[::-1], [0]))
    at_risk = reached[np.searchsorted(lasted[order], times, side="left")].astype(np.int64)
    undone_share: Floats = np.cumprod(1.0 - events / at_risk).astype(np.float64)
    left = at_risk - events
    with np.errstate(divide="ignore", invalid="ignore"):
        greenwood = np.cumsum(np.where(left > 0, events / (at_risk * left.astype(np.float64)), np.nan))
    undone_share[left == 0] = 0.0
    variance: Floats = (undone_share**2 * greenwood).astype(np.float64)
    return SurvivalCurve(times, at_risk, events, undone_share, variance)


def _bands(share: Floats, variance: Floats, z: float) -> tuple[Floats, Floats]:
    """Return the band of the share on the log-log scale; at a share of 0 the upper end stays where it was."""
    inside = (share > 0) & (share < 1)
    lower, upper = np.where(share >= 1, 1.0, 0.0), np.ones_like(share)
    s = share[inside]
    width = z * np.sqrt(variance[inside]) / (s * np.log(s))
    lower[inside], upper[inside] = s ** np.exp(-width), s ** np.exp(width)
    return lower, np.minimum.accumulate(upper)


def _first(times: Integers, reached: npt.NDArray[np.bool_]) -> int | None:
    found = np.flatnonzero(reached)
    return int(times[found[0]]) if found.size else None
