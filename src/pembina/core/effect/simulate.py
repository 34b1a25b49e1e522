"""A simulated programme with a known effect: permit offices trained in waves while every office gets faster anyway.

The sample shows why before-after misleads: waiting times fall everywhere, so the offices trained early look as if the
training had done it all. What is drawn: office levels, a common trend with seasons, autocorrelated noise, offices that
report late. What is known: the true effect of each treated office-month.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.effect.panel import Panel, panel_from_long

TYPICAL_DAYS = 21.0
OFFICE_SPREAD = 3.0


@dataclass(frozen=True)
class Simulated:
    """Long columns of equal length, one row per reported office-month, and the truth.

    Attributes
    ----------
    unit : (R,) office names
    period : (R,) months from 1
    outcome : (R,) median days to issue a permit
    start : (R,) first month of the office's training; NaN for never
    truth : true average effect over all treated office-months, in days
    """

    unit: tuple[str, ...]
    period: IntArray
    outcome: FloatArray
    start: FloatArray
    truth: float

    @cached_property
    def panel(self) -> Panel:
        """The panel of these rows."""
        return panel_from_long(self.unit, self.period, self.outcome, self.start)

    def as_rows(self) -> list[dict[str, str]]:
        """Return the rows as text for a CSV file; the start of an office that never joins is empty."""
        columns = zip(self.unit, self.period.tolist(), self.outcome.tolist(), self.start.tolist(), strict=True)
        return [
            {
                "kantor": unit,
                "bulan": str(period),
                "hari_izin": f"{outcome:.2f}",
                "mulai": "" if start != start else str(int(start)),
            }
            for unit, period, outcome, start in columns
        ]


def simulate_programme(
    *,
    units: int = 60,
    periods: int = 36,
    waves: int = 4,
    effect: float = -2.0,
    trend: float = -0.2,
    seasonal: float = 0.8,
    late_reporters: float = 0.25,
    noise: float = 1.2,
    ar: float = 0.5,
    never_share: float = 0.2,
    seed: int = 2024,
) -> Simulated:
    """Draw a staged programme in permit offices; the same seed gives the same rows.

    Parameters
    ----------
    units, periods, waves : offices, months, and waves of training evenly spaced over the middle of the time
    effect : true change, in days, from the first month of training on
    trend : change per month in every office, in days
    seasonal : height of the yearly season, in days
    late_reporters : share of offices whose reports are late, so that some of their months are missing
    noise, ar : standard deviation and autocorrelation of the monthly noise
    never_share : share of offices that never join
    """
    rng = np.random.default_rng(seed)
    cohort = draw_cohorts(rng, units=units, periods=periods, waves=waves, never_share=never_share)
    months = np.arange(periods)
    treated = months[None, :] >= cohort[:, None]
    common = TYPICAL_DAYS + trend * months + seasonal * np.sin(2 * np.pi * months / 12)
    level = rng.normal(scale=OFFICE_SPREAD, size=(units, 1))
    outcome = common + level + noise * autocorrelated_noise(rng, (units, periods), ar) + effect * treated
    reported = _reported(rng, (units, periods), late_reporters)
    row, column = np.nonzero(reported)
    start = np.where(cohort < periods, cohort + 1.0, np.nan)
    return Simulated(
        tuple(f"Kantor {office + 1:02d}" for office in row.tolist()),
        column.astype(np.int64) + 1,
        np.round(np.maximum(outcome[row, column], 0.5), 2).astype(np.float64),
        start[row],
        effect,
    )


def draw_cohorts(
    rng: np.random.Generator, *, units: int, periods: int, waves: int, never_share: float = 0.0
) -> IntArray:
    """Draw by lot who starts when: equal waves between a quarter and three quarters of the time.

    Returns (n,) index of the first treated period; ``periods`` for never.
    """
    never = round(units * never_share)
    starts = wave_starts(periods, waves)
    labels = np.concatenate([starts[np.arange(units - never) % waves], np.full(never, periods)])
    return rng.permutation(labels).astype(np.int64)


def wave_starts(periods: int, waves: int) -> IntArray:
    """Return (waves,) evenly spaced first treated periods, between a quarter and three quarters of the time."""
    return np.unique(np.round(np.linspace(periods / 4, 3 * periods / 4, waves)).astype(np.int64))


def autocorrelated_noise(rng: np.random.Generator, shape: tuple[int, ...], ar: float) -> FloatArray:
    """Draw stationary first-order autoregressive noise of unit variance along the last axis."""
    noise = rng.standard_normal(shape)
    innovation = np.sqrt(1 - ar**2)
    for period in range(1, shape[-1]):
        noise[..., period] = ar * noise[..., period - 1] + innovation * noise[..., period]
    return noise


def _reported(rng: np.random.Generator, shape: tuple[int, int], late_reporters: float) -> BoolArray:
    """Return (n, T) which months were reported: late offices miss one month in eight, and their last two."""
    units, periods = shape
    late = rng.random(units) < late_reporters
    missing = rng.random(shape) < 1 / 8
    missing[:, periods - 2 :] = True
    return ~(missing & late[:, None])
