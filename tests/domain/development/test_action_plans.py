"""A plan goes from draft to its end; each step belongs to one side, and drafting never waits for the leader."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from pembina.domain.access.events import AuditEvent
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.follow_up_enums import PlanState
from pembina.domain.development.models import ActionPlan
from pembina.domain.development.operations.action_plans import (
    MOST_ITEMS,
    add_item,
    agree_plan,
    edit_item,
    recall_plan,
    remove_item,
    return_plan,
    send_plan,
    start_plan,
)
from pembina.domain.development.plan_refusals import (
    EmptyPlanError,
    ItemDayError,
    NoLeaderError,
    NoSeatError,
    NotYourPlanError,
    PlanExistsError,
    TargetDirectionError,
    TargetIncompleteError,
    TooManyItemsError,
    TrainingNotOverError,
)
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError
from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.operations import delegate

pytestmark = pytest.mark.django_db


def state_of(plan):
    return ActionPlan.objects.get(pk=plan.pk).state


def test_a_plan_is_drafted_sent_and_agreed(following):
    plan = following.running()
    assert (plan.state, plan.counts_from, plan.decided_by) == (PlanState.RUNNING, following.last_day, following.budi)
    told = AuditEvent.objects.filter(operation__in=("start_plan", "add_item", "send_plan", "agree_plan"))
    assert [event.concerns for event in told] == [following.sari.username] * 4


def test_a_returned_plan_is_edited_and_sent_again(following):
    plan = following.draft()
    send_plan(plan=plan, by=following.sari, at=following.at)
    with pytest.raises(ReasonMissingError):
        return_plan(plan=plan, comment=" ", by=following.budi, at=following.at)
    return_plan(plan=plan, comment="Ukurannya belum jelas", by=following.budi, at=following.at)
    item = plan.items.get()
    edit_item(item=item, told=following.told("Diukur tiap pekan"), by=following.sari, at=following.at)
    send_plan(plan=plan, by=following.sari, at=following.at)
    plan.refresh_from_db()
    assert (plan.state, plan.comment, plan.decided_by) == (PlanState.SENT, "Ukurannya belum jelas", None)
    assert plan.items.get().change == "Diukur tiap pekan"


def test_a_sent_plan_can_be_taken_back_and_not_be_edited_meanwhile(following):
    plan = following.draft()
    send_plan(plan=plan, by=following.sari, at=following.at)
    with pytest.raises(WrongStepError):
        add_item(plan=plan, told=following.told(), by=following.sari, at=following.at)
    recall_plan(plan=plan, by=following.sari, at=following.at)
    remove_item(item=plan.items.get(), by=following.sari, at=following.at)
    with pytest.raises(EmptyPlanError):
        send_plan(plan=plan, by=following.sari, at=following.at)


def test_nobody_decides_for_oneself_nor_a_stranger(following):
    plan = following.draft()
    send_plan(plan=plan, by=following.sari, at=following.at)
    for actor in (following.sari, following.dewi, following.training.rina):
        with pytest.raises(NotYourPlanError):
            agree_plan(plan=plan, by=actor, at=following.at)
    with pytest.raises(NotYourPlanError):
        recall_plan(plan=plan, by=following.budi, at=following.at)
    assert state_of(plan) == PlanState.SENT


def test_whoever_stands_in_decides_and_the_superior_does_not(following):
    plan = following.draft()
    send_plan(plan=plan, by=following.sari, at=following.at)
    delegate(
        person=following.stranger, kind=DelegationKind.DAILY, unit=following.training.office, letter="800/7",
        starts_on=following.today, ends_on=following.today, on_behalf_of=following.head, by=None, at=following.at,
    )  # fmt: skip
    with pytest.raises(NotYourPlanError):
        agree_plan(plan=plan, by=following.budi, at=following.at)
    agree_plan(plan=plan, by=following.dewi, at=following.at)
    assert "800/7" in AuditEvent.objects.get(operation="agree_plan").acting_as


def test_a_draft_needs_neither_the_end_of_the_training_nor_a_leader(following):
    following.training.session(begins=following.training.day(3))
    plan = following.draft()
    with pytest.raises(TrainingNotOverError):
        send_plan(plan=plan, by=following.sari, at=following.at)
    following.participant.assignments.update(superior=None)
    later = following.at + timedelta(days=4)
    with pytest.raises(NoLeaderError):
        send_plan(plan=plan, by=following.sari, at=later)
    assert state_of(plan) == PlanState.DRAFT


def test_one_plan_for_one_seat_and_only_for_a_seat(following):
    following.draft()
    with pytest.raises(PlanExistsError):
        start_plan(seat=following.seat, by=following.sari, at=following.at)
    waiting = following.training.enrol(following.stranger, state=EnrolmentState.WAITING)
    with pytest.raises(NoSeatError):
        start_plan(seat=waiting, by=following.dewi, at=following.at)
    with pytest.raises(NotYourPlanError):
        start_plan(seat=waiting, by=following.sari, at=following.at)
    with pytest.raises(IntegrityError), transaction.atomic():
        ActionPlan.objects.create(enrolment=following.seat, made_at=following.at)


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"target": Decimal(5)}, TargetIncompleteError),
        ({"baseline": Decimal(5)}, TargetIncompleteError),
        ({"target": Decimal(5), "unit": "hari", "direction": "sideways"}, TargetIncompleteError),
        (
            {"target": Decimal(5), "unit": "hari", "direction": "down", "baseline": Decimal(3)},
            TargetDirectionError,
        ),
        ({"target": Decimal(5), "unit": "hari", "direction": "up", "baseline": Decimal(5)}, TargetDirectionError),
        ({"days": -1}, ItemDayError),
        ({"days": 366}, ItemDayError),
    ],
)
def test_an_item_that_contradicts_itself_is_refused(following, told, refusal):
    plan = start_plan(seat=following.seat, by=following.sari, at=following.at)
    with pytest.raises(refusal):
        add_item(plan=plan, told=following.told(**told), by=following.sari, at=following.at)
    assert not plan.items.exists()


def test_a_whole_target_is_kept(following):
    plan = start_plan(seat=following.seat, by=following.sari, at=following.at)
    told = following.told(target=Decimal(3), baseline=Decimal(14), unit="hari", direction="down")
    item = add_item(plan=plan, told=told, by=following.sari, at=following.at)
    assert (item.position, item.target, item.direction) == (1, Decimal(3), "down")


def test_a_plan_holds_so_many_items(following):
    plan = following.draft(*[f"Perubahan {number}" for number in range(MOST_ITEMS)])
    with pytest.raises(TooManyItemsError):
        add_item(plan=plan, told=following.told(), by=following.sari, at=following.at)
