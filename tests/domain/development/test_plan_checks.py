"""Checks come due after 30, 60 and 90 days, each side for itself; at the end nothing unmet is forgotten."""

from datetime import timedelta

import pytest

from domain.development.following import plan_of
from pembina.domain.development.follow_up_enums import Finding, PlanState, Side
from pembina.domain.development.models import ActionCheck, ActionPlan
from pembina.domain.development.operations.plan_checks import Outcome, check_item, end_plan
from pembina.domain.development.plan_refusals import (
    ItemDayError,
    NoSuchCheckError,
    NotDueYetError,
    NotYourPlanError,
    UnmetItemsError,
)
from pembina.domain.development.queries.action_plans import (
    own_plans,
    plans_led_by,
    plans_read_by,
    ready_to_end,
    with_checks_due,
    with_decision_due,
)
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError

pytestmark = pytest.mark.django_db


def look(following, item, day, side=Side.SELF, finding=Finding.MET, after=None, **more):
    by = following.sari if side == Side.SELF else following.budi
    at = following.in_days(day if after is None else after)
    return check_item(item=item, day=day, side=side, finding=finding, by=by, at=at, **more)


def test_both_sides_check_separately_and_may_correct_themselves(following):
    item = following.running().items.get()
    look(following, item, 30, finding=Finding.MET, note="Sudah jalan")
    look(following, item, 30, Side.SUPERIOR, Finding.NOT_YET)
    look(following, item, 30, finding=Finding.PARTLY, after=35, link="https://example.go.id/bukti")
    found = {(check.side, check.finding) for check in ActionCheck.objects.all()}
    assert found == {(Side.SELF, Finding.PARTLY), (Side.SUPERIOR, Finding.NOT_YET)}


def test_a_check_before_its_day_or_on_no_such_day_is_refused(following):
    item = following.running().items.get()
    with pytest.raises(NotDueYetError):
        look(following, item, 30, after=29)
    with pytest.raises(NoSuchCheckError):
        look(following, item, 45)
    with pytest.raises(NotYourPlanError):
        check_item(
            item=item, day=30, side=Side.SUPERIOR, finding=Finding.MET, by=following.sari, at=following.in_days(30)
        )


def due(following, side, days, **more):
    on = following.last_day + timedelta(days=days)
    return ActionPlan.objects.filter(with_checks_due(side, on=on, **more)).count()


def test_what_is_due_and_late_is_computed_from_the_days(following):
    item = following.running().items.get()
    assert [due(following, Side.SELF, days) for days in (29, 30)] == [0, 1]
    assert [due(following, Side.SELF, days, late=True) for days in (44, 45)] == [0, 1]
    look(following, item, 30)
    assert [due(following, side, 59) for side in Side] == [0, 1]
    assert due(following, Side.SELF, 60) == 1


def test_the_end_asks_what_becomes_of_each_unmet_item(following):
    plan = following.running("Tercapai", "Lanjut", "Berhenti")
    met, carried, ended = plan.items.all()
    look(following, met, 90, Side.SUPERIOR)
    look(following, carried, 90, finding=Finding.MET)
    look(following, carried, 90, Side.SUPERIOR, Finding.PARTLY)
    at = following.in_days(90)
    to = at.date() + timedelta(days=30)
    with pytest.raises(UnmetItemsError):
        end_plan(plan=plan, outcomes={carried.pk: Outcome(to)}, by=following.sari, at=at)
    outcomes = {carried.pk: Outcome(to), ended.pk: Outcome(reason="Tugasnya pindah")}
    new = end_plan(plan=plan, outcomes=outcomes, by=following.sari, at=at)
    plan.refresh_from_db(), ended.refresh_from_db()
    assert (plan.state, ended.end_reason) == (PlanState.ENDED, "Tugasnya pindah")
    assert (new.state, new.carried_from, new.counts_from) == (PlanState.DRAFT, plan, at.date())
    assert [(item.change, item.carried_from, item.due_on) for item in new.items.all()] == [("Lanjut", carried, to)]


def test_a_plan_whose_items_are_met_just_ends(following):
    plan = following.running()
    look(following, plan.items.get(), 60, Side.SUPERIOR)
    assert end_plan(plan=plan, outcomes={}, by=following.sari, at=following.in_days(90)) is None
    with pytest.raises(WrongStepError):
        end_plan(plan=plan, outcomes={}, by=following.sari, at=following.in_days(90))


def test_an_end_before_day_90_or_without_its_words_is_refused(following):
    plan = following.running()
    item, at = plan.items.get(), following.in_days(90)
    with pytest.raises(NotDueYetError):
        end_plan(plan=plan, outcomes={}, by=following.sari, at=following.in_days(89))
    with pytest.raises(ReasonMissingError):
        end_plan(plan=plan, outcomes={item.pk: Outcome()}, by=following.sari, at=at)
    with pytest.raises(ItemDayError):
        end_plan(plan=plan, outcomes={item.pk: Outcome(at.date() - timedelta(days=1))}, by=following.sari, at=at)
    with pytest.raises(NotYourPlanError):
        end_plan(plan=plan, outcomes={item.pk: Outcome(reason="x")}, by=following.budi, at=at)


def test_who_reads_which_plans(following):
    draft = following.draft()
    on = following.today
    assert set(own_plans(following.sari)) == {draft}
    assert set(plans_led_by(following.budi, on=on)) == set()
    readers = (following.sari, following.budi, following.training.rina)
    assert [set(plans_read_by(actor, on=on)) for actor in readers] == [{draft}, set(), set()]
    ActionPlan.objects.filter(pk=draft.pk).delete()
    sent = plan_of(
        following.seat, superior=following.budi, state=PlanState.SENT, counts_from=following.last_day, at=following.at
    )
    assert set(plans_led_by(following.budi, on=on).filter(with_decision_due(on=on))) == {sent}
    assert [set(plans_read_by(actor, on=on)) for actor in readers] == [{sent}] * 3
    assert set(plans_read_by(following.dewi, on=on)) == set()
    late = following.today + timedelta(days=8)
    assert set(ActionPlan.objects.filter(with_decision_due(on=late, late=True))) == {sent}
    assert not ActionPlan.objects.filter(ready_to_end(on=late)).exists()
