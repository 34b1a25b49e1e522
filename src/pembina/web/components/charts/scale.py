"""From values to places: pure functions, tested alone."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale whose ends are round numbers.

    Attributes
    ----------
    ticks : the values that carry a label, ascending, at least two; the first and last are the ends
    """

    ticks: tuple[float, ...]

    @property
    def low(self) -> float:
        return self.ticks[0]

    @property
    def high(self) -> float:
        return self.ticks[-1]

    @property
    def digits(self) -> int:
        """Decimals that tell neighbouring ticks apart."""
        step = self.ticks[1] - self.ticks[0]
        exact = (digits for digits in range(12) if math.isclose(round(step, digits), step, rel_tol=1e-6))
        return next(exact, 12)

    def place(self, value: float) -> float:
        """0 at the low end, 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


def present(values: Iterable[float | None]) -> list[float]:
    """The values that are there: neither None nor infinite nor NaN."""
    return [float(value) for value in values if value is not None and math.isfinite(value)]


def scale_over(values: Iterable[float | None], *, include: Sequence[float] = (), count: int = 4) -> Scale:
    """A scale with about ``count`` steps over the present values and ``include``; of one value, around that value."""
    known = [*present(values), *include]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    if low == high:
        margin = abs(low) / 2 or 1.0
        low, high = low - margin, high + margin
    step = round_step((high - low) / count)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Scale(tuple(round(index * step, 12) for index in range(first, last + 1)))


def round_step(raw: float) -> float:
    """The next of 1, 2, 2.5, 5, 10 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(raw))
    return next(nice for nice in (1.0, 2.0, 2.5, 5.0, 10.0) if raw <= nice * power * (1 + 1e-9)) * power


def every(count: int, most: int, anchor: int = 0) -> list[int]:
    """Positions of at most about ``most`` evenly spaced labels among ``count``; ``anchor`` is always one of them."""
    step = max(1, math.ceil(count / most))
    return list(range(anchor % step, count, step))


def runs(values: Sequence[float | None]) -> list[list[tuple[int, float]]]:
    """Unbroken stretches of present values as (position, value): a missing value parts the line."""
    stretches: list[list[tuple[int, float]]] = [[]]
    for position, value in enumerate(values):
        if value is None or not math.isfinite(value):
            stretches.append([])
        else:
            stretches[-1].append((position, float(value)))
    return [stretch for stretch in stretches if stretch]
