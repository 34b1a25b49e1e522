"""The services whose requests and answers make up an outcome, and those whose standard changed meanwhile."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from pembina.domain.impact.enums import UnitReach
from pembina.domain.impact.models import DesignOutcome
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.services.models import PublicService, ServiceStandard


def services_of(outcome: DesignOutcome, units: Sequence[Unit], *, reach: str) -> QuerySet[PublicService]:
    """Return the services of the units that an outcome counts: those it names, or all."""
    numbers = [unit.pk for unit in units]
    if reach == UnitReach.AND_BELOW:
        links = UnitAncestry.objects.filter(ancestor__in=numbers)
        found = PublicService.objects.filter(unit__in=links.values("descendant"))
    else:
        found = PublicService.objects.filter(unit__in=numbers)
    named = [service.pk for service in outcome.services.all()]
    return found.filter(pk__in=named) if named else found


def changed_standards(services: QuerySet[PublicService], *, after: date, until: date) -> list[str]:
    """Return the services that got another standard in the place of an earlier one, with their units."""
    earlier = ServiceStandard.objects.filter(service=OuterRef("service"), starts_on__lt=OuterRef("starts_on"))
    newer = ServiceStandard.objects.filter(
        Exists(earlier), service__in=services.values("pk"), starts_on__gt=after, starts_on__lte=until
    )
    pairs = newer.order_by("service__code").values_list("service__name", "service__unit__name").distinct()
    return [f"{name} · {unit}" for name, unit in pairs]
