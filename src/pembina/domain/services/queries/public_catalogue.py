"""Units and services as anybody may look them up, those that ended included: their past stays readable."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.people.searches import units_named, words_in
from pembina.domain.services.models import PublicService


def public_services() -> QuerySet[PublicService]:
    """Return every service with its unit."""
    return PublicService.objects.select_related("unit").order_by("name", "pk")


def public_units() -> QuerySet[Unit]:
    """Return every unit of the government."""
    return Unit.objects.order_by("name", "pk")


def serving_units() -> QuerySet[Unit]:
    """Return the units that offer a service themselves."""
    return public_units().filter(Exists(PublicService.objects.filter(unit=OuterRef("pk"))))


def services_of(unit: Unit) -> QuerySet[PublicService]:
    """Return the services of a unit and of all below it, by unit and name."""
    below = UnitAncestry.objects.filter(ancestor=unit).values("descendant")
    return public_services().filter(unit__in=below).order_by("unit__code", "name", "pk")


def services_on(services: QuerySet[PublicService], on: date) -> QuerySet[PublicService]:
    """Return the services that exist on a day."""
    return services.filter(Q(closed_on__isnull=True) | Q(closed_on__gte=on), opened_on__lte=on)


def services_named(wanted: str) -> Q:
    """Return the condition that every word of `wanted` stands in the name of a service, or that it is its code."""
    return words_in("name", wanted) | Q(code__iexact=wanted.strip())


def found_units(wanted: str) -> QuerySet[Unit]:
    """Return the units whose name or code is meant."""
    return public_units().filter(units_named(wanted))
