"""The effect by months since the start as the template ``event_study`` draws it: places as shares of the picture."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

from pembina.core.effect.wording import figure, signed
from pembina.domain.impact.run_facts import EventPoint

MOST_BEFORE, MOST_AFTER = 12, 18
STEPS = 4


def shown_points(points: Sequence[EventPoint]) -> list[EventPoint]:
    """Return the months around the start: those far from it rest on the fewest units."""
    return [point for point in points if -MOST_BEFORE <= point.time <= MOST_AFTER]


def event_chart(points: Sequence[EventPoint], *, unit: str, description: str) -> dict[str, Any]:
    """Return the data of the picture in Indonesian; at least one point."""
    bounds = [v for p in points for v in (p.estimate, p.low, p.high, p.band_low, p.band_high) if v is not None]
    ticks = ticks_over([*bounds, 0.0])
    low, high = ticks[0], ticks[-1]
    first, last = points[0].time, points[-1].time
    slots = last - first + 1

    def place(value: float | None) -> float | None:
        return None if value is None else (value - low) / (high - low)

    return {
        "description": description,
        "ticks": [{"at": place(tick), "label": figure(tick, _digits(ticks)).id} for tick in ticks],
        "zero": place(0.0),
        "start": -first / slots,
        "slot": 1 / slots,
        "caption": "Bulan sejak program dimulai",
        "unit": unit,
        "before": "sebelum",
        "after": "sesudah",
        "points": [
            {
                "x": (point.time - first + 0.5) / slots,
                "time": point.time,
                "label": signed(point.time, 0).id,
                "estimate": place(point.estimate),
                "low": place(point.low),
                "high": place(point.high),
                "band_low": place(point.band_low),
                "band_high": place(point.band_high),
                "after": point.time >= 0,
            }
            for point in points
        ],
    }


def ticks_over(values: Iterable[float]) -> tuple[float, ...]:
    """Return some four round steps from below the smallest value to above the largest."""
    known = list(values)
    low, high = min(known), max(known)
    if low == high:
        low, high = low - 1.0, high + 1.0
    raw = (high - low) / STEPS
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(nice for nice in (1.0, 2.0, 2.5, 5.0, 10.0) if raw <= nice * power * (1 + 1e-9)) * power
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(round(index * step, 12) for index in range(first, last + 1))


def _digits(ticks: Sequence[float]) -> int:
    step = ticks[1] - ticks[0]
    return next((digits for digits in range(6) if math.isclose(round(step, digits), step, rel_tol=1e-6)), 6)
