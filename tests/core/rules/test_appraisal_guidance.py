"""Advice to a rater: the pattern of predicates, the words on ratings, and grades of study. None of it blocks."""

from datetime import date
from decimal import Decimal
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.appraisal_rating import (
    Certainty,
    FeedbackTally,
    Organisation,
    Outcome,
    PatternState,
    Predicate,
    Rating,
    Refusal,
    StudyLevel,
    UnusableRatingError,
    Value,
    behaviour_guidance,
    core_values,
    pattern_advice,
    results_guidance,
    results_hint,
    study_guidance,
)

CASES = yaml.safe_load((files("pembina.core.rules.appraisal_rating") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
ABOVE, EXPECTED, BELOW = Rating


def refused(because, call, *args, **kwargs):
    with pytest.raises(UnusableRatingError) as refusal:
        call(*args, **kwargs)
    assert refusal.value.reason is because


def advice(organisation, **counts):
    return pattern_advice(
        organisation=organisation, counts={Predicate(name): count for name, count in counts.items()}, on=TODAY
    )


@pytest.mark.parametrize("organisation", Organisation)
def test_every_curve_has_its_top_at_the_ideal_predicate_and_shares_that_add_up(organisation):
    got = advice(organisation)
    shares = {row.predicate: row.advised_share for row in got.rows}
    assert max(shares, key=shares.get) is got.ideal
    assert abs(sum(shares.values()) - 100) <= Decimal("0.2")
    assert got.curve_certainty is Certainty.MEASURED
    assert list(Organisation).index(organisation) == list(Predicate).index(got.ideal)


def test_the_shares_of_istimewa_are_those_that_were_measured():
    assert [round(row.advised_share) for row in advice(Organisation.OUTSTANDING).rows] == [62, 26, 6, 4, 2]
    assert [round(row.advised_share) for row in advice(Organisation.GOOD).rows] == [17, 52, 17, 9, 4]


def test_a_spread_against_the_pattern_asks_for_a_reason_and_says_that_it_is_no_ban():
    got = advice(Organisation.POOR, very_good=9, poor=1)
    assert got.state is PatternState.OUTSIDE
    assert got.needs_reason
    assert "1 dari 10" in got.because.id
    assert "bukan larangan" in got.because.id
    assert [(row.count, row.share) for row in got.rows][:2] == [(9, 90), (0, 0)]


def test_most_is_more_than_half_and_two_persons_show_no_pattern():
    assert advice(Organisation.GOOD, good=2, very_good=2).state is PatternState.OUTSIDE
    assert advice(Organisation.GOOD, good=2, very_good=1).state is PatternState.WITHIN
    two = advice(Organisation.GOOD, very_good=2)
    assert two.state is PatternState.TOO_FEW
    assert not two.needs_reason


def test_a_unit_where_nobody_has_been_rated_has_no_shares():
    assert {row.share for row in advice(Organisation.GOOD).rows} == {None}


@pytest.mark.parametrize("count", [-1, True, 1.5])
def test_what_is_no_count_is_refused(count):
    refused(Refusal.COUNT, advice, Organisation.GOOD, good=count)


@pytest.mark.parametrize("off", ["istimewa", "", None])
def test_what_is_off_the_scale_is_refused_and_never_counted_silently(off):
    refused(Refusal.OFF_SCALE, pattern_advice, organisation=off, counts={}, on=TODAY)
    refused(Refusal.OFF_SCALE, pattern_advice, organisation=Organisation.GOOD, counts={off: 1}, on=TODAY)


def hint(results, feedback=None):
    return results_hint(outcomes=[Outcome(*result) for result in results], feedback=feedback, on=TODAY)


@pytest.mark.parametrize(
    ("results", "feedback", "expected"),
    [
        ([(ABOVE, True), (ABOVE, False), (EXPECTED, True)], (3, 0), ABOVE),
        ([(ABOVE, True), (ABOVE, True), (BELOW, False)], (3, 1), ABOVE),
        ([(ABOVE, True), (ABOVE, True), (BELOW, True)], (3, 1), None),
        ([(ABOVE, True), (ABOVE, True)], (1, 1), None),
        ([(EXPECTED, True)] * 3 + [(BELOW, True)], (1, 4), EXPECTED),
        ([(EXPECTED, False)] * 3 + [(BELOW, True), (EXPECTED, True)], (1, 0), None),
        ([(EXPECTED, True)] * 3, (0, 2), None),
        ([(BELOW, True), (BELOW, False), (EXPECTED, True)], (1, 2), BELOW),
        ([(BELOW, True), (BELOW, False), (EXPECTED, True)], (2, 1), None),
        ([(BELOW, True), (BELOW, False), (EXPECTED, True)], (1, 1), None),
        ([(ABOVE, True), (EXPECTED, True)], (2, 0), None),
    ],
)
def test_the_hint_follows_the_words_of_the_guidance_or_names_no_rating(results, feedback, expected):
    got = hint(results, FeedbackTally(*feedback))
    assert got.rating is expected
    assert "enilai" in got.because.id
    assert got.certainty is Certainty.CONVENTION


@pytest.mark.parametrize("feedback", [None, FeedbackTally(0, 0)])
def test_missing_feedback_is_not_negative_feedback(feedback):
    got = hint([(ABOVE, True)], feedback)
    assert (got.rating, got.is_without_feedback) == (ABOVE, True)
    assert "tidak dihitung sebagai negatif" in got.because.id


def test_without_results_there_is_no_hint():
    refused(Refusal.NO_RESULTS, hint, [])
    refused(Refusal.COUNT, FeedbackTally, -1, 0)


@given(st.lists(st.tuples(st.sampled_from(Rating), st.booleans()), min_size=1, max_size=12))
def test_a_hint_is_the_rating_that_more_than_half_of_the_results_have(results):
    got = hint(results)
    have = [rating for rating, _ in results]
    if got.rating:
        assert 2 * have.count(got.rating) > len(have)
    if got.rating is ABOVE:
        assert (BELOW, True) not in results


def test_the_words_of_the_guidance_stand_for_each_rating():
    for lines in (results_guidance(on=TODAY), behaviour_guidance(on=TODAY)):
        assert [line.rating for line in lines] == list(Rating)
    assert "penjaga" in behaviour_guidance(on=TODAY)[0].words.id


def test_behaviour_is_rated_by_seven_values_with_21_behaviours():
    known = core_values(on=TODAY)
    assert [found.value for found in known] == list(Value)
    assert "".join(found.label.id[0] for found in known) == "BAKHLAK"
    behaviours = {behaviour.id for found in known for behaviour in found.behaviours}
    assert len(behaviours) == 21
    assert all(behaviour.en != behaviour.id for found in known for behaviour in found.behaviours)
    assert {len(found.behaviours) for found in known} == {3}


@pytest.mark.parametrize("case", CASES["study"], ids=lambda case: f"{case['level']}-{case['university']}")
def test_both_edges_of_every_band_of_grades(case):
    for grade, predicate in case["edges"].items():
        got = study_guidance(
            level=StudyLevel(case["level"]),
            grade=Decimal(grade),
            university=case["university"],
            programme=case["programme"],
            on=TODAY,
        )
        assert got.predicate == predicate, grade
        assert grade.replace(".", ",") in got.because.id


grades = st.decimals(min_value=0, max_value=4, places=3)


@given(st.sampled_from(CASES["study"]), grades, grades)
def test_no_grade_falls_between_two_bands_and_a_better_one_is_never_worse(case, one, other):
    facts = {"level": StudyLevel(case["level"]), "on": TODAY, **{k: case[k] for k in ("university", "programme")}}
    low, high = sorted([one, other])
    worse, better = (study_guidance(grade=grade, **facts).predicate for grade in (low, high))
    assert list(Predicate).index(better) <= list(Predicate).index(worse)


def test_grades_and_accreditations_that_the_guidance_does_not_name_are_refused():
    facts = {"level": StudyLevel.BACHELOR, "university": "C", "programme": "B", "on": TODAY}
    for grade in (Decimal("4.01"), Decimal("-0.01"), Decimal("NaN"), 3.5):
        refused(Refusal.GRADE, study_guidance, grade=grade, **facts)
    for accreditation in ({"programme": "C"}, {"programme": None}, {"university": "abroad"}, {"university": "D"}):
        refused(Refusal.NO_ROW, study_guidance, grade=Decimal("3.5"), **{**facts, **accreditation})
