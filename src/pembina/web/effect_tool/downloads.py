"""Files to take along. The result itself comes back from the visitor, sealed; the server never held it."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from pembina.exchange.papers import write_paper
from pembina.web.access import open_to_all
from pembina.web.effect_tool.carried import CarriedResult
from pembina.web.effect_tool.paper import report_data
from pembina.web.effect_tool.sample import sample_csv, sample_result
from pembina.web.effect_tool.template_file import template_as_csv, template_as_xlsx
from pembina.web.uploads import BrokenSealError

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


@open_to_all
@require_POST
def report(request: HttpRequest) -> HttpResponse:
    """The result on at most two pages."""
    try:
        carried = carried_result(request)
    except BrokenSealError:
        return redirect("effect_tool:result")
    paper = report_data(carried, on=timezone.localdate())
    return attached(write_paper("effect_report", paper), "application/pdf", "uji-dampak.pdf")


@open_to_all
@require_POST
def data(request: HttpRequest) -> HttpResponse:
    """The object of ``pembina effect --json``."""
    try:
        carried = carried_result(request)
    except BrokenSealError:
        return redirect("effect_tool:result")
    names = {str(number): name for number, name in carried.answer.period_names.items()}
    found = {**carried.answer.evaluation, "period_names": names}
    written = json.dumps(found, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    return attached(written.encode(), "application/json", "uji-dampak.json")


@open_to_all
@require_safe
def sample_file(request: HttpRequest) -> HttpResponse:
    return attached(sample_csv().encode(), CSV, "contoh-uji-dampak.csv")


@open_to_all
@require_safe
def template_csv(request: HttpRequest) -> HttpResponse:
    return attached(template_as_csv().encode(), CSV, "templat-uji-dampak.csv")


@open_to_all
@require_safe
def template_xlsx(request: HttpRequest) -> HttpResponse:
    return attached(template_as_xlsx(), XLSX, "templat-uji-dampak.xlsx")


def carried_result(request: HttpRequest) -> CarriedResult:
    """The result in the form; the sample, which carries none, is computed."""
    if request.POST.get("sample"):
        return sample_result(get_language() or "id")
    return CarriedResult.opened(request.POST.get("result", ""))


def attached(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
