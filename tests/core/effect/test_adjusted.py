import numpy as np
import pytest

from pembina.core.effect.adjusted import AdjustedEvidence
from pembina.core.effect.notes import RefusedError
from pembina.core.effect.panel import panel_from_long
from pembina.core.effect.parameters import ATT, COHORT, EVENT, SIMPLE
from pembina.core.effect.question import Question

QUESTION = Question(comparison="never")


def growing_with_size(rng, *, units, effect):
    """Large units grow faster and start more often: without the covariate the effect is overstated."""
    size = rng.normal(size=units)
    start = np.where(size + rng.normal(size=units) > 0, 4.0, 0.0)
    period = np.arange(1, 7)
    outcome = size[:, None] * period + effect * ((start > 0)[:, None] & (period >= 4)) + rng.normal(size=(units, 6))
    return panel_from_long(
        np.repeat(np.arange(units), 6),
        np.tile(period, units),
        outcome.ravel(),
        np.repeat(start, 6),
        covariates=np.repeat(size, 6),
    )


def test_a_trend_that_depends_on_the_covariate_no_longer_fools():
    panel = growing_with_size(np.random.default_rng(1), units=600, effect=1.0)
    evidence = AdjustedEvidence(panel, QUESTION)
    found = evidence.fitted(SIMPLE)["overall"]
    assert found.ci_low < 1.0 < found.ci_high
    assert found.se < 0.2
    assert evidence.pretrend.p > 0.01
    unadjusted = panel.outcome[panel.cohort == 3][:, 3:].mean() - panel.outcome[panel.cohort == 3][:, :3].mean()
    assert unadjusted > 2.0


def test_bands_contain_intervals_and_every_family_is_there():
    evidence = AdjustedEvidence(growing_with_size(np.random.default_rng(2), units=300, effect=0.0), QUESTION)
    for name in (ATT, EVENT, COHORT):
        for label, found in zip(evidence.fitted(name).labels, evidence.fitted(name).estimates, strict=True):
            if label != "overall":
                assert found.band_low <= found.ci_low <= found.estimate <= found.ci_high <= found.band_high


def test_few_units_are_refused_with_the_remedy():
    with pytest.raises(RefusedError) as refused:
        AdjustedEvidence(growing_with_size(np.random.default_rng(3), units=30, effect=0.0), QUESTION)
    assert refused.value.code == "too_few_units_for_covariates"
    assert "tanpa kovariat" in refused.value.remedy.id


@pytest.mark.parametrize("reported_to", [6, 3])
def test_covariates_that_leave_nothing_to_compare_after_the_start_are_refused(reported_to: int) -> None:
    """Either nobody shares the covariates of those treated, or fewer than twenty report after the start."""
    unit, period = np.repeat(np.arange(60), 6), np.tile(np.arange(1, 7), 60)
    rng = np.random.default_rng(2)
    covariate = (unit < 30) * 1.0 if reported_to == 6 else rng.normal(size=60)[unit]
    kept = (period <= reported_to) | (unit % 30 < 19)
    panel = panel_from_long(
        unit[kept],
        period[kept],
        rng.normal(size=unit.size)[kept],
        np.where(unit < 30, 4.0, np.nan)[kept],
        covariates=covariate[kept],
    )
    with pytest.raises(RefusedError) as refused:
        AdjustedEvidence(panel, Question())
    assert refused.value.code == "no_overlap"
