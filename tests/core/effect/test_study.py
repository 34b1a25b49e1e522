"""A study answers every outcome twice and corrects those beside the primary one."""

import json
import math

import numpy as np
import pytest

from pembina.core.effect.multiple import holm
from pembina.core.effect.question import Question
from pembina.core.effect.simulate import simulate_programme
from pembina.core.effect.study import StudyOutcome, study_result
from pembina.core.text import Text


def outcome(position=1, role="primary", effect=-2.0, late=0, seed=7):
    made = simulate_programme(units=60, periods=24, effect=effect, seed=seed)
    return StudyOutcome(
        position, role, Text(id="Waktu", en="Time"),
        Question(lower_is_better=True, smallest_effect=1.0, draws=199, outcome_unit="hari"),
        made.unit, made.period, made.outcome, made.start, made.start + late,
    )  # fmt: skip


def test_holm_multiplies_the_smallest_by_all_and_never_falls():
    assert holm([0.01, 0.04, 0.03]) == pytest.approx((0.03, 0.06, 0.06))
    assert holm([0.6, 0.9]) == (1.0, 1.0)
    found = holm([math.nan, 0.02])
    assert math.isnan(found[0])
    assert found[1] == 0.02
    with pytest.raises(ValueError, match="outside"):
        holm([1.2])


def test_the_same_arrays_give_the_same_text():
    once, twice = (json.dumps(study_result([outcome()], correction="holm"), sort_keys=True) for _ in range(2))
    assert once == twice


def test_only_those_beside_the_primary_are_corrected():
    found = study_result(
        [outcome(), outcome(2, "secondary", seed=8), outcome(3, "secondary", 0.0, seed=9), outcome(4, "guard")],
        correction="holm",
    )["outcomes"]
    assert [one["p_adjusted"] is None for one in found] == [True, False, False, True]
    assert found[1]["p_adjusted"] >= found[1]["p"]


def test_a_late_start_is_told_beside_the_planned_one():
    found = study_result([outcome(late=2)], correction="none")["outcomes"][0]
    assert found["slipped"]
    assert found["planned"]["id"]["headline"]["estimate"] != found["actual"]["id"]["headline"]["estimate"]


def test_what_cannot_be_answered_says_why():
    one = outcome()
    nobody = np.full(one.planned.shape, np.nan)
    broken = StudyOutcome(1, "primary", one.name, one.question, one.unit, one.period, one.outcome, nobody, nobody)
    found = study_result([broken], correction="none")["outcomes"][0]
    assert found["planned"] is None
    assert found["refused"]["planned"]["remedy"]["id"]


def test_the_chart_compares_every_month_with_the_last_before_the_start():
    found = study_result([outcome()], correction="none")["outcomes"][0]
    points = {one["event_time"]: one for one in found["event"]}
    assert (points[-1]["estimate"], points[-1]["ci_low"]) == (0.0, None)
    after = {one["event_time"]: one["estimate"] for one in found["planned"]["id"]["estimates"]["event"]}
    assert all(points[time]["estimate"] == pytest.approx(after[time]) for time in points if time >= 0)
    assert any(points[time]["estimate"] != after[time] for time in points.keys() & after.keys() if time < -1)
