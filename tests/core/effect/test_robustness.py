"""Pretended starts look only at the time before; leaving a wave out equals never having had its units."""

from dataclasses import replace

import numpy as np
import pytest

from pembina.core.effect.estimation import Evidence
from pembina.core.effect.evaluation import evaluate
from pembina.core.effect.question import Question
from pembina.core.effect.robustness import check_robustness, placebo_estimate

from .panels import random_panel


def staggered(seed: int = 1, **kwargs):
    return random_panel(np.random.default_rng(seed), units=80, periods=12, starts=(0, 6, 9), **kwargs)


def test_placebos_do_not_see_what_happened_after_the_start() -> None:
    panel = staggered()
    shocked = replace(panel, outcome=panel.outcome + 100.0 * panel.treated_cells())
    for lead in (1, 3):
        expected, found = (placebo_estimate(one, Question(), lead) for one in (panel, shocked))
        assert expected is not None
        assert found is not None
        assert found.estimate == pytest.approx(expected.estimate, abs=1e-9)
        assert found.se == pytest.approx(expected.se, abs=1e-9)


def test_placebo_equals_the_comparison_by_hand() -> None:
    panel = random_panel(np.random.default_rng(3), units=60, periods=8, starts=(0, 6))
    treated, never = panel.outcome[panel.cohort == 5], panel.outcome[panel.cohort == 8]
    by_hand = [(rows[:, 3:5] - rows[:, [2]]).mean() for rows in (treated, never)]
    found = placebo_estimate(panel, Question(), 2)
    assert found is not None
    assert found.estimate == pytest.approx(by_hand[0] - by_hand[1])


def test_a_movement_before_the_start_is_signalled() -> None:
    panel = staggered()
    early = np.arange(12)[None, :] >= panel.cohort[:, None] - 3
    ahead = replace(panel, outcome=panel.outcome + 5.0 * early)
    found = check_robustness(Evidence(ahead, Question()), 0.0)
    assert [placebo.lead for placebo in found.placebo_signals][:1] == [3]
    assert check_robustness(Evidence(panel, Question()), 0.0).placebo_signals == ()


@pytest.mark.parametrize("missing", [0.0, 0.1])
def test_leaving_a_cohort_out_equals_a_panel_without_it(missing: float) -> None:
    panel = staggered(missing=missing, effect=1.0)
    found = evaluate(panel, Question()).robustness.leave_one_out
    assert [left.cohort for left in found] == [6, 9]
    for left, cohort in zip(found, panel.treated_cohorts, strict=True):
        rest = evaluate(panel.of_units(panel.cohort != cohort), Question()).headline
        assert left.estimate.estimate == pytest.approx(rest.estimate, rel=1e-10)
        assert left.estimate.se == pytest.approx(rest.se, rel=1e-10)


def test_a_short_panel_gets_short_leads() -> None:
    panel = random_panel(np.random.default_rng(3), units=60, periods=5, starts=(0, 3))
    assert [placebo.lead for placebo in evaluate(panel, Question()).robustness.placebos] == [1]
