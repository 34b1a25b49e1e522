"""Requests keep the promise of the day they were received; they follow when that promise is written otherwise."""

from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from pembina.core.rules.service_time.zones import zone_of
from pembina.domain.services.models import PublicService, ServiceRequest, ServiceStandard
from pembina.domain.services.standards import promise_of


def renew_promises(service: PublicService, *, first: date, last: date | None) -> int:
    """Give the requests received from one day to another the promise of their day; return how many changed.

    To be called before the months are marked to be counted again: whoever writes a request locks it first, too.
    """
    zone = service.unit.time_zone
    requests = service.requests.filter(_received(zone, first, last))
    changed, promised = 0, Q(pk__in=())
    for standard in _standards(service, first, last):
        days = _received(zone, standard.starts_on, standard.ends_on)
        promise = promise_of(standard)
        changed += _promise(requests.filter(days), promise.size if promise else 0)
        promised |= days
    return changed + _promise(requests.exclude(promised), 0)


def _standards(service: PublicService, first: date, last: date | None) -> QuerySet[ServiceStandard]:
    found = service.standards.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=first))
    return found if last is None else found.filter(starts_on__lte=last)


def _promise(requests: QuerySet[ServiceRequest], size: int) -> int:
    return requests.exclude(promised=size).update(promised=size)


def _received(zone: str, first: date, last: date | None) -> Q:
    """Return the condition that a request came on one of these days, on the clock of the unit."""
    since = Q(received_at__gte=_midnight(first, zone))
    return since if last is None else since & Q(received_at__lt=_midnight(last + timedelta(days=1), zone))


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone_of(zone))
