"""The test before the start keeps its size with a handful of units and still sees a trend."""

import numpy as np
import pytest

from pembina.core.effect.estimation import Evidence
from pembina.core.effect.panel import Panel
from pembina.core.effect.question import Question
from pembina.core.effect.randomised_pretrend import pretrend_of, reassignment_test
from pembina.core.effect.simulate import autocorrelated_noise

from .designs import DESIGNS, MONTHS


def p_value(design: str, rng: np.random.Generator, drift: float = 0.0) -> float:
    cohort = DESIGNS[design]
    units = len(cohort)
    outcome = rng.normal(size=(units, 1)) + autocorrelated_noise(rng, (units, MONTHS), 0.5)
    outcome += drift * np.arange(MONTHS) * (cohort < MONTHS)[:, None]
    panel = Panel(outcome, cohort, tuple(range(units)), tuple(range(MONTHS)), np.empty((units, 0)))
    return pretrend_of(Evidence(panel, Question(draws=199)), 0.0).p


@pytest.mark.parametrize("design", ["2 treated, 20 controls", "20 offices, 5 a wave"])
def test_size(design: str) -> None:
    rng = np.random.default_rng(3)
    assert np.mean([p_value(design, rng) < 0.05 for _ in range(150)]) <= 0.1


def test_a_steep_trend_of_the_treated_is_seen() -> None:
    rng = np.random.default_rng(3)
    assert np.mean([p_value("2 treated, 20 controls", rng, drift=5.0) < 0.05 for _ in range(10)]) >= 0.9


def test_one_assignment_tests_nothing() -> None:
    assert np.isnan(reassignment_test(np.ones((1, 2))).p)
