"""The plans of a year of everybody in reach: by unit, person by person, and as a file."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Person
from pembina.domain.performance.operations.plan_exports import note_plan_export
from pembina.domain.performance.queries.board import posts_planned, states_by_unit
from pembina.domain.performance.queries.plans import people_planned_by_office, reads_plans_by_office
from pembina.exchange.staff import staff_workbook
from pembina.web.access import signed_in
from pembina.web.goals.filters import BoardFilters
from pembina.web.goals.present_board import export_rows, person_line, state_heads, totals, unit_lines
from pembina.web.goals.visiting import actor_of, today, trail

ON_A_PAGE = 25
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """Show by unit how far the plans of the year are."""
    on = today()
    units = states_by_unit(office_people(request), year=on.year, on=on)
    page = Paginator(units, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "rows": unit_lines(page), "heads": state_heads(), "totals": totals(units), "year": on.year,
        "trail": trail(), "may_make_templates": actor_of(request).may(Permission.MANAGE_STAFF),
    }  # fmt: skip
    return render(request, "goals/board.html", context)


@signed_in
@require_safe
def board_people(request: HttpRequest) -> HttpResponse:
    """List persons with how far their plan is."""
    on, people = today(), office_people(request)
    filters = BoardFilters(request.GET, year=on.year, on=on)
    posts = filters.narrow(posts_planned(people, year=on.year, on=on).select_related("person", "unit"))
    page = Paginator(posts, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [person_line(post, year=on.year, on=on) for post in page],
        "filters": filters,
        "reset": reverse("goals:board_people") if filters.is_narrowed else "",
        "year": on.year,
        "trail": [*trail(), (_("Papan SKP"), reverse("goals:board"))],
    }
    return render(request, "goals/board_people.html", context)


@signed_in
@require_POST
def board_file(request: HttpRequest) -> HttpResponse:
    """Give the filtered list as a workbook, and write down who took it."""
    on, at, people = today(), timezone.now(), office_people(request)
    filters = BoardFilters(request.GET, year=on.year, on=on)
    posts = filters.narrow(posts_planned(people, year=on.year, on=on).select_related("person", "unit"))
    head = [_("NIP"), _("Nama"), _("Jabatan"), _("Unit kerja"), _("Keadaan SKP"), _("Terlambat (hari)")]
    content = staff_workbook(head, export_rows(posts, year=on.year, on=on), sheet=f"SKP {on.year}")
    note_plan_export(rows=posts.count(), by=actor_of(request), at=at)
    headers = {"Content-Disposition": f'attachment; filename="skp-{on.isoformat()}.xlsx"'}
    return HttpResponse(content, content_type=WORKBOOK, headers=headers)


def office_people(request: HttpRequest) -> QuerySet[Person]:
    """Return whose plans the visitor reads by role; to everybody else there is no board."""
    actor = actor_of(request)
    if not reads_plans_by_office(actor):
        raise Http404
    return people_planned_by_office(actor, on=today())
