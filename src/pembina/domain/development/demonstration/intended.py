"""Action plans after the batches that are over: some wait, most run or have ended, and what was unmet goes on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils.timezone import localdate

from pembina.domain.access.personas import PERSONAS
from pembina.domain.development.demonstration.accounts import Sides
from pembina.domain.development.demonstration.follow_up import told
from pembina.domain.development.demonstration.groups import Group
from pembina.domain.development.demonstration.planned import Ground
from pembina.domain.development.follow_up_enums import PlanState
from pembina.domain.development.models import ActionItem, ActionPlan, Enrolment
from pembina.domain.development.operations.plan_checks import CARRIED

# How many wrote no plan, and how far the others came.
WITHOUT = 0.08
STATES = {PlanState.DRAFT: 0.05, PlanState.RETURNED: 0.04, PlanState.SENT: 0.06, PlanState.RUNNING: 0.85}
# A plan ends that many days after it began to count; an item is due with its last check.
ENDS_AFTER, DUE_AFTER = 92, 90


@dataclass
class Begun:
    """A plan with its items, before they are kept."""

    plan: ActionPlan
    items: list[ActionItem] = field(default_factory=list)

    @property
    def enrolment(self) -> Enrolment:
        return self.plan.enrolment


def first_plans(groups: Iterable[Group], sides: Sides, ground: Ground, rng: Random) -> list[Begun]:
    """Return the first plan of each who wrote one; Sari's runs, and that of one of Budi's staff waits for him."""
    found, waits = [], False
    for group in groups:
        for enrolment in group.seated:
            is_sari = enrolment.person.nip == PERSONAS["sari"].nip
            state = PlanState.RUNNING if is_sari else _state(enrolment, sides, rng)
            if not waits and not is_sari and sides.is_led_by(enrolment, "budi"):
                state, waits = PlanState.SENT, True
            if state is not None:
                found.append(_first(group, enrolment, state, sides, ground, rng))
    return found


def carried_plan(old: Begun, unmet: list[ActionItem], by: Any, ended_at: datetime) -> Begun:
    """Return the plan that goes on with the unmet items of another from the day on which that ended."""
    counts_from = localdate(ended_at)
    plan = ActionPlan(
        enrolment=old.enrolment, carried_from=old.plan, state=PlanState.RUNNING, counts_from=counts_from,
        made_at=ended_at, sent_at=ended_at + timedelta(hours=1), decided_by=by,
        decided_at=ended_at + timedelta(hours=5), comment=told()["agreed"],
    )  # fmt: skip
    due_on = counts_from + timedelta(days=DUE_AFTER)
    items = [
        ActionItem(
            position=position, due_on=due_on, carried_from=item, **{name: getattr(item, name) for name in CARRIED}
        )
        for position, item in enumerate(unmet, start=1)
    ]
    return Begun(plan, items)


def keep(begun: list[Begun]) -> None:
    """Write plans with their items."""
    ActionPlan.objects.bulk_create(one.plan for one in begun)
    for one in begun:
        for item in one.items:
            item.plan = one.plan
    ActionItem.objects.bulk_create(item for one in begun for item in one.items)


def morning(day: date) -> datetime:
    """Return ten o'clock in the west of Indonesia."""
    return datetime.combine(day, time(3), tzinfo=UTC)


def _state(enrolment: Enrolment, sides: Sides, rng: Random) -> PlanState | None:
    """Draw how far somebody came; where nobody leads, nobody can agree."""
    if rng.random() < WITHOUT:
        return None
    (state,) = rng.choices(list(STATES), list(STATES.values()))
    return state if enrolment.person_id in sides.leaders else PlanState.DRAFT


def _first(group: Group, enrolment: Enrolment, state: PlanState, sides: Sides, ground: Ground, rng: Random) -> Begun:
    last = group.last_day
    # What still waits was written lately; the others wrote soon after the training.
    made = last + timedelta(days=rng.randint(2, 9))
    if state in (PlanState.SENT, PlanState.RETURNED):
        made = ground.on - timedelta(days=rng.randint(4, 24))
    sent = morning(made + timedelta(days=1))
    plan = ActionPlan(enrolment=enrolment, state=state, made_at=morning(made))
    if state != PlanState.DRAFT:
        plan.counts_from, plan.sent_at = last, sent
    if state in (PlanState.RETURNED, PlanState.RUNNING):
        plan.decided_by, plan.decided_at = sides.leaders[enrolment.person_id], sent + timedelta(days=2)
        plan.comment = told()["returned" if state == PlanState.RETURNED else "agreed"]
    return Begun(plan, _items(group.planned.story.code, last, rng))


def _items(code: str, last: date, rng: Random) -> list[ActionItem]:
    plans = told()["plans"]
    words = [*plans.get(code, []), *plans["any"]]
    # Always the first, which the course is about.
    chosen = [words[0], *rng.sample(words[1:], rng.randint(1, min(2, len(words) - 1)))]
    return [
        ActionItem(position=position, due_on=last + timedelta(days=DUE_AFTER), **one)
        for position, one in enumerate(chosen, start=1)
    ]
