"""Questions about appraisals: lists in their order, how far a period has come, by unit and in all."""

from datetime import date

from django.db.models import Count, F, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.performance.appraisal_enums import AppraisalState, Ruling
from pembina.domain.performance.appraisal_permissions import (
    appraisals_overseen_by,
    appraisals_rated_by,
    appraisals_to_rate,
)
from pembina.domain.performance.models import Appraisal, EvaluationPeriod
from pembina.domain.performance.models.appraisals import DELIVERED, OPEN

# Reasons and notes are long, and nobody's in a list.
LONG = ("value_notes", "results_reason", "behaviour_reason", "advice", "refused_note")


def listed(appraisals: QuerySet[Appraisal]) -> QuerySet[Appraisal]:
    """Return appraisals with all that a list shows, without what is long about them."""
    return appraisals.select_related("period", "person", "unit", "rater", "superior").defer(*LONG)


def with_everything(appraisals: QuerySet[Appraisal]) -> QuerySet[Appraisal]:
    """Return appraisals with all that their own page shows."""
    return appraisals.select_related(
        "period", "person", "unit", "led_unit", "rater", "superior", "plan", "signed_by", "objection__decided_by"
    )


def of_leader(actor: User, *, on: date) -> QuerySet[Appraisal]:
    """Return what a leader has to do with: the own people, and of raters below what was taken over or changed."""
    waiting = appraisals_to_rate(actor, on=on).values("pk")
    rated = appraisals_rated_by(actor, on=on).values("pk")
    taken_over = Q(rater_was_silent=True) | Q(objection__ruling=Ruling.CHANGED)
    silent = appraisals_overseen_by(actor, on=on).filter(taken_over).values("pk")
    return Appraisal.objects.filter(Q(pk__in=waiting) | Q(pk__in=rated) | Q(pk__in=silent))


def to_deliver(actor: User, *, on: date) -> QuerySet[Appraisal]:
    """Return what `actor` has signed and not handed on."""
    return of_leader(actor, on=on).filter(state=AppraisalState.SIGNED, signed_by=actor)


def late_on(day: date) -> Q:
    """Return the condition that an appraisal is not signed although the time for evaluating is over."""
    return Q(state__in=OPEN, period__window_ends__lt=day)


def progress_by_unit(period: EvaluationPeriod) -> QuerySet[Unit]:
    """Return the units in which somebody is appraised, with `wanted`, `signed`, `delivered` and `late` counts."""
    of_period = Q(appraisals__period=period) & ~Q(appraisals__state=AppraisalState.EXEMPT)
    return (
        Unit.objects.filter(pk__in=Appraisal.objects.filter(period=period).values("unit"))
        .annotate(
            wanted=Count("appraisals", filter=of_period),
            exempt=Count("appraisals", filter=Q(appraisals__period=period, appraisals__state=AppraisalState.EXEMPT)),
            waiting=Count("appraisals", filter=of_period & Q(appraisals__state__in=OPEN)),
            delivered=Count("appraisals", filter=of_period & Q(appraisals__state__in=DELIVERED)),
        )
        .annotate(signed=F("wanted") - F("waiting"))
    )


def counts_of_states(period: EvaluationPeriod) -> dict[str, int]:
    """Return how many appraisals of a period are in each state."""
    found = Appraisal.objects.filter(period=period).order_by().values_list("state")
    return dict(found.annotate(found=Count("pk")))
