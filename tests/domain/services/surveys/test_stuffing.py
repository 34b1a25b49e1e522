"""Stuffing is slowed, marked, and excluded by nobody but an officer with a reason."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.services.surveys.survey_world import NOON, TODAY
from pembina.domain.access.events import AuditEvent
from pembina.domain.services.bursts import Traces, traces
from pembina.domain.services.enums import Verdict
from pembina.domain.services.models import CounterCode, ResponseDecision, SurveyResponse
from pembina.domain.services.operations.response_decisions import decide_responses, undo_decisions
from pembina.domain.services.operations.responses import forget_traces
from pembina.domain.services.operations.survey_setup import make_codes, withdraw_codes
from pembina.domain.services.survey_queries import counted_responses
from pembina.domain.services.survey_refusals import (
    CodeRefusedError,
    DecisionReasonMissingError,
    NothingDecidedError,
    TooManyAnswersError,
)

ONE_DEVICE = Traces(device="d" * 64, network="n" * 64)


def varied(number):
    """Nine scores, different for each number below 81."""
    return f"3232323{number // 9 % 4 + 1}{number % 4 + 1}"


def marks():
    return list(SurveyResponse.objects.order_by("pk").values_list("suspicion", flat=True))


def test_few_answers_from_one_device_are_not_marked(survey):
    for number in range(3):
        survey.answer(traces=ONE_DEVICE, scores=varied(number))
    assert marks() == ["", "", ""]


def test_more_from_one_device_are_all_marked_and_then_asked_to_wait(survey):
    for number in range(8):
        survey.answer(traces=ONE_DEVICE, scores=varied(number))
    assert marks() == ["same_device"] * 8
    with pytest.raises(TooManyAnswersError):
        survey.answer(traces=ONE_DEVICE)
    assert survey.answer(traces=ONE_DEVICE, at=NOON + timedelta(minutes=16)).is_new
    assert counted_responses(survey.period).count() == 9


def test_many_phones_of_one_office_are_let_through_and_marked_late(survey):
    for number in range(50):
        survey.answer(traces=Traces(f"{number:064}", "n" * 64), scores=varied(number))
    assert set(marks()) == {"same_address"}
    assert SurveyResponse.objects.count() == 50


def test_a_flood_from_one_network_waits_while_others_go_on(survey):
    row = {"period": survey.period, "place": survey.place, "means": "qr", "waktu": 3, "answered_on": TODAY}
    SurveyResponse.objects.bulk_create(
        SurveyResponse(**row, client_key=f"{n:032}", received_at=NOON, network="n" * 64) for n in range(700)
    )
    with pytest.raises(TooManyAnswersError):
        survey.answer(traces=Traces("e" * 64, "n" * 64))
    assert survey.answer(traces=Traces("f" * 64, "m" * 64)).is_new


def test_answers_all_alike_within_minutes_are_marked(survey):
    for number in range(6):
        survey.answer(traces=Traces(f"{number:064}", f"{number:064}"), scores="444444444")
    assert marks() == ["same_answers"] * 6


def test_answers_alike_over_hours_are_not(survey):
    for number in range(6):
        survey.answer(traces=ONE_DEVICE, scores="444444444", at=NOON + timedelta(minutes=20 * number))
    assert set(marks()) == {""}


def test_traces_tell_neither_address_nor_day_after_day():
    said = {"device": "", "address": "10.1.2.3", "agent": "Android"}
    today, tomorrow = traces(**said, on=TODAY), traces(**said, on=TODAY + timedelta(days=1))
    assert "10.1.2.3" not in today.network
    assert today.network != tomorrow.network
    assert traces(device="a", address="10.1.2.3", agent="x", on=TODAY).network == today.network
    assert traces(device="a", address="10.1.2.3", agent="x", on=TODAY).device != today.device
    assert traces(device="", address=None, agent="x", on=TODAY) == Traces()


def test_traces_are_wiped_after_a_month(survey, rina):
    survey.answer(traces=ONE_DEVICE)
    assert forget_traces(by=rina, at=NOON + timedelta(days=29)) == 0
    assert forget_traces(by=rina, at=NOON + timedelta(days=31)) == 1
    assert not SurveyResponse.objects.exclude(device="", network="").exists()


def test_a_code_works_once_whatever_its_case(survey):
    counter = survey.counter("Loket 3", needs_code=True)
    code = make_codes(place=counter, number=1, expires_on=date(2026, 11, 30), by=None, at=NOON)[0]
    with pytest.raises(CodeRefusedError):
        survey.answer(place=counter)
    with pytest.raises(CodeRefusedError):
        survey.answer(code=code)
    assert survey.answer(place=counter, code=f" {code.lower().replace('-', '')} ").is_new
    with pytest.raises(CodeRefusedError):
        survey.answer(place=counter, code=code)
    assert code not in str(CounterCode.objects.values().get())


def test_codes_expire_and_can_be_withdrawn(survey):
    counter = survey.counter("Loket 3", needs_code=True)
    codes = make_codes(place=counter, number=3, expires_on=TODAY, by=None, at=NOON)
    with pytest.raises(CodeRefusedError):
        survey.answer(place=counter, code=codes[0], at=NOON + timedelta(days=1))
    assert withdraw_codes(place=counter, by=None, at=NOON) == 3
    with pytest.raises(CodeRefusedError):
        survey.answer(place=counter, code=codes[0])


def test_a_code_that_was_good_when_answered_is_taken_after_midnight(survey):
    counter = survey.counter("Loket 3", needs_code=True)
    code = make_codes(place=counter, number=1, expires_on=TODAY, by=None, at=NOON)[0]
    just_before, just_after = NOON + timedelta(hours=11, minutes=50), NOON + timedelta(hours=12, minutes=10)
    assert survey.answer(place=counter, code=code, device_at=just_before, at=just_after).is_new
    assert CounterCode.objects.get().used_on == TODAY


@pytest.mark.parametrize("device_at", [None, NOON - timedelta(days=9), NOON + timedelta(days=9)])
def test_a_clock_that_cannot_be_believed_makes_no_expired_code_good(survey, device_at):
    counter = survey.counter("Loket 3", needs_code=True)
    code = make_codes(place=counter, number=1, expires_on=TODAY, by=None, at=NOON)[0]
    with pytest.raises(CodeRefusedError):
        survey.answer(place=counter, code=code, device_at=device_at, at=NOON + timedelta(hours=12, minutes=10))


def test_a_refused_answer_does_not_use_its_code_up(survey):
    counter = survey.counter("Loket 3", needs_code=True)
    code = make_codes(place=counter, number=1, expires_on=TODAY, by=None, at=NOON)[0]
    first = survey.answer().response
    with pytest.raises(IntegrityError), transaction.atomic():
        SurveyResponse.objects.create(client_key=first.client_key, period=survey.period, received_at=NOON)
    assert survey.answer(place=counter, code=code).is_new


def test_a_device_with_codes_may_stand_at_the_counter_all_day(survey):
    codes = make_codes(place=survey.place, number=12, expires_on=TODAY, by=None, at=NOON)
    for number, code in enumerate(codes):
        survey.answer(traces=ONE_DEVICE, code=code, scores=varied(number))
    assert set(marks()) == {""}


def test_an_answer_is_left_out_for_a_reason_and_comes_back(survey, rina):
    survey.answer()
    rows = SurveyResponse.objects.all()
    with pytest.raises(DecisionReasonMissingError):
        decide_responses(responses=rows, verdict=Verdict.EXCLUDE, reason=" ", by=rina, at=NOON)
    assert decide_responses(responses=rows, verdict=Verdict.EXCLUDE, reason="Satu ponsel", by=rina, at=NOON) == 1
    assert not counted_responses(survey.period).exists()
    assert AuditEvent.objects.get(operation="decide_response").why == "Satu ponsel"
    assert undo_decisions(responses=rows, by=rina, at=NOON) == 1
    assert counted_responses(survey.period).count() == 1
    with pytest.raises(NothingDecidedError):
        undo_decisions(responses=rows, by=rina, at=NOON)


def test_a_later_decision_replaces_the_earlier_and_both_stay_on_record(survey, rina):
    survey.answer()
    rows = SurveyResponse.objects.all()
    decide_responses(responses=rows, verdict=Verdict.EXCLUDE, reason="a", by=rina, at=NOON)
    decide_responses(responses=rows, verdict=Verdict.KEEP, reason="b", by=rina, at=NOON)
    assert ResponseDecision.objects.count() == 2
    assert ResponseDecision.objects.get(undone_at__isnull=True).reason == "b"
    assert counted_responses(survey.period).count() == 1
