"""Who agrees to a plan on a day: the rater or whoever stands in, and after January the superior of the rater too."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from pembina.core.rules.goal_progress import Partner
from pembina.domain.access.models import User
from pembina.domain.people.approvals import Approver, approvers_for
from pembina.domain.people.decisions import deciders_of, people_decided_by
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.plan_duty import standing_of

SUPERIOR_OF_RATER = "superior_of_rater"


@dataclass(frozen=True, slots=True)
class Decider:
    """Somebody who may agree; `acting_as` says why, where it is not the rater."""

    nip: str
    acting_as: str


def raters_of(plan: PerformancePlan, *, on: date) -> tuple[Approver, ...]:
    """Return who rates the person of a plan on a day."""
    return approvers_for(plan.person, on=on)


def is_for_the_superior(plan: PerformancePlan, *, on: date) -> bool:
    """Say whether the rater let January pass, so that the superior of the rater may agree."""
    standing = standing_of(plan, agreed=None, on=on) if plan.state == PlanState.PROPOSED else None
    return standing is not None and standing.partner is Partner.SUPERIOR


def deciders_on(plan: PerformancePlan, *, on: date) -> list[Decider]:
    """Return everybody who may agree to a plan or return it."""
    raters = raters_of(plan, on=on)
    found = [Decider(one.person.nip, _order_of(one)) for one in raters]
    if is_for_the_superior(plan, on=on):
        above = [one for rater in raters for one in approvers_for(rater.person, on=on)]
        known = {one.nip for one in found} | {plan.person.nip}
        found += [Decider(one.person.nip, SUPERIOR_OF_RATER) for one in above if one.person.nip not in known]
    return found


def plans_to_agree(actor: User, *, on: date) -> QuerySet[PerformancePlan]:
    """Return the proposed plans that `actor` may agree to; the same few queries however many there are."""
    proposed = PerformancePlan.objects.filter(state=PlanState.PROPOSED).exclude(person__nip=actor.username)
    led = people_decided_by(actor, on=on)
    late = _late_below(actor, proposed, set(led.values_list("pk", flat=True)), on)
    return proposed.filter(Q(person__in=led.values("pk")) | Q(pk__in=late))


def _late_below(actor: User, proposed: QuerySet[PerformancePlan], led: Collection[int], on: date) -> list[int]:
    """Return the late plans whose raters are decided for by `actor`; who leads nobody has none."""
    if not led:
        return []
    below = Q(person__assignments__superior__in=led) | Q(rater__in=led)
    waiting = [
        plan
        for plan in proposed.filter(below).distinct().only("pk", "person", "year", "version", "starts_on", "state")
        if is_for_the_superior(plan, on=on)
    ]
    raters = deciders_of({plan.person_id for plan in waiting}, on=on) if waiting else {}
    return [plan.pk for plan in waiting if raters.get(plan.person_id, set()) & set(led)]


def _order_of(approver: Approver) -> str:
    order = approver.order
    return f"{order.get_kind_display()} {order.letter}" if order else ""
