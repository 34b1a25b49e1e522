"""Services follow what is done to units: they move with a merger, and are counted again by another calendar."""

from collections.abc import Collection
from datetime import date, datetime

from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.people.operations.unit_changes import Hanging
from pembina.domain.services.models import PublicService
from pembina.domain.services.operations.merged_units import carry_services, services_hanging_on
from pembina.domain.services.promised_requests import renew_promises
from pembina.domain.services.recounts import recount_if_changed


class ServicesOfUnits:
    """What `people.operations.unit_changes` tells about units."""

    def hanging_on(self, unit: Unit, *, after: date) -> list[Hanging]:
        return services_hanging_on(unit, after=after)

    def merge(self, unit: Unit, *, into: Unit, after: date, by: User | None, at: datetime) -> None:
        carry_services(unit, into=into, after=after, by=by, at=at)

    def follow_hours(self, units: Collection[int], *, rezoned: Collection[int]) -> None:
        for service in PublicService.objects.filter(unit__in=rezoned).select_related("unit").order_by("pk"):
            # On another clock a request near midnight was received on another day.
            renew_promises(service, first=service.opened_on, last=None)
        below = PublicService.objects.filter(unit__ancestor_links__ancestor__in=[*units, *rezoned])
        recount_if_changed(below.values_list("pk", flat=True))
