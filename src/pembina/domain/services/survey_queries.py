"""Questions about surveys, each with the scope of whoever asks."""

from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.services.enums import SurveyMeans
from pembina.domain.services.models import PublicService, ResponseDecision, SurveyPeriod, SurveyPlace, SurveyResponse
from pembina.domain.services.survey_coverage import services_in


def units_surveyed_by(actor: User, *, on: date) -> QuerySet[Unit]:
    """Return the units whose surveys `actor` runs."""
    return units_reached_by(actor, Permission.RUN_SURVEYS, on=on)


def survey_periods(actor: User, *, on: date) -> QuerySet[SurveyPeriod]:
    """Return the rounds that `actor` runs, each with the answers that count in ``collected``, the latest first."""
    periods = SurveyPeriod.objects.filter(unit__in=units_surveyed_by(actor, on=on).values("pk"))
    collected = Count("responses", filter=Q(responses__is_excluded=False))
    return periods.select_related("unit").annotate(collected=collected).order_by("-opens_on", "-pk")


def typed_periods(actor: User, *, on: date) -> QuerySet[SurveyPeriod]:
    """Return the rounds whose paper forms `actor` types, the latest first.

    They are those that `actor` runs, and those that reach a unit where `actor` records services: its own rounds and
    those of the units above it, unless they are about services of others alone.
    """
    here = units_reached_by(actor, Permission.RECORD_SERVICE, on=on).values("pk")
    above = UnitAncestry.objects.filter(descendant__in=here).values("ancestor")
    named = SurveyPeriod.services.through.objects.filter(surveyperiod=OuterRef("pk"))
    about = ~Exists(named) | Exists(named.filter(publicservice__unit__in=here))
    run = Q(unit__in=units_surveyed_by(actor, on=on).values("pk"))
    reached = SurveyPeriod.objects.filter(run | Q(about, unit__in=above))
    return reached.select_related("unit").order_by("-opens_on", "-pk")


def typed_services(actor: User, period: SurveyPeriod, *, on: date) -> QuerySet[PublicService]:
    """Return the services of a round that `actor` may name on a paper form: all, or those of the units served."""
    if units_surveyed_by(actor, on=on).filter(pk=period.unit_id).exists():
        return services_in(period)
    units = units_reached_by(actor, Permission.RECORD_SERVICE, on=on).values("pk")
    return services_in(period).filter(unit__in=units)


def survey_places(actor: User, *, on: date) -> QuerySet[SurveyPlace]:
    """Return the counters that `actor` keeps, those in use first."""
    places = SurveyPlace.objects.filter(unit__in=units_surveyed_by(actor, on=on).values("pk"))
    return places.select_related("unit", "service").order_by("-is_active", "unit__name", "name")


def survey_responses(actor: User, *, on: date) -> QuerySet[SurveyResponse]:
    """Return the answers in the rounds that `actor` runs."""
    return SurveyResponse.objects.filter(period__unit__in=units_surveyed_by(actor, on=on).values("pk"))


def counted_responses(period: SurveyPeriod) -> QuerySet[SurveyResponse]:
    """Return the answers of a round that count: all but those that a live decision excludes."""
    return SurveyResponse.objects.filter(period=period, is_excluded=False)


def with_decisions(responses: QuerySet[SurveyResponse]) -> QuerySet[SurveyResponse]:
    """Return answers with what a list shows of each, the live decision in ``decided``."""
    live = ResponseDecision.objects.filter(undone_at__isnull=True).select_related("by")
    named = responses.select_related("place", "service", "typed_by")
    return named.prefetch_related(Prefetch("decisions", live, to_attr="decided"))


def typed_lately(period: SurveyPeriod, *, typist: User, now: datetime) -> QuerySet[SurveyResponse]:
    """Return the paper forms that somebody typed in the last day, the latest first."""
    typed = SurveyResponse.objects.filter(period=period, means=SurveyMeans.PAPER, typed_by=typist)
    return typed.filter(received_at__gt=now - timedelta(days=1)).order_by("-received_at", "-pk")


def collected_by_means(period: SurveyPeriod) -> dict[str, int]:
    """Return how many answers of a round came by which way; those left out stand under ``excluded``."""
    counted = SurveyResponse.objects.filter(period=period).order_by().values("means", "is_excluded")
    found: dict[str, int] = {}
    for row in counted.annotate(number=Count("pk")):
        name = "excluded" if row["is_excluded"] else row["means"]
        found[name] = found.get(name, 0) + row["number"]
    return found


def undecided_suspicious(period: SurveyPeriod) -> QuerySet[SurveyResponse]:
    """Return the marked answers of a round about which nobody has decided."""
    decided = ResponseDecision.objects.filter(undone_at__isnull=True).values("response")
    return SurveyResponse.objects.filter(period=period).exclude(suspicion="").exclude(pk__in=decided)
