"""Timeliness is read from times that are on record anyway: what each step was, when it was due, when it was done."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from appraising import noon
from pembina.domain.performance.effort_enums import StepKind
from pembina.domain.performance.effort_parts import Span
from pembina.domain.performance.effort_refusals import NotOfTheTwoError, RemarkEmptyError, StepNotLateError
from pembina.domain.performance.enums import PeriodCycle, PlanState
from pembina.domain.performance.models import (
    EvaluationPeriod,
    FeedbackRequest,
    GuidanceRecord,
    Realisation,
    StepRemark,
)
from pembina.domain.performance.operations.effort import remark_on_step
from pembina.domain.performance.queries.effort import effort_of, efforts_of, span_of_period, span_of_year

pytestmark = pytest.mark.django_db
JANUARY = datetime(2026, 1, 12, 3, tzinfo=UTC)
YEAR = span_of_year(2026)


def steps(person, at, kind, span=YEAR):
    return [one.step for one in effort_of(person, span=span, at=at).steps if one.step.kind is kind]


def quarter(performing):
    return EvaluationPeriod.objects.create(
        cycle=PeriodCycle.QUARTERLY, year=2026, number=3, starts_on=date(2026, 7, 1), ends_on=date(2026, 9, 30),
        window_opens=date(2026, 9, 25), window_ends=date(2026, 10, 16), opened_by=performing.rina,
        opened_at=performing.at,
    )  # fmt: skip


@pytest.fixture
def one(performing):
    plan = performing.plan(state=PlanState.AGREED, agreed_at=JANUARY, proposed_at=JANUARY)
    return performing.indicator(performing.goal(plan))


def note(performing, one, until, at):
    return Realisation.objects.create(
        indicator=one, until=until, amount=9, words="Register", noted_by=performing.sari, noted_at=at
    )


def test_a_plan_proposed_by_the_end_of_january_is_in_time_and_one_in_march_is_late(performing, one):
    (step,) = steps(performing.of_sari, performing.at, StepKind.PLAN)
    assert (step.done, step.is_late(performing.at)) == (JANUARY, False)
    late = performing.plan(performing.tono, state=PlanState.PROPOSED, proposed_at=datetime(2026, 3, 2, tzinfo=UTC))
    (step,) = steps(performing.tono, performing.at, StepKind.PLAN)
    assert (step.record, step.is_late(performing.at)) == (late.pk, True)


def test_a_realisation_belongs_to_the_last_month_of_its_period(performing, one):
    period = quarter(performing)
    note(performing, one, date(2026, 8, 31), noon(date(2026, 9, 1)))
    (step,) = steps(performing.of_sari, noon(date(2026, 10, 10)), StepKind.REALISATION)
    assert step.done is None
    assert not step.is_late(noon(date(2026, 10, 16)))
    assert step.is_late(noon(date(2026, 10, 17)))
    note(performing, one, date(2026, 9, 30), noon(date(2026, 10, 16)))
    (step,) = steps(performing.of_sari, performing.at, StepKind.REALISATION, span_of_period(period))
    assert (step.done, step.is_late(performing.at)) == (noon(date(2026, 10, 16)), False)
    assert effort_of(performing.of_sari, span=YEAR, at=performing.at).works[0].record.timeliness.in_time == 1


def test_an_answer_to_a_request_and_a_confirmation_have_a_yardstick(performing):
    asked = {"asker": performing.tono, "matter": "Loket", "asked_at": noon(date(2026, 9, 1))}
    told = {"state": "declined", "word": "Cuti", "ended_at": noon(date(2026, 9, 15))}
    FeedbackRequest.objects.create(asked=performing.of_sari, **asked, **told)
    GuidanceRecord.objects.create(
        kind="coaching", person=performing.of_sari, guide=performing.of_budi, held_on=date(2026, 9, 1),
        written_at=noon(date(2026, 9, 1)), guide_confirmed_at=noon(date(2026, 9, 20)),
    )  # fmt: skip
    (answered,) = steps(performing.of_sari, performing.at, StepKind.ANSWERING)
    (open_still,) = steps(performing.of_sari, performing.at, StepKind.GUIDANCE)
    (late,) = steps(performing.of_budi, performing.at, StepKind.GUIDANCE)
    lateness = [step.is_late(performing.at) for step in (answered, open_still, late)]
    assert (lateness, open_still.is_open, late.is_open) == ([False, True, True], True, False)


def test_a_leader_owes_agreement_and_what_was_returned_is_not_counted(performing):
    months = {"agreed_at": datetime(2026, 3, 20, tzinfo=UTC), "proposed_at": datetime(2026, 3, 1, tzinfo=UTC)}
    performing.plan(state=PlanState.AGREED, **months)
    performing.plan(performing.tono, state=PlanState.RETURNED, proposed_at=JANUARY)
    found = effort_of(performing.of_budi, span=YEAR, at=performing.at).record.timeliness
    assert (found.late, found.missing, found.in_time) == (1, 1, 0)


def test_a_rater_owes_the_signature_the_document_and_what_an_objection_asks(appraising):
    appraising.made()
    appraising.objected(appraising.sari, heard=True)
    at = noon(date(2026, 11, 20))
    kinds = {step.step.kind: step.step for step in effort_of(appraising.budi, span=YEAR, at=at).steps}
    assert not kinds[StepKind.DELIVERING].is_late(at)
    assert not kinds[StepKind.EXPLAINING].is_late(at)
    (deciding,) = steps(appraising.head, at, StepKind.DECIDING)
    assert deciding.is_late(at)
    late = [step.is_late(at) for step in steps(appraising.budi, at, StepKind.RATING)]
    assert sorted(late) == [False, True, True, True]
    (returning,) = steps(appraising.sari, at, StepKind.RETURNING)
    assert returning.is_open


def test_the_person_remarks_on_a_late_step_and_nobody_else(performing):
    performing.plan(state=PlanState.PROPOSED, proposed_at=datetime(2026, 3, 2, tzinfo=UTC))
    (step,) = steps(performing.of_sari, performing.at, StepKind.PLAN)
    told = {"person": performing.of_sari, "step": step.key, "at": performing.at}
    with pytest.raises(NotOfTheTwoError):
        remark_on_step(**told, words="Sistem mati", by=performing.budi)
    with pytest.raises(RemarkEmptyError):
        remark_on_step(**told, words="  ", by=performing.sari)
    with pytest.raises(StepNotLateError):
        remark_on_step(**told | {"step": "skp-0"}, words="Sistem mati", by=performing.sari)
    remark_on_step(**told, words="Sistem mati", by=performing.sari)
    (found,) = effort_of(performing.of_sari, span=YEAR, at=performing.at).steps
    assert [remark.words for remark in found.remarks] == ["Sistem mati"]
    assert StepRemark.objects.get().noted_at == performing.at


def test_nothing_on_record_is_nothing_said(performing):
    found = effort_of(performing.of_sari, span=Span(date(2026, 1, 1), date(2026, 3, 31)), at=performing.at)
    assert (found.steps, found.works, found.record.timeliness.share) == ((), (), None)


def test_many_people_cost_no_more_queries(performing):
    costs = []
    for number in (2, 20):
        people = performing.crowd(number)
        for person in people:
            plan = performing.full_plan(person, state=PlanState.AGREED, agreed_at=JANUARY, proposed_at=JANUARY)
            performing.indicator(plan.goals.get(), "Lainnya", baseline=5)
        with CaptureQueriesContext(connection) as counted:
            found = efforts_of([*people, performing.of_budi], span=YEAR, at=performing.at + timedelta(days=1))
        costs.append(len(counted))
        assert all(found[person.pk].works for person in people)
    assert costs[0] == costs[1]
    assert costs[0] <= 24
