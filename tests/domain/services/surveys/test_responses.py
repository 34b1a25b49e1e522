"""Answers are stored once, as they were given, in the round to which they belong."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.services.surveys.survey_world import KEY, MONTH, NOON, TODAY
from pembina.core.rules.satisfaction_index import ELEMENTS, satisfaction_index
from pembina.domain.access.events import AuditEvent
from pembina.domain.services.answered import Answered
from pembina.domain.services.enums import Verdict
from pembina.domain.services.models import SurveyResponse
from pembina.domain.services.operations.response_decisions import decide_responses, undo_decisions
from pembina.domain.services.operations.responses import Sending, submit_response, type_response, undo_typed
from pembina.domain.services.operations.survey_setup import PeriodPlan, edit_place, plan_survey
from pembina.domain.services.survey_queries import counted_responses
from pembina.domain.services.survey_refusals import (
    DayOutsidePeriodError,
    KeyReusedError,
    NothingAnsweredError,
    NotYoursToUndoError,
    ServiceNotHereError,
    SurveyClosedError,
    TextTooLongError,
    UnansweredError,
    WrongScoreError,
)


def test_an_answer_is_stored_as_given_and_counts(survey):
    stored = survey.answer(scores="444444444", suggestion="Bagus 👍 <script>alert(1)</script>").response
    stored.refresh_from_db()
    assert stored.suggestion == "Bagus 👍 <script>alert(1)</script>"
    assert (stored.period, stored.place, stored.means, stored.answered_on) == (survey.period, survey.place, "qr", TODAY)
    counted = [each.answers for each in counted_responses(survey.period)]
    assert satisfaction_index(answers=counted, on=TODAY).index == 100


def test_the_same_key_twice_stores_once(survey):
    first, second = survey.answer(key=KEY), survey.answer(key=KEY, at=NOON + timedelta(days=1))
    assert (first.is_new, second.is_new) == (True, False)
    assert first.response == second.response
    assert SurveyResponse.objects.count() == 1


def test_the_same_key_with_other_answers_is_refused(survey):
    survey.answer(key=KEY)
    with pytest.raises(KeyReusedError):
        survey.answer(key=KEY, scores="111111111")
    assert [each.persyaratan for each in SurveyResponse.objects.all()] == [3]


def test_a_repeat_is_received_even_after_the_round_has_closed(survey):
    survey.answer(key=KEY)
    edit_place(place=survey.place, name="x", service=None, needs_code=False, is_active=False, by=None, at=NOON)
    survey.place.refresh_from_db()
    assert not survey.answer(key=KEY, at=NOON + timedelta(days=60)).is_new


@pytest.mark.parametrize("wrong", [0, 5, -1, 10**9, "3", 3.0, True])
def test_an_answer_outside_one_to_four_is_refused(survey, wrong):
    given = Answered({**dict.fromkeys(ELEMENTS, 3), "waktu": wrong})
    with pytest.raises(WrongScoreError) as refused:
        submit_response(place=survey.place, given=given, sending=Sending(KEY, NOON), at=NOON)
    assert refused.value.element == "waktu"
    assert not SurveyResponse.objects.exists()


def test_the_database_itself_refuses_a_wrong_score(survey):
    stored = survey.answer().response
    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyResponse.objects.filter(pk=stored.pk).update(waktu=5)


def test_what_is_missing_is_named(survey):
    given = Answered({**dict.fromkeys(ELEMENTS, 3), "waktu": None, "sarana": None})
    with pytest.raises(UnansweredError) as refused:
        submit_response(place=survey.place, given=given, sending=Sending(KEY, NOON), at=NOON)
    assert refused.value.elements == ("waktu", "sarana")


def test_a_text_without_end_is_refused(survey):
    with pytest.raises(TextTooLongError):
        survey.answer(suggestion="a" * 1001)


def test_outside_the_days_nothing_is_stored(survey):
    with pytest.raises(SurveyClosedError):
        survey.answer(at=NOON + timedelta(days=11))
    assert not SurveyResponse.objects.exists()


def test_what_was_given_before_closing_and_sent_after_it_counts(survey):
    """The page was given out, and answered without a line, on 30 November; the line came back on 2 December."""
    given, late = NOON + timedelta(days=10), NOON + timedelta(days=12)
    sending = Sending(KEY, page_given_at=given, device_at=given + timedelta(hours=1))
    answered = Answered(dict.fromkeys(ELEMENTS, 3))
    stored = submit_response(place=survey.place, given=answered, sending=sending, at=late).response
    assert (stored.answered_on, stored.received_at) == (date(2026, 11, 30), late)


@pytest.mark.parametrize("off", [timedelta(days=-300), timedelta(days=300)])
def test_a_clock_that_cannot_be_right_is_not_believed(survey, off):
    stored = survey.answer(device_at=NOON + off).response
    assert (stored.device_at, stored.answered_on) == (None, TODAY)


def test_the_round_of_the_nearest_unit_takes_the_answer(survey):
    above = plan_survey(unit=survey.office, plan=MONTH, by=None, at=NOON)
    assert survey.answer().response.period == survey.period
    survey.period.responses.all().delete()
    survey.period.delete()
    assert survey.answer().response.period == above


def test_a_round_of_one_service_takes_its_answers_only(survey):
    survey.period.delete()
    plan = PeriodPlan(**{**MONTH.columns, "title": "A"}, services=(survey.health,))
    confined = plan_survey(unit=survey.unit, plan=plan, by=None, at=NOON)
    assert survey.answer(service_id=survey.health.pk).response.period == confined
    with pytest.raises(SurveyClosedError):
        survey.answer(service_id=survey.births.pk)
    with pytest.raises(SurveyClosedError):
        survey.answer()


def test_a_service_that_is_not_offered_is_refused(survey):
    counter = survey.counter("Loket 2", service=survey.health)
    with pytest.raises(ServiceNotHereError):
        survey.answer(place=counter, service_id=survey.births.pk)
    with pytest.raises(ServiceNotHereError):
        survey.answer(service_id=10**6)


def typed(survey, by, *, at=NOON, key=KEY, on=TODAY, **scores):
    given = Answered(scores)
    return type_response(period=survey.period, given=given, answered_on=on, client_key=key, by=by, at=at)


def test_a_paper_form_may_have_gaps_and_is_on_record(survey, rina):
    stored = typed(survey, rina, waktu=2, sarana=4).response
    assert (stored.waktu, stored.biaya, stored.means, stored.typed_by) == (2, None, "paper", rina)
    event = AuditEvent.objects.get(operation="type_response")
    assert event.actor == rina
    assert event.changes["answers"] == ["", "- - 2 - - - - - 4"]
    assert not typed(survey, rina, waktu=2, sarana=4).is_new


def test_an_empty_form_and_a_day_outside_are_refused(survey, rina):
    with pytest.raises(NothingAnsweredError):
        typed(survey, rina)
    with pytest.raises(DayOutsidePeriodError):
        typed(survey, rina, waktu=2, on=date(2026, 12, 1))


def test_a_typed_form_can_be_taken_back_for_a_day_by_whoever_typed_it(survey, rina, budi):
    stored = typed(survey, rina, waktu=2).response
    for by, at in ((budi, NOON), (rina, NOON + timedelta(days=2))):
        with pytest.raises(NotYoursToUndoError):
            undo_typed(response=stored, by=by, at=at)
    undo_typed(response=stored, by=rina, at=NOON)
    assert not SurveyResponse.objects.exists()
    assert AuditEvent.objects.get(operation="undo_typed_response").changes["answers"] == ["- - 2 - - - - - -", ""]


def test_what_a_citizen_sent_cannot_be_taken_back(survey, rina):
    with pytest.raises(NotYoursToUndoError):
        undo_typed(response=survey.answer().response, by=rina, at=NOON)


def test_a_typed_form_goes_once_its_decision_was_taken_back(survey, rina):
    stored = typed(survey, rina, waktu=2).response
    chosen = SurveyResponse.objects.filter(pk=stored.pk)
    decide_responses(responses=chosen, verdict=Verdict.EXCLUDE, reason="Keliru", by=rina, at=NOON)
    with pytest.raises(NotYoursToUndoError):
        undo_typed(response=stored, by=rina, at=NOON)
    undo_decisions(responses=chosen, by=rina, at=NOON)
    undo_typed(response=stored, by=rina, at=NOON)
    assert not SurveyResponse.objects.exists()
