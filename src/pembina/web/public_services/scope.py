"""Which services and units somebody sees here, and which they may change."""

from typing import cast

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.people.permissions import reaches_everything, units_reached_by
from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.domain.services.queries.catalogue import services_reached_by


def seen_service(request: HttpRequest, pk: int) -> PublicService:
    """Return a service of a unit in whose reach the visitor records requests; 404 for any other."""
    seen = services_reached_by(actor_of(request), Permission.RECORD_SERVICE, on=timezone.localdate())
    return get_object_or_404(seen.select_related("unit"), pk=pk)


def kept_service(request: HttpRequest, pk: int) -> PublicService:
    """Return a service that the visitor may change."""
    kept = services_reached_by(actor_of(request), Permission.KEEP_SERVICES, on=timezone.localdate())
    return get_object_or_404(kept.select_related("unit"), pk=pk)


def seen_standard(request: HttpRequest, pk: int) -> ServiceStandard:
    """Return a version of the standard of a service that the visitor sees."""
    seen = services_reached_by(actor_of(request), Permission.RECORD_SERVICE, on=timezone.localdate())
    versions = ServiceStandard.objects.filter(service__in=seen.values("pk"))
    return get_object_or_404(versions.select_related("service__unit"), pk=pk)


def kept_standard(request: HttpRequest, pk: int) -> ServiceStandard:
    """Return a version of the standard of a service that the visitor may change."""
    kept = services_reached_by(actor_of(request), Permission.KEEP_SERVICES, on=timezone.localdate())
    versions = ServiceStandard.objects.filter(service__in=kept.values("pk"))
    return get_object_or_404(versions.select_related("service__unit"), pk=pk)


def keeps(request: HttpRequest, unit: Unit | None) -> bool:
    """Say whether the visitor may change the calendar of a unit, or, without one, that of the government."""
    actor, on = actor_of(request), timezone.localdate()
    if unit is None:
        return reaches_everything(actor, Permission.KEEP_SERVICES, on=on)
    return units_reached_by(actor, Permission.KEEP_SERVICES, on=on).filter(pk=unit.pk).exists()


def kept_place(request: HttpRequest, written: str) -> Unit | None:
    """Return the unit of a number in an address, None for the government where that is empty; 404 out of reach."""
    if not written:
        found = None
    elif written.isascii() and written.isdigit() and len(written) < 19:
        found = get_object_or_404(Unit, pk=int(written))
    else:
        raise Http404
    require_kept(request, found)
    return found


def require_kept(request: HttpRequest, unit: Unit | None) -> None:
    """Answer 404 unless the visitor may change the calendar of a unit."""
    if not keeps(request, unit):
        raise Http404


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)
