"""How realisations stand to targets: both directions, in full, and nothing made up where a number is missing."""

from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.goal_progress import (
    Basis,
    Direction,
    Gap,
    GoalState,
    Measure,
    NotInForceError,
    Refusal,
    UnusableGoalError,
    achievement,
    indicator_score,
)

CASES = yaml.safe_load((files("pembina.core.rules.goal_progress") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
amounts = st.decimals(min_value=-(10**6), max_value=10**6, places=3)
positive = st.decimals(min_value="0.001", max_value=10**6, places=3)


def decimal(written):
    return None if written is None else Decimal(written)


def measure(direction=Direction.LOWER, baseline="21", target="3", unit="hari"):
    return Measure(unit, Direction(direction), decimal(baseline), Decimal(target))


def at(realised, **facts):
    return achievement(measure=measure(**facts), realised=decimal(realised), on=TODAY)


def refused(because, call, *args, **kwargs):
    with pytest.raises(UnusableGoalError) as refusal:
        call(*args, **kwargs)
    assert refusal.value.reason is because
    assert refusal.value.remedy.id != refusal.value.remedy.en


def told(percentage):
    return percentage.gap or str(percentage.value)


@pytest.mark.parametrize("case", CASES["achievements"], ids=lambda case: case["name"])
def test_named_cases(case):
    got = at(case["realised"], **{name: case[name] for name in ("direction", "baseline", "target", "unit")})
    assert got.state == case["state"]
    assert (got.beyond, got.improved) == (decimal(case["beyond"]), decimal(case["improved"]))
    assert (told(got.progress), told(got.ratio)) == (case["progress"], case["ratio"])
    assert got.article
    for said in (got.because.id, got.because.en):
        assert case["unit"] in said


def test_every_gap_has_a_case_and_words_of_its_own():
    seen = {case[name] for case in CASES["achievements"] for name in ("progress", "ratio")}
    assert set(Gap) <= seen
    assert len({gap.label.id for gap in Gap}) == len(Gap)


def test_the_sentence_says_the_direction_and_that_a_shorter_time_is_better():
    said = at("2").because
    assert "makin rendah makin baik" in said.id
    assert "1 hari lebih baik daripada target" in said.id
    assert "9 hari lagi" in at("12").because.id
    assert "tidak dihitung sebagai nol" in at(None).because.id


def test_an_amount_below_zero_has_no_ratio_and_still_its_progress():
    got = at("-2", direction="higher", baseline="-10", target="5", unit="poin")
    assert (got.ratio.gap, got.ratio.value, told(got.progress)) == (Gap.NEGATIVE, None, "53.33")


@given(amounts, amounts, amounts, st.sampled_from(Direction))
def test_the_state_is_the_comparison_and_mirrors_with_the_direction(baseline, target, realised, direction):
    got = achievement(measure=Measure("unit", direction, baseline, target), realised=realised, on=TODAY)
    gain = (realised - target) * (1 if direction is Direction.HIGHER else -1)
    assert got.beyond == gain
    assert got.state is (GoalState.ABOVE if gain > 0 else GoalState.MET if gain == 0 else GoalState.BELOW)
    other = Direction.LOWER if direction is Direction.HIGHER else Direction.HIGHER
    mirrored = achievement(measure=Measure("unit", other, -baseline, -target), realised=-realised, on=TODAY)
    assert (mirrored.state, mirrored.beyond, mirrored.progress) == (got.state, got.beyond, got.progress)


@given(positive, positive, positive, st.sampled_from(Direction))
def test_a_percentage_reaches_100_exactly_where_the_target_is_reached(baseline, target, realised, direction):
    got = achievement(measure=Measure("unit", direction, baseline, target), realised=realised, on=TODAY)
    is_reached = got.state is not GoalState.BELOW
    assert (got.ratio.value >= 100) is is_reached
    if got.progress.value is not None:
        assert (got.progress.value >= 100) is is_reached


@given(positive, positive, st.tuples(positive, positive).map(sorted), st.sampled_from(Direction))
def test_a_better_realisation_never_has_a_lower_percentage(baseline, target, two, direction):
    low, high = (
        achievement(measure=Measure("unit", direction, baseline, target), realised=realised, on=TODAY)
        for realised in (two if direction is Direction.HIGHER else reversed(two))
    )
    assert low.ratio.value <= high.ratio.value
    if low.progress.value is not None:
        assert low.progress.value <= high.progress.value


@given(*[st.decimals(min_value=-(10**16), max_value=10**16, places=6)] * 3)
def test_the_largest_amounts_are_not_rounded(baseline, target, realised):
    got = achievement(measure=Measure("rupiah", Direction.HIGHER, baseline, target), realised=realised, on=TODAY)
    assert target + got.beyond == realised
    if got.progress.value is not None:
        assert (got.progress.value >= 100) is (realised >= target)


def test_a_cap_lives_only_in_a_score_and_the_achievement_stays_in_full():
    far = at("60", direction="higher", baseline="10", target="12", unit="dokumen")
    capped = indicator_score(achievement=far, basis=Basis.RATIO, cap=Decimal(120))
    assert (capped.value, capped.uncapped, capped.is_capped) == (120, 500, True)
    assert "tetap tercatat penuh" in capped.because.id
    free = indicator_score(achievement=far, basis=Basis.PROGRESS, cap=None)
    assert (free.value, free.is_capped) == (2500, False)
    assert far.ratio.value == 500
    below = indicator_score(achievement=at("12"), basis=Basis.PROGRESS, cap=Decimal(120))
    assert (below.value, below.is_capped) == (50, False)


@pytest.mark.parametrize("basis", Basis)
def test_what_has_no_percentage_has_no_score(basis):
    refused(Refusal.NO_PERCENT, indicator_score, achievement=at(None), basis=basis, cap=None)
    nothing = at("0", baseline="0", target="0")
    refused(Refusal.NO_PERCENT, indicator_score, achievement=nothing, basis=basis, cap=Decimal(120))


@pytest.mark.parametrize("cap", [Decimal(0), Decimal(-1), Decimal("NaN"), 120.0])
def test_unusable_caps_are_refused(cap):
    refused(Refusal.CAP, indicator_score, achievement=at("2"), basis=Basis.RATIO, cap=cap)


@pytest.mark.parametrize("amount", [1.5, True, "3", Decimal("NaN"), Decimal("Infinity"), 10**17, Decimal("0.1234567")])
def test_unusable_amounts_are_refused(amount):
    refused(Refusal.AMOUNT, achievement, measure=measure(), realised=amount, on=TODAY)
    refused(Refusal.AMOUNT, Measure, "hari", Direction.LOWER, amount, Decimal(3))
    refused(Refusal.AMOUNT, Measure, "hari", Direction.LOWER, None, amount)


def test_a_measure_without_unit_is_refused():
    refused(Refusal.UNIT, measure, unit="  ")


def test_before_the_regulation_there_is_no_achievement():
    with pytest.raises(NotInForceError):
        achievement(measure=measure(), realised=2, on=date(2022, 2, 6))
