"""Who reads process and effort, and who speaks about it: the person, and whoever leads the person that day.

Human resources read it as far as a role reaches; nobody else does.
"""

from datetime import date

from django.db.models import Count, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.models import Person
from pembina.domain.people.permissions import staff_reached_by
from pembina.domain.performance.effort_enums import DifficultyState, EffortSide
from pembina.domain.performance.models import DifficultyAgreement, Goal, Indicator, NamedGuard, PerformancePlan
from pembina.domain.performance.queries.plans import SHOWN


def efforts_open_to(actor: User, *, on: date) -> QuerySet[Person]:
    """Return whose record `actor` reads: the own, of those led, and of staff in reach of human resources."""
    if not actor.is_active:
        return Person.objects.none()
    reasons = Q(nip=actor.username) | Q(pk__in=people_decided_by(actor, on=on).values("pk"))
    reasons |= Q(pk__in=staff_reached_by(actor, Permission.MANAGE_STAFF, on=on).values("pk"))
    return Person.objects.filter(reasons)


def spoken_for(actor: User, *, on: date) -> Q:
    """Return the condition on plans that `actor` is one of the two: the person, or who leads the person that day."""
    if not actor.is_active:
        return Q(pk__in=())
    led = people_decided_by(actor, on=on).values("pk")
    return Q(person__nip=actor.username) | Q(person__in=led, state__in=SHOWN)


def goals_of_the_two(actor: User, *, on: date) -> QuerySet[Goal]:
    """Return the results of whose difficulty `actor` may speak."""
    plans = PerformancePlan.objects.filter(spoken_for(actor, on=on)).values("pk")
    return Goal.objects.filter(plan__in=plans).select_related("plan__person")


def indicators_of_the_two(actor: User, *, on: date) -> QuerySet[Indicator]:
    """Return the indicators of whose guards `actor` may speak."""
    plans = PerformancePlan.objects.filter(spoken_for(actor, on=on)).values("pk")
    return Indicator.objects.filter(goal__plan__in=plans).select_related("goal__plan__person", "goal__plan__assignment")


def proposals_of_the_two(actor: User, *, on: date) -> QuerySet[DifficultyAgreement]:
    """Return the proposals of difficulty that `actor` may answer or take back."""
    goals = goals_of_the_two(actor, on=on).values("pk")
    return DifficultyAgreement.objects.filter(goal__in=goals).select_related("goal__plan__person")


def guards_of_the_two(actor: User, *, on: date) -> QuerySet[NamedGuard]:
    """Return the guards of which `actor` may speak."""
    indicators = indicators_of_the_two(actor, on=on).values("pk")
    return NamedGuard.objects.filter(indicator__in=indicators).select_related("indicator__goal__plan__person")


def proposals_waiting(actor: User, *, on: date) -> dict[str, int]:
    """Return how many proposals of this year wait for `actor`: `own` as the person, `staff` as who leads. One query."""
    led = people_decided_by(actor, on=on).values("pk")
    own = Q(side=EffortSide.SUPERIOR, goal__plan__person__nip=actor.username)
    staff = Q(side=EffortSide.PERSON, goal__plan__person__in=led)
    waiting = DifficultyAgreement.objects.filter(own | staff, state=DifficultyState.PROPOSED, goal__plan__year=on.year)
    found: dict[str, int] = waiting.aggregate(own=Count("pk", filter=own), staff=Count("pk", filter=staff))
    return found
