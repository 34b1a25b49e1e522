"""Soft warnings on the words and aspects of goals, and the days by which plans are agreed."""

from datetime import date
from importlib.resources import files

import pytest
import yaml

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.goal_progress import (
    Aspect,
    NotInForceError,
    Partner,
    Perspective,
    PlanState,
    Risk,
    absolute_words,
    aspects,
    draft_use,
    missing_aspects,
    missing_perspectives,
    perspectives,
    plan_standing,
    risks,
)

CASES = yaml.safe_load((files("pembina.core.rules.goal_progress") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)


def found(text, *, is_main=False, is_top_official=False, risk=None):
    return absolute_words(target=text, is_main=is_main, is_top_official=is_top_official, risk=risk, on=TODAY)


@pytest.mark.parametrize("case", CASES["words"], ids=lambda case: case["text"] or "nothing")
def test_absolute_words_are_found_as_whole_words_and_schedules_are_not(case):
    words = found(case["text"])
    assert [finding.word for finding in words] == case["found"]
    for finding in words:
        assert case["text"][finding.start : finding.end] == finding.word
        assert finding.word in finding.because.id
        assert "hlm. 51" in finding.article


@pytest.mark.parametrize("risk", Risk)
def test_a_main_result_that_bears_on_a_life_may_be_absolute_and_an_additional_one_may_not(risk):
    text = "Tidak pernah salah memberi obat"
    assert found(text, is_main=True, risk=risk) == ()
    assert len(found(text, is_main=False, risk=risk)) == 1
    assert len(found(text, is_main=True, risk=None)) == 1
    assert risk in risks(on=TODAY)


def test_the_rule_does_not_name_top_officials():
    assert found("Semua target tercapai", is_top_official=True) == ()


def test_missing_aspects_are_named_and_allowed():
    assert list(aspects(on=TODAY)) == list(Aspect)
    assert missing_aspects(present=Aspect, on=TODAY) is None
    got = missing_aspects(present=[Aspect.TIME, Aspect.QUANTITY, Aspect.TIME], on=TODAY)
    assert got.missing == (Aspect.QUALITY, Aspect.COST)
    assert "kualitas, biaya" in got.because.id
    assert "Ini boleh" in got.because.id
    assert missing_aspects(present=[], on=TODAY).missing == tuple(Aspect)


def test_the_plan_of_a_top_official_needs_the_perspective_of_the_budget():
    assert list(perspectives(on=TODAY)) == list(Perspective)
    assert missing_perspectives(present=Perspective, on=TODAY) is None
    soft = missing_perspectives(present=[Perspective.BUDGET, Perspective.PROCESSES], on=TODAY)
    assert (soft.missing, soft.required) == ((Perspective.RECIPIENTS, Perspective.STRENGTHENING), ())
    assert "Harus" not in soft.because.id
    hard = missing_perspectives(present=[Perspective.PROCESSES], on=TODAY)
    assert hard.required == (Perspective.BUDGET,)
    assert hard.because.id.endswith("Harus ada dalam setiap SKP ini: anggaran.")


@pytest.mark.parametrize(
    ("agreed", "on", "state", "partner"),
    [
        (None, date(2027, 1, 31), PlanState.RUNNING, Partner.RATER),
        (None, date(2027, 2, 1), PlanState.LATE, Partner.SUPERIOR),
        (date(2027, 1, 31), date(2027, 5, 1), PlanState.AGREED, None),
        (date(2027, 2, 1), date(2027, 5, 1), PlanState.AGREED_LATE, None),
    ],
)
def test_a_plan_is_agreed_by_the_end_of_january_or_with_the_superior_of_the_rater(agreed, on, state, partner):
    got = plan_standing(year=2027, agreed=agreed, on=on)
    assert (got.state, got.partner, got.due_on) == (state, partner, date(2027, 1, 31))
    assert ("angka 5" in got.article) is (state is PlanState.LATE)
    assert "31 January 2027" in got.because.en


def test_a_draft_agreement_may_be_used_once_the_second_week_of_january_has_passed():
    assert not draft_use(year=2027, agreement_set=None, on=date(2027, 1, 14)).may_be_used
    got = draft_use(year=2027, agreement_set=None, on=date(2027, 1, 15))
    assert (got.may_be_used, got.certainty) == (True, Certainty.CONVENTION)
    assert not draft_use(year=2027, agreement_set=date(2027, 1, 20), on=date(2027, 1, 20)).may_be_used
    assert draft_use(year=2027, agreement_set=date(2027, 1, 20), on=date(2027, 1, 19)).may_be_used


def test_a_year_before_the_regulation_has_no_such_limit():
    with pytest.raises(NotInForceError):
        plan_standing(year=2021, agreed=None, on=TODAY)
    assert plan_standing(year=2022, agreed=None, on=TODAY).state is PlanState.LATE
