from typing import Any, cast

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.audit_words import Kind
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.operations import note_trail_export
from pembina.domain.people.trails import trail_of, trails_open_to, whole_trail
from pembina.exchange.trail import MOST_ROWS, trail_csv, trail_workbook
from pembina.web.access import requires, signed_in
from pembina.web.access.address import client_address
from pembina.web.access.looking import note_looking
from pembina.web.audit.exports import head, rows
from pembina.web.audit.filters import TrailFilters, of_kind
from pembina.web.audit.present import days, kinds_in_words
from pembina.web.audit.slices import COUNTED, bounded_count, slice_of

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


@signed_in
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Show who looked at and changed what is the visitor's own, sign-ins included."""
    return _trail(request, cast(User, request.user).username, _("Akun saya"), reverse("account:me"))


@signed_in
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who looked at and changed the record of a person: to that person and to auditors, who are seen to look."""
    actor = cast(User, request.user)
    found = get_object_or_404(trails_open_to(actor, on=timezone.localdate()), pk=pk)
    if found.nip != actor.username:
        note_looking(request, "look_at_trail", on=found)
    return _trail(request, found.nip, found.titled_name, reverse("people:person", args=[pk]))


def _trail(request: HttpRequest, nip: str, name: str, address: str) -> HttpResponse:
    actor, kind = cast(User, request.user), request.GET.get("kind", "")
    events = trail_of(nip)
    if kind in list(Kind):
        events = events.filter(of_kind(Kind(kind)))
    page = slice_of(events, request.GET)
    context = {
        "is_own": nip == actor.username,
        "name": name,
        "trail": [(name, address)],
        "tabs": _tabs(kind),
        "query": f"kind={kind}&" if kind in list(Kind) else "",
        "page": page,
        "days": days(page.events, reader=actor, for_auditor=False),
    }
    return render(request, "audit/person.html", context)


def _tabs(chosen: str) -> list[dict[str, Any]]:
    kinds = [("", _("Semua")), *kinds_in_words()]
    known = {kind for kind, _label in kinds}
    here = chosen if chosen in known else ""
    return [{"label": label, "address": f"?kind={kind}", "here": kind == here} for kind, label in kinds]


@requires(Permission.READ_AUDIT)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Let an auditor search the trail; that they do is on record too."""
    actor = cast(User, request.user)
    filters, events = _searched(request)
    page = slice_of(events, request.GET)
    note_looking(request, "search_trail", on=actor)
    count = bounded_count(events)
    context = {
        "filters": filters,
        "page": page,
        "count": min(count, COUNTED),
        "is_more": count > COUNTED,
        "days": days(page.events, reader=actor, for_auditor=True),
        "reset": reverse("audit:index") if filters.is_narrowed else "",
    }
    return render(request, "audit/index.html", context)


@requires(Permission.READ_AUDIT)
@require_POST
def csv(request: HttpRequest) -> HttpResponseBase:
    """Give the trail, as far as the filters leave it, as CSV of any length."""
    filters, events = _searched(request)
    _note(request, filters, events)
    lines = trail_csv(head(), rows(events, get_language() or "id"))
    return StreamingHttpResponse(lines, content_type=CSV, headers=_attachment("csv"))


@requires(Permission.READ_AUDIT)
@require_POST
def workbook(request: HttpRequest) -> HttpResponseBase:
    """Give the same as a workbook, unless a sheet is too short for it."""
    filters, events = _searched(request)
    if events.order_by()[: MOST_ROWS + 1].count() > MOST_ROWS:
        messages.error(request, _("Terlalu banyak untuk satu lembar XLSX. Saring dahulu, atau unduh CSV."))
        return redirect(f"{reverse('audit:index')}?{filters.query}")
    _note(request, filters, events)
    file = trail_workbook(head(), rows(events, get_language() or "id"), sheet=_("Jejak audit"))
    return FileResponse(file, content_type=WORKBOOK, headers=_attachment("xlsx"))


def _searched(request: HttpRequest) -> tuple[TrailFilters, QuerySet[Any]]:
    actor, on = cast(User, request.user), timezone.localdate()
    filters = TrailFilters(request.GET, actor=actor, on=on)
    return filters, filters.narrow(whole_trail(actor))


def _note(request: HttpRequest, filters: TrailFilters, events: QuerySet[Any]) -> None:
    actor, address = cast(User, request.user), client_address(request)
    note_trail_export(events=events, filters=filters.query, by=actor, at=timezone.now(), address=address)


def _attachment(kind: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="jejak-audit-{timezone.localdate().isoformat()}.{kind}"'}
