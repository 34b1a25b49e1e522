"""What both sides found when the plans were checked, and how plans ended: in rounds, each goes on with the last."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from pembina.core.rules.training_follow_up import follow_up
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.domain.development.demonstration.accounts import Sides
from pembina.domain.development.demonstration.follow_up import told
from pembina.domain.development.demonstration.groups import Group
from pembina.domain.development.demonstration.intended import (
    ENDS_AFTER,
    Begun,
    carried_plan,
    first_plans,
    keep,
    morning,
)
from pembina.domain.development.demonstration.planned import Ground
from pembina.domain.development.follow_up_enums import Finding, PlanState, Side
from pembina.domain.development.models import ActionCheck, ActionItem, ActionPlan
from pembina.domain.development.operations.plan_checks import is_met

CHECKED = {Side.SELF: 0.92, Side.SUPERIOR: 0.82}
# The chances that an item is met, or met in part, at the first, the second and the third check.
FOUND = ((0.15, 0.55), (0.40, 0.45), (0.68, 0.25))
ENDED, CARRIED = 0.9, 0.4


def write_plans(groups: list[Group], sides: Sides, ground: Ground, rng: Random) -> None:
    """Write the first plans, then those that go on with what was unmet, until nothing goes on any more."""
    begun = first_plans(groups, sides, ground, rng)
    while begun:
        keep(begun)
        running = [one for one in begun if one.plan.state == PlanState.RUNNING]
        ActionCheck.objects.bulk_create(
            [check for one in running for check in _checks(one, sides, ground, rng)], batch_size=1_000
        )
        begun = _ended(running, sides, ground, rng)


def _checks(one: Begun, sides: Sides, ground: Ground, rng: Random) -> Iterator[ActionCheck]:
    """Yield what was found so far; a check that came due lately still waits with Sari and with some others."""
    rules, began, is_sari = follow_up(on=ground.on), one.plan.counts_from or ground.on, _is_sari(one)
    for number, due in enumerate(rules.checked_on(began)):
        lately = due > ground.on - timedelta(days=rules.days_for_a_check)
        for side, by in _both(one, sides):
            is_checked = rng.random() < (CHECKED[side] / 2 if lately else CHECKED[side])
            if due < ground.on and not (is_sari and lately) and (is_checked or is_sari):
                on = min(due + timedelta(days=rng.randint(0, 2)), ground.on - timedelta(days=1))
                yield from (_check(item, rules.check_days[number], side, by, on, number, rng) for item in one.items)


def _check(item: ActionItem, day: int, side: Side, by: User, on: date, number: int, rng: Random) -> ActionCheck:
    met, partly = FOUND[min(number, len(FOUND) - 1)]
    drawn = rng.random()
    finding = Finding.MET if drawn < met else Finding.PARTLY if drawn < met + partly else Finding.NOT_YET
    if item.plan.enrolment.person.nip == PERSONAS["sari"].nip:
        # Her first intention is on its way and goes on from plan to plan; the others were met.
        finding = Finding.PARTLY if item.carried_from_id or item.position == 1 else Finding.MET
    return ActionCheck(item=item, day=day, side=side, finding=finding, checked_by=by, checked_at=morning(on))


def _ended(running: list[Begun], sides: Sides, ground: Ground, rng: Random) -> list[Begun]:
    """End the plans whose last check is over, and return those that go on."""
    over, onward = [], []
    # Somebody whose last check came due lately may still make it.
    until = ground.on - timedelta(days=follow_up(on=ground.on).days_for_a_check)
    checked = ActionItem.objects.filter(plan__in=[one.plan.pk for one in running]).prefetch_related("checks")
    met = {item.pk: is_met(item) for item in checked}
    for one in running:
        ends_on = (one.plan.counts_from or ground.on) + timedelta(days=ENDS_AFTER)
        if ends_on < until and (rng.random() < ENDED or _is_sari(one)):
            one.plan.state, one.plan.ended_at = PlanState.ENDED, morning(ends_on) + timedelta(hours=1)
            over.append(one.plan)
            unmet = [item for item in one.items if not met[item.pk]]
            onward += _next(one, unmet, sides, rng)
    ActionPlan.objects.bulk_update(over, ["state", "ended_at"], batch_size=200)
    return onward


def _next(one: Begun, unmet: list[ActionItem], sides: Sides, rng: Random) -> list[Begun]:
    """Return the plan that goes on, if any; what does not go on was given up, with the reason."""
    if unmet and (rng.random() < CARRIED or _is_sari(one)) and one.plan.ended_at:
        return [carried_plan(one, unmet, sides.leaders[one.enrolment.person_id], one.plan.ended_at)]
    for item in unmet:
        item.end_reason = told()["given_up"]
    ActionItem.objects.bulk_update(unmet, ["end_reason"])
    return []


def _both(one: Begun, sides: Sides) -> tuple[tuple[Side, User], ...]:
    person = one.enrolment.person_id
    return (Side.SELF, sides.own[person]), (Side.SUPERIOR, sides.leaders[person])


def _is_sari(one: Begun) -> bool:
    return one.enrolment.person.nip == PERSONAS["sari"].nip
