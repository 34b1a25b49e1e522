"""Sampling error, change, and sums: named cases, brute force, and coverage in drawn surveys."""

from datetime import date
from importlib.resources import files
from statistics import stdev

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.satisfaction_index import ELEMENTS, UnusableAnswersError, satisfaction_index
from pembina.core.rules.survey_sample import (
    AnswerSums,
    UnlikeWeightsError,
    added,
    index_change,
    sampling_error,
    sums_of,
    survey_result,
)

DAY = date(2026, 1, 5)
CASES = yaml.safe_load((files("pembina.core.rules.survey_sample") / "cases.yaml").read_text(encoding="utf-8"))

answers = st.lists(st.lists(st.one_of(st.none(), st.integers(1, 4)), min_size=9, max_size=9), min_size=0, max_size=25)


def people(scores):
    return [dict(zip(ELEMENTS, row, strict=True)) for row in scores]


def alike(totals):
    """Return people who give the same score everywhere: 27 is nine times 3."""
    return sums_of(dict.fromkeys(ELEMENTS, total // 9) for total, many in totals.items() for _ in range(many))


def error_of(sums, **more):
    index = satisfaction_index(answers=sums.score_counts, missing="per_element", on=DAY)
    return sampling_error(sums=sums, index=index, on=DAY, **{"population": None} | more)


@pytest.mark.parametrize("case", CASES["errors"], ids=lambda case: case["name"])
def test_named_error(case):
    result = survey_result(sums=alike(case["totals"]), population=case["population"], on=case["day"])
    assert str(result.index.index) == case["index"]
    assert f"{result.error.standard_error:.4f}" == case["standard_error"]
    assert f"{result.error.margin:.4f}" == case["margin"]


@pytest.mark.parametrize("case", CASES["changes"], ids=lambda case: case["name"])
def test_named_change(case):
    before, after = (survey_result(sums=alike(case[when]), on=DAY) for when in ("earlier", "later"))
    change = index_change(
        earlier=before.index, later=after.index, earlier_error=before.error, later_error=after.error, on=DAY
    )
    assert (str(change.difference), change.exceeds) == (case["difference"], case["exceeds"])
    assert change.low < float(change.difference) < change.high


@given(answers, answers, answers)
def test_parts_add_up_to_the_whole(first, second, third):
    parts = [sums_of(people(part)) for part in (first, second, third)]
    assert added(parts) == sums_of(people(first + second + third)) == added(reversed(parts))


@given(answers)
def test_error_equals_the_textbook_on_the_scores_of_persons(scores):
    complete = [25 / 9 * sum(row) for row in scores if None not in row]
    sums = sums_of(people(scores))
    if sums.unanswered or len(complete) < 2:
        return
    found = error_of(sums)
    assert found.n == len(complete)
    assert found.deviation == pytest.approx(stdev(complete), abs=1e-9)
    assert found.standard_error == pytest.approx(stdev(complete) / len(complete) ** 0.5, abs=1e-9)


def test_the_interval_holds_the_truth_as_often_as_it_says():
    rng = np.random.default_rng(14)
    users = np.clip(np.rint(3 + rng.normal(0, 0.5, (800, 1)) + rng.normal(0, 0.6, (800, 9))), 1, 4).astype(int)
    truth, held = 25 / 9 * users.sum(axis=1).mean(), 0
    for _ in range(300):
        drawn = users[rng.choice(800, 260, replace=False)]
        found = error_of(sums_of(people(drawn.tolist())), population=800)
        held += found.low <= truth <= found.high
    assert 0.92 <= held / 300 <= 0.98


def test_a_change_by_chance_is_called_one_about_once_in_twenty():
    rng = np.random.default_rng(17)
    called = 0
    for _ in range(300):
        drawn = [rng.integers(2, 5, (60, 9)).tolist() for _ in range(2)]
        before, after = (survey_result(sums=sums_of(people(each)), on=DAY) for each in drawn)
        errors = {"earlier_error": before.error, "later_error": after.error}
        called += index_change(earlier=before.index, later=after.index, **errors, on=DAY).exceeds
    assert 0.02 <= called / 300 <= 0.09


def test_the_error_is_on_the_scale_of_the_weight_printed():
    sums = alike({36: 50, 27: 50})
    exact, rounded = (survey_result(sums=sums, weight=weight, on=DAY).error for weight in ("exact", "0.11"))
    assert rounded.standard_error == pytest.approx(exact.standard_error * 0.99)


def test_one_complete_answer_has_no_error_and_a_change_against_it_no_verdict():
    lone, many = survey_result(sums=alike({27: 1}), on=DAY), survey_result(sums=alike({36: 50, 27: 50}), on=DAY)
    assert lone.error is None
    change = index_change(
        earlier=lone.index, later=many.index, earlier_error=lone.error, later_error=many.error, on=DAY
    )
    assert (change.exceeds, change.margin) == (None, None)
    assert "tidak diketahui" in change.because.id


def test_different_weights_are_never_compared():
    one, other = (survey_result(sums=alike({27: 5, 36: 5}), weight=weight, on=DAY) for weight in ("exact", "0.11"))
    with pytest.raises(UnlikeWeightsError, match="bobot"):
        index_change(earlier=one.index, later=other.index, earlier_error=None, later_error=None, on=DAY)


def test_an_element_nobody_answered_leaves_no_index_and_says_which():
    sums = sums_of([{key: 3 for key in ELEMENTS if key != "biaya"}] * 10)
    result = survey_result(sums=sums, on=DAY)
    assert (result.index, result.error) == (None, None)
    assert "Biaya/tarif" in result.lacking.id


def test_nobody_leaves_no_index():
    assert survey_result(sums=AnswerSums(), on=DAY).lacking.en == "There is no answer yet."


def test_the_target_sample_says_how_many_are_missing():
    result = survey_result(sums=alike({36: 50, 27: 50}), population=1000, on=DAY)
    assert (result.target.needed, result.target.lacking) == (278, 178)
    assert "kurang 178" in result.target.because.id


def test_few_incomplete_and_alike_answers_are_told():
    sums = sums_of([dict.fromkeys(ELEMENTS, 3)] * 6 + [{"biaya": 3}] * 4)
    told = " ".join(warning.id for warning in error_of(sums, population=3).warnings)
    assert all(word in told for word in ("Hanya 6", "4 dari 10", "jumlah nilai yang sama", "lebih kecil"))


def test_places_that_differ_are_told_and_places_that_do_not_are_not():
    differing = [alike({36: 10}) if place % 2 else alike({27: 10}) for place in range(6)]
    mixed = [alike({36: 5, 27: 5})] * 6
    assert error_of(added(differing), places=differing).place_effect > 5
    assert "tempat yang sama" in error_of(added(differing), places=differing).warnings[-1].id
    assert error_of(added(mixed), places=mixed).place_effect == 0
    assert error_of(added(mixed), places=mixed[:4]).place_effect is None


@pytest.mark.parametrize(
    "broken",
    [
        AnswerSums(1, ((0, 0, 2, 0),) * 9, 1, 27, 729),
        AnswerSums(2, ((0, 0, 2, 0),) * 9, 2, 54, 1),
        AnswerSums(1, ((0, 0, 1, 0),) * 9, 1, 99, 9801),
        AnswerSums(1, ((0, -1, 1, 0),) * 9, 1, 27, 729),
    ],
)
def test_sums_that_no_answers_can_have_are_refused(broken):
    index = satisfaction_index(answers=[dict.fromkeys(ELEMENTS, 3)], on=DAY)
    with pytest.raises(UnusableAnswersError, match="tidak cocok"):
        sampling_error(sums=broken, index=index, population=None, on=DAY)
