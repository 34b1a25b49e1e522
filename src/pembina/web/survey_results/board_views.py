"""The public board: published results, anybody may read them."""

from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.chain.links import canonical
from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.queries.public_satisfaction import shown_content
from pembina.domain.services.queries.survey_results import published_results, published_versions
from pembina.domain.services.result_content import ResultContent
from pembina.web.access import open_to_all
from pembina.web.survey_results.files import pdf_file, workbook_file
from pembina.web.survey_results.filters import ResultFilters
from pembina.web.survey_results.present import present
from pembina.web.survey_results.publishing import version, versions
from pembina.web.survey_results.rows import board_rows

RESULTS_ON_A_PAGE = 20


@open_to_all
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List what is published, the latest round first."""
    filters = ResultFilters(request.GET, public=True)
    page = Paginator(filters.publications(published_results()), RESULTS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": board_rows(page),
        "filters": filters,
        "reset": reverse("survey_board:index") if filters.is_narrowed else "",
    }
    return render(request, "survey_results/board.html", context)


@open_to_all
@require_safe
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the newest version of a round."""
    return shown(request, get_object_or_404(published_results(), period=pk))


@open_to_all
@require_safe
def one_version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show a version, an older one with a notice that there is a newer."""
    return shown(request, found_version(pk, number))


@open_to_all
@require_safe
def json_file(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give what was frozen, byte for byte as the hash is taken over it."""
    return HttpResponse(canonical(found_version(pk, number).content), content_type="application/json")


@open_to_all
@require_safe
def pdf(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give the report of a version."""
    found = found_version(pk, number)
    return pdf_file(content_in(found), published=found, on=timezone.localtime(found.at).date())


@open_to_all
@require_safe
def workbook(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Give the figures of a version."""
    return workbook_file(content_in(found_version(pk, number)))


def shown(request: HttpRequest, found: SurveyPublication) -> HttpResponse:
    every = versions(published_versions().filter(period=found.period_id).order_by("-version"))
    context = {
        "result": present(content_in(found)),
        "version": version(found),
        "versions": every,
        "is_newest": every[0].number == found.version,
        "pk": found.period_id,
        "trail": [(_("Papan SKM"), reverse("survey_board:index"))],
    }
    return render(request, "survey_results/published.html", context)


def found_version(pk: int, number: int) -> SurveyPublication:
    return get_object_or_404(published_versions(), period=pk, version=number)


def content_in(found: SurveyPublication) -> ResultContent:
    """What may be shown of a version."""
    return cast(ResultContent, shown_content(found))
