"""Rounds and their results in the scope of whoever asks, and what of them is public."""

from datetime import date

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.services.enums import FollowUpState
from pembina.domain.services.models import FollowUp, SurveyPeriod, SurveyPublication, SurveyResponse

MOST_IN_TREND = 12


def periods_reported_by(actor: User, *, on: date) -> QuerySet[SurveyPeriod]:
    """Return the rounds whose results `actor` keeps, the latest first."""
    units = units_reached_by(actor, Permission.RUN_SURVEYS, on=on).values("pk")
    return SurveyPeriod.objects.filter(unit__in=units).select_related("unit").order_by("-opens_on", "-pk")


def with_standing(periods: QuerySet[SurveyPeriod]) -> QuerySet[SurveyPeriod]:
    """Add to each round the answers that count (``collected``) and its newest ``version``."""
    counted = SurveyResponse.objects.filter(period=OuterRef("pk"), is_excluded=False).order_by()
    published = SurveyPublication.objects.filter(period=OuterRef("pk")).order_by("-version")
    return periods.annotate(
        collected=Coalesce(Subquery(counted.values("period").annotate(people=Count("pk")).values("people")), 0),
        version=Subquery(published.values("version")[:1]),
    )


def rounds_before(period: SurveyPeriod) -> list[SurveyPeriod]:
    """Return the earlier rounds about the same services of the same unit, the latest first. Two queries."""
    about = {service.pk for service in period.services.all()}
    earlier = (
        SurveyPeriod.objects.filter(unit=period.unit_id, closes_on__lt=period.opens_on)
        .prefetch_related("services")
        .order_by("-opens_on", "-pk")[: MOST_IN_TREND * 2]
    )
    alike = [other for other in earlier if {service.pk for service in other.services.all()} == about]
    return alike[: MOST_IN_TREND - 1]


def follow_ups_of(period: SurveyPeriod) -> QuerySet[FollowUp]:
    """Return the plans after a round with their steps, the earliest due first."""
    return period.follow_ups.prefetch_related("steps").order_by("due_on", "pk")


def follow_ups_kept_by(actor: User, *, on: date) -> QuerySet[FollowUp]:
    """Return the plans that `actor` keeps."""
    units = units_reached_by(actor, Permission.RUN_SURVEYS, on=on).values("pk")
    return FollowUp.objects.filter(period__unit__in=units).select_related("period__unit")


def is_late(follow_up: FollowUp, *, on: date) -> bool:
    """Say whether a plan has passed its day without an end."""
    ended = (FollowUpState.DONE, FollowUpState.DROPPED)
    return follow_up.state not in ended and follow_up.due_on < on


def publications_of(period: SurveyPeriod) -> QuerySet[SurveyPublication]:
    """Return all that was published of a round, the latest version first."""
    return period.publications.select_related("by").order_by("-version")


def published_versions() -> QuerySet[SurveyPublication]:
    """Return all that was ever published; anyone may read it."""
    return SurveyPublication.objects.select_related("period__unit")


def published_results() -> QuerySet[SurveyPublication]:
    """Return the newest version of every published round, the latest round first; anyone may read them."""
    newer = SurveyPublication.objects.filter(period=OuterRef("period"), version__gt=OuterRef("version"))
    return published_versions().filter(~Exists(newer)).order_by(F("period__closes_on").desc(), "-pk")
