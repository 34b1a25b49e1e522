"""Randomisation inference: how unusual is the estimate among the assignments of waves that could have been?

The observed wave labels are re-assigned over the units as the lot would have done it, completely or within strata.
The test is exact for the hypothesis of one constant effect whatever the number of units (Fisher 1935; MacKinnon &
Webb 2020, Journal of Econometrics 218, for few treated groups). Every estimate here is linear in the outcomes, so
subtracting an effect ``tau`` from the treated cells moves the re-assigned estimate linearly, ``u - tau * v``, and the
interval that inverts the test follows from sorting end points instead of searching a grid.
"""

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray

_TIE = 1e-9


def p_values(reassigned: FloatArray) -> FloatArray:
    """Return (M,) shares of assignments with an estimate at least as far from zero; (R, M), row 0 observed."""
    size = np.abs(reassigned)
    extreme = size >= size[0] * (1 - _TIE)
    share: FloatArray = extreme.sum(axis=0) / (~np.isnan(reassigned)).sum(axis=0)
    return share


def inverted_intervals(outcome: FloatArray, shift: FloatArray, alpha: float) -> tuple[FloatArray, FloatArray]:
    """Return (M,) ends of the set of constant effects that the test does not reject at ``alpha``.

    An assignment keeps the effect tau if ``|u0 - tau| <= |u - tau v|``, which is an interval around u0 for |v| < 1.
    The share of assignments that keep tau therefore falls on both sides of u0, and each end is an order statistic.
    For the rare |v| > 1 the set is two half lines; it is counted as the whole line, which can only widen the result.

    Parameters
    ----------
    outcome, shift : (R, M) estimates u and shifts v under each assignment; row 0 is the observed one, with v = 1
    """
    low, high = _kept(outcome, shift)
    undefined = np.isnan(outcome)
    count = (~undefined).sum(axis=0)
    rank = np.floor(alpha * count + _TIE).astype(np.int64)
    lower = np.sort(np.where(undefined, np.inf, low), axis=0)
    upper = np.sort(np.where(undefined, -np.inf, high), axis=0)[::-1]
    columns = np.arange(outcome.shape[1])
    return lower[rank, columns], upper[rank, columns]


def _kept(outcome: FloatArray, shift: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return (R, M) ends of the effects each assignment keeps: |u0 - tau| <= |u - tau v|."""
    u0 = outcome[0]
    away, towards = outcome - u0, outcome + u0
    scale = _TIE * (np.abs(outcome) + np.abs(u0))
    with np.errstate(divide="ignore", invalid="ignore"):
        first, second = -away / (1 - shift), towards / (1 + shift)
    low, high = np.minimum(first, second), np.maximum(first, second)
    same, opposite = np.abs(shift - 1) <= _TIE, np.abs(shift + 1) <= _TIE
    _replace(low, high, same, towards / 2, bounded_above=away > scale, free=np.abs(away) <= scale)
    _replace(low, high, opposite, -away / 2, bounded_above=towards < -scale, free=np.abs(towards) <= scale)
    wide = (np.abs(shift) > 1) & ~same & ~opposite
    low[wide], high[wide] = -np.inf, np.inf
    return low, high


def _replace(
    low: FloatArray, high: FloatArray, where: BoolArray, end: FloatArray, *, bounded_above: BoolArray, free: BoolArray
) -> None:
    """Write the half lines of |v| = 1: up to ``end`` or from it on, or the whole line."""
    low[where] = np.where(free | bounded_above, -np.inf, end)[where]
    high[where] = np.where(free | ~bounded_above, np.inf, end)[where]
