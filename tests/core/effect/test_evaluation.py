"""One call from panel to answer, and the object the command line prints."""

import json
from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from pembina.core.effect import Question, RefusedError, evaluate, panel_from_long
from pembina.core.effect.simulate import simulate_programme

from .panels import random_panel
from .reference_data import counties, needs_data, simulated

KEYS = {"units", "periods", "cohorts", "estimates", "efficient", "naive", "pretrend", "verdict", "warnings"}
NUMBERS = {"estimate", "se", "ci_low", "ci_high"}


def answer(panel, language="id", **question):
    return json.loads(json.dumps(evaluate(panel, Question(**question)).as_dict(language), allow_nan=False))


def codes(found) -> set[str]:
    return {warning["code"] for warning in found["warnings"]}


def test_the_printed_object_has_the_promised_shape() -> None:
    found = answer(simulate_programme().panel, lower_is_better=True, smallest_effect=1.0, random_timing=True)
    assert set(found) >= KEYS
    assert (found["units"], found["periods"], found["cohorts"]) == (60, 36, 4)
    for estimates in (found["estimates"], found["efficient"]):
        for name in ("simple", "cohort", "calendar", "dynamic"):
            assert set(estimates[name]) == NUMBERS
        assert set(estimates["event"][0]) == {"event_time", "band_low", "band_high", *NUMBERS}
    assert set(found["naive"]) >= {"before", "after", "change", "change_percent", "sentence"}
    assert set(found["headline"]) == {"p", "method", "sentence", *NUMBERS}
    assert set(found["verdict"]) >= {"code", "sentence"}
    assert [wave["units"] for wave in found["waves"]] == [12, 12, 12, 12, 12]


def test_without_a_lot_there_is_no_efficient_estimate() -> None:
    found = answer(simulate_programme().panel)
    assert found["efficient"] is None
    assert found["headline"]["estimate"] == found["estimates"]["simple"]["estimate"]


def test_languages_differ_in_words_and_agree_in_numbers() -> None:
    panel = simulate_programme().panel
    indonesian, english = answer(panel), answer(panel, "en")
    assert indonesian["verdict"]["code"] == english["verdict"]["code"]
    assert indonesian["verdict"]["sentence"] != english["verdict"]["sentence"]
    assert indonesian["estimates"] == english["estimates"]


def test_the_same_question_gets_the_same_answer() -> None:
    panel = random_panel(np.random.default_rng(1), units=15)
    assert answer(panel) == answer(panel)


def test_an_evaluation_cannot_be_changed() -> None:
    found = evaluate(simulate_programme().panel, Question())
    with pytest.raises(FrozenInstanceError):
        found.units = 1  # type: ignore[misc]


@needs_data
def test_counties_give_the_published_figures() -> None:
    found = answer(counties(), comparison="never")
    estimates = found["estimates"]
    published = {"simple": -0.0399513, "cohort": -0.0310183, "calendar": -0.0417004, "dynamic": -0.0772398}
    assert {name: round(estimates[name]["estimate"], 7) for name in published} == published
    assert round(estimates["simple"]["se"], 7) == 0.0120340
    assert (round(found["pretrend"]["statistic"], 6), round(found["pretrend"]["p"], 5)) == (7.791237, 0.16812)
    assert found["headline"]["method"] == "analytic"
    assert len(found["att"]) == 12


def test_a_trend_before_the_start_is_not_credible_unless_drawn_by_lot() -> None:
    panel = random_panel(np.random.default_rng(1), units=80, periods=12, starts=(0, 6, 9))
    steep = 0.2 * np.arange(12) * (panel.cohort < 12)[:, None]
    units, periods = np.indices(panel.outcome.shape)
    start = np.where(panel.cohort < 12, panel.cohort + 1.0, np.nan)[units]
    drifting = panel_from_long(units.ravel(), periods.ravel() + 1, (panel.outcome + steep).ravel(), start.ravel())
    found = answer(drifting, smallest_effect=0.1)
    assert found["verdict"]["code"] == "not_credible"
    assert "pretrend_failed" in codes(found)
    by_lot = answer(drifting, smallest_effect=0.1, random_timing=True)
    assert by_lot["pretrend"]["p"] > 0.001
    assert "pretrend_signal" in codes(by_lot)
    assert by_lot["verdict"]["code"] != "not_credible"


@pytest.mark.parametrize(
    ("starts", "units", "code"),
    [((3, 4), 2, "one_treated_unit"), ((3, 3, 5), 3, "few_comparison_units"), ((3, 3, 0, 0), 4, "too_few_assignments")],
)
def test_too_few_units_are_an_answer_and_not_a_crash(starts, units, code) -> None:
    found = answer(random_panel(np.random.default_rng(1), units=units, starts=starts), smallest_effect=1.0)
    assert found["verdict"]["code"] == "not_credible"
    assert found["headline"]["ci_low"] is None
    assert code in codes(found)


def test_warnings_about_the_answer() -> None:
    found = answer(random_panel(np.random.default_rng(1), units=12, starts=(0, 2, 4), missing=0.2))
    assert codes(found) >= {"few_units", "short_before", "no_smallest_effect", "missing_cells"}


def test_never_comparison_without_such_units_is_refused_with_the_remedy() -> None:
    panel = random_panel(np.random.default_rng(1), starts=(3, 4, 5))
    with pytest.raises(RefusedError) as refused:
        evaluate(panel, Question(comparison="never"))
    assert refused.value.code == "no_never_treated"
    assert "not-yet" in refused.value.remedy.en


def test_starts_never_observed_with_a_comparison_are_refused() -> None:
    panel = panel_from_long([1, 1, 2, 2], [1, 2, 1, 2], [1.0, 2.0, 3.0, np.nan], [2, 2, np.nan, np.nan])
    with pytest.raises(RefusedError) as refused:
        evaluate(panel, Question())
    assert refused.value.code == "no_comparison"


def test_strata_narrow_the_assignments() -> None:
    panel = random_panel(np.random.default_rng(2), units=16, starts=(0, 3))
    strata = {unit: unit % 2 for unit in panel.units[:-1]}
    found = answer(panel, strata=strata)
    assert "unit_without_stratum" in codes(found)
    assert found["question"]["stratified"] is True
    assert found["headline"]["p"] != answer(panel)["headline"]["p"]


@needs_data
def test_covariates_give_the_published_figures() -> None:
    found = answer(simulated(), comparison="never")
    assert {name: round(found["estimates"][name]["estimate"], 4) for name in ("simple", "dynamic")} == {
        "simple": 1.6583,
        "dynamic": 1.9904,
    }
    assert round(found["pretrend"]["p"], 5) == 0.60857


def test_covariates_with_few_units_are_refused() -> None:
    rng = np.random.default_rng(1)
    unit, period = (grid.ravel() for grid in np.indices((24, 6)))
    start = np.where(unit % 2 == 0, 3.0, np.nan)
    values = rng.normal(size=24)[unit]
    panel = panel_from_long(unit, period, rng.normal(size=unit.size), start, covariates=values)
    with pytest.raises(RefusedError) as refused:
        evaluate(panel, Question())
    assert refused.value.code == "too_few_units_for_covariates"
