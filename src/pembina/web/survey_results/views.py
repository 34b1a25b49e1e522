"""Results as officers see them: the list, one result, and making it public."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.models import SurveyPeriod
from pembina.domain.services.operations.survey_results import publish_result
from pembina.domain.services.queries.result_content import content_of, published_content_of
from pembina.domain.services.queries.survey_results import (
    follow_ups_of,
    periods_reported_by,
    publications_of,
    with_standing,
)
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.survey_results.filters import ResultFilters
from pembina.web.survey_results.forms import PublishForm
from pembina.web.survey_results.history import plan_links
from pembina.web.survey_results.present import present
from pembina.web.survey_results.publishing import versions
from pembina.web.survey_results.rows import period_rows

ROUNDS_ON_A_PAGE = 25


@requires(Permission.RUN_SURVEYS)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the rounds whose results the visitor keeps."""
    on = timezone.localdate()
    filters = ResultFilters(request.GET)
    found = filters.periods(with_standing(periods_reported_by(cast(User, request.user), on=on)))
    page = Paginator(found, ROUNDS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": period_rows(page, on=on),
        "filters": filters,
        "reset": reverse("survey_results:index") if filters.is_narrowed else "",
    }
    return render(request, "survey_results/index.html", context)


@requires(Permission.RUN_SURVEYS)
@require_safe
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how a round stands now, with its plans and all that was published of it."""
    on = timezone.localdate()
    period = kept_period(request, pk)
    context = {
        "result": present(content_of(period, on=on)),
        "pk": pk,
        "plans": plan_links(follow_ups_of(period), order=period.order, on=on),
        "versions": versions(publications_of(period)),
        "may_publish": on > period.closes_on,
        "trail": trail(),
    }
    return render(request, "survey_results/result.html", context)


@requires(Permission.RUN_SURVEYS)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what will be frozen, and freeze it."""
    period = kept_period(request, pk)
    form = PublishForm(request.POST if request.method == "POST" else None)
    published = versions(publications_of(period))
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data["correction"]
            publish_result(period=period, correction=said, by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Hasil diterbitkan; sekarang dapat dibaca siapa pun."))
            return redirect("survey_results:result", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field="correction" if published else None)
    context = {
        "form": form,
        "result": present(published_content_of(period, on=timezone.localdate())),
        "versions": published,
        "trail": trail_to(period),
    }
    return render(request, "survey_results/publish.html", context, status=422 if request.method == "POST" else 200)


def kept_period(request: HttpRequest, pk: int) -> SurveyPeriod:
    """Return a round that the visitor keeps; any other does not exist for them."""
    kept = periods_reported_by(cast(User, request.user), on=timezone.localdate())
    return get_object_or_404(kept.prefetch_related("services"), pk=pk)


def trail() -> list[tuple[str, str]]:
    """The page above every result."""
    return [(_("Hasil SKM"), reverse("survey_results:index"))]


def trail_to(period: SurveyPeriod) -> list[tuple[str, str]]:
    """The pages above what belongs to one result."""
    return [*trail(), (period.title, reverse("survey_results:result", args=[period.pk]))]
