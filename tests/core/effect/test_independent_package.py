"""An independent package finds the same effects on data nobody has published figures for."""

import numpy as np
import pandas as pd
import pytest

from pembina.core.effect import aggregation
from pembina.core.effect.aggregation import CellEffects
from pembina.core.effect.group_time import group_time_effects
from pembina.core.effect.moments import panel_moments

from .panels import random_panel

diff_diff = pytest.importorskip("diff_diff", reason="the reference package is not installed")
CONTROL = {"never": "never_treated", "not-yet": "not_yet_treated"}


def as_frame(panel):
    n, periods = panel.outcome.shape
    start = np.where(panel.cohort < panel.never, np.take((*panel.periods, 0), panel.cohort), 0)
    return pd.DataFrame(
        {
            "unit": np.repeat(np.arange(n), periods),
            "time": np.tile(panel.periods, n),
            "y": panel.outcome.ravel(),
            "start": np.repeat(start, periods),
        }
    )


@pytest.mark.parametrize("comparison", ["never", "not-yet"])
@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::FutureWarning")
def test_cells_and_simple_average_agree(comparison):
    panel = random_panel(np.random.default_rng(21), units=120, periods=8, starts=(0, 3, 5, 7), effect=1.5)
    moments = panel_moments(panel)
    cells = group_time_effects(moments, comparison=comparison)
    theirs = diff_diff.CallawaySantAnna(control_group=CONTROL[comparison], estimation_method="reg").fit(
        as_frame(panel), outcome="y", unit="unit", time="time", first_treat="start", aggregate="simple"
    )
    values, errors = cells.estimates(moments), np.sqrt(np.diag(cells.analytic_covariance(moments)))
    for place, cell in enumerate(cells.labels):
        found = theirs.group_time_effects[panel.periods[cell.cohort], panel.periods[cell.period]]
        assert found["effect"] == pytest.approx(values[place], abs=1e-8)
        assert found["se"] == pytest.approx(errors[place], rel=1e-8)
    taken = aggregation.simple(CellEffects(cells.labels, values, moments.starts, moments.sizes))
    overall = cells.combined(taken.labels, taken.matrix, taken.share_offsets)
    assert theirs.overall_att == pytest.approx(float(overall.estimates(moments)[0]), abs=1e-8)
    assert theirs.overall_se == pytest.approx(float(overall.analytic_covariance(moments)[0, 0] ** 0.5), rel=1e-6)
