"""Plans after a survey: made, changed, brought on."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.services.enums import FollowUpState
from pembina.domain.services.models import FollowUp, SurveyPeriod
from pembina.domain.services.operations.follow_ups import (
    ENDED,
    advance_follow_up,
    edit_follow_up,
    plan_follow_up,
)
from pembina.domain.services.queries.survey_results import follow_ups_kept_by
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.survey_results.elements import elements_named, elements_weakest_first
from pembina.web.survey_results.forms import PlanForm, ProgressForm
from pembina.web.survey_results.history import facts, steps
from pembina.web.survey_results.views import kept_period, trail_to


@requires(Permission.RUN_SURVEYS)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan an activity for an element, the weakest offered first."""
    period = kept_period(request, pk)
    wanted = {"element": request.GET.get("unsur", "")}
    form = PlanForm(request.POST or None, elements=elements_weakest_first(period), initial=wanted)
    if request.method == "POST" and form.is_valid():
        try:
            plan_follow_up(period=period, plan=form.plan, by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Rencana tindak lanjut tersimpan."))
            return redirect("survey_results:result", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field="activity")
    return form_page(request, form, title=_("Rencana tindak lanjut"), period=period)


@requires(Permission.RUN_SURVEYS)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a plan that has not ended."""
    found = kept_plan(request, pk)
    known = {name: getattr(found, name) for name in ("element", "activity", "due_on", "responsible")}
    form = PlanForm(request.POST or None, elements=elements_weakest_first(found.period), initial=known)
    if request.method == "POST" and form.is_valid():
        try:
            edit_follow_up(follow_up=found, plan=form.plan, by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Rencana tindak lanjut diubah."))
            return redirect("survey_results:follow_up", pk)
        except RefusedError as refused:
            refuse_on(form, refused)
    return form_page(request, form, title=_("Ubah rencana tindak lanjut"), period=found.period)


@requires(Permission.RUN_SURVEYS)
def follow_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a plan with its course, and take down how it goes."""
    found = kept_plan(request, pk)
    form = ProgressForm(request.POST or None, initial={"state": found.state})
    if request.method == "POST" and form.is_valid():
        state, note = FollowUpState(form.cleaned_data["state"]), form.cleaned_data["note"]
        try:
            advance_follow_up(follow_up=found, state=state, note=note, by=cast(User, request.user), at=timezone.now())
            messages.success(request, _("Kemajuan tercatat."))
            return redirect("survey_results:follow_up", pk)
        except RefusedError as refused:
            refuse_on(form, refused, field="note")
    context = {
        "form": form,
        "pk": pk,
        "title": found.activity,
        "facts": facts(found, name=dict(elements_named(found.period))[found.element], on=timezone.localdate()),
        "steps": steps(found),
        "is_open": found.state not in ENDED,
        "trail": trail_to(found.period),
    }
    return render(request, "survey_results/follow_up.html", context, status=422 if request.method == "POST" else 200)


def form_page(request: HttpRequest, form: PlanForm, *, title: str, period: SurveyPeriod) -> HttpResponse:
    context = {"form": form, "title": title, "lead": period.title, "trail": trail_to(period)}
    return render(request, "survey_results/plan.html", context, status=422 if form.is_bound else 200)


def kept_plan(request: HttpRequest, pk: int) -> FollowUp:
    """Return a plan that the visitor keeps; any other does not exist for them."""
    return get_object_or_404(follow_ups_kept_by(cast(User, request.user), on=timezone.localdate()), pk=pk)
