"""The headline of many outcomes at once equals one evaluation after the other."""

import math

import numpy as np
import pytest

from pembina.core.effect.design import FixedDesign
from pembina.core.effect.evaluation import evaluate
from pembina.core.effect.inference import Method
from pembina.core.effect.panel import Panel
from pembina.core.effect.question import Question

COHORTS = {
    Method.RANDOMISATION: np.repeat([3, 5, 8], [4, 4, 5]),
    Method.NEYMAN: np.repeat([3, 5, 8], [12, 11, 15]),
    Method.ANALYTIC: np.repeat([3, 5, 8], [22, 20, 25]),
}


@pytest.mark.parametrize("random_timing", [False, True])
@pytest.mark.parametrize("method", COHORTS)
def test_many_headlines_equal_single_evaluations(method: Method, random_timing: bool) -> None:
    cohort, question = COHORTS[method], Question(random_timing=random_timing, draws=199)
    outcomes = np.random.default_rng(1).normal(size=(3, len(cohort), 8))
    found = FixedDesign(cohort, 8, question).headlines(outcomes)
    for place, outcome in enumerate(outcomes):
        panel = Panel(outcome, cohort, tuple(range(len(cohort))), tuple(range(8)), np.empty((len(cohort), 0)))
        one = evaluate(panel, question).headline
        many = found.uncertainty
        assert one.method is found.method
        assert found.estimate[place] == pytest.approx(one.estimate, rel=1e-9)
        assert (many.se[place], many.p[place]) == pytest.approx((one.se, one.p), rel=1e-9)
        assert (many.low[place], many.high[place]) == pytest.approx((one.ci_low, one.ci_high), rel=1e-8)


def test_one_treated_unit_has_no_interval() -> None:
    cohort = np.array([3] + [8] * 20)
    panel = Panel(
        np.random.default_rng(1).normal(size=(21, 8)), cohort, tuple(range(21)), tuple(range(8)), np.empty((21, 0))
    )
    found = evaluate(panel, Question(smallest_effect=1.0))
    assert math.isnan(found.headline.ci_low)
    assert found.verdict.code == "not_credible"
    assert "one_treated_unit" in {note.code for note in found.notes}
