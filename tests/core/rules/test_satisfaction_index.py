"""The satisfaction index: named cases, published figures, properties, and what it refuses."""

from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.satisfaction_index import (
    ELEMENTS,
    NotInForceError,
    ScoreCounts,
    UnusableAnswersError,
    satisfaction_index,
)

DAY = date(2026, 1, 5)
CASES = yaml.safe_load((files("pembina.core.rules.satisfaction_index") / "cases.yaml").read_text(encoding="utf-8"))

respondents = st.lists(st.lists(st.integers(1, 4), min_size=9, max_size=9), min_size=1, max_size=30)


def rows(scores: list[list[int]]) -> list[dict[str, int]]:
    return [dict(zip(ELEMENTS, row, strict=True)) for row in scores]


def alike(scores: list[int]) -> ScoreCounts:
    by_score = {score: people for score, people in enumerate(scores, start=1) if people}
    return ScoreCounts(sum(scores), dict.fromkeys(ELEMENTS, by_score))


def totalling(totals: list[int], respondents: int) -> ScoreCounts:
    """Return counts with these totals: everybody gives the mean rounded down, and some one more."""
    counts = {}
    for element, total in zip(ELEMENTS, totals, strict=True):
        low, more = divmod(total, respondents)
        counts[element] = {low: respondents - more, low + 1: more} if more else {low: respondents}
    return ScoreCounts(respondents, counts)


def index_of(scores: list[list[int]]) -> Decimal:
    return satisfaction_index(answers=rows(scores), on=DAY).unrounded


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_named_case(case):
    counts = alike(case["scores"]) if "scores" in case else totalling(case["totals"], case["respondents"])
    result = satisfaction_index(answers=counts, weight=case["weight"], on=case["day"])
    assert (str(result.index), result.quality) == (case["index"], case["quality"])


def test_published_means_are_reproduced():
    published = next(case for case in CASES if case.get("respondents") == 29)
    result = satisfaction_index(answers=totalling(published["totals"], 29), on=DAY)
    assert [str(round(element.mean, 4)) for element in result.elements] == [
        "3.6207", "3.4828", "3.4483", "4.0000", "3.5172", "3.6207", "3.6552", "3.6207", "3.9655",
    ]  # fmt: skip


@given(respondents, st.randoms())
def test_order_of_respondents_does_not_matter(scores, random):
    shuffled = random.sample(scores, len(scores))
    assert index_of(shuffled) == index_of(scores)


@given(respondents)
def test_index_stays_between_25_and_100(scores):
    assert Decimal(25) <= index_of(scores) <= Decimal(100)


@given(respondents, st.integers(0, 8))
def test_a_better_answer_raises_the_index(scores, element):
    better = [list(row) for row in scores]
    better[0][element] = min(4, better[0][element] + 1)
    assert index_of(better) >= index_of(scores)
    assert (index_of(better) > index_of(scores)) == (better != scores)


def test_below_the_lowest_band_there_is_no_letter_and_a_reason():
    result = satisfaction_index(answers=alike([3, 0, 0, 0]), weight="0.11", on=DAY)
    assert result.quality is None
    assert "24,75" in result.because.id
    assert "0.11" in result.because.en


def test_a_missing_answer_is_refused_with_respondent_and_element():
    answers = rows([[4] * 9, [3] * 9])
    answers[1]["biaya"] = None
    with pytest.raises(UnusableAnswersError) as refused:
        satisfaction_index(answers=answers, on=DAY)
    assert (refused.value.respondent, refused.value.element) == (2, "biaya")


def test_per_element_rule_averages_over_those_who_answered_and_shows_their_number():
    answers = rows([[4] * 9, [2] * 9])
    del answers[1]["waktu"]
    result = satisfaction_index(answers=answers, missing="per_element", on=DAY)
    by_key = {element.key: element for element in result.elements}
    assert (by_key["waktu"].mean, by_key["waktu"].n, by_key["biaya"].n) == (Decimal(4), 1, 2)


def test_an_element_nobody_answered_is_refused_under_either_rule():
    answers = [{key: 3 for key in ELEMENTS if key != "sarana"}]
    with pytest.raises(UnusableAnswersError, match="sarana"):
        satisfaction_index(answers=answers, missing="per_element", on=DAY)


@pytest.mark.parametrize("score", [0, 5, -1, 2.5, True])
def test_a_score_outside_the_scale_names_respondent_and_element(score):
    answers = rows([[4] * 9])
    answers[0]["produk"] = score
    with pytest.raises(UnusableAnswersError, match=r"Responden ke-1, unsur produk"):
        satisfaction_index(answers=answers, on=DAY)


def test_no_respondent_is_refused():
    with pytest.raises(UnusableAnswersError, match="Tidak ada responden"):
        satisfaction_index(answers=[], on=DAY)


def test_a_day_before_the_regulation_is_refused():
    with pytest.raises(NotInForceError, match="12 Mei 2017"):
        satisfaction_index(answers=alike([0, 0, 0, 1]), on=date(2016, 12, 31))


def test_weakest_element_is_the_one_to_work_on():
    answers = rows([[3, 3, 1, 3, 3, 3, 3, 3, 3]])
    assert satisfaction_index(answers=answers, on=DAY).weakest.key == "waktu"


def test_the_result_as_json_can_hold_it():
    answers = [dict.fromkeys(ELEMENTS, 4) | {"waktu": 3}] * 5
    said = satisfaction_index(answers=answers, on=date(2026, 1, 5)).as_dict("en")
    assert (said["index"], said["quality"], said["weight"], said["respondents"]) == (97.22, "A", "exact", 5)
    assert said["weakest"] == "waktu"
    assert said["elements"][2] == {
        "key": "waktu",
        "label": "Completion time",
        "mean": 3.0,
        "weighted_mean": pytest.approx(1 / 3),
        "n": 5,
    }
