"""Plans within reach: the own ones, those of whom one leads, those that human resources and auditors read."""

from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.permissions import staff_reached_by
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import Goal, Indicator, PerformancePlan, PlanNote
from pembina.domain.performance.plan_deciding import plans_to_agree, raters_of
from pembina.domain.services.models import PublicService

# The permissions that open plans by role.
BY_OFFICE = (Permission.MANAGE_STAFF, Permission.READ_AUDIT)
# What others read: a draft is the person's own until it is proposed.
SHOWN = (PlanState.PROPOSED, PlanState.RETURNED, PlanState.AGREED, PlanState.REPLACED)


def own_plans(actor: User) -> QuerySet[PerformancePlan]:
    """Return the plans of `actor`, the latest year first; dropped ones are left out."""
    if not actor.is_active:
        return PerformancePlan.objects.none()
    mine = PerformancePlan.objects.filter(person__nip=actor.username).exclude(state=PlanState.DROPPED)
    return mine.order_by("-year", "-starts_on", "-version", "-pk")


def reads_plans_by_office(actor: User) -> bool:
    """Say whether a role of `actor` reads plans of others."""
    return any(actor.may(permission) for permission in BY_OFFICE)


def people_planned_by_office(actor: User, *, on: date) -> QuerySet[Person]:
    """Return the persons whose plans `actor` reads by role: human resources as far as it reaches, and auditors."""
    reached = [
        staff_reached_by(actor, permission, on=on).values("pk") for permission in BY_OFFICE if actor.may(permission)
    ]
    condition = Q(pk__in=())
    for some in reached:
        condition |= Q(pk__in=some)
    return Person.objects.filter(condition)


def plans_read_by(actor: User, *, on: date) -> QuerySet[PerformancePlan]:
    """Return the plans that `actor` may open."""
    others = Q(person__in=people_decided_by(actor, on=on).values("pk"))
    others |= Q(person__in=people_planned_by_office(actor, on=on).values("pk"))
    others |= Q(pk__in=plans_to_agree(actor, on=on).values("pk"))
    return PerformancePlan.objects.filter(Q(pk__in=own_plans(actor).values("pk")) | Q(state__in=SHOWN) & others)


def with_content(plans: QuerySet[PerformancePlan]) -> QuerySet[PerformancePlan]:
    """Return plans with everything that stands in them."""
    indicators = Indicator.objects.select_related("service", "manual").order_by("position")
    goals = Goal.objects.select_related("supports", "strategy_block").prefetch_related(
        Prefetch("indicators", indicators)
    )
    notes = PlanNote.objects.order_by("kind", "position")
    named = plans.select_related("person", "assignment__unit", "rater", "agreed_by", "made_by", "replaces")
    return named.prefetch_related(
        Prefetch("goals", goals.order_by("position")), Prefetch("notes", notes), "expectations"
    )


def indicators_of(plans: "list[PerformancePlan]") -> list[Indicator]:
    """Return the indicators of plans that were fetched with their content, each with its plan beside it."""
    found = []
    for plan in plans:
        for goal in plan.goals.all():
            goal.plan = plan
            for indicator in goal.indicators.all():
                indicator.goal = goal
                found.append(indicator)
    return found


def goals_to_support(plan: PerformancePlan, *, on: date) -> QuerySet[Goal]:
    """Return the results of the superior in the same year, as far as they were proposed or agreed."""
    above = {approver.person.pk for approver in raters_of(plan, on=on)} | {plan.assignment.superior_id}
    states = (PlanState.AGREED, PlanState.PROPOSED)
    found = Goal.objects.filter(plan__year=plan.year, plan__state__in=states, plan__person__in=above - {None})
    return found.select_related("plan__person").order_by("plan", "position")


def services_to_read(held: Assignment, *, on: date) -> QuerySet[PublicService]:
    """Return the services that an indicator of a position may read: of its unit, of those above and below it."""
    units = Q(unit=held.unit_id)
    units |= Q(unit__descendant_links__descendant=held.unit_id) | Q(unit__ancestor_links__ancestor=held.unit_id)
    is_open = Q(closed_on__isnull=True) | Q(closed_on__gte=on)
    return PublicService.objects.filter(units, is_open).distinct().order_by("name", "pk")
