"""Rounds of the survey: listed, planned, changed, closed."""

from typing import Any, cast

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
from pembina.domain.people.models import Unit
from pembina.domain.services.enums import ElementOrder, SurveyWeight
from pembina.domain.services.models import SurveyPeriod
from pembina.domain.services.operations.responses import forget_traces
from pembina.domain.services.operations.survey_setup import close_survey, edit_survey, plan_survey
from pembina.domain.services.survey_queries import survey_periods, units_surveyed_by
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.surveys.formpage import FormPage, form_answer
from pembina.web.surveys.present import period_rows, present_period
from pembina.web.surveys.setup_forms import PeriodForm, UnitForm

PERIODS_ON_A_PAGE = 25


@requires(Permission.RUN_SURVEYS)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the rounds that the visitor runs, the latest first."""
    actor, on = cast(User, request.user), timezone.localdate()
    found = survey_periods(actor, on=on)
    wanted = request.GET.get("q", "")[:100]
    if wanted:
        found = found.filter(title__icontains=wanted) | found.filter(unit__name__icontains=wanted)
    page = Paginator(found, PERIODS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": period_rows(page, on=on), "q": wanted, "tabs": tabs("index")}
    return render(request, "surveys/index.html", context)


@requires(Permission.RUN_SURVEYS)
@require_safe
def period(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how far a round has come, and what can be done about it."""
    found = own_period(request, pk)
    context = {"period": present_period(found, on=timezone.localdate()), "pk": pk, "trail": trail()}
    return render(request, "surveys/period.html", context)


@requires(Permission.RUN_SURVEYS)
def choose_unit(request: HttpRequest) -> HttpResponse:
    """Ask first for which unit; where there is only one, it is that one."""
    return unit_first(request, "surveys:plan", title=_("Buat periode SKM"), above=trail())


@requires(Permission.RUN_SURVEYS)
def plan(request: HttpRequest, unit: int) -> HttpResponse:
    """Describe a new round of a unit."""
    actor, chosen = cast(User, request.user), own_unit(request, unit)
    before = SurveyPeriod.objects.filter(unit=chosen).order_by("-opens_on").first()
    initial: dict[str, Any] = {
        "opens_on": timezone.localdate(),
        "weight": SurveyWeight.EXACT,
        "order": before.order if before else ElementOrder.REGULATION,
        "population": before.population if before else None,
    }
    form = PeriodForm(request.POST or None, unit=chosen, initial=initial)
    page = FormPage(
        _("Buat periode SKM"), _("Buat periode"), _("Periode dibuat. Cetak poster loketnya."), trail(), chosen.name
    )

    def act() -> str:
        made = plan_survey(unit=chosen, plan=form.plan, by=actor, at=timezone.now())
        return reverse("surveys:period", args=[made.pk])

    return form_answer(request, form, page, act)


@requires(Permission.RUN_SURVEYS)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a round."""
    actor, found = cast(User, request.user), own_period(request, pk)
    names = ("title", "opens_on", "closes_on", "population", "weight", "order")
    initial = {name: getattr(found, name) for name in names} | {"services": list(found.services.all())}
    form = PeriodForm(request.POST or None, unit=found.unit, initial=initial)
    here = [*trail(), (found.title, reverse("surveys:period", args=[pk]))]
    page = FormPage(_("Ubah periode SKM"), _("Simpan perubahan"), _("Periode disimpan."), here, found.unit.name)

    def act() -> str:
        edit_survey(period=found, plan=form.plan, by=actor, at=timezone.now())
        return reverse("surveys:period", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.RUN_SURVEYS)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Let today be the last day; the dates can be changed back."""
    found = own_period(request, pk)
    try:
        close_survey(period=found, by=cast(User, request.user), at=timezone.now())
        forget_traces(by=cast(User, request.user), at=timezone.now())
        messages.success(request, _("Hari ini hari terakhir. Untuk membukanya lagi, ubah tanggalnya."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("surveys:period", pk)


def unit_first(request: HttpRequest, view: str, *, title: str, above: list[tuple[str, str]]) -> HttpResponse:
    """Ask for a unit and go on to `view` with it."""
    actor, on = cast(User, request.user), timezone.localdate()
    reached = list(units_surveyed_by(actor, on=on).filter(closed_on__isnull=True)[:2])
    if len(reached) == 1 and request.method != "POST":
        return redirect(view, reached[0].pk)
    form = UnitForm(request.POST or None, actor=actor, on=on)
    if form.is_bound and form.is_valid():
        return redirect(view, form.cleaned_data["unit"].pk)
    page = FormPage(title, _("Lanjut"), "", above, _("Pilih unit kerjanya dahulu."))
    return form_answer(request, form, page, lambda: "")


def own_period(request: HttpRequest, pk: int) -> SurveyPeriod:
    """Return a round that the visitor runs."""
    return get_object_or_404(survey_periods(cast(User, request.user), on=timezone.localdate()), pk=pk)


def own_unit(request: HttpRequest, pk: int) -> Unit:
    """Return a unit whose surveys the visitor runs."""
    reached = units_surveyed_by(cast(User, request.user), on=timezone.localdate())
    return get_object_or_404(reached.filter(closed_on__isnull=True), pk=pk)


def tabs(here: str) -> list[dict[str, Any]]:
    """Return the two lists of this desk."""
    pages = (("index", _("Periode")), ("places", _("Loket dan poster")))
    return [{"address": reverse(f"surveys:{name}"), "label": label, "here": name == here} for name, label in pages]


def trail() -> list[tuple[str, str]]:
    return [(_("Survei kepuasan (SKM)"), reverse("surveys:index"))]
