"""Credit points: every percentage and coefficient, the examples of BKN, and what the next step needs."""

from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.appraisal_rating import Certainty, Predicate
from pembina.core.rules.credit_points import (
    Level,
    NeedState,
    NotInForceError,
    Refusal,
    Step,
    UnusableCreditError,
    credit_need,
    credit_points,
    level_named,
    level_of_siasn,
    levels,
)

CASES = yaml.safe_load((files("pembina.core.rules.credit_points") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
every_level, every_predicate, some_months = st.sampled_from(Level), st.sampled_from(Predicate), st.integers(1, 12)
amounts = st.decimals(min_value=0, max_value=600, places=2)


def converted(level="first_expert", predicate="good", months=12, on=TODAY):
    return credit_points(level=Level(level), predicate=Predicate(predicate), months=months, on=on)


def need(level="first_expert", step="rank", held=None):
    held = None if held is None else Decimal(held)
    return credit_need(level=Level(level), step=Step(step), held=held, on=TODAY)


def refused(because, call, *args, **kwargs):
    with pytest.raises(UnusableCreditError) as refusal:
        call(*args, **kwargs)
    assert refusal.value.reason is because
    assert refusal.value.remedy.id != refusal.value.remedy.en


@pytest.mark.parametrize("case", CASES["percentages"], ids=lambda case: case["predicate"])
def test_every_percentage(case):
    got = converted(predicate=case["predicate"])
    assert (str(got.percentage), str(got.points)) == (case["percentage"], case["points"])
    assert case["article"] in got.article
    assert got.certainty is Certainty.QUOTED


@pytest.mark.parametrize("case", CASES["coefficients"], ids=lambda case: case["level"])
def test_every_coefficient(case):
    got = converted(case["level"])
    assert str(got.points) == case["points"]
    assert case["article"] in got.article
    assert case["label"] in got.because.id
    assert level_of_siasn(case["siasn"], on=TODAY) == case["level"]


@pytest.mark.parametrize("case", CASES["examples"], ids=lambda case: case["name"])
def test_worked_examples(case):
    got = converted(case["level"], case["predicate"], case["months"])
    assert str(got.points) == case["points"]
    assert f"{case['months']}/12" in got.because.en


def test_the_sentence_is_the_sum_as_one_would_write_it():
    assert "2/12 × 100 % × 12,5 = 2,08 angka kredit" in converted(months=2).because.id


@pytest.mark.parametrize("case", CASES["needs"], ids=lambda case: case["level"])
def test_what_every_level_needs(case):
    for step, written in (("rank", case["rank"]), ("level", case["next"])):
        got = need(case["level"], step)
        assert got.required == (None if written is None else Decimal(written))
        assert got.article


@pytest.mark.parametrize("case", CASES["standing"], ids=lambda case: case["name"])
def test_how_points_stand_to_the_need(case):
    got = need(case["level"], case["step"], case["held"])
    assert got.state == case["state"]
    assert got.short_by == (None if case["short_by"] is None else Decimal(case["short_by"]))
    assert got.because.id != got.because.en


def test_the_cases_are_all_rows():
    assert {case["predicate"] for case in CASES["percentages"]} == set(Predicate)
    for part in ("coefficients", "needs"):
        assert [case["level"] for case in CASES[part]] == list(Level)
    assert {case["state"] for case in CASES["standing"]} == set(NeedState)


def test_what_is_not_known_is_not_zero_and_points_are_no_right():
    assert "tidak dihitung sebagai nol" in need(held=None).because.id
    assert "Syarat lain tetap berlaku" in need(held="50").because.id


@given(every_level, every_predicate, some_months)
def test_points_lie_between_nothing_and_one_and_a_half_years(level, predicate, months):
    got = converted(level, predicate, months)
    assert 0 < got.points <= got.yearly * Decimal("1.5") + Decimal("0.005")


@given(every_level, every_predicate, every_predicate, some_months, some_months)
def test_a_better_predicate_or_more_months_never_give_fewer(level, one, other, few, many):
    better, worse = sorted([one, other], key=list(Predicate).index)
    assert converted(level, worse, min(few, many)).points <= converted(level, better, max(few, many)).points


@given(every_predicate, some_months)
def test_a_higher_level_of_the_same_category_gives_more(predicate, months):
    for category in (list(Level)[:4], list(Level)[4:]):
        points = [converted(level, predicate, months).points for level in category]
        assert points == sorted(set(points))


@given(every_level, st.sampled_from(Step), amounts, amounts)
def test_who_holds_more_is_never_further_away(level, step, one, other):
    few, many = (need(level, step, held) for held in sorted([one, other]))
    if few.required is not None:
        assert many.short_by <= few.short_by
        assert (many.state is NeedState.REACHED) is (many.held >= many.required)


def test_what_gives_no_points_is_refused():
    for months in (0, 13, -1, True, 2.0, None):
        refused(Refusal.MONTHS, converted, months=months)
    for level, predicate in (("ahli", Predicate.GOOD), (Level.SKILLED, "baik"), (Level.SKILLED, None)):
        refused(Refusal.OFF_SCALE, credit_points, level=level, predicate=predicate, months=1, on=TODAY)
    refused(Refusal.UNKNOWN_CODE, level_of_siasn, "XX", on=TODAY)
    for held in (Decimal(-1), Decimal("NaN"), 12.5):
        refused(Refusal.HELD, credit_need, level=Level.SKILLED, step=Step.RANK, held=held, on=TODAY)
    assert len({step.siasn_code for step in levels(on=TODAY)}) == 8


def test_before_the_regulation_there_is_no_conversion():
    with pytest.raises(NotInForceError):
        converted(on=date(2022, 12, 31))


@pytest.mark.parametrize(
    ("position", "level"),
    [
        ("Pranata Komputer Ahli Muda", Level.JUNIOR_EXPERT), ("Arsiparis  terampil", Level.SKILLED),
        ("Kepala Bidang", None), ("Ahli Muda", None), ("Penyelia Lapangan", None), ("", None),
    ],
)  # fmt: skip
def test_the_level_is_that_with_whose_words_a_position_ends(position, level):
    assert level_named(position, on=TODAY) is level
