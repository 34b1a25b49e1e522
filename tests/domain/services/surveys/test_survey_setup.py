"""Rounds that no answer could belong to twice; counters; files that come in and go."""

from dataclasses import replace
from datetime import date

import pytest

from domain.services.surveys.survey_world import MONTH, NOON, TODAY, make_service
from pembina.domain.access.events import AuditEvent
from pembina.domain.services.answered import Answered
from pembina.domain.services.enums import Verdict
from pembina.domain.services.models import SurveyPeriod, SurveyResponse
from pembina.domain.services.operations.response_decisions import decide_responses, undo_decisions
from pembina.domain.services.operations.survey_imports import PaperForm, apply_survey_import, undo_survey_import
from pembina.domain.services.operations.survey_setup import close_survey, edit_survey, plan_of, plan_survey
from pembina.domain.services.survey_refusals import (
    AnswersOutsideError,
    DayOutsidePeriodError,
    FileAppliedError,
    ImportDecidedError,
    ImportUndoneError,
    PeriodReversedError,
    PeriodsOverlapError,
    PlaceTakenError,
    ServiceOfOtherUnitError,
    WrongScoreError,
)


def test_the_target_is_that_of_the_table(survey):
    assert [SurveyPeriod(population=each).target for each in (None, 10, 1000, 1_000_000)] == [None, 10, 278, 384]


def test_rounds_of_a_unit_do_not_overlap_unless_they_share_no_service(survey):
    with pytest.raises(PeriodsOverlapError):
        plan_survey(unit=survey.unit, plan=MONTH, by=None, at=NOON)
    edit_survey(period=survey.period, plan=replace(MONTH, services=(survey.health,)), by=None, at=NOON)
    with pytest.raises(PeriodsOverlapError):
        plan_survey(unit=survey.unit, plan=replace(MONTH, services=(survey.health, survey.births)), by=None, at=NOON)
    assert plan_survey(unit=survey.unit, plan=replace(MONTH, services=(survey.births,)), by=None, at=NOON)


def test_impossible_plans_are_refused(survey):
    with pytest.raises(PeriodReversedError):
        plan_survey(unit=survey.unit, plan=replace(MONTH, closes_on=date(2026, 1, 1)), by=None, at=NOON)
    elsewhere = make_service(survey.office, "C")
    december = replace(MONTH, opens_on=date(2026, 12, 1), closes_on=date(2026, 12, 31), services=(elsewhere,))
    with pytest.raises(ServiceOfOtherUnitError):
        plan_survey(unit=survey.unit, plan=december, by=None, at=NOON)
    with pytest.raises(PlaceTakenError):
        survey.counter()


def test_a_change_keeps_the_answers_within_and_tells_what_changed(survey):
    survey.answer()
    with pytest.raises(AnswersOutsideError):
        edit_survey(period=survey.period, plan=replace(MONTH, opens_on=date(2026, 11, 21)), by=None, at=NOON)
    changed = edit_survey(period=survey.period, plan=replace(plan_of(survey.period), population=500), by=None, at=NOON)
    assert changed.target == 217
    assert close_survey(period=changed, by=None, at=NOON).closes_on == TODAY


def paper(row, **said):
    return PaperForm(row, said.pop("on", TODAY), Answered(said or {"waktu": 3}))


def bring_in(survey, by, *forms, sha="0" * 64):
    return apply_survey_import(period=survey.period, forms=forms, file_name="a.csv", sha256=sha, by=by, at=NOON)


def test_a_file_comes_in_whole_and_goes_whole(survey, rina):
    survey.answer()
    batch = bring_in(survey, rina, paper(2, waktu=1), paper(3, sarana=4))
    stored = SurveyResponse.objects.filter(batch=batch).order_by("pk")
    assert list(stored.values_list("waktu", "sarana", "means")) == [(1, None, "import"), (None, 4, "import")]
    with pytest.raises(FileAppliedError):
        bring_in(survey, rina, paper(2))
    assert undo_survey_import(batch=batch, by=rina, at=NOON) == 2
    assert SurveyResponse.objects.count() == 1
    with pytest.raises(ImportUndoneError):
        undo_survey_import(batch=batch, by=rina, at=NOON)
    assert bring_in(survey, rina, paper(2)).rows == 1


@pytest.mark.parametrize(
    ("bad", "refused"),
    [(paper(3, waktu=5), WrongScoreError), (paper(3, on=date(2027, 1, 1)), DayOutsidePeriodError)],
)
def test_one_bad_row_keeps_the_whole_file_out(survey, rina, bad, refused):
    with pytest.raises(refused):
        bring_in(survey, rina, paper(2), bad)
    assert not SurveyResponse.objects.exists()


def test_what_was_decided_on_does_not_vanish_with_its_file(survey, rina):
    batch = bring_in(survey, rina, paper(2))
    decide_responses(responses=SurveyResponse.objects.all(), verdict=Verdict.EXCLUDE, reason="x", by=rina, at=NOON)
    with pytest.raises(ImportDecidedError):
        undo_survey_import(batch=batch, by=rina, at=NOON)


def test_a_file_goes_once_its_decisions_were_taken_back(survey, rina):
    batch = bring_in(survey, rina, paper(2), paper(3))
    responses = SurveyResponse.objects.filter(batch=batch)
    decide_responses(responses=responses, verdict=Verdict.EXCLUDE, reason="Keliru", by=rina, at=NOON)
    undo_decisions(responses=responses, by=rina, at=NOON)
    assert undo_survey_import(batch=batch, by=rina, at=NOON) == 2
    assert not SurveyResponse.objects.exists()
    assert AuditEvent.objects.filter(operation="undo_decision").count() == 2
