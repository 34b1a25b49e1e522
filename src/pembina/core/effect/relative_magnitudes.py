"""Bounds if the comparison drifts, after the start, at most so many times as fast as it was ever seen to before.

Rambachan & Roth (2023), Review of Economic Studies 90, section 2.3.1: from one period to the next the difference
between the units that joined and their comparison changes at most ``bound`` (their M-bar) times as much as in the
worst period before the start. That set is a union of polyhedra, one for each earlier step that may be the largest, up
or down; for each, the conditional least-favourable hybrid test (Andrews, Roth & Pakes 2023, Review of Economic
Studies 90) is inverted, and the interval spans what any of them keeps (their sections 3.2 and 3.3).

The linear programme of the test has a closed form here. With ``e`` the estimated target less its assumed value, ``d``
the step that is taken to be the largest and ``reach`` = bound * sum |loadings|, the least violation of the moments is
the largest of four linear functions of (e, d): two for e too far out on either side, two for a d so negative that a
later step has no room, at the step with the smallest and the one with the largest standard errors. Those are the
vertices of the dual. Only the moments after the start are used, as published.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray
from pembina.core.effect.event_study import EventStudy, steps_of

FIRST_STAGE = 0.1
NODES, WEIGHTS = np.polynomial.legendre.leggauss(64)
GRID = 240
ZOOMS = 3
HALVINGS = 26
LEAST_SHARE = 1e-12
FAR = 8.5
SAME = 1e-9
_SURVIVAL = np.frompyfunc(lambda value: 0.5 * math.erfc(value / math.sqrt(2)), 1, 1)


@dataclass(frozen=True, slots=True)
class Interval:
    """Ends of a confidence interval, in the unit of the outcome."""

    low: float
    high: float

    def leaves_out(self, value: float) -> bool:
        """Whether the value lies outside."""
        return not self.low <= value <= self.high


@dataclass(frozen=True)
class RelativeBounds:
    """The test for one bound, whatever the estimates turn out to be.

    Attributes
    ----------
    before : B, periods before the reference
    covariance : (B + A, B + A) of the estimates
    target : (A,) weights of the periods from the start on
    bound : M-bar, zero or more
    alpha : error probability
    """

    before: int
    covariance: FloatArray
    target: FloatArray
    bound: float
    alpha: float

    def interval(self, values: FloatArray) -> Interval:
        """Return the robust interval of ``target @ effects`` for the (B + A,) estimates."""
        found = [piece.interval(center) for piece, center in zip(self.pieces, self._centers(values), strict=True)]
        kept = [interval for interval in found if interval is not None]
        return Interval(min(interval.low for interval in kept), max(interval.high for interval in kept))

    def keeps(self, values: FloatArray, assumed: float) -> bool:
        """Whether any piece keeps the assumed value of the target."""
        one = np.array([assumed])
        pairs = zip(self.pieces, self._centers(values), strict=True)
        return any(bool(piece.keeps(center, one)[0]) for piece, center in pairs)

    def _centers(self, values: FloatArray) -> FloatArray:
        """Return (2 * B, 2) the estimated target and the step taken to be the largest, for each piece."""
        changes = steps_of(self.before, values.size) @ values
        target = np.full(2 * self.before, float(self.loadings @ changes[self.before :]))
        return np.column_stack([target, np.outer(changes[: self.before], [1.0, -1.0]).ravel()])

    @property
    def loadings(self) -> FloatArray:
        """(A,) weight of each later step in the target."""
        return np.cumsum(self.target[::-1])[::-1]

    @cached_property
    def pieces(self) -> "tuple[Piece, ...]":
        """One piece for each step before the start that may be the largest, up and down."""
        steps = steps_of(self.before, len(self.covariance))
        covariance = steps @ self.covariance @ steps.T
        return tuple(self._piece(covariance, step, sign) for step in range(self.before) for sign in (1.0, -1.0))

    def _piece(self, covariance: FloatArray, step: int, sign: float) -> "Piece":
        later = covariance[self.before :, self.before :]
        across = sign * covariance[self.before :, step]
        spread = np.diagonal(later) + self.bound**2 * covariance[step, step]
        variances = np.array([spread - 2 * self.bound * across, spread + 2 * self.bound * across])
        # With very few units two steps may be the same one: then rounding alone decides on which side of 0 this falls.
        errors = np.sqrt(np.maximum(variances, LEAST_SHARE * spread))
        mixed = float(self.loadings @ across)
        both = np.array([[self.loadings @ later @ self.loadings, mixed], [mixed, covariance[step, step]]])
        return Piece(both, self.loadings, errors, self.bound, self.alpha)


@dataclass(frozen=True)
class Piece:
    """One polyhedron of the union.

    Attributes
    ----------
    covariance : (2, 2) of the estimated target and of the signed step that is taken to be the largest
    loadings : (A,) weight of each later step in the target
    errors : (2, A) standard errors of the moments that bound each later step from below and from above
    """

    covariance: FloatArray
    loadings: FloatArray
    errors: FloatArray
    bound: float
    alpha: float

    @property
    def reach(self) -> float:
        """How far the target may be off per unit of the largest step."""
        return self.bound * float(np.abs(self.loadings).sum())

    @cached_property
    def scales(self) -> tuple[float, float]:
        """By how much one unit of violation lets the target move up, and down."""
        from_below, from_above = self.errors
        size, falls = np.abs(self.loadings), self.loadings < 0
        up, down = np.where(falls, from_below, from_above), np.where(falls, from_above, from_below)
        return float(size @ up), float(size @ down)

    @cached_property
    def functions(self) -> FloatArray:
        """(J, 2) weights of (target less its assumed value, largest step) in the functions."""
        up, down = self.scales
        sides = [(-1 / up, -self.reach / up), (1 / down, -self.reach / down)]
        if self.bound == 0:
            return np.array(sides)
        widths = self.errors.sum(axis=0)
        return np.array([*sides, *((0.0, -2 * self.bound / float(width)) for width in (widths.min(), widths.max()))])

    @cached_property
    def most(self) -> float:
        """The critical value of the first stage: the 1 - kappa quantile of the maximum if every moment binds."""
        wanted = 1 - FIRST_STAGE * self.alpha
        low, high = 0.0, 1.0
        while self._held(high) < wanted:
            high *= 2
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._held(middle) < wanted else (low, middle)
        return high

    def _held(self, value: float) -> float:
        """Return P(all functions <= value) for centred normal (target, step), by quadrature over the step."""
        (variance, across), (_, of_step) = self.covariance
        spread = math.sqrt(of_step)
        first = -FAR * spread
        if self.bound > 0:
            first = max(first, -value * float(self.errors.sum(axis=0).min()) / (2 * self.bound))
        half = (FAR * spread - first) / 2
        step = first + half * (NODES + 1)
        density = np.exp(-0.5 * (step / spread) ** 2) / (spread * math.sqrt(2 * math.pi))
        rest = math.sqrt(max(variance - across**2 / of_step, LEAST_SHARE * variance))
        mean = across / of_step * step
        up, down = self.scales
        above = _survival((self.reach * step + down * value - mean) / rest)
        below = _survival((self.reach * step + up * value + mean) / rest)
        return float(half * (WEIGHTS * density * np.maximum(1 - above - below, 0.0)).sum())

    def interval(self, center: FloatArray) -> Interval | None:
        """Return the span of the values that the test keeps; None if it keeps none.

        Beyond the ends of the grid the first stage rejects whatever the second says.
        """
        target, step = center.tolist()
        up, down = self.scales
        low, high = target - self.reach * step - down * self.most, target + self.reach * step + up * self.most
        if low >= high:
            return None
        grid = np.linspace(low, high, GRID)
        kept = np.flatnonzero(self.keeps(center, grid))
        if not kept.size:
            return None
        below, above = grid[max(kept[0] - 1, 0)], grid[min(kept[-1] + 1, GRID - 1)]
        return Interval(self._end(center, grid[kept[0]], below), self._end(center, grid[kept[-1]], above))

    def _end(self, center: FloatArray, inside: float, outside: float) -> float:
        """Close in on the end between a value that is kept and one that is not, many cuts at a time."""
        for _ in range(ZOOMS):
            cuts = np.linspace(inside, outside, GRID)
            last = int(np.flatnonzero(self.keeps(center, cuts))[-1])
            inside, outside = cuts[last], cuts[min(last + 1, GRID - 1)]
        return float(inside)

    def keeps(self, center: FloatArray, assumed: FloatArray) -> BoolArray:
        """Return (G,) whether the hybrid test keeps each assumed value of the target.

        The largest function is normal, truncated to where it stays the largest; the truncation is known given the part
        of the others that is independent of it.
        """
        gaps = np.stack([center[0] - assumed, np.full(assumed.shape, center[1])])
        values = self.functions @ gaps
        place, largest = values.argmax(axis=0), values.max(axis=0)
        slope = self._slopes[:, place]
        with np.errstate(divide="ignore", invalid="ignore"):
            ends = (values - slope * largest) / (1 - slope)
        low = np.where(slope < 1 - SAME, ends, -np.inf).max(axis=0)
        high = np.minimum(np.where(slope > 1 + SAME, ends, np.inf).min(axis=0), self.most)
        deviation = np.sqrt(np.diagonal(self._between))[place]
        chance = _conditional_tail(largest / deviation, low / deviation, high / deviation)
        kappa = FIRST_STAGE * self.alpha
        kept: BoolArray = (largest <= self.most) & ((largest <= 0) | (chance >= (self.alpha - kappa) / (1 - kappa)))
        return kept

    @cached_property
    def _between(self) -> FloatArray:
        """(J, J) covariance of the functions."""
        between: FloatArray = self.functions @ self.covariance @ self.functions.T
        return between

    @cached_property
    def _slopes(self) -> FloatArray:
        """(J, J) by how much the row's function moves with the column's."""
        slopes: FloatArray = self._between / np.diagonal(self._between)
        return slopes


def relative_interval(study: EventStudy, target: FloatArray, *, bound: float, alpha: float) -> Interval:
    """Return the robust interval of ``target @ effects`` of one event study."""
    return RelativeBounds(study.before, study.covariance, target, bound, alpha).interval(study.values)


def _survival(value: FloatArray) -> FloatArray:
    """Return P(Z > value) element by element."""
    return np.asarray(_SURVIVAL(value), dtype=np.float64)


def _conditional_tail(value: FloatArray, low: FloatArray, high: FloatArray) -> FloatArray:
    """Return P(Z > value | low <= Z <= high) for low <= value <= high, also far in the tail."""
    start = np.maximum(low, -FAR)
    beyond = _survival(high)
    whole = _survival(start) - beyond
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (_survival(value) - beyond) / whole
        far = np.exp(-(value**2 - start**2) / 2) * start / value
    return np.where(whole > 1e-280, share, far)
