"""What a plan could see from the past of its units: by the engine's own reckoning, in the months of the design."""

from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from pembina.core.effect.past_series import PastSeries
from pembina.core.effect.power import detectable_effect
from pembina.core.effect.question import Question
from pembina.core.effect.wave_plan import WavePlan
from pembina.core.text import Text
from pembina.domain.impact.plan_reckoning import Window, question_for, reckon, window_for
from pembina.domain.impact.wave_planning import Past
from pembina.domain.impact.whole_months import moved

STARTS = [date(2027, 1, 1), date(2027, 4, 1)]
WINDOW = Window(date(2025, 1, 1), 36, is_assumed=False)
QUESTION = Question(lower_is_better=True, smallest_effect=1.0, random_timing=True, outcome_unit="hari")


def past_of(units=20, months=24, gaps=()):
    random = np.random.default_rng(1)
    values = random.normal(20, 3, (units, 1)) + random.normal(0, 2, (units, months))
    for unit, month in gaps:
        values[unit, month] = np.nan
    days = tuple(moved(date(2024, 12, 1), place) for place in range(months))
    return Past(tuple(f"U{place}" for place in range(units)), days, values, Text(id="hari", en="days"))


def reckoned(past, *, sizes=(7, 7), starts=STARTS, never=6, window=WINDOW, question=QUESTION):
    return reckon(past, question, window=window, sizes=sizes, starts=starts, never=never)


def test_it_is_what_the_engine_says_of_this_plan():
    past = past_of()
    found = reckoned(past)
    plan = WavePlan((7, 7), (24, 27), 36, never=6)
    expected = detectable_effect(PastSeries.of(past.values), plan, QUESTION)
    assert found.plan == plan
    assert found.now.effect == pytest.approx(expected.effect)
    assert [(one.more_months, one.more_units) for one in found.bought] == [(1, 0), (0, 5)]


def test_the_table_holds_this_plan_and_the_same_units_divided_otherwise():
    found = reckoned(past_of())
    assert found.months == (6, 12, 18, 24)
    assert [row.waves for row in found.table] == [2, 3, 4, 6]
    own = found.table[0].cells[1]
    assert own.plan == found.plan
    for row in found.table:
        for months, cell in zip(found.months, row.cells, strict=True):
            assert (cell.plan.units, cell.plan.never, cell.plan.months) == (20, 6, 24 + months)
            assert cell.plan.starts[0] == 24
    effects = [cell.effect for cell in found.table[1].cells]
    assert effects == sorted(effects, reverse=True)


def test_what_cannot_be_divided_so_is_left_empty():
    found = reckoned(past_of(12), sizes=(2, 2), never=2)
    assert [cell is None for cell in found.table[3].cells] == [True] * 4


def test_the_curve_rises_from_nothing_over_the_power_asked_for():
    found = reckoned(past_of())
    sizes, powers = zip(*found.curve, strict=True)
    assert (sizes[0], sizes[-1]) == (0.0, pytest.approx(2 * found.now.effect))
    assert powers == tuple(sorted(powers))
    assert powers[12] == pytest.approx(0.8, abs=0.001)
    assert powers[0] < 0.05


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"sizes": (20,), "starts": STARTS[:1], "never": 0}, "no_comparison"),
        ({"starts": [STARTS[1], STARTS[0]]}, "impossible_plan"),
        ({"sizes": (7, 0)}, "impossible_plan"),
    ],
)
def test_a_plan_that_cannot_be_is_told_and_not_raised(change, code):
    found = reckoned(past_of(), **change)
    assert (found.refused.code, found.now, found.curve) == (code, None, [])


@pytest.mark.parametrize("past", [Past(), past_of(3), past_of(months=2)])
def test_too_little_past_is_told_and_not_raised(past):
    assert reckoned(past).refused.code == "past_too_little"


def test_the_longest_past_in_which_two_thirds_are_complete():
    past = past_of(9, 24, gaps=[(unit, 2) for unit in range(9)])
    assert past.series().months == 18
    patchy = past_of(9, 24, gaps=[(unit, unit * 2) for unit in range(9)])
    assert (patchy.series().months, patchy.series().units) == (12, 6)


def test_the_baseline_is_the_mean_of_the_last_year_that_is_known():
    past = past_of(4, 24, gaps=[(0, 20), *((3, month) for month in range(24))])
    found = past.baseline()
    assert set(found) == {"U0", "U1", "U2"}
    assert found["U1"] == pytest.approx(past.values[1, 12:].mean())
    assert found["U0"] == pytest.approx(np.nanmean(past.values[0, 12:]))


def test_months_that_do_not_hold_the_starts_are_replaced_and_said():
    design = SimpleNamespace(first_month=date(2025, 1, 1), last_month=date(2027, 12, 1))
    assert window_for(design, STARTS) == WINDOW
    for starts in ([date(2025, 1, 1)], [date(2027, 12, 1)], [date(2029, 1, 15)]):
        window = window_for(design, starts)
        assert window.is_assumed
        assert (window.place(starts[0]), window.months) == (24, 37)


def test_without_an_outcome_only_the_comparison_is_asked():
    design = SimpleNamespace(comparison="never", draws=999, seed=7)
    asked = question_for(design, None, by_lot=False)
    assert (asked.comparison, asked.smallest_effect, asked.random_timing) == ("never", None, False)
