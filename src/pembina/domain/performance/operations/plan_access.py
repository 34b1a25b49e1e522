"""What every operation on a plan begins with: the plan held fast, its state, and who acts."""

from datetime import date, datetime

from pembina.domain.access.audit import Changes, local_date
from pembina.domain.access.models import User
from pembina.domain.people.models import Assignment
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.plan_deciding import Decider, deciders_on
from pembina.domain.performance.plan_refusals import NotYourExpectationsError, PlanStepError, PositionEndedError

EDITABLE = (PlanState.DRAFT, PlanState.RETURNED)


def locked(plan: PerformancePlan, *states: PlanState) -> PerformancePlan:
    """Return a plan held until the operation is over; raises ``PlanStepError`` where it is in another state."""
    held = PerformancePlan.objects.select_for_update(of=("self",)).select_related("person", "assignment__unit", "rater")
    kept = held.get(pk=plan.pk)
    if kept.state not in states:
        raise PlanStepError(str(kept.get_state_display()))
    return kept


def require_owner(plan: PerformancePlan, *, actor: User) -> None:
    """Refuse everybody but the person; raises ``NotYourExpectationsError``."""
    if not actor.is_active or plan.person.nip != actor.username:
        raise NotYourExpectationsError


def require_decider(plan: PerformancePlan, *, actor: User, moment: datetime) -> Decider:
    """Return as whom `actor` agrees; raises ``NotYourExpectationsError``."""
    found = next((one for one in deciders_on(plan, on=local_date(moment)) if one.nip == actor.username), None)
    if found is None or not actor.is_active or plan.person.nip == actor.username:
        raise NotYourExpectationsError
    return found


def editable(plan: PerformancePlan, *, actor: User) -> PerformancePlan:
    """Return the own plan, held, while it may be written."""
    kept = locked(plan, *EDITABLE)
    require_owner(kept, actor=actor)
    return kept


def require_position(held: Assignment, *, on: date) -> None:
    """Refuse a position that has ended; raises ``PositionEndedError``."""
    if held.ends_on is not None and held.ends_on < on:
        raise PositionEndedError


def moved(plan: PerformancePlan, state: PlanState, *also: str) -> Changes:
    """Keep the next state, and what goes with it; return the change."""
    before, plan.state = plan.state, state
    plan.save(update_fields=["state", *also])
    return {"state": (str(before), state.value)}
