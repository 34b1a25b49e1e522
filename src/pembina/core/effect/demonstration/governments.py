"""One programme in one simulated government: the panel that an evaluator sees, and what is true of it."""

from dataclasses import dataclass

import numpy as np

from pembina.core.effect.arrays import FloatArray, IntArray
from pembina.core.effect.demonstration.scenarios import MONTHS, STARTS, Scenario
from pembina.core.effect.design import FixedDesign
from pembina.core.effect.panel import Panel
from pembina.core.effect.past_series import PastSeries
from pembina.core.effect.simulate import autocorrelated_noise

FEWEST_DRAWS = 99


@dataclass(frozen=True)
class SimulatedPanel:
    """(n, T) outcomes of n units in T months, and when each started.

    Attributes
    ----------
    planned : (n,) index of the month of the planned start; T for units that wait
    reached : (n,) the month from which the programme really had its effect
    """

    scenario: Scenario
    outcome: FloatArray
    planned: IntArray
    reached: IntArray

    def panel(self, start: IntArray) -> Panel:
        """Return what the engine is given, by one of the two starts."""
        units, months = self.outcome.shape
        return Panel(self.outcome, start, tuple(range(units)), tuple(range(months)), np.empty((units, 0)))

    @property
    def past(self) -> PastSeries:
        """The months before anybody started."""
        return PastSeries.of(self.outcome[:, : STARTS[0]])

    @property
    def visible(self) -> float:
        """The effect that the comparison of this panel shows, noise apart: not the true one where it is spoilt."""
        effect = self.scenario.effect
        spoilt = effect * (_treated(self.reached) - _treated(self.planned))
        if not spoilt.any():
            return effect
        design = FixedDesign(self.planned, MONTHS, self.scenario.question(draws=FEWEST_DRAWS))
        as_seen, clean = design.headlines(np.stack([self.outcome, self.outcome - spoilt])).estimate
        return float(effect + as_seen - clean)


def simulated_panel(scenario: Scenario, seed: int) -> SimulatedPanel:
    """Draw the programme in a government; the same seed gives the same panel."""
    rng = np.random.default_rng([seed, *scenario.key.encode()])
    planned = rng.permutation(scenario.plan.cohort)
    reached = _reached(rng, scenario, planned)
    months, units = np.arange(MONTHS), len(planned)
    common = scenario.usual + scenario.trend * months + scenario.noise / 2 * np.sin(2 * np.pi * months / 12)
    level = scenario.level * rng.normal(size=(units, 1))
    own = scenario.noise * autocorrelated_noise(rng, (units, MONTHS), scenario.ar)
    return SimulatedPanel(scenario, common + level + own + scenario.effect * _treated(reached), planned, reached)


def _reached(rng: np.random.Generator, scenario: Scenario, planned: IntArray) -> IntArray:
    """Let the programme spill over to some of the units that wait."""
    reached = planned.copy()
    waiting = np.flatnonzero(planned == MONTHS)
    reached[rng.choice(waiting, round(scenario.spill * len(waiting)), replace=False)] = STARTS[0]
    return reached


def _treated(start: IntArray) -> FloatArray:
    return (np.arange(MONTHS)[None, :] >= start[:, None]).astype(np.float64)
