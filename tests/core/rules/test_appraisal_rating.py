"""The predicate and its matrix, who is exempt, what is final, and the annual appraisal."""

from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest
import yaml

from pembina.core.rules.appraisal_rating import (
    Certainty,
    Cycle,
    Evaluator,
    ExemptState,
    Government,
    NotInForceError,
    Organisation,
    Position,
    Predicate,
    Rating,
    Refusal,
    UnusableRatingError,
    annual_basis,
    departing_rater,
    derived_predicate,
    finality_of_result,
    organisation_for_year,
    organisations,
    planning_duty,
    predicate_of_siasn,
    predicates,
    predicates_after_drop_out,
    rating_of_siasn,
    ratings,
)

CASES = yaml.safe_load((files("pembina.core.rules.appraisal_rating") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)


def refused(because, call, *args, **kwargs):
    with pytest.raises(UnusableRatingError) as refusal:
        call(*args, **kwargs)
    assert refusal.value.reason is because
    assert refusal.value.message.id != refusal.value.message.en
    assert refusal.value.remedy.id != refusal.value.remedy.en


@pytest.mark.parametrize("cycle", Cycle)
@pytest.mark.parametrize("case", CASES["matrix"], ids=lambda case: f"{case['results']}-{case['behaviour']}")
def test_all_nine_cells(case, cycle):
    got = derived_predicate(results=Rating(case["results"]), behaviour=Rating(case["behaviour"]), cycle=cycle, on=TODAY)
    assert (got.predicate, got.label.id, got.siasn_code) == (case["predicate"], case["label"], case["siasn"])
    assert got.certainty is Certainty.OFFICIAL
    assert got.label.id in got.because.id
    assert got.label.en in got.because.en
    assert got.article == CASES["matrix_article"][cycle]


def test_the_cases_are_the_whole_matrix():
    assert {(case["results"], case["behaviour"]) for case in CASES["matrix"]} == {
        (results, behaviour) for results in Rating for behaviour in Rating
    }


def test_a_better_rating_never_gives_a_worse_predicate_but_behaviour_below_is_never_mended_by_results():
    rank = list(Predicate).index
    cells = {
        (results, behaviour): rank(
            derived_predicate(results=results, behaviour=behaviour, cycle=Cycle.ANNUAL, on=TODAY).predicate
        )
        for results in Rating
        for behaviour in Rating
    }
    steps = list(Rating)
    for one in steps:
        for better, worse in pairwise(steps):
            assert cells[better, one] <= cells[worse, one]
            assert cells[one, better] <= cells[one, worse]
    assert min(cells[results, Rating.BELOW] for results in Rating) == rank(Predicate.POOR)


@pytest.mark.parametrize("outside", ["baik", "", None, 1])
def test_a_rating_outside_the_scale_has_no_cell(outside):
    refused(Refusal.NO_CELL, derived_predicate, results=outside, behaviour=Rating.ABOVE, cycle=Cycle.ANNUAL, on=TODAY)
    refused(Refusal.NO_CELL, derived_predicate, results=Rating.ABOVE, behaviour=outside, cycle=Cycle.ANNUAL, on=TODAY)


def test_codes_and_spelling_of_siasn_go_both_ways():
    assert [(step.siasn_code, step.siasn_name) for step in ratings(on=TODAY)] == [
        (1, "DIATAS ESPEKTASI"), (2, "SESUAI ESPEKTASI"), (3, "DIBAWAH ESPEKTASI")
    ]  # fmt: skip
    assert [step.siasn_name for step in predicates(on=TODAY)] == [
        "SANGAT BAIK", "BAIK", "BUTUH PERBAIKAN", "KURANG", "SANGAT KURANG"
    ]  # fmt: skip
    assert [rating_of_siasn(step.siasn_code, on=TODAY) for step in ratings(on=TODAY)] == list(Rating)
    assert [predicate_of_siasn(step.siasn_code, on=TODAY) for step in predicates(on=TODAY)] == list(Predicate)
    refused(Refusal.UNKNOWN_CODE, rating_of_siasn, 4, on=TODAY)
    refused(Refusal.UNKNOWN_CODE, predicate_of_siasn, 0, on=TODAY)


def test_the_organisation_has_its_own_scale_with_istimewa():
    assert [word.id for word in organisations(on=TODAY).values()] == [
        "Istimewa", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"
    ]  # fmt: skip


def test_a_study_that_was_not_finished_leaves_two_predicates():
    got = predicates_after_drop_out(on=TODAY)
    assert got.predicates == (Predicate.POOR, Predicate.VERY_POOR)
    assert "perilaku kerja" in got.because.id


@pytest.mark.parametrize("case", CASES["final"], ids=lambda case: case["name"])
def test_whose_result_is_final(case):
    got = finality_of_result(
        position=Position(case["position"]),
        government=Government(case["government"]),
        evaluator=Evaluator(case["evaluator"]),
        rater_was_silent=case["silent"],
        on=TODAY,
    )
    assert got.is_final is case["final"]
    assert case["article"] in got.article
    assert ("bersifat final, sehingga" in got.because.id) is case["final"]


@pytest.mark.parametrize(("state", "letter"), list(zip(ExemptState, "abcd", strict=True)))
def test_four_states_free_from_planning(state, letter):
    got = planning_duty(state=state, on=TODAY)
    assert not got.applies
    assert got.article.endswith(f"huruf {letter}")
    assert planning_duty(state=None, on=TODAY).applies


def test_the_annual_predicate_is_not_computed_from_the_periodic_ones():
    got = annual_basis(on=TODAY)
    assert not got.is_from_periodic
    assert "Pasal 25" in got.article


def used(issued, *, own=Organisation.GOOD, before=Organisation.POOR, on=date(2027, 2, 1)):
    return organisation_for_year(year=2026, own=own, issued=issued, before=before, on=on)


def test_a_rating_of_the_organisation_that_comes_after_january_gives_way_to_the_year_before():
    in_time, late = used(date(2027, 1, 31)), used(date(2027, 2, 1))
    assert (in_time.organisation, in_time.year, in_time.is_of_year_before) == (Organisation.GOOD, 2026, False)
    assert (late.organisation, late.year, late.is_of_year_before) == (Organisation.POOR, 2025, True)
    assert used(None, own=None).is_of_year_before
    assert "2025" in late.because.id
    assert "huruf f" in late.article


def test_a_rating_of_the_organisation_that_is_not_known_is_no_default():
    refused(Refusal.ORGANISATION, used, date(2027, 2, 1), before=None)
    refused(Refusal.ORGANISATION, used, None, own=None, on=date(2027, 1, 31))


def test_a_rater_who_moves_evaluates_only_within_the_days_of_evaluation():
    window = {"first": date(2026, 9, 1), "last": date(2026, 9, 30), "on": TODAY}
    assert not departing_rater(moved=date(2026, 8, 25), **window).evaluates
    assert departing_rater(moved=date(2026, 9, 25), **window).evaluates
    assert departing_rater(moved=date(2026, 9, 30), **window).evaluates
    assert not departing_rater(moved=date(2026, 10, 1), **window).evaluates
    refused(Refusal.BACKWARDS, departing_rater, moved=TODAY, first=date(2026, 9, 30), last=date(2026, 9, 1), on=TODAY)


def test_before_the_regulation_there_is_no_matrix():
    with pytest.raises(NotInForceError):
        derived_predicate(results=Rating.ABOVE, behaviour=Rating.ABOVE, cycle=Cycle.ANNUAL, on=date(2022, 2, 6))
