"""What the standard in force on the day of receipt promised, for many requests in one query."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.utils import timezone

from pembina.core.rules.service_time import MISSING
from pembina.core.rules.service_time.zones import DAY, MINUTE, zone_of
from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.domain.services.standards import promise_of

EPOCH = date(1970, 1, 1).toordinal()


def zones_of(services: Collection[int]) -> dict[int, int]:
    """Return minutes east of Greenwich at the unit of each service; no zone of Indonesia changes its clock."""
    now = timezone.now()
    told = PublicService.objects.filter(pk__in=services).values_list("pk", "unit__time_zone")
    return {pk: int(now.astimezone(zone_of(zone)).utcoffset().total_seconds() // 60) for pk, zone in told}  # type: ignore[union-attr]


class Promises:
    """Every standard of some services, by the day on which it begins."""

    def __init__(self, services: Collection[int]) -> None:
        self._zones = zones_of(services)
        self._held: dict[int, list[tuple[int, int | None, int]]] = defaultdict(list)
        for standard in ServiceStandard.objects.filter(service__in=services).order_by("service", "starts_on"):
            promise = promise_of(standard)
            self._held[standard.service_id].append(
                (
                    standard.starts_on.toordinal() - EPOCH,
                    standard.ends_on.toordinal() - EPOCH if standard.ends_on else None,
                    promise.size if promise else 0,
                )
            )

    def at(self, service: int, received: int) -> int:
        """Return the promise of the standard in force at receipt as `PromisedTime.size`; 0 where there was none."""
        held = self._held.get(service)
        if not held or received == MISSING:
            return 0
        day = (received + self._zones[service] * MINUTE) // DAY
        place = bisect_right(held, day, key=lambda standard: standard[0]) - 1
        if place < 0:
            return 0
        _, last, size = held[place]
        return size if last is None or day <= last else 0
