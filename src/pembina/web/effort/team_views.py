"""The people somebody leads, part beside part: as a list and as a file."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.people.decisions import people_decided_by
from pembina.domain.performance.operations.effort import note_effort_export
from pembina.domain.performance.queries.effort import efforts_of, span_of_year
from pembina.exchange.trail.writing import trail_csv
from pembina.web.access import signed_in
from pembina.web.effort.filters import TeamFilters
from pembina.web.effort.present_team import TeamRow, file_head, file_name, file_rows, team_rows
from pembina.web.effort.visiting import actor_of, today

ON_A_PAGE = 25
CSV = "text/csv; charset=utf-8"


@signed_in
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """List whom the visitor leads."""
    everybody, filters = rows_of(request), TeamFilters(request.GET)
    page = Paginator(filters.narrow(list(everybody)), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "rows": list(page), "filters": filters, "people": len(everybody), "year": today().year,
        "waiting": sum(row.waiting > 0 for row in everybody), "late": sum(row.late > 0 for row in everybody),
        "improved": sum(row.improved > 0 for row in everybody),
        "reset": reverse("effort:team") if filters.is_narrowed else "",
    }  # fmt: skip
    return render(request, "effort/team.html", context)


@signed_in
@require_POST
def team_file(request: HttpRequest) -> HttpResponse:
    """Give the list as the filters leave it, and write down who took it."""
    at, rows = timezone.localtime(), TeamFilters(request.GET).narrow(rows_of(request))
    note_effort_export(rows=len(rows), by=actor_of(request), at=at)
    content = b"".join(trail_csv(file_head(), file_rows(rows)))
    headers = {"Content-Disposition": f'attachment; filename="{file_name(at)}"'}
    return HttpResponse(content, content_type=CSV, headers=headers)


def rows_of(request: HttpRequest) -> list[TeamRow]:
    """Return a row for everybody the visitor leads; the queries do not grow with them."""
    on = today()
    people = people_decided_by(actor_of(request), on=on)
    return team_rows(efforts_of(people, span=span_of_year(on.year), at=timezone.now()).values())
