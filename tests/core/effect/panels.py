"""Small random panels for tests."""

import numpy as np

from pembina.core.effect.panel import Panel, panel_from_long


def random_panel(rng, *, units=40, periods=6, starts=(0, 3, 4), missing=0.0, effect=0.0) -> Panel:
    """Units in random cohorts with a common walk, a level of their own and noise; 0 means never."""
    unit, period = (grid.ravel() for grid in np.meshgrid(np.arange(units), np.arange(1, periods + 1), indexing="ij"))
    start = np.resize(np.asarray(starts), units)[rng.permutation(units)]
    outcome = rng.normal(size=units)[unit] + np.cumsum(rng.normal(size=periods))[period - 1]
    outcome = outcome + rng.normal(size=unit.size) + effect * ((start[unit] > 0) & (period >= start[unit]))
    outcome = np.where(rng.random(unit.size) < missing, np.nan, outcome)
    return panel_from_long(unit, period, outcome, start[unit].astype(float))
