"""The lists: decisions taken, evaluations that wait for one, and the visitor's own signatures."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.impact.models import Decision
from pembina.domain.impact.operations.decisions import note_decisions_export
from pembina.domain.impact.queries.decisions import (
    decisions_seen_by,
    evaluations_waiting,
    listed,
    signed_or_to_sign,
)
from pembina.domain.people.permissions import reaches_everything
from pembina.web.access import signed_in
from pembina.web.decisions.export import decisions_workbook
from pembina.web.decisions.filters import DecisionFilters, WaitingFilters
from pembina.web.decisions.present_lists import decision_rows, signature_rows, waiting_rows
from pembina.web.decisions.visiting import WORKBOOK, actor_of, tabs, today

ON_A_PAGE = 25


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the decisions that the visitor may read."""
    filters = DecisionFilters(request.GET)
    page = Paginator(found(request, filters), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": decision_rows(page, on=today()),
        "filters": filters,
        "reset": reverse("decisions:index") if filters.is_narrowed else "",
        "tabs": tabs("decisions:index"),
    }
    return render(request, "decisions/index.html", context)


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list with its filters as a workbook, and write down who took it."""
    filters, at = DecisionFilters(request.GET), timezone.now()
    decisions = list(found(request, filters))
    note_decisions_export(decisions=len(decisions), filters=filters.query, by=actor_of(request), at=at)
    headers = {"Content-Disposition": f'attachment; filename="keputusan-program-{today().isoformat()}.xlsx"'}
    return HttpResponse(decisions_workbook(decisions), content_type=WORKBOOK, headers=headers)


@signed_in
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """List the locked evaluations by the day on which they are to be decided."""
    actor, on, filters = actor_of(request), today(), WaitingFilters(request.GET)
    evaluations = filters.narrow(evaluations_waiting(actor, on=on), on=on)
    page = Paginator(evaluations, ON_A_PAGE).get_page(request.GET.get("page"))
    decides = reaches_everything(actor, Permission.DECIDE_PROGRAMME, on=on)
    context = {
        "page": page,
        "rows": waiting_rows(page, on=on, decides=decides),
        "decides": decides,
        "filters": filters,
        "reset": reverse("decisions:waiting") if filters.is_narrowed else "",
        "tabs": tabs("decisions:waiting"),
    }
    return render(request, "decisions/waiting.html", context)


@signed_in
@require_safe
def signatures(request: HttpRequest) -> HttpResponse:
    """List the decisions whose design names the visitor, those to be signed first."""
    page = Paginator(signed_or_to_sign(actor_of(request)), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": signature_rows(page), "tabs": tabs("decisions:signatures")}
    return render(request, "decisions/signatures.html", context)


def found(request: HttpRequest, filters: DecisionFilters) -> QuerySet[Decision]:
    on = today()
    return filters.narrow(listed(decisions_seen_by(actor_of(request), on=on)), on=on)
