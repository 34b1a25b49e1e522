"""The evaluations in sight, by state."""

from datetime import date
from typing import cast

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.impact.models import Evaluation
from pembina.domain.impact.operations.evaluations import note_evaluations_export
from pembina.domain.impact.permissions import READING, evaluations_seen_by
from pembina.domain.impact.queries.evaluations import designs_evaluations, with_figures
from pembina.domain.people.permissions import reaches_everything
from pembina.web.access import signed_in
from pembina.web.evaluations.export import list_workbook
from pembina.web.evaluations.filters import ListFilters
from pembina.web.evaluations.present_list import list_rows

ON_A_PAGE = 25
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the evaluations in sight."""
    on, filters = timezone.localdate(), ListFilters(request.GET)
    page = Paginator(listed(request, filters, on), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": list_rows(page, on=on),
        "filters": filters,
        "reset": reverse("evaluations:index") if filters.is_narrowed else "",
        "may_design": designs_evaluations(actor_of(request), on=on),
    }
    return render(request, "evaluations/index.html", context)


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list with its filters as a workbook, and write down who took it."""
    on, filters = timezone.localdate(), ListFilters(request.GET)
    found = list(listed(request, filters, on))
    note_evaluations_export(evaluations=len(found), filters=filters.query, by=actor_of(request), at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="evaluasi-{on.isoformat()}.xlsx"'}
    return HttpResponse(list_workbook(found), content_type=WORKBOOK, headers=headers)


def listed(request: HttpRequest, filters: ListFilters, on: date) -> QuerySet[Evaluation]:
    """Return the evaluations left by the filters; 404 for whoever reads none."""
    actor = actor_of(request)
    seen = evaluations_seen_by(actor, on=on)
    reads_all = any(reaches_everything(actor, permission, on=on) for permission in READING)
    if not reads_all and not seen.exists():
        raise Http404
    return filters.narrow(with_figures(seen), on=on)


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)
