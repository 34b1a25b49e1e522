"""The board of programmes: waves, seats, money and what is late."""

from typing import Any, cast

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.development.operations.programme_steps import note_programme_export
from pembina.domain.development.permissions import programmes_seen_by, reads_every_programme
from pembina.domain.development.queries.lateness import Late, late_items
from pembina.domain.development.queries.programmes import plans_programmes, with_figures
from pembina.web.access import signed_in
from pembina.web.programmes.export import board_workbook
from pembina.web.programmes.filters import BoardFilters
from pembina.web.programmes.present_board import board_rows, figures

ON_A_PAGE = 25
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the programmes in sight."""
    on, filters = timezone.localdate(), BoardFilters(request.GET)
    found, late = listed(request, filters)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": board_rows(page, late),
        "figures": figures(found, late),
        "filters": filters,
        "reset": reverse("programmes:index") if filters.is_narrowed else "",
        "may_plan": plans_programmes(actor_of(request), on=on),
    }
    return render(request, "programmes/index.html", context)


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list with its filters as a workbook, and write down who took it."""
    filters = BoardFilters(request.GET)
    found, late = listed(request, filters)
    note_programme_export(programmes=len(found), filters=filters.query, by=actor_of(request), at=timezone.now())
    name = f"program-{timezone.localdate().isoformat()}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(board_workbook(found, late), content_type=WORKBOOK, headers=headers)


def listed(request: HttpRequest, filters: BoardFilters) -> tuple[list[Any], dict[int, list[Late]]]:
    """Return the programmes left by the filters, and what is late about each; 404 for whoever reads none."""
    actor, on = actor_of(request), timezone.localdate()
    seen = programmes_seen_by(actor, on=on)
    if not reads_every_programme(actor, on) and not seen.exists():
        raise Http404
    found = list(filters.narrow(with_figures(seen).select_related("owner")))
    late = late_items([one.pk for one in found], on=on)
    if filters.chosen["late"]:
        found = [one for one in found if one.pk in late]
    return found, late


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)
