"""How long requests took, in the figures a file is described by; the median stands beside the mean."""

from dataclasses import dataclass

import numpy as np

from pembina.core.rules.service_time.timeline import Integers

MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True)
class SpanFigures:
    """Seconds from the first to the last instant of each request; the median stands beside the mean, never without.

    Attributes
    ----------
    count : requests with both instants
    mean, deviation : arithmetic mean, and the standard deviation of a sample (n - 1)
    median : the smallest value that at least half do not exceed
    """

    count: int
    mean: float | None = None
    deviation: float | None = None
    median: float | None = None
    longest: float | None = None


def figures_of(spans: Integers) -> SpanFigures:
    """Return the figures of `spans` in microseconds; those of nothing are missing."""
    if not spans.size:
        return SpanFigures(0)
    # Whole numbers are summed exactly; only the quotient is rounded.
    total = sum(map(int, spans))
    mean = total / spans.size
    squares = float(np.sum((spans.astype(np.float64) - mean) ** 2))
    deviation = (squares / (spans.size - 1)) ** 0.5 / MICROSECONDS if spans.size > 1 else None
    median = int(np.partition(spans, (spans.size - 1) // 2)[(spans.size - 1) // 2])
    return SpanFigures(
        int(spans.size),
        mean / MICROSECONDS,
        deviation,
        median / MICROSECONDS,
        int(spans.max()) / MICROSECONDS,
    )
