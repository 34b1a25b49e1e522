"""Our numbers are the published ones, to the digits that were printed."""

import numpy as np
import pytest

from pembina.core.effect import aggregation
from pembina.core.effect.aggregation import OVERALL, CellEffects
from pembina.core.effect.covariates import adjusted_effects, cell_effects
from pembina.core.effect.group_time import group_time_effects
from pembina.core.effect.moments import panel_moments
from pembina.core.effect.pretrend import pretrend_test, wald_test

from . import reference_data as published

pytestmark = published.needs_data

SCENARIOS = [("never", "mpdta_nev_dr"), ("not-yet", "mpdta_nyt_dr")]
AVERAGES = [
    ("simple", aggregation.simple),
    ("group", aggregation.by_cohort),
    ("dynamic", aggregation.by_event_time),
    ("calendar", aggregation.by_calendar),
]
CLOSE = {"rtol": 0, "atol": 1e-8}


def errors(covariance):
    return np.sqrt(np.diag(covariance))


@pytest.mark.parametrize(("comparison", "scenario"), SCENARIOS)
def test_all_twelve_group_time_effects(comparison, scenario):
    panel = published.counties()
    moments = panel_moments(panel)
    cells = group_time_effects(moments, comparison=comparison)
    expected = published.published_cells(scenario)
    keys = [(panel.periods[cell.cohort], panel.periods[cell.period]) for cell in cells.labels]
    assert sorted(keys) == sorted(expected)
    wanted = np.array([expected[key] for key in keys])
    np.testing.assert_allclose(cells.estimates(moments), wanted[:, 0], **CLOSE)
    np.testing.assert_allclose(errors(cells.analytic_covariance(moments)), wanted[:, 1], **CLOSE)


@pytest.mark.parametrize(("comparison", "scenario"), SCENARIOS)
@pytest.mark.parametrize(("kind", "average"), AVERAGES)
def test_averages(kind, average, comparison, scenario):
    panel = published.counties()
    moments = panel_moments(panel)
    cells = group_time_effects(moments, comparison=comparison)
    taken = average(CellEffects(cells.labels, cells.estimates(moments), moments.starts, moments.sizes))
    averages = cells.combined(taken.labels, taken.matrix, taken.share_offsets)
    found = np.column_stack([averages.estimates(moments), errors(averages.analytic_covariance(moments))])
    overall, parts = published.published_averages(scenario, kind)
    np.testing.assert_allclose(found[-1], overall, **CLOSE)
    name = (lambda label: label) if kind == "dynamic" else (lambda label: panel.periods[label])
    by_label = {name(label): row for label, row in zip(averages.labels, found, strict=True) if label != OVERALL}
    assert sorted(by_label) == sorted(parts)
    for label, expected in parts.items():
        np.testing.assert_allclose(by_label[label], expected, **CLOSE)


@pytest.mark.parametrize(("comparison", "scenario"), SCENARIOS)
def test_joint_pretrend(comparison, scenario):
    moments = panel_moments(published.counties())
    found = pretrend_test(moments, group_time_effects(moments, comparison=comparison))
    statistic, p = published.published_pretest(scenario)
    assert found.statistic == pytest.approx(statistic, abs=1e-8)
    assert found.p == pytest.approx(p, abs=5e-6)


COVARIATES = [
    ("mpdta_nev_reg_cov", "regression", lambda: published.counties("lpop")),
    ("sim_nev_dr", "doubly-robust", published.simulated),
]


@pytest.mark.parametrize(("scenario", "adjustment", "make"), COVARIATES)
def test_group_time_effects_with_covariates(scenario, adjustment, make):
    panel = make()
    found = adjusted_effects(panel, comparison="never", adjustment=adjustment)
    expected = published.published_cells(scenario)
    wanted = np.array([expected[panel.periods[cell.cohort], panel.periods[cell.period]] for cell in found.labels])
    assert len(found.labels) == len(expected)
    np.testing.assert_allclose(found.values, wanted[:, 0], **CLOSE)
    np.testing.assert_allclose(errors(found.covariance), wanted[:, 1], **CLOSE)


@pytest.mark.parametrize(("scenario", "adjustment", "make"), COVARIATES)
@pytest.mark.parametrize(("kind", "average"), AVERAGES)
def test_averages_with_covariates(kind, average, scenario, adjustment, make):
    panel = make()
    found = adjusted_effects(panel, comparison="never", adjustment=adjustment)
    place = np.searchsorted(panel.cohorts, panel.cohort)
    averages = found.combined(average(cell_effects(panel, found)), place)
    overall, _ = published.published_averages(scenario, kind)
    np.testing.assert_allclose([averages.values[-1], errors(averages.covariance)[-1]], overall, **CLOSE)


@pytest.mark.parametrize(("scenario", "adjustment", "make"), COVARIATES)
def test_joint_pretrend_with_covariates(scenario, adjustment, make):
    found = adjusted_effects(make(), comparison="never", adjustment=adjustment)
    early = [place for place, cell in enumerate(found.labels) if cell.event_time < 0]
    test = wald_test(found.values[early], found.covariance[np.ix_(early, early)])
    statistic, p = published.published_pretest(scenario)
    assert test.statistic == pytest.approx(statistic, abs=1e-8)
    assert test.p == pytest.approx(p, abs=5e-6)
