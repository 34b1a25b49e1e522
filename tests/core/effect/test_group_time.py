"""Every cell equals the difference of means taken unit by unit, also with missing cells."""

import numpy as np
import pytest

from pembina.core.effect.group_time import Cell, group_time_effects
from pembina.core.effect.moments import panel_moments

from .panels import random_panel


def by_hand(panel, cell, comparison, base):
    """The estimate and its influence function, straight from the definition."""
    before = cell.period - 1 if cell.event_time < 0 and base == "varying" else cell.cohort - 1
    change = panel.outcome[:, cell.period] - panel.outcome[:, before]
    seen = ~np.isnan(change)
    treated = seen & (panel.cohort == cell.cohort)
    waiting = panel.cohort > max(before, cell.period)
    pool = seen & (panel.cohort == panel.never if comparison == "never" else waiting & (panel.cohort != cell.cohort))
    own, other = change[treated].mean(), change[pool].mean()
    n = len(panel.units)
    influence = np.where(treated, (change - own) * n / treated.sum(), 0.0)
    influence -= np.where(pool, (change - other) * n / pool.sum(), 0.0)
    return own - other, float(np.sqrt((influence**2).sum()) / n)


@pytest.mark.parametrize("base", ["varying", "universal"])
@pytest.mark.parametrize("comparison", ["never", "not-yet"])
@pytest.mark.parametrize("missing", [0.0, 0.25])
def test_cells_equal_the_definition(comparison, base, missing):
    panel = random_panel(np.random.default_rng(11), units=60, starts=(0, 3, 4, 6), missing=missing)
    moments = panel_moments(panel)
    cells = group_time_effects(moments, comparison=comparison, base=base)
    expected = np.array([by_hand(panel, cell, comparison, base) for cell in cells.labels])
    np.testing.assert_allclose(cells.estimates(moments), expected[:, 0], atol=1e-12)
    errors = np.sqrt(np.diag(cells.analytic_covariance(moments)))
    np.testing.assert_allclose(errors, expected[:, 1], rtol=1e-10 if not missing else 0.02)


def test_without_a_never_group_effects_end_when_the_last_wave_starts():
    panel = random_panel(np.random.default_rng(12), starts=(3, 5))
    cells = group_time_effects(panel_moments(panel), comparison="not-yet").labels
    assert max(cell.period for cell in cells) == 3
    assert Cell(2, 2) in cells
    assert group_time_effects(panel_moments(panel), comparison="never").labels == ()


def test_a_cell_nobody_observed_is_left_out_and_the_others_stay():
    panel = random_panel(np.random.default_rng(13))
    panel.outcome[panel.cohort == 2, 4] = np.nan
    cells = group_time_effects(panel_moments(panel)).labels
    assert Cell(2, 4) not in cells
    assert {Cell(2, 3), Cell(2, 5), Cell(3, 4)} <= set(cells)


def test_a_common_shock_changes_nothing():
    panel = random_panel(np.random.default_rng(14))
    before = group_time_effects(panel_moments(panel)).estimates(panel_moments(panel))
    panel.outcome[:, 3:] += 17.0
    moments = panel_moments(panel)
    np.testing.assert_allclose(group_time_effects(moments).estimates(moments), before, atol=1e-12)


def test_the_covariance_of_a_cohort_of_one_is_undefined():
    panel = random_panel(np.random.default_rng(15), units=21, starts=(0,) * 10 + (3,) + (0, 4) * 5)
    moments = panel_moments(panel)
    cells = group_time_effects(moments)
    assert moments.sizes[0] == 1
    undefined = np.isnan(np.diag(cells.cohort_covariances(moments).sum(axis=0)))
    assert undefined.any()
    assert not undefined.all()
    assert all(undefined[place] for place, cell in enumerate(cells.labels) if cell.cohort == 2)
