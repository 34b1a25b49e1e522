"""Results in the fields of SIASN, of our own appraisals and of the national record: what can be sent, what it would
refuse and why, and where the two differ.
"""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from pembina.core.text import Language
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.permissions import staff_reached_by
from pembina.domain.performance.appraisal_permissions import appraisals_run_by
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import Appraisal, PerformanceResult
from pembina.domain.performance.operations.result_exports import note_siasn_results_export
from pembina.exchange.skp import (
    ANNUAL_FIELDS,
    PERIODIC_FIELDS,
    AppraisalExport,
    Source,
    appraisal_export,
    export_csv,
    export_workbook,
)
from pembina.exchange.skp.sources import Difference, kept_rows, merged, own_rows
from pembina.web.access import requires
from pembina.web.access.address import client_address
from pembina.web.components.formatting import number
from pembina.web.components.refusals import refuse_on
from pembina.web.performance_results.present_siasn import different_rows, ready_rows, refused_rows
from pembina.web.performance_results.siasn_filters import SiasnFilters
from pembina.web.performance_results.visitors import actor_of, tabs
from pembina.web.uploads.file_words import CSV, WORKBOOK, attached

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Prepared:
    """What would be sent, and where the two sources differ."""

    export: AppraisalExport
    differences: tuple[Difference, ...]


@requires(Permission.MANAGE_STAFF)
@require_safe
def siasn(request: HttpRequest) -> HttpResponse:
    """Show how many results of a period can be sent, every reason why others cannot, and what differs."""
    on = timezone.localdate()
    filters = SiasnFilters(request.GET, on=on)
    found = _prepared(*_found(actor_of(request), filters, on), filters, on)
    lists = {"refused": found.export.findings, "different": found.differences, "ready": found.export.ready}
    page = Paginator(lists[filters.chosen["show"]], ON_A_PAGE).get_page(request.GET.get("page"))
    own = sum(row.source is Source.OWN for row in found.export.ready)
    presenters = {"refused": refused_rows, "different": different_rows, "ready": ready_rows}
    context = {
        "tabs": tabs(request, "siasn"),
        "filters": filters,
        "ready": number(len(found.export.ready)),
        "ready_own": number(own),
        "ready_kept": number(len(found.export.ready) - own),
        "refused": number(found.export.refused_count),
        "different": number(len(found.differences)),
        "page": page,
        "rows": presenters[filters.chosen["show"]](page),  # type: ignore[operator]
    }
    return render(request, "performance_results/siasn.html", context)


@requires(Permission.MANAGE_STAFF)
@require_POST
def download(request: HttpRequest) -> HttpResponse:
    """Give the rows as a workbook with those that would be refused, or as CSV; who took it is written down."""
    actor, on = actor_of(request), timezone.localdate()
    filters = SiasnFilters(request.POST, on=on)
    appraisals, results = _found(actor, filters, on)
    try:
        note_siasn_results_export(
            results=results, appraisals=appraisals, filters=filters.query, by=actor, at=timezone.now(),
            address=client_address(request),
        )  # fmt: skip
    except RefusedError as refused:
        refuse_on(request, refused)
        return redirect("performance_results:siasn")
    found = _prepared(appraisals, results, filters, on)
    name = f"siasn-kinerja-{filters.chosen['year']}"
    if request.POST.get("form") == "csv":
        return attached(_csv(found.export, filters), CSV, f"{name}.csv")
    language: Language = "en" if get_language() == "en" else "id"
    differences = [row.cells for row in different_rows(found.differences)]
    return attached(export_workbook(found.export, differences=differences, language=language), WORKBOOK, f"{name}.xlsx")


def _csv(made: AppraisalExport, filters: SiasnFilters) -> bytes:
    if filters.chosen["cycle"] == PeriodCycle.ANNUAL:
        return export_csv(ANNUAL_FIELDS, made.annual)
    return export_csv(PERIODIC_FIELDS, made.periodic)


def _found(actor: User, filters: SiasnFilters, on: date) -> tuple[QuerySet[Appraisal], QuerySet[PerformanceResult]]:
    reached = staff_reached_by(actor, Permission.MANAGE_STAFF, on=on)
    own = filters.narrow_appraisals(appraisals_run_by(actor, on=on))
    return own, filters.narrow(PerformanceResult.objects.filter(person__in=reached))


def _prepared(
    appraisals: QuerySet[Appraisal], results: QuerySet[PerformanceResult], filters: SiasnFilters, on: date
) -> Prepared:
    found = merged(own_rows(appraisals), kept_rows(results), source=filters.source_chosen)
    return Prepared(appraisal_export(found.rows, on=on), found.differences)
