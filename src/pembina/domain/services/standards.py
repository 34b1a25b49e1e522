"""Which standard a service had on a day."""

from collections.abc import Iterable
from datetime import date

from pembina.core.rules.service_time import PromisedTime, TimeUnit
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.overlap_guard import OverlapGuard
from pembina.domain.services.models import PublicService, ServiceStandard

STANDARDS_APART = OverlapGuard(
    "standard_no_overlap",
    "services.ServiceStandard",
    ("service_id",),
    "services_publicservice",
    "two standards of one service overlap",
)


def standard_of(service: PublicService, on: date) -> ServiceStandard | None:
    """Return the standard of a service in force on a day; None where it had none."""
    return service.standards.filter(in_force_on(on)).first()


def standards_of(services: Iterable[PublicService | int], on: date) -> dict[int, ServiceStandard]:
    """Return the standards in force on a day by the number of their service, in one query; no key where none was."""
    numbers = [service if isinstance(service, int) else service.pk for service in services]
    held = ServiceStandard.objects.filter(in_force_on(on), service__in=numbers)
    return {standard.service_id: standard for standard in held}


def promise_of(standard: ServiceStandard | None) -> PromisedTime | None:
    """Return the promised time of a standard; None where it promises none."""
    if standard is None or standard.promised_amount is None:
        return None
    return PromisedTime(standard.promised_amount, TimeUnit(standard.promised_unit))
