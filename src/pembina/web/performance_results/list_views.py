"""Results of others: the list, its workbook, and the history of one person."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.refusals import RefusedError
from pembina.domain.performance.operations.result_exports import note_results_export
from pembina.domain.performance.queries.results import results_of, results_open_to
from pembina.web.access import signed_in
from pembina.web.access.address import client_address
from pembina.web.components.refusals import refuse_on
from pembina.web.performance_results.filters import ResultFilters
from pembina.web.performance_results.present import result_rows, results_workbook
from pembina.web.performance_results.visitors import other_or_404, people_trail, reader_of, tabs
from pembina.web.uploads.file_words import WORKBOOK, attached

ON_A_PAGE = 50


@signed_in
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """List the results of a year, narrowed as asked: of staff one leads, or of staff in reach."""
    actor, on = reader_of(request), timezone.localdate()
    filters = ResultFilters(request.GET, on=on)
    page = Paginator(filters.narrow(results_open_to(actor, on=on)), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs(request, "people"),
        "filters": filters,
        "page": page,
        "rows": result_rows(page, on=on),
        "reset": reverse("performance_results:people") if filters.is_narrowed else "",
    }
    return render(request, "performance_results/people.html", context)


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list, narrowed as it is shown; who took it is written down."""
    actor, on = reader_of(request), timezone.localdate()
    filters = ResultFilters(request.POST, on=on)
    found = filters.narrow(results_open_to(actor, on=on))
    try:
        note_results_export(
            results=found, filters=filters.query, by=actor, at=timezone.now(), address=client_address(request)
        )
    except RefusedError as refused:
        refuse_on(request, refused)
        return redirect("performance_results:people")
    return attached(results_workbook(found, on=on), WORKBOOK, f"hasil-kinerja-{filters.chosen['year']}.xlsx")


@signed_in
@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the results of one person."""
    found, on = other_or_404(request, pk), timezone.localdate()
    rows = result_rows(results_of(found).select_related("person"), on=on)
    context = {"person": found, "rows": rows, "trail": people_trail()}
    return render(request, "performance_results/person.html", context)
