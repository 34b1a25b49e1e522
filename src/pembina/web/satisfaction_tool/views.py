import json
from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.exchange.survey_files import ORDERS
from pembina.web.access import open_to_all
from pembina.web.satisfaction_tool.carried import (
    Survey,
    address_of,
    opened_sources,
    opened_survey,
    sealed_sources,
)
from pembina.web.satisfaction_tool.forms import ColumnsForm, UploadForm
from pembina.web.satisfaction_tool.paper import result_paper
from pembina.web.satisfaction_tool.present import present
from pembina.web.satisfaction_tool.sample import empty_csv, empty_workbook, sample_file, sample_survey
from pembina.web.satisfaction_tool.wording import in_language, language
from pembina.web.uploads import BrokenSealError

CSV = "text/csv; charset=utf-8"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@open_to_all
def index(request: HttpRequest) -> HttpResponse:
    """Take the file; once it is read, ask which column is which element."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        found = form.read()
        if found is not None:
            text = sealed_sources(found)
            columns = ColumnsForm(None, found=found, order=form.cleaned_data["order"], text=text)
            return columns_page(request, columns)
    context = {"form": form, "steps": steps(), "again": "again" in request.GET}
    return render(request, "satisfaction_tool/start.html", context)


@open_to_all
def columns(request: HttpRequest) -> HttpResponse:
    """Compute from the columns chosen. A reload or a stale page leads back to the file, saying so."""
    text, order = request.POST.get("sources", ""), request.POST.get("order", "")
    try:
        found = opened_sources(text)
    except BrokenSealError:
        return to_the_start()
    if order not in ORDERS:
        raise Http404
    form = ColumnsForm(request.POST, found=found, order=order, text=text)
    return redirect(address_of(form.survey)) if form.is_valid() else columns_page(request, form)


def columns_page(request: HttpRequest, form: ColumnsForm) -> HttpResponse:
    context = {"form": form, "found": form.found, "steps": steps(), "trail": trail()}
    return render(request, "satisfaction_tool/columns.html", context)


def steps() -> list[str]:
    return [_("Berkas"), _("Kolom"), _("Hasil")]


def trail() -> list[tuple[str, str]]:
    """The page above the columns and the result."""
    return [(_("Hitung SKM"), reverse("satisfaction_tool:index"))]


def carrying_a_survey(view: Callable[[HttpRequest, Survey], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Hand the view the survey in the address; an address that is incomplete or changed leads to the start."""

    @wraps(view)
    def opened(request: HttpRequest) -> HttpResponse:
        try:
            survey = opened_survey(request.GET.get("data", ""))
        except BrokenSealError:
            return to_the_start()
        return view(request, survey)

    return opened


@open_to_all
@require_safe
@carrying_a_survey
def result(request: HttpRequest, survey: Survey) -> HttpResponse:
    return render(request, "satisfaction_tool/result.html", {"result": present(survey), "trail": trail()})


@open_to_all
@require_safe
@carrying_a_survey
def pdf(request: HttpRequest, survey: Survey) -> HttpResponse:
    return download(result_paper(present(survey), written_on=timezone.localdate()), "application/pdf", "skm.pdf")


@open_to_all
@require_safe
@carrying_a_survey
def json_file(request: HttpRequest, survey: Survey) -> HttpResponse:
    """Give the object that `pembina rule skm --json` prints."""
    found = {**survey.index().as_dict(language()), "notes": [in_language(note) for note in survey.notes]}
    return download(json.dumps(found, ensure_ascii=False, indent=2), "application/json", "skm.json")


@open_to_all
@require_safe
def sample(request: HttpRequest) -> HttpResponse:
    """Lead to the result of our own generated answers."""
    return redirect(address_of(sample_survey()))


@open_to_all
@require_safe
def sample_download(request: HttpRequest) -> HttpResponse:
    return download(sample_file(), CSV, "contoh-skm.csv")


@open_to_all
@require_safe
def template_workbook(request: HttpRequest) -> HttpResponse:
    return download(empty_workbook(), WORKBOOK, "templat-skm.xlsx")


@open_to_all
@require_safe
def template_csv(request: HttpRequest) -> HttpResponse:
    return download(empty_csv(), CSV, "templat-skm.csv")


def to_the_start() -> HttpResponse:
    return redirect(f"{reverse('satisfaction_tool:index')}?again")


def download(content: bytes | str, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
