"""What citizens read about services, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from pembina.domain.services.queries.public_catalogue import public_services, public_units
from pembina.web.access import open_to_all
from pembina.web.portal.present_service import present_service
from pembina.web.portal.present_start import present_start
from pembina.web.portal.present_unit import present_unit
from pembina.web.portal.searching import present_search

LONGEST_SEARCH = 100


@open_to_all
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Let a citizen find a service or an office, and say in four numbers what is promised and kept."""
    at = timezone.now()
    wanted = request.GET.get("q", "")[:LONGEST_SEARCH].strip()
    context = {"start": present_start(at=at), "found": present_search(wanted, on=timezone.localdate(at))}
    return render(request, "portal/start.html", context)


@open_to_all
@require_safe
def service(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a service promises and what it keeps; one that ended keeps its page."""
    found = get_object_or_404(public_services(), code=code)
    return render(request, "portal/service.html", {"service": present_service(found, at=timezone.now())})


@open_to_all
@require_safe
def unit(request: HttpRequest, code: str) -> HttpResponse:
    """Show an office with the services of it and of those below it."""
    found = get_object_or_404(public_units().select_related("parent"), code=code)
    return render(request, "portal/unit.html", {"unit": present_unit(found, at=timezone.now())})
