"""The own sessions in the calendar of a phone: a secret address that is shown once and can be taken back."""

import hashlib

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.development.operations.calendar_addresses import (
    make_calendar_address,
    person_behind,
    revoke_calendar_address,
)
from pembina.domain.development.queries.learning import calendar_sessions
from pembina.exchange.calendar_files import CalendarFeed, event_feed
from pembina.web.access import open_to_all, signed_in
from pembina.web.components.clock import moment_there
from pembina.web.learning import scopes
from pembina.web.learning.feed import calendar_event

MINUTES_KEPT = 15


@signed_in
def calendar(request: HttpRequest) -> HttpResponse:
    """Say whether there is an address; sent, make one and show it this once."""
    person, address = scopes.own_person(request), ""
    if request.method == "POST":
        secret = make_calendar_address(person=person, by=scopes.actor_of(request), at=timezone.now())
        address = request.build_absolute_uri(reverse("learning:feed", args=[secret]))
    held = person.calendar_addresses.filter(revoked_at__isnull=True).first()
    made = moment_there(held.made_at, timezone.get_current_timezone()) if held else ""
    context = {"address": address, "made": made, "trail": scopes.trail()}
    answer = render(request, "learning/calendar.html", context)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@signed_in
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """End the address; calendars find nothing any more."""
    revoke_calendar_address(person=scopes.own_person(request), by=scopes.actor_of(request), at=timezone.now())
    messages.success(request, _("Alamat kalender dicabut."))
    return redirect("learning:calendar")


@open_to_all
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Give the sessions to whoever knows the secret; the same sessions give the same tag."""
    person = person_behind(secret)
    if person is None:
        raise Http404
    sessions = calendar_sessions(person, at=timezone.now())
    events = [calendar_event(one, request) for one in sessions]
    name = _("Belajar: %(name)s") % {"name": person.name}
    content = event_feed(CalendarFeed(name=name, events=events))
    tag = f'"{hashlib.sha256(content).hexdigest()}"'
    kept = {"ETag": tag, "Cache-Control": f"private, max-age={MINUTES_KEPT * 60}"}
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers=kept)
    named = {"Content-Disposition": 'inline; filename="belajar.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=kept | named)
