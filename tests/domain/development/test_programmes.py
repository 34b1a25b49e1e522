"""A programme is planned whole, locked at approval, and ends with a word."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pembina.domain.access.audit import events_on
from pembina.domain.development.enums import (
    BatchState,
    EvaluationLevel,
    FundingSource,
    OutcomeDirection,
    OutcomeFigure,
    ProgrammeState,
)
from pembina.domain.development.models import Batch, Programme
from pembina.domain.development.operations.programme_steps import (
    approve_programme,
    close_programme,
    drop_programme,
    note_evaluation,
    send_back_programme,
    start_programme,
)
from pembina.domain.development.operations.programmes import (
    Judging,
    ProgrammePlan,
    doubts,
    edit_programme,
    plan_of,
    plan_programme,
)
from pembina.domain.development.population import Population
from pembina.domain.development.programme_refusals import (
    BatchesBegunError,
    BatchesOpenError,
    BudgetError,
    ElementError,
    EvaluationMissingError,
    EvaluationMonthsError,
    FrozenError,
    ProgrammeCodeTakenError,
    ProgrammeDatesError,
    ProgrammeIncompleteError,
    TooEarlyError,
    WavesOutsideError,
)
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError
from pembina.domain.services.models import PublicService

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(training):
    """A plan that lacks nothing."""
    owner = training.organiser()
    months = {1: 0, 2: 0, 3: 6, 4: 12}
    service = PublicService.objects.create(
        unit=training.office, code="IMB", name="Izin bangunan", opened_on=date(2020, 1, 1)
    )
    return ProgrammePlan(
        code="MW-26", title="Manajemen waktu", purpose="Izin lebih cepat", sector="permits", owner=owner,
        outcome_figure=OutcomeFigure.MEDIAN_TIME, outcome_direction=OutcomeDirection.DOWN, funding=FundingSource.APBD,
        budget=Decimal(1000), starts_on=date(2026, 11, 1), ends_on=date(2027, 10, 31), services=[service],
        curricula=[training.version.curriculum], population=Population(units=(training.office.pk,)),
        evaluation=tuple(Judging(EvaluationLevel(n), m, "Kuesioner", owner) for n, m in months.items()),
    )  # fmt: skip


@pytest.fixture
def made(plan, training):
    return plan_programme(plan=plan, by=training.rina, at=training.at)


@pytest.fixture
def done(training):
    return {"by": training.rina, "at": training.at}


def test_all_four_levels_come_with_it(made):
    assert [one.level for one in made.evaluation_plans.all()] == [1, 2, 3, 4]
    assert made.state == ProgrammeState.DRAFT
    assert events_on(made).get().operation == "plan_programme"


def test_no_level_can_be_forgotten(plan, done):
    with pytest.raises(EvaluationMissingError) as refused:
        plan_programme(plan=replace(plan, evaluation=plan.evaluation[:3]), **done)
    assert "4" in refused.value.message.id


@pytest.mark.parametrize(("place", "months"), [(2, 2), (2, 7), (3, 0)])
def test_behaviour_and_results_are_judged_in_time(plan, done, place, months):
    lines = list(plan.evaluation)
    lines[place] = replace(lines[place], months_after=months)
    with pytest.raises(EvaluationMonthsError) as refused:
        plan_programme(plan=replace(plan, evaluation=tuple(lines)), **done)
    assert refused.value.about == (f"months_{place + 1}",)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"ends_on": date(2026, 10, 31)}, ProgrammeDatesError),
        ({"outcome_element": 3}, ElementError),
        ({"outcome_figure": OutcomeFigure.SATISFACTION_ELEMENT}, ElementError),
        ({"funding": FundingSource.NONE}, BudgetError),
        ({"code": "p-1"}, ProgrammeCodeTakenError),
    ],
)
def test_what_contradicts_itself_is_refused(plan, done, changed, refusal):
    before = Programme.objects.count()
    with pytest.raises(refusal) as refused:
        plan_programme(plan=replace(plan, **changed), **done)
    assert refused.value.about
    assert Programme.objects.count() == before


def test_a_time_that_is_to_grow_is_doubted_not_refused(plan):
    assert doubts(plan) == []
    assert "lebih lama" in doubts(replace(plan, outcome_direction=OutcomeDirection.UP))[0].id
    share = replace(plan, outcome_figure=OutcomeFigure.SHARE_ON_TIME)
    assert "berkurang" in doubts(share)[0].id


def test_a_draft_can_be_told_differently_and_the_event_says_how(made, plan, done):
    edit_programme(programme=made, plan=replace(plan, title="Lain", budget=Decimal(2000)), **done)
    made.refresh_from_db()
    assert made.title == "Lain"
    changes = events_on(made).first().changes
    assert changes == {"title": ["Manajemen waktu", "Lain"], "budget": ["1000", "2000"]}


def test_the_goal_does_not_move_after_approval(made, plan, done):
    approve_programme(programme=made, **done)
    edit_programme(programme=made, plan=replace(plan, title="Lain"), **done)
    for changed in (
        {"outcome_direction": OutcomeDirection.UP},
        {"services": ()},
        {"evaluation": tuple(replace(one, method="Wawancara") for one in plan.evaluation)},
    ):
        with pytest.raises(FrozenError):
            edit_programme(programme=made, plan=replace(plan, **changed), **done)
    send_back_programme(programme=made, reason="Angkanya keliru", **done)
    edit_programme(programme=made, plan=replace(plan, outcome_figure=OutcomeFigure.P90_TIME), **done)
    made.refresh_from_db()
    assert (made.outcome_figure, made.approved_by, made.state) == ("p90_time", None, "draft")


def test_what_cannot_be_approved_says_why(plan, done):
    bare = plan_programme(plan=replace(plan, code="X", services=(), curricula=(), budget=None), **done)
    with pytest.raises(ProgrammeIncompleteError) as refused:
        approve_programme(programme=bare, **done)
    assert all(word in refused.value.message.id for word in ("layanan", "kurikulum", "anggaran"))


def test_the_steps_follow_each_other(made, done, training):
    with pytest.raises(WrongStepError):
        start_programme(programme=made, **done)
    approve_programme(programme=made, **done)
    start_programme(programme=made, **done)
    with pytest.raises(WrongStepError):
        send_back_programme(programme=made, reason="Terlambat", **done)
    with pytest.raises(ReasonMissingError):
        close_programme(programme=made, note=" ", **done)
    close_programme(programme=made, note="Sesuai rencana", **done)
    made.refresh_from_db()
    assert (made.state, made.closed_on, made.end_note) == ("closed", training.today, "Sesuai rencana")


def test_the_goal_does_not_move_once_a_batch_was_opened(training, done):
    programme = training.planned("P-9", state=ProgrammeState.APPROVED)
    batch, told = training.batch, {"programme": programme, "reason": "Angkanya keliru", **done}
    batch.programme = programme
    for state in (BatchState.OPEN, BatchState.RUNNING, BatchState.FINISHED):
        batch.state = state
        batch.save()
        with pytest.raises(BatchesBegunError):
            send_back_programme(**told)
    batch.state = BatchState.PLANNED
    batch.save()
    send_back_programme(**told)
    programme.refresh_from_db()
    assert programme.state == ProgrammeState.DRAFT


def test_a_programme_with_open_batches_does_not_end(training, done):
    with pytest.raises(BatchesOpenError):
        close_programme(programme=training.programme, note="Selesai", **done)
    Batch.objects.update(state=BatchState.FINISHED)
    close_programme(programme=training.programme, note="Selesai", **done)


def test_a_draft_is_dropped_with_a_reason(made, done):
    drop_programme(programme=made, reason="Anggaran dicoret", **done)
    made.refresh_from_db()
    assert made.state == ProgrammeState.DROPPED
    assert events_on(made).first().why == "Anggaran dicoret"


def test_waves_hold_the_days_of_a_programme(training, done):
    wave = training.wave(1, training.office)
    plan = replace(plan_of(training.programme), ends_on=training.today)
    with pytest.raises(WavesOutsideError) as refused:
        edit_programme(programme=training.programme, plan=plan, **done)
    assert str(wave.number) in refused.value.message.id


def test_an_evaluation_is_put_on_record_once_it_was_done(training, done):
    level = training.programme.evaluation_plans.get(level=3)
    with pytest.raises(TooEarlyError):
        note_evaluation(plan=level, on=training.day(1).date(), finding="Baik", **done)
    note_evaluation(plan=level, on=training.today, finding="Baik", **done)
    level.refresh_from_db()
    assert (level.done_on, level.finding) == (training.today, "Baik")
