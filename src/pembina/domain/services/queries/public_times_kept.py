"""The published times again without counting them again, as long as the months of a service are the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from itertools import islice

from django.core.cache import cache
from django.db.models.functions import Length

from pembina.domain.services.models import MonthlyTally, PublicService, TallyBasis
from pembina.domain.services.queries.public_times import SERVICES_AT_A_TIME, ServiceTimes, times_of

KEPT_SECONDS = 2 * 60 * 60
COUNTS = ("service_id", "month", "promised", "within", "completions", "withdrawals", "still_open")


def times_kept(services: Iterable[PublicService], *, at: datetime, back: int = 0) -> Iterator[ServiceTimes]:
    """Yield what `times_of` yields, computing only services of which a month changed or that are an hour old.

    Each result carries the moment `at` which it was computed, which may lie before this one within the hour.
    """
    waiting = iter(services)
    while portion := list(islice(waiting, SERVICES_AT_A_TIME)):
        yield from _some_kept(portion, at, back)


def _some_kept(services: list[PublicService], at: datetime, back: int) -> Iterator[ServiceTimes]:
    states = states_of([service.pk for service in services], at=at)
    names = {pk: f"public-times-{back}-{pk}-{state}" for pk, state in states.items()}
    held = cache.get_many(names.values())
    lacking = [service for service in services if names[service.pk] not in held]
    counted = {names[found.service]: found for found in times_of(lacking, at=at, back=back)}
    cache.set_many(counted, KEPT_SECONDS)
    found: dict[str, ServiceTimes] = held | counted
    yield from (found[names[service.pk]] for service in services)


def states_of(services: list[int], *, at: datetime) -> dict[int, str]:
    """Return for each service what changes with its months, with the basis they are counted by, and every hour.

    Two queries; of the packed times only the lengths are looked at. Were times corrected so that neither a count nor a
    length changes, the earlier figures would stay until the hour is over.
    """
    told: dict[int, list[object]] = defaultdict(list)
    lengths = {"opened_length": Length("opened"), "ended_length": Length("ended")}
    months = MonthlyTally.objects.filter(service__in=services).annotate(**lengths).order_by("service", "month")
    for row in months.values_list(*COUNTS, *lengths):
        told[row[0]].append(row)
    for row in TallyBasis.objects.filter(pk__in=services).values_list("pk", "measure", "calendar", "state"):
        told[row[0]].append(row)
    hour = at.replace(minute=0, second=0, microsecond=0)
    return {pk: sha256(repr((hour, told[pk])).encode()).hexdigest()[:32] for pk in services}
