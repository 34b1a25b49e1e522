"""The mean of paired differences with its interval by Student's t (Student 1908, Biometrika 6, 1-25)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

from pembina.core.effect.distributions import student_t_quantile


@dataclass(frozen=True, slots=True)
class PairedDifference:
    """What differences of pairs say about their mean, in the unit of the differences.

    Attributes
    ----------
    n : number of differences
    mean : None without any
    deviation : sample standard deviation (n - 1); None below two
    t : mean over its standard error; None below two, and where all differences are the same
    degrees : n - 1; None below two
    low, high : ends of the interval; None where `t` is: without spread there is nothing to compute an error from
    effect_size : d_z, mean over `deviation`; None where `t` is
    """

    n: int
    mean: float | None
    deviation: float | None
    t: float | None
    degrees: int | None
    low: float | None
    high: float | None
    effect_size: float | None


def paired_difference(differences: Sequence[float], *, confidence: float = 0.95) -> PairedDifference:
    """Summarise finite differences; `confidence` in (0, 1)."""
    n = len(differences)
    if n == 0:
        return PairedDifference(0, None, None, None, None, None, None, None)
    if n == 1:
        return PairedDifference(1, differences[0], None, None, None, None, None, None)
    mean = fmean(differences)
    if len(set(differences)) == 1:
        return PairedDifference(n, mean, 0.0, None, n - 1, None, None, None)
    deviation = stdev(differences)
    error = deviation / math.sqrt(n)
    half = float(student_t_quantile((1 + confidence) / 2, n - 1)) * error
    return PairedDifference(n, mean, deviation, mean / error, n - 1, mean - half, mean + half, mean / deviation)
