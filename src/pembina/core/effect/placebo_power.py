"""Power by brute force: pretended waves over the real past, as often as wanted.

Nothing is assumed about the noise: every run takes a piece of the past, deals the units to the waves by lot, and asks
the headline of the engine. A constant effect moves an interval by itself, so that the end nearer to zero says at once
how large an effect had to be to be found in that run; the power at every size follows from the same runs.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from pembina.core.effect.arrays import FloatArray
from pembina.core.effect.design import FixedDesign
from pembina.core.effect.past_series import PastSeries
from pembina.core.effect.power import POWER
from pembina.core.effect.question import Question
from pembina.core.effect.wave_plan import WavePlan

CELLS_AT_ONCE = 2_000_000


@dataclass(frozen=True)
class PlaceboRuns:
    """What was found where nothing was.

    Attributes
    ----------
    thresholds : (S,) ascending: the effect above which each run would have found it, in the outcome's unit
    false_positives : share of runs that found an effect although there was none
    spread : standard deviation of the estimates
    """

    thresholds: FloatArray
    false_positives: float
    spread: float

    def power_at(self, effect: float) -> float:
        """Return the share of runs that would have found an effect of this size, on its own side of zero."""
        return float(np.searchsorted(self.thresholds, abs(effect)) / self.thresholds.size)

    def detectable(self, power: float = POWER) -> float:
        """Return the smallest effect that so many runs would have found; infinity if no effect would be."""
        return float(self.thresholds[min(math.ceil(power * self.thresholds.size), self.thresholds.size) - 1])


def placebo_runs(
    past: PastSeries, plan: WavePlan, question: Question, *, rng: np.random.Generator, simulations: int = 1_000
) -> PlaceboRuns:
    """Let pretended waves run over the past; for a plan that `power.detectable_effect` does not refuse.

    Both ends of an interval count as runs of their own, since an effect may go either way.
    """
    design = FixedDesign(plan.cohort, plan.months, replace(question, strata={}))
    step = max(1, CELLS_AT_ONCE // (plan.units * plan.months))
    low, high, estimate = [], [], []
    for first in range(0, simulations, step):
        count = min(step, simulations - first)
        found = design.headlines(past.drawn(rng, units=plan.units, months=plan.months, count=count))
        low.append(found.uncertainty.low)
        high.append(found.uncertainty.high)
        estimate.append(found.estimate)
    lows, highs = np.concatenate(low), np.concatenate(high)
    wrong = float(np.mean((lows > 0) | (highs < 0)))
    return PlaceboRuns(np.sort(np.concatenate([-lows, highs])), wrong, float(np.concatenate(estimate).std()))
