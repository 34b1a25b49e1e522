"""The rule of the verdict, and the sentences it speaks."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.effect.inference import Estimate, Method
from pembina.core.effect.notes import Note
from pembina.core.effect.question import Question
from pembina.core.effect.verdict import LABELS, Code, code_for, decide
from pembina.core.text import Text


def estimate(low: float, high: float) -> Estimate:
    return Estimate((low + high) / 2, (high - low) / 4, low, high, math.nan, math.nan, 0.5, Method.NEYMAN)


@pytest.mark.parametrize(
    ("low", "high", "smallest", "code"),
    [
        (1.0, 3.0, 1.0, Code.EFFECTIVE),
        (0.9, 3.0, 1.0, Code.SIZE_UNCERTAIN),
        (0.1, 0.9, 1.0, Code.NO_MEANINGFUL_EFFECT),
        (-0.9, 0.9, 1.0, Code.NO_MEANINGFUL_EFFECT),
        (-0.9, -0.1, 1.0, Code.NO_MEANINGFUL_EFFECT),
        (-1.0, 0.9, 1.0, Code.INCONCLUSIVE),
        (-0.9, 1.0, 1.0, Code.INCONCLUSIVE),
        (-3.0, -0.1, 1.0, Code.HARMFUL),
        (0.0, 2.0, 1.0, Code.INCONCLUSIVE),
        (0.1, 9.0, None, Code.SIZE_UNCERTAIN),
        (-9.0, -0.1, None, Code.HARMFUL),
        (-0.1, 0.1, None, Code.INCONCLUSIVE),
    ],
)
def test_rule(low: float, high: float, smallest: float | None, code: Code) -> None:
    assert code_for(low, high, smallest) is code


@given(st.floats(-10, 10), st.floats(0, 10), st.one_of(st.none(), st.floats(0.01, 10)))
def test_a_lower_outcome_is_judged_as_the_mirror_of_a_higher_one(
    low: float, width: float, smallest: float | None
) -> None:
    high = low + width
    rising = decide(estimate(low, high), Question(smallest_effect=smallest), ())
    falling = decide(estimate(-high, -low), Question(smallest_effect=smallest, lower_is_better=True), ())
    assert rising.code is falling.code


def test_every_verdict_has_its_official_label() -> None:
    assert [LABELS[code].id for code in Code] == [
        "berdampak berarti",
        "berdampak, besarnya belum pasti",
        "tidak ada dampak berarti",
        "belum dapat disimpulkan",
        "memburuk",
        "bukti tidak layak",
    ]


def test_sentence_of_an_effective_programme_in_both_languages() -> None:
    verdict = decide(estimate(-2.5, -1.5), Question(lower_is_better=True, smallest_effect=1.0), ())
    assert verdict.sentence.id == (
        "Program berdampak berarti: capaian turun rata-rata 2,0 (antara 1,5 dan 2,5, keyakinan 95%); "
        "seluruh selang itu mencapai 1, batas yang ditetapkan sebagai dampak berarti."
    )
    assert verdict.sentence.en == (
        "The programme works: the outcome fell by 2.0 on average (between 1.5 and 2.5, 95% confidence); "
        "the whole interval reaches 1, the smallest effect that was said to matter."
    )


def test_the_unit_of_the_outcome_follows_what_people_compare() -> None:
    question = Question(lower_is_better=True, smallest_effect=1.5, outcome_unit="hari")
    sentence = decide(estimate(-2.5, -1.0), question, ()).sentence.id
    assert "turun rata-rata 1,8 hari" in sentence
    assert "apakah mencapai 1,5 hari, batas" in sentence


def test_harm_says_in_which_direction_the_outcome_moved() -> None:
    verdict = decide(estimate(1.5, 2.5), Question(lower_is_better=True), ())
    assert verdict.code is Code.HARMFUL
    assert "capaian naik rata-rata 2,0" in verdict.sentence.id


def test_an_undecided_verdict_says_what_would_tell() -> None:
    verdict = decide(estimate(-3.0, 3.0), Question(smallest_effect=1.0), ())
    assert "kira-kira 9 kali unit" in verdict.sentence.id
    assert "further waves or months" in verdict.sentence.en


def test_an_obstacle_comes_before_any_number() -> None:
    obstacle = Note("one_treated_unit", Text(id="Hanya satu unit.", en="Only one unit."))
    verdict = decide(estimate(5, 6), Question(smallest_effect=1.0), (obstacle,))
    assert verdict.code is Code.NOT_CREDIBLE
    assert verdict.sentence.id.endswith("hanya satu unit.")
    assert verdict.reason == obstacle.message


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6), st.one_of(st.none(), st.floats(1e-3, 1e4)), st.booleans())
def test_every_sentence_is_one_sentence_with_indonesian_figures(
    low: float, width: float, smallest: float | None, lower_is_better: bool
) -> None:
    question = Question(smallest_effect=smallest, lower_is_better=lower_is_better)
    verdict = decide(estimate(low, low + width), question, ())
    for sentence in (verdict.sentence.id, verdict.sentence.en):
        assert sentence.endswith(".")
        assert not re.search(r"\bnan\b|\binf\b|\.\.|\{", sentence)
    assert not re.search(r"\d\.\d{1,2}\b(?!\.)", verdict.sentence.id)
