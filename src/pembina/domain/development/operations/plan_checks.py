"""A running plan is checked after 30, 60 and 90 days by both sides, and at the end nothing unmet is forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pembina.core.rules.training_follow_up import follow_up
from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.follow_up_enums import Finding, PlanState, Side
from pembina.domain.development.models import ActionCheck, ActionItem, ActionPlan
from pembina.domain.development.operations.action_plans import LONGEST_DAYS, locked_running
from pembina.domain.development.operations.following import acting_as, require_participant, require_side
from pembina.domain.development.plan_refusals import ItemDayError, NoSuchCheckError, NotDueYetError, UnmetItemsError
from pembina.domain.development.refusals import ReasonMissingError

CARRIED = ("change", "indicator", "baseline", "target", "unit", "direction")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an unmet item: carried over with a new day, or ended with a reason."""

    carry_to: date | None = None
    reason: str = ""


def check_item(
    *, item: ActionItem, day: int, side: Side, finding: Finding, by: User, at: datetime, note: str = "", link: str = ""
) -> ActionCheck:
    """Keep what one side found at one of the days; said again, it corrects what that side said before.

    Raises ``NoSuchCheckError``, ``NotDueYetError``, ``WrongStepError``, ``NotYourPlanError``.
    """
    today = local_date(at)
    with one_event():
        plan = locked_running(item.plan)
        leader = require_side(plan.enrolment, side, actor=by, moment=at)
        _require_due(plan, day, today)
        kept = plan.items.get(pk=item.pk)
        before = kept.checks.filter(day=day, side=side).first()
        told = {"finding": finding, "note": note.strip(), "link": link, "checked_by": by, "checked_at": at}
        found, _made = ActionCheck.objects.update_or_create(item=kept, day=day, side=side, defaults=told)
        changes: Changes = {"finding": (str(before.finding) if before else "", str(finding))}
        record(
            "check_item", on=plan, by=by, at=at, changes=changes, why=f"{kept.change} ({day})",
            acting_as=acting_as(leader),
        )  # fmt: skip
    return found


def end_plan(*, plan: ActionPlan, outcomes: Mapping[int, Outcome], by: User, at: datetime) -> ActionPlan | None:
    """End a plan at its last check, by the participant; return the draft into which unmet items went, if any.

    `outcomes` names by its number what becomes of each item that is not met (`is_met`). The new plan counts from today.

    Raises ``NotDueYetError``, ``UnmetItemsError``, ``ReasonMissingError``, ``ItemDayError``, ``WrongStepError``.
    """
    today = local_date(at)
    with one_event():
        kept = locked_running(plan)
        require_participant(kept.enrolment, actor=by)
        _require_due(kept, follow_up(on=today).last_check, today)
        items = list(kept.items.prefetch_related("checks"))
        decided = {item: _outcome(item, outcomes, today) for item in items if not is_met(item)}
        kept.state, kept.ended_at = PlanState.ENDED, at
        kept.save(update_fields=["state", "ended_at"])
        _end_items(decided)
        carried = _carry(kept, decided, today, at)
        changes = {"state": (PlanState.RUNNING.value, PlanState.ENDED.value)}
        record("end_plan", on=kept, by=by, at=at, changes=changes)
    return carried


def is_met(item: ActionItem) -> bool:
    """Say whether an item counts as met: by the leader's last word, else by the participant's, at the latest day.

    The checks must be at hand. A leader who has not looked does not make an item unmet, nor the other way round.
    """
    by_side = {side: [check for check in item.checks.all() if check.side == side] for side in Side}
    last = {side: max(checks, key=lambda check: check.day) for side, checks in by_side.items() if checks}
    said = last.get(Side.SUPERIOR) or last.get(Side.SELF)
    return said is not None and said.finding == Finding.MET


def _outcome(item: ActionItem, outcomes: Mapping[int, Outcome], today: date) -> Outcome:
    found = outcomes.get(item.pk)
    if found is None:
        raise UnmetItemsError(item.change)
    if found.carry_to is None and not found.reason.strip():
        raise ReasonMissingError
    latest = today + timedelta(days=LONGEST_DAYS)
    if found.carry_to is not None and not today <= found.carry_to <= latest:
        raise ItemDayError(today, latest)
    return found


def _end_items(decided: Mapping[ActionItem, Outcome]) -> None:
    for item, outcome in decided.items():
        if outcome.carry_to is None:
            item.end_reason = outcome.reason.strip()
            item.save(update_fields=["end_reason"])


def _carry(plan: ActionPlan, decided: Mapping[ActionItem, Outcome], today: date, at: datetime) -> ActionPlan | None:
    onward = [(item, outcome.carry_to) for item, outcome in decided.items() if outcome.carry_to is not None]
    if not onward:
        return None
    new = ActionPlan.objects.create(enrolment=plan.enrolment, carried_from=plan, counts_from=today, made_at=at)
    for position, (item, due_on) in enumerate(onward, start=1):
        told = {name: getattr(item, name) for name in CARRIED}
        ActionItem.objects.create(plan=new, position=position, due_on=due_on, carried_from=item, **told)
    return new


def _require_due(plan: ActionPlan, day: int, today: date) -> None:
    rules = follow_up(on=today)
    if day not in rules.check_days or plan.counts_from is None:
        raise NoSuchCheckError
    opens = plan.counts_from + timedelta(days=day)
    if today < opens:
        raise NotDueYetError(opens)
