"""Six programmes whose true effects are known, and how often the engine finds what is true of them."""

from pembina.core.effect.demonstration.governments import SimulatedPanel, simulated_panel
from pembina.core.effect.demonstration.scenarios import SCENARIOS, Scenario
from pembina.core.effect.demonstration.verdicts import Judged, Tally, chance_range, judge, tally_of

__all__ = [
    "SCENARIOS",
    "Judged",
    "Scenario",
    "SimulatedPanel",
    "Tally",
    "chance_range",
    "judge",
    "simulated_panel",
    "tally_of",
]
