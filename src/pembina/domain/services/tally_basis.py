"""By what a service is counted today: its measure and its working calendar."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

import numpy as np

from pembina.core.rules.service_time import Measure, RequestColumns, WorkingCalendar
from pembina.domain.services.calendars import calendars_of
from pembina.domain.services.enums import PromiseUnit
from pembina.domain.services.models import PublicService, ServiceStandard

SHORTEST_TIME = 60_000_000
"""A promised size below one minute in microseconds counts working days: no standard promises so many days."""


@dataclass(frozen=True, slots=True)
class Basis:
    """`digest` is the same for two calendars that are open at the same times."""

    measure: Measure
    calendar: WorkingCalendar
    digest: str


def measure_of(service: PublicService | int) -> Measure:
    """Return in what a service is measured: in working days where its latest promise is one, else in working time."""
    pk = service if isinstance(service, int) else service.pk
    return measures_of([pk])[pk]


def measures_of(services: Iterable[int]) -> dict[int, Measure]:
    """Return the same for many services, in one query."""
    found = dict.fromkeys(services, Measure.WORKING_TIME)
    promises = ServiceStandard.objects.filter(service__in=found, promised_amount__isnull=False).order_by("starts_on")
    for service, unit in promises.values_list("service_id", "promised_unit"):
        in_days = unit == PromiseUnit.WORKING_DAYS
        found[service] = Measure.WORKING_DAYS if in_days else Measure.WORKING_TIME
    return found


def bases_of(services: Iterable[int]) -> dict[int, Basis]:
    """Return by what services are counted, in a number of queries that does not grow with them."""
    known = PublicService.objects.filter(pk__in=set(services)).select_related("unit").order_by("pk")
    listed = list(known)
    calendars = calendars_of({service.unit_id: service.unit for service in listed}.values())
    digests = {unit: digest_of(calendar) for unit, calendar in calendars.items()}
    measures = measures_of([service.pk for service in listed])
    return {s.pk: Basis(measures[s.pk], calendars[s.unit_id], digests[s.unit_id]) for s in listed}


def digest_of(calendar: WorkingCalendar) -> str:
    """Return what tells a calendar from one with other hours."""
    special = [(part.first, part.last, part.week, part.distance) for part in calendar.special]
    closed = sorted(holiday.day for holiday in calendar.holidays)
    told = (calendar.zone, calendar.week, calendar.later, closed, special)
    return sha256(repr(told).encode()).hexdigest()


def comparable(requests: RequestColumns, measure: Measure) -> RequestColumns:
    """Leave out a promise in days where time is measured, and the reverse: the one says nothing about the other."""
    alike = (requests.promised < SHORTEST_TIME) == (measure is Measure.WORKING_DAYS)
    return replace(requests, promised=np.where(alike, requests.promised, 0))
