"""Results in the fields of SIASN: what can be sent, what it would refuse and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from pembina.core.rules.appraisal_rating import Predicate, Rating
from pembina.core.text import Language
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.permissions import staff_reached_by
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import PerformanceResult
from pembina.domain.performance.operations.result_exports import note_siasn_results_export
from pembina.exchange.skp import (
    ANNUAL_FIELDS,
    PERIODIC_FIELDS,
    AppraisalExport,
    AppraisalRow,
    Period,
    RefusedCell,
    appraisal_export,
    export_csv,
    export_workbook,
    period_words,
)
from pembina.web.access import requires
from pembina.web.access.address import client_address
from pembina.web.components.formatting import in_language, number
from pembina.web.components.refusals import refuse_on
from pembina.web.performance_results.filters import YearFilters
from pembina.web.performance_results.visitors import actor_of, tabs
from pembina.web.uploads.file_words import CSV, WORKBOOK, attached

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One reason why SIASN would refuse a row."""

    name: str
    nip: str
    period: str
    field: str
    value: str
    reason: str
    remedy: str


@requires(Permission.MANAGE_STAFF)
@require_safe
def siasn(request: HttpRequest) -> HttpResponse:
    """Show how many results of a year can be sent, and every reason why others cannot."""
    on = timezone.localdate()
    filters = YearFilters(request.GET, on=on)
    made = appraisal_export(appraisal_rows(_results(actor_of(request), filters, on)), on=on)
    page = Paginator(made.findings, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": tabs(request, "siasn"),
        "filters": filters,
        "ready": number(len(made.annual) + len(made.periodic)),
        "refused": number(made.refused_count),
        "page": page,
        "rows": refused_rows(page),
    }
    return render(request, "performance_results/siasn.html", context)


@requires(Permission.MANAGE_STAFF)
@require_POST
def download(request: HttpRequest) -> HttpResponse:
    """Give the rows as a workbook with those that would be refused, or as CSV; who took it is written down."""
    actor, on = actor_of(request), timezone.localdate()
    filters = YearFilters(request.POST, on=on)
    found = _results(actor, filters, on)
    try:
        note_siasn_results_export(
            results=found, filters=filters.query, by=actor, at=timezone.now(), address=client_address(request)
        )
    except RefusedError as refused:
        refuse_on(request, refused)
        return redirect("performance_results:siasn")
    made = appraisal_export(appraisal_rows(found), on=on)
    name = f"siasn-kinerja-{filters.chosen['year']}"
    if request.POST.get("form") == "csv":
        return attached(_csv(made, filters), CSV, f"{name}.csv")
    language: Language = "en" if get_language() == "en" else "id"
    return attached(export_workbook(made, language=language), WORKBOOK, f"{name}.xlsx")


def appraisal_rows(results: QuerySet[PerformanceResult]) -> Iterator[AppraisalRow]:
    """Yield what is on record of each result, in the form that the writer takes."""
    for result in results.select_related("person__siasn").order_by("person__name", "person", "first_month"):
        identity = getattr(result.person, "siasn", None)
        yield AppraisalRow(
            key=str(result.pk), name=result.person.titled_name, nip=result.person.nip,
            pns_id=identity.pns_id if identity else "",
            period=Period(result.year, result.cycle, result.first_month, result.last_month),
            results=Rating(result.results), behaviour=Rating(result.behaviour), predicate=Predicate(result.predicate),
            rater_nip=result.rater_nip, rater_name=result.rater_name, rater_position=result.rater_position,
            rater_unit=result.rater_unit, rater_rank=result.rater_rank, rater_status=result.rater_status,
        )  # fmt: skip


def refused_rows(findings: Iterable[RefusedCell]) -> list[RefusedRow]:
    return [
        RefusedRow(
            found.row.name, found.row.nip, period_words(found.row.period), found.field, found.value,
            in_language(found.reason), in_language(found.remedy),
        )
        for found in findings
    ]  # fmt: skip


def _csv(made: AppraisalExport, filters: YearFilters) -> bytes:
    if filters.chosen["cycle"] == PeriodCycle.ANNUAL:
        return export_csv(ANNUAL_FIELDS, made.annual)
    return export_csv(PERIODIC_FIELDS, made.periodic)


def _results(actor: User, filters: YearFilters, on: date) -> QuerySet[PerformanceResult]:
    reached = staff_reached_by(actor, Permission.MANAGE_STAFF, on=on)
    return filters.narrow(PerformanceResult.objects.filter(person__in=reached))
