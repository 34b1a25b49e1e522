"""Paper forms typed in, one after the other; the last ones stand below and can be taken back."""

from typing import cast
from uuid import uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.models import SurveyPeriod
from pembina.domain.services.operations.responses import type_response, undo_typed
from pembina.domain.services.survey_queries import (
    survey_periods,
    typed_lately,
    typed_periods,
    typed_services,
    with_decisions,
)
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.surveys.formpage import field_of
from pembina.web.surveys.period_views import PERIODS_ON_A_PAGE
from pembina.web.surveys.present import paper_rows
from pembina.web.surveys.response_forms import TypingForm
from pembina.web.surveys.response_present import head_of_scores, response_rows
from pembina.web.surveys.response_views import above

LAST_SHOWN = 8
# What is the same on most forms of a pile stays filled in.
KEPT = ("answered_on", "service")


@requires(Permission.RECORD_SERVICE)
@require_safe
def paper(request: HttpRequest) -> HttpResponse:
    """List the rounds that have begun and whose paper forms the visitor types."""
    on = timezone.localdate()
    found = typed_periods(cast(User, request.user), on=on).filter(opens_on__lte=on)
    page = Paginator(found, PERIODS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "surveys/paper.html", {"page": page, "rows": paper_rows(page)})


@requires(Permission.RECORD_SERVICE)
def type_forms(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one paper form and offer the next."""
    period, by, at = typed_period(request, pk), cast(User, request.user), timezone.now()
    kept = {name: value for name in KEPT if (value := request.GET.get(name, ""))}
    initial = {"key": uuid4(), "answered_on": min(timezone.localdate(), period.closes_on), **kept}
    services = typed_services(by, period, on=timezone.localdate())
    form = TypingForm(request.POST or None, period=period, services=services, initial=initial)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            type_response(
                period=period,
                given=form.answered,
                answered_on=said["answered_on"],
                client_key=said["key"],
                by=by,
                at=at,
            )
            return redirect(again(request, form))
        except RefusedError as refused:
            refuse_on(form, refused, field=field_of(refused, form))
    typed = typed_lately(period, typist=by, now=at)
    context = {
        "form": form,
        "period": period,
        "head": head_of_scores(period),
        "rows": response_rows(with_decisions(typed)[:LAST_SHOWN], period),
        "number": typed.count(),
        "trail": trail_to(period, by),
    }
    return render(request, "surveys/type.html", context, status=422 if form.is_bound else 200)


@requires(Permission.RECORD_SERVICE)
@require_POST
def undo(request: HttpRequest, pk: int, response: int) -> HttpResponse:
    """Take one's own typed form back."""
    period, by, at = typed_period(request, pk), cast(User, request.user), timezone.now()
    found = get_object_or_404(typed_lately(period, typist=by, now=at), pk=response)
    try:
        undo_typed(response=found, by=by, at=at)
        messages.success(request, _("Ketikan dibatalkan."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("surveys:type", pk)


def typed_period(request: HttpRequest, pk: int) -> SurveyPeriod:
    """Return a round whose paper forms the visitor types."""
    return get_object_or_404(typed_periods(cast(User, request.user), on=timezone.localdate()), pk=pk)


def trail_to(period: SurveyPeriod, by: User) -> list[tuple[str, str]]:
    """The pages above: those of the desk for whoever runs the round, the list of paper forms for all others."""
    if survey_periods(by, on=timezone.localdate()).filter(pk=period.pk).exists():
        return above(period)
    return [(_("Formulir kertas"), reverse("surveys:paper"))]


def again(request: HttpRequest, form: TypingForm) -> str:
    """Return the address of the next empty form, with what stays the same."""
    said = form.cleaned_data
    kept = {"answered_on": said["answered_on"].isoformat(), "service": said["service"].pk if said["service"] else ""}
    pairs = "&".join(f"{name}={value}" for name, value in kept.items() if value)
    return f"{request.path}?{pairs}#next"
