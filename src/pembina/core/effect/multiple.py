"""Several outcomes at once: the more is looked at, the more is found by chance.

The primary outcome is tested by itself, since it alone decides. The others are corrected among themselves by Holm's
step-down procedure (Holm 1979, Scandinavian Journal of Statistics 6), which needs no assumption on how they depend.
"""

import math
from collections.abc import Sequence


def holm(values: Sequence[float]) -> tuple[float, ...]:
    """Return (m,) adjusted p-values in the given order; NaN stays NaN and is not counted.

    Raises
    ------
    ValueError
        A value outside [0, 1].
    """
    known = sorted((value, place) for place, value in enumerate(values) if not math.isnan(value))
    if any(not 0 <= value <= 1 for value, _place in known):
        raise ValueError("a p-value lies outside 0 and 1")
    adjusted = [math.nan] * len(values)
    largest = 0.0
    for rank, (value, place) in enumerate(known):
        largest = max(largest, min(1.0, (len(known) - rank) * value))
        adjusted[place] = largest
    return tuple(adjusted)
