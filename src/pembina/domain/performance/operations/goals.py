"""The results of a plan and how each is seen: written, moved and taken out while the plan is a draft or returned."""

from collections.abc import Mapping
from datetime import datetime

from django.db import models
from django.db.models import Max

from pembina.core.text import Text
from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.approvals import approvers_for
from pembina.domain.performance.models import Goal, Indicator, PerformancePlan
from pembina.domain.performance.operations.plan_access import editable
from pembina.domain.performance.plan_content import GoalTold, IndicatorTold, checked_goal, checked_indicator
from pembina.domain.performance.plan_refusals import SupportsElsewhereError, TooManyPartsError

MOST_GOALS, MOST_INDICATORS = 15, 8
GOALS = Text(id="rencana hasil kerja", en="results")
INDICATORS = Text(id="indikator untuk satu hasil kerja", en="indicators of one result")
# Outside of every position that is taken, while two goals change places.
ASIDE = 32_000
UP, DOWN = -1, 1


def add_goal(*, plan: PerformancePlan, told: GoalTold, by: User, at: datetime) -> Goal:
    """Write one more result; raises ``TooManyPartsError`` and what `plan_content` refuses."""
    with one_event():
        kept = editable(plan, actor=by)
        if kept.goals.count() >= MOST_GOALS:
            raise TooManyPartsError(MOST_GOALS, GOALS)
        fields = _goal_fields(kept, told, at)
        last = kept.goals.aggregate(last=Max("position"))["last"] or 0
        goal = Goal.objects.create(plan=kept, position=last + 1, **fields)
        record("add_goal", on=kept, by=by, at=at, changes={"words": ("", goal.words)})
    return goal


def edit_goal(*, goal: Goal, told: GoalTold, by: User, at: datetime) -> None:
    """Word a result anew."""
    with one_event():
        plan = editable(goal.plan, actor=by)
        kept = plan.goals.get(pk=goal.pk)
        changes = _put(kept, _goal_fields(plan, told, at))
        record("edit_goal", on=plan, by=by, at=at, changes=changes)


def move_goal(*, goal: Goal, step: int, by: User, at: datetime) -> None:
    """Change places with the result before (`UP`) or after (`DOWN`) it; at either end nothing happens."""
    with one_event():
        plan = editable(goal.plan, actor=by)
        ordered = list(plan.goals.order_by("position"))
        here = next(place for place, one in enumerate(ordered) if one.pk == goal.pk)
        there = here + step
        if not 0 <= there < len(ordered):
            return
        kept, other = ordered[here], ordered[there]
        was, becomes = kept.position, other.position
        for one, position in ((kept, ASIDE), (other, was), (kept, becomes)):
            one.position = position
            one.save(update_fields=["position"])
        record("move_goal", on=plan, by=by, at=at, changes={"position": (str(was), str(becomes))})


def remove_goal(*, goal: Goal, by: User, at: datetime) -> None:
    """Take a result out with its indicators."""
    with one_event():
        plan = editable(goal.plan, actor=by)
        kept = plan.goals.get(pk=goal.pk)
        changes = {"words": (kept.words, "")}
        kept.supported_by.update(supports=None, supports_words=kept.words)
        kept.delete()
        record("remove_goal", on=plan, by=by, at=at, changes=changes)


def add_indicator(*, goal: Goal, told: IndicatorTold, by: User, at: datetime) -> Indicator:
    """Say how a result is seen; raises ``TooManyPartsError`` and what `plan_content` refuses."""
    with one_event():
        plan = editable(goal.plan, actor=by)
        kept = plan.goals.get(pk=goal.pk)
        if kept.indicators.count() >= MOST_INDICATORS:
            raise TooManyPartsError(MOST_INDICATORS, INDICATORS)
        fields = checked_indicator(told).fields
        last = kept.indicators.aggregate(last=Max("position"))["last"] or 0
        indicator = Indicator.objects.create(goal=kept, position=last + 1, **fields)
        record("add_indicator", on=plan, by=by, at=at, changes={"words": ("", indicator.words)})
    return indicator


def edit_indicator(*, indicator: Indicator, told: IndicatorTold, by: User, at: datetime) -> None:
    """Word an indicator anew; one that measures something else does not go on where the earlier version stopped."""
    with one_event():
        plan = editable(indicator.goal.plan, actor=by)
        kept = Indicator.objects.get(pk=indicator.pk, goal__plan=plan)
        before = (kept.unit, kept.direction, kept.source)
        changes = _put(kept, checked_indicator(told).fields)
        if kept.continues_id is not None and before != (kept.unit, kept.direction, kept.source):
            kept.continues = None
            kept.save(update_fields=["continues"])
        record("edit_indicator", on=plan, by=by, at=at, changes=changes)


def remove_indicator(*, indicator: Indicator, by: User, at: datetime) -> None:
    """Take an indicator out again."""
    with one_event():
        plan = editable(indicator.goal.plan, actor=by)
        kept = Indicator.objects.get(pk=indicator.pk, goal__plan=plan)
        changes = {"words": (kept.words, "")}
        kept.delete()
        record("remove_indicator", on=plan, by=by, at=at, changes=changes)


def _goal_fields(plan: PerformancePlan, told: GoalTold, at: datetime) -> dict[str, object]:
    checked = checked_goal(told, plan=plan)
    if checked.supports is not None:
        above = {approver.person.pk for approver in approvers_for(plan.person, on=local_date(at))}
        theirs = checked.supports.plan
        if theirs.year != plan.year or theirs.person_id not in above | {plan.assignment.superior_id}:
            raise SupportsElsewhereError
    return checked.fields


def _put(kept: models.Model, fields: Mapping[str, object]) -> Changes:
    """Keep what was told; return what that changed."""
    changes = {}
    for name, value in fields.items():
        before = getattr(kept, name)
        if before != value:
            changes[name] = ("" if before is None else str(before), "" if value is None else str(value))
            setattr(kept, name, value)
    kept.save(update_fields=list(fields))
    return changes
