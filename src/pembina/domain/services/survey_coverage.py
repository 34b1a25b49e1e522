"""Which round of the survey an answer belongs to, and which services can be named in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from pembina.domain.people.models import UnitAncestry
from pembina.domain.services.models import PublicService, SurveyPeriod, SurveyPlace
from pembina.domain.services.survey_refusals import ServiceNotHereError


@dataclass(frozen=True, slots=True)
class Round:
    """A period that reaches a counter; `services` are the numbers of those it is confined to, empty for all."""

    period: SurveyPeriod
    services: frozenset[int]

    def covers(self, service_id: int | None) -> bool:
        """Say whether an answer about a service belongs to it; without a service it does where all are covered."""
        return not self.services or service_id in self.services


@dataclass(frozen=True, slots=True)
class Asked:
    """What a counter asks on a day: in the order of which round, None where nothing is asked; among which services.

    `services` is empty where there is nothing to choose.
    """

    period: SurveyPeriod | None
    services: Sequence[PublicService] = ()


def open_period(
    place: SurveyPlace, *, service_id: int | None, on: date, rounds: Sequence[Round] | None = None
) -> SurveyPeriod | None:
    """Return the round open on a day for a counter and a service: of the nearest unit, one that names it first.

    `rounds` are those open on the day, for whoever has just asked for them.

    Raises ``ServiceNotHereError`` where the counter does not offer the service.
    """
    if place.service_id is not None and service_id not in (None, place.service_id):
        raise ServiceNotHereError
    if place.service_id is None and service_id is not None:
        require_offered(place, service_id, on=on)
    wanted = service_id or place.service_id
    known = open_rounds(place, on=on) if rounds is None else rounds
    return next((each.period for each in known if each.covers(wanted)), None)


def open_rounds(place: SurveyPlace, *, on: date) -> list[Round]:
    """Return the rounds open on a day that reach a counter, the nearest unit's first."""
    named = SurveyPeriod.services.through.objects.filter(surveyperiod=OuterRef("pk"))
    found = (
        SurveyPeriod.objects.filter(opens_on__lte=on, closes_on__gte=on)
        .filter(unit__descendant_links__descendant=place.unit_id)
        .annotate(depth=F("unit__descendant_links__depth"), is_confined=Exists(named))
        .order_by("depth", "-is_confined", "pk")
    )
    return [Round(period, _services_of(period) if period.is_confined else frozenset()) for period in found]


def _services_of(period: SurveyPeriod) -> frozenset[int]:
    return frozenset(period.services.values_list("pk", flat=True))


def offered_at(place: SurveyPlace, *, on: date) -> QuerySet[PublicService]:
    """Return the services among which a citizen chooses at a counter: those of its unit that exist on a day."""
    existing = Q(opened_on__lte=on) & (Q(closed_on__isnull=True) | Q(closed_on__gte=on))
    return PublicService.objects.filter(existing, unit=place.unit_id).order_by("name", "pk")


def asked_at(place: SurveyPlace, *, on: date) -> Asked:
    """Return what a counter asks on a day: only services whose answers a round takes, and nothing without a round."""
    rounds = open_rounds(place, on=on)
    offered = [] if place.service_id is not None else list(offered_at(place, on=on))
    services = [each for each in offered if any(known.covers(each.pk) for known in rounds)]
    wanted: list[int | None] = [each.pk for each in services] or [place.service_id]
    return Asked(next((each.period for each in rounds if any(map(each.covers, wanted))), None), services)


def require_offered(place: SurveyPlace, service_id: int, *, on: date) -> None:
    """Refuse a service that the counter does not offer; raises ``ServiceNotHereError``."""
    if not offered_at(place, on=on).filter(pk=service_id).exists():
        raise ServiceNotHereError


def services_in(period: SurveyPeriod) -> QuerySet[PublicService]:
    """Return the services that a round covers."""
    if period.services.exists():
        return period.services.order_by("name", "pk")
    below = UnitAncestry.objects.filter(ancestor=period.unit_id).values("descendant")
    return PublicService.objects.filter(unit__in=below).order_by("name", "pk")


def require_service(period: SurveyPeriod, service_id: int | None) -> None:
    """Refuse a service that a round does not cover; raises ``ServiceNotHereError``."""
    if service_id is not None and not services_in(period).filter(pk=service_id).exists():
        raise ServiceNotHereError
