"""What other records say of the people of one page: feedback, appraisals that wait, and what each learns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet

from pembina.domain.access.models import User
from pembina.domain.development.follow_up_enums import PlanState as ActionPlanState
from pembina.domain.development.models import Enrolment
from pembina.domain.development.queries.action_plans import plans_led_by as action_plans_led_by
from pembina.domain.development.queries.learning import still_going
from pembina.domain.development.queries.learning_hours import with_hours
from pembina.domain.people.models import Person
from pembina.domain.performance.appraisal_permissions import appraisals_to_rate
from pembina.domain.performance.models import Appraisal
from pembina.domain.performance.queries.appraisals import late_on
from pembina.domain.performance.queries.cadence import by_longest_without, overdue, own_cadence


@dataclass(frozen=True, slots=True)
class Beside:
    """What is on record of people, by their numbers; who is not there has nothing on record.

    `spoken` is when a leader last gave feedback, `appraisals` what the visitor is to rate, the earliest period first.
    """

    hours: Mapping[int, Decimal | None]
    action_plans: Mapping[int, int]
    spoken: Mapping[int, datetime | None]
    appraisals: Mapping[int, Appraisal]
    courses: Mapping[int, int]


def beside(actor: User, people: Sequence[int], *, on: date) -> Beside:
    """Return what is on record of some people; the same few queries for any number."""
    known = Person.objects.filter(pk__in=people)
    learners: QuerySet[Any] = with_hours(known, year=on.year)
    running = action_plans_led_by(actor, on=on).filter(state=ActionPlanState.RUNNING, enrolment__person__in=people)
    waiting = appraisals_to_rate(actor, on=on).filter(person__in=people).select_related("period")
    going = still_going(Enrolment.objects.filter(person__in=people))
    return Beside(
        hours=dict(learners.values_list("pk", "jp")),
        action_plans=dict(running.order_by().values_list("enrolment__person").annotate(plans=Count("pk"))),
        spoken=dict(by_longest_without(known).values_list("pk", "spoken_at")),
        appraisals={each.person_id: each for each in waiting.order_by("-period__ends_on", "-period__starts_on")},
        courses=dict(going.order_by().values_list("person").annotate(courses=Count("pk"))),
    )


@dataclass(frozen=True, slots=True)
class Late:
    """How many of those led wait for an appraisal, how many of those too long, and to how many nobody spoke of late."""

    to_rate: int
    late: int
    unspoken: int


def late_items(actor: User, *, at: datetime, on: date) -> Late:
    """Return what waits for the visitor beside the plans."""
    counts = appraisals_to_rate(actor, on=on).aggregate(all=Count("pk"), late=Count("pk", filter=late_on(on)))
    return Late(counts["all"], counts["late"], overdue(own_cadence(actor, on=on), at=at).count())
