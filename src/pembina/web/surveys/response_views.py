"""The answers of a round: looked through, decided on with a preview, taken back, taken along."""

from typing import cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.enums import Verdict
from pembina.domain.services.models import SurveyPeriod, SurveyResponse
from pembina.domain.services.operations.response_decisions import Seen, decide_responses, undo_decisions
from pembina.domain.services.operations.survey_setup import note_answers_taken
from pembina.domain.services.survey_queries import survey_responses, undecided_suspicious, with_decisions
from pembina.exchange.surveys import response_workbook
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.surveys.period_views import own_period, trail
from pembina.web.surveys.response_forms import DecisionForm, ResponseFilters
from pembina.web.surveys.response_present import exported_rows, head_of_export, head_of_scores, response_rows

RESPONSES_ON_A_PAGE = 50
MOST_SHOWN = 200
ALL_SUSPICIOUS = "all_suspicious"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Permission.RUN_SURVEYS)
@require_safe
def responses(request: HttpRequest, pk: int) -> HttpResponse:
    """List the answers of a round, the latest first."""
    period = own_period(request, pk)
    filters = ResponseFilters(request.GET, period=period)
    found = with_decisions(filters.narrow(answers_of(request, period)))
    page = Paginator(found, RESPONSES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": response_rows(page, period),
        "filters": filters,
        "reset": reverse("surveys:responses", args=[pk]) if filters.chosen else "",
        "head": head_of_scores(period),
        "suspicious": undecided_suspicious(period).count(),
        "period": period,
        "trail": above(period),
    }
    return render(request, "surveys/responses.html", context)


@requires(Permission.RUN_SURVEYS)
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Show which answers are meant and what becomes of them; once confirmed with a reason, decide."""
    period, by = own_period(request, pk), cast(User, request.user)
    chosen, seen = chosen_answers(request, period), seen_before(request)
    numbers = list(chosen.values_list("pk", flat=True))
    if not numbers:
        messages.warning(request, _("Pilih dahulu jawabannya."))
        return redirect("surveys:responses", pk)
    confirmed = "confirm" in request.POST
    form = DecisionForm(request.POST if confirmed else None)
    if confirmed and form.is_valid():
        meant = chosen if seen is None else chosen.filter(pk__lte=seen.last)
        said = {"verdict": Verdict(form.cleaned_data["verdict"]), "reason": form.cleaned_data["reason"]}
        try:
            done = decide_responses(responses=meant, **said, by=by, at=timezone.now(), seen=seen)
            messages.success(
                request, ngettext("%(n)d jawaban diputuskan.", "%(n)d jawaban diputuskan.", done) % {"n": done}
            )
            return redirect("surveys:responses", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field=next(iter(getattr(refused, "about", ())), None))
    context = {
        "form": form,
        "rows": response_rows(with_decisions(chosen.order_by("-received_at", "-pk"))[:MOST_SHOWN], period),
        "number": len(numbers),
        "unshown": max(0, len(numbers) - MOST_SHOWN),
        "seen": Seen.of(numbers) if ALL_SUSPICIOUS in request.POST else None,
        "head": head_of_scores(period),
        "period": period,
        "trail": [*above(period), (_("Jawaban"), reverse("surveys:responses", args=[pk]))],
    }
    return render(request, "surveys/decide.html", context, status=422 if form.errors else 200)


@requires(Permission.RUN_SURVEYS)
@require_POST
def undo_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Take decisions back: the answers count again, undecided."""
    period = own_period(request, pk)
    try:
        number = undo_decisions(
            responses=chosen_answers(request, period), by=cast(User, request.user), at=timezone.now()
        )
        said = ngettext("%(n)d keputusan dibatalkan.", "%(n)d keputusan dibatalkan.", number)
        messages.success(request, said % {"n": number})
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("surveys:responses", pk)


@requires(Permission.RUN_SURVEYS)
@require_POST
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the answers that the filters leave as a workbook, without names, and write down who took them."""
    period = own_period(request, pk)
    filters = ResponseFilters(request.GET, period=period)
    found = filters.narrow(answers_of(request, period))
    number = found.count()
    note_answers_taken(
        period=period, rows=number, filters=filters.query, by=cast(User, request.user), at=timezone.now()
    )
    content = response_workbook(head_of_export(period), exported_rows(with_decisions(found), period), sheet="SKM")
    name = f'attachment; filename="jawaban-skm-{slugify(period.title)}.xlsx"'
    return HttpResponse(content, content_type=WORKBOOK, headers={"Content-Disposition": name})


def answers_of(request: HttpRequest, period: SurveyPeriod) -> QuerySet[SurveyResponse]:
    return survey_responses(cast(User, request.user), on=timezone.localdate()).filter(period=period)


def chosen_answers(request: HttpRequest, period: SurveyPeriod) -> QuerySet[SurveyResponse]:
    """Return the answers that were ticked, or all marked ones about which nobody has decided."""
    if ALL_SUSPICIOUS in request.POST:
        return undecided_suspicious(period)
    numbers = [
        int(each) for each in request.POST.getlist("response") if each.isascii() and each.isdigit() and len(each) < 19
    ]
    return answers_of(request, period).filter(pk__in=numbers)


def seen_before(request: HttpRequest) -> Seen | None:
    """Return which marked answers a confirmation is about; None where each was ticked by itself."""
    if ALL_SUSPICIOUS not in request.POST or "confirm" not in request.POST:
        return None
    last = request.POST.get("last", "")
    known = last.isascii() and last.isdigit() and len(last) < 19
    return Seen(int(last) if known else 0, request.POST.get("digest", ""))


def above(period: SurveyPeriod) -> list[tuple[str, str]]:
    return [*trail(), (period.title, reverse("surveys:period", args=[period.pk]))]
