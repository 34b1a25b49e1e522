"""The promise on errors: at most 7 % false positives and at least 93 % coverage, from 8 units up."""

import numpy as np
import pytest

from pembina.core.effect.design import FixedDesign
from pembina.core.effect.operating import Noise, operating_characteristics
from pembina.core.effect.question import Question
from pembina.core.effect.simulate import autocorrelated_noise

from .designs import DESIGNS, MONTHS

SIMULATIONS = 2_000
EFFECT = 1.5


@pytest.mark.parametrize("random_timing", [False, True], ids=["compared", "efficient"])
@pytest.mark.parametrize("name", DESIGNS)
def test_headline_keeps_its_size_and_coverage(name: str, random_timing: bool) -> None:
    design = FixedDesign(DESIGNS[name], MONTHS, Question(random_timing=random_timing))
    found = operating_characteristics(design, effect=EFFECT, simulations=SIMULATIONS, seed=11)
    assert found is not None
    assert found.false_positives <= 0.07
    assert min(found.coverage) >= 0.93
    assert found.power > 2 * found.false_positives


def test_one_treated_unit_is_refused() -> None:
    design = FixedDesign(np.array([12] + [MONTHS] * 59), MONTHS, Question())
    assert operating_characteristics(design, effect=EFFECT, simulations=SIMULATIONS, seed=11) is None


def test_efficient_estimate_is_clearly_more_precise_where_levels_hardly_differ() -> None:
    noise = Noise(level=0.3)
    plain, efficient = (
        operating_characteristics(
            FixedDesign(DESIGNS["60 offices, 20 a wave"], MONTHS, Question(random_timing=by_lot)),
            effect=EFFECT,
            simulations=500,
            seed=5,
            noise=noise,
        )
        for by_lot in (False, True)
    )
    assert plain is not None
    assert efficient is not None
    assert efficient.spread < 0.75 * plain.spread


@pytest.mark.parametrize("name", ["2 treated, 20 controls", "8 offices, 2 a wave", "20 offices, 5 a wave"])
def test_an_effect_that_grows_with_time_is_covered_too(name: str) -> None:
    cohort, rng = DESIGNS[name], np.random.default_rng(12)
    design = FixedDesign(cohort, MONTHS, Question())
    growing = np.clip(np.arange(MONTHS)[None, :] - cohort[:, None] + 1, 0, 6) / 2.0
    truth = design.headlines(growing[None]).estimate[0]
    noise = rng.normal(size=(1_000, len(cohort), 1)) + autocorrelated_noise(rng, (1_000, len(cohort), MONTHS), 0.5)
    found = design.headlines(noise + growing).uncertainty
    assert np.mean((found.low <= truth) & (truth <= found.high)) >= 0.93
