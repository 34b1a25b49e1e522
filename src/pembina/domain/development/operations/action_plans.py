"""An action plan is written, sent, agreed or returned, and ended; drafting never waits for the leader."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Max

from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.follow_up_enums import ItemDirection, PlanState
from pembina.domain.development.models import ActionItem, ActionPlan, Enrolment
from pembina.domain.development.operations.following import (
    acting_as,
    leaders_of,
    require_leader,
    require_participant,
)
from pembina.domain.development.plan_refusals import (
    EmptyPlanError,
    ItemDayError,
    NoLeaderError,
    PlanExistsError,
    TargetDirectionError,
    TargetIncompleteError,
    TooManyItemsError,
    TrainingNotOverError,
)
from pembina.domain.development.queries.training_days import days_of
from pembina.domain.development.refusals import ReasonMissingError, WrongStepError

MOST_ITEMS = 10
LONGEST_DAYS = 365
TOLD = ("change", "indicator", "baseline", "target", "unit", "direction", "due_on")


@dataclass(frozen=True, slots=True)
class Intention:
    """One item before it is kept; target, unit and direction together or not at all."""

    change: str
    indicator: str
    due_on: date
    baseline: Decimal | None = None
    target: Decimal | None = None
    unit: str = ""
    direction: str = ""


def start_plan(*, seat: Enrolment, by: User, at: datetime) -> ActionPlan:
    """Open a draft for the own seat; raises ``PlanExistsError``, ``NoSeatError``, ``NotYourPlanError``."""
    with one_event():
        kept = _seat(seat)
        require_participant(kept, actor=by)
        if kept.action_plans.exists():
            raise PlanExistsError
        plan = ActionPlan.objects.create(enrolment=kept, made_at=at)
        record("start_plan", on=plan, by=by, at=at, changes={"state": ("", PlanState.DRAFT.value)}, created=True)
    return plan


def add_item(*, plan: ActionPlan, told: Intention, by: User, at: datetime) -> ActionItem:
    """Write one more item into a draft or a returned plan."""
    with one_event():
        kept = _editable(plan, by)
        if kept.items.count() >= MOST_ITEMS:
            raise TooManyItemsError(MOST_ITEMS)
        _check(kept, told, at)
        last = kept.items.aggregate(last=Max("position"))["last"] or 0
        item = ActionItem.objects.create(plan=kept, position=last + 1, **{name: getattr(told, name) for name in TOLD})
        record("add_item", on=kept, by=by, at=at, changes={"change": ("", item.change)})
    return item


def edit_item(*, item: ActionItem, told: Intention, by: User, at: datetime) -> None:
    """Word an item anew; which one it was carried over from stays."""
    with one_event():
        plan = _editable(item.plan, by)
        kept = plan.items.get(pk=item.pk)
        _check(plan, told, at)
        changes = _changed(kept, told)
        for name in TOLD:
            setattr(kept, name, getattr(told, name))
        kept.save(update_fields=list(TOLD))
        record("edit_item", on=plan, by=by, at=at, changes=changes)


def remove_item(*, item: ActionItem, by: User, at: datetime) -> None:
    """Take an item out again. What was carried over is dropped in words, at the end of a plan, not here."""
    with one_event():
        plan = _editable(item.plan, by)
        kept = plan.items.get(pk=item.pk)
        if kept.carried_from_id is not None:
            raise WrongStepError(str(plan.get_state_display()))
        changes = {"change": (kept.change, "")}
        kept.delete()
        record("remove_item", on=plan, by=by, at=at, changes=changes)


def send_plan(*, plan: ActionPlan, by: User, at: datetime) -> None:
    """Lay it before the leader, once the training is over.

    Raises ``EmptyPlanError``, ``TrainingNotOverError``, ``NoLeaderError``, ``WrongStepError``.
    """
    with one_event():
        kept = _editable(plan, by)
        if not kept.items.exists():
            raise EmptyPlanError
        days = days_of(kept.enrolment.batch, on=local_date(at))
        if not days.is_over(at):
            raise TrainingNotOverError
        if not leaders_of(kept.enrolment, moment=at):
            raise NoLeaderError
        kept.counts_from = kept.counts_from or days.last
        kept.sent_at, kept.decided_by, kept.decided_at = at, None, None
        changes = _moved(kept, PlanState.SENT, "counts_from", "sent_at", "decided_by", "decided_at")
        record("send_plan", on=kept, by=by, at=at, changes=changes)


def recall_plan(*, plan: ActionPlan, by: User, at: datetime) -> None:
    """Take a plan back that the leader has not decided on."""
    with one_event():
        kept = _locked(plan, PlanState.SENT)
        require_participant(kept.enrolment, actor=by)
        record("recall_plan", on=kept, by=by, at=at, changes=_moved(kept, PlanState.DRAFT))


def agree_plan(*, plan: ActionPlan, by: User, at: datetime, comment: str = "") -> None:
    """Agree as the leader; from now on it runs."""
    with one_event():
        kept = _locked(plan, PlanState.SENT)
        leader = require_leader(kept.enrolment, actor=by, moment=at)
        changes = _decided(kept, PlanState.RUNNING, comment, by, at)
        record("agree_plan", on=kept, by=by, at=at, changes=changes, why=kept.comment, acting_as=acting_as(leader))


def return_plan(*, plan: ActionPlan, comment: str, by: User, at: datetime) -> None:
    """Give it back with what should be different."""
    if not comment.strip():
        raise ReasonMissingError
    with one_event():
        kept = _locked(plan, PlanState.SENT)
        leader = require_leader(kept.enrolment, actor=by, moment=at)
        changes = _decided(kept, PlanState.RETURNED, comment, by, at)
        record("return_plan", on=kept, by=by, at=at, changes=changes, why=kept.comment, acting_as=acting_as(leader))


def locked_running(plan: ActionPlan) -> ActionPlan:
    """Return a running plan, held until the operation is over; raises ``WrongStepError``."""
    return _locked(plan, PlanState.RUNNING)


def _decided(plan: ActionPlan, state: PlanState, comment: str, by: User, at: datetime) -> Changes:
    plan.comment, plan.decided_by, plan.decided_at = comment.strip(), by, at
    return _moved(plan, state, "comment", "decided_by", "decided_at")


def _editable(plan: ActionPlan, by: User) -> ActionPlan:
    kept = _locked(plan, PlanState.DRAFT, PlanState.RETURNED)
    require_participant(kept.enrolment, actor=by)
    return kept


def _check(plan: ActionPlan, told: Intention, at: datetime) -> None:
    whole = told.target is not None and bool(told.unit) and told.direction in ItemDirection.values
    if not whole and (told.target is not None or told.baseline is not None or told.unit or told.direction):
        raise TargetIncompleteError
    if told.target is not None and told.baseline is not None:
        gain = told.target - told.baseline
        if gain == 0 or (gain > 0) != (told.direction == ItemDirection.UP):
            raise TargetDirectionError
    began = plan.counts_from or days_of(plan.enrolment.batch, on=local_date(at)).last or local_date(at)
    if not began <= told.due_on <= began + timedelta(days=LONGEST_DAYS):
        raise ItemDayError(began, began + timedelta(days=LONGEST_DAYS))


def _changed(item: ActionItem, told: Intention) -> Changes:
    pairs = {name: (str(getattr(item, name) or ""), str(getattr(told, name) or "")) for name in TOLD}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _seat(seat: Enrolment) -> Enrolment:
    held = Enrolment.objects.select_for_update(of=("self",)).select_related("person", "batch")
    return held.get(pk=seat.pk)


def _locked(plan: ActionPlan, *states: PlanState) -> ActionPlan:
    held = ActionPlan.objects.select_for_update(of=("self",)).select_related("enrolment__person", "enrolment__batch")
    kept = held.get(pk=plan.pk)
    if kept.state not in states:
        raise WrongStepError(str(kept.get_state_display()))
    return kept


def _moved(plan: ActionPlan, state: PlanState, *also: str) -> Changes:
    """Keep the next state, and what goes with it; return the change."""
    before, plan.state = plan.state, state
    plan.save(update_fields=["state", *also])
    return {"state": (str(before), state.value)}
