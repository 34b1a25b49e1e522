"""Where cells are missing, the units observed decide how sure an estimate is, not the units of the wave."""

import math
from dataclasses import replace

import numpy as np
import pytest

from pembina.core.effect import Question, panel_from_long
from pembina.core.effect.estimation import Evidence
from pembina.core.effect.features import Features
from pembina.core.effect.group_time import Cell
from pembina.core.effect.inference import Estimate, Method
from pembina.core.effect.parameters import ATT, SIMPLE, Parameters, families_of

UNITS, PERIODS, START = 60, 6, 4


def evidence(reporting: int) -> Evidence:
    """Thirty units treated from the fourth period on, of which only some report the last one; thirty never."""
    unit, period = np.repeat(np.arange(UNITS), PERIODS), np.tile(np.arange(1, PERIODS + 1), UNITS)
    outcome = np.random.default_rng(5).normal(size=unit.size)
    silent = (unit < 30 - reporting) & (period == PERIODS)
    start = np.where(unit < 30, START, np.nan)
    return Evidence(panel_from_long(unit, period, np.where(silent, np.nan, outcome), start), Question(draws=199))


def last_period(reporting: int) -> Estimate:
    found = evidence(reporting)
    return found.fitted(families_of(found.moments, "not-yet", (ATT,))[ATT])[Cell(START - 1, PERIODS - 1)]


@pytest.mark.parametrize(
    ("reporting", "method"), [(30, Method.ANALYTIC), (12, Method.NEYMAN), (3, Method.RANDOMISATION), (1, Method.NONE)]
)
def test_the_units_that_report_choose_the_method_of_a_cell(reporting: int, method: Method) -> None:
    assert last_period(reporting).method is method


def test_one_reporting_unit_has_no_interval() -> None:
    assert math.isnan(last_period(1).ci_low)


def test_an_average_rests_on_the_period_most_units_report() -> None:
    found = evidence(3)
    simple = families_of(found.moments, "not-yet", (SIMPLE,))[SIMPLE]
    assert simple.carrying(found.moments).tolist() == [[30, 30]]


def test_levels_count_the_units_that_report_as_differences_do() -> None:
    found = evidence(3)
    levels = Evidence(found.panel, found.question, features=Features(PERIODS))
    last = families_of(levels.moments, "not-yet", (ATT,))[ATT]
    only_last = replace(last.contrasts, weights=last.contrasts.weights * (np.arange(PERIODS) == PERIODS - 1))
    assert Parameters(only_last, last.cells).carrying(levels.moments).max(axis=0).tolist() == [3, 30]


def test_degrees_of_freedom_come_from_the_units_that_report() -> None:
    cell = last_period(12)
    everyone = last_period(19)
    assert (cell.ci_high - cell.ci_low) / cell.se > (everyone.ci_high - everyone.ci_low) / everyone.se
