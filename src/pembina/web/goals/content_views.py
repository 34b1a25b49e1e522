"""The results of the own plan and how each is seen: written, moved, taken out."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.access.refusals import RefusedError
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.operations.goals import (
    add_goal,
    add_indicator,
    edit_goal,
    edit_indicator,
    move_goal,
    remove_goal,
    remove_indicator,
)
from pembina.domain.performance.queries.plans import goals_to_support, services_to_read
from pembina.web.access import signed_in
from pembina.web.components.refusals import refuse_on
from pembina.web.goals.formpage import Sheet, sent, sheet_answer
from pembina.web.goals.forms import GoalForm, IndicatorForm
from pembina.web.goals.present_plan import DIRECTIONS
from pembina.web.goals.visiting import actor_of, own_goal, own_indicator, own_plan, today, trail


@signed_in
def goal_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Write one more result, and go on to its first indicator."""
    plan = own_plan(request, pk)
    form = GoalForm(sent(request), plan=plan, above=goals_to_support(plan, on=today()))
    sheet = Sheet(_("Tambah hasil kerja"), _("Simpan, lalu isi indikator"), _("Hasil kerja disimpan."), trail(plan))

    def act() -> str:
        goal = add_goal(plan=plan, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("goals:indicator_new", args=[pk, goal.pk])

    return sheet_answer(request, form, sheet, act)


@signed_in
def goal_edit(request: HttpRequest, pk: int, goal: int) -> HttpResponse:
    """Word a result anew."""
    found = own_goal(request, pk, goal)
    form = GoalForm(sent(request), plan=found.plan, above=goals_to_support(found.plan, on=today()), goal=found)
    sheet = Sheet(_("Ubah hasil kerja"), _("Simpan hasil kerja"), _("Hasil kerja disimpan."), trail(found.plan))

    def act() -> str:
        edit_goal(goal=found, told=form.told(), by=actor_of(request), at=timezone.now())
        return place(found.plan, goal)

    return sheet_answer(request, form, sheet, act)


@signed_in
@require_POST
def goal_move(request: HttpRequest, pk: int, goal: int, way: str) -> HttpResponse:
    """Move a result up or down."""
    if way not in DIRECTIONS:
        raise Http404
    found = own_goal(request, pk, goal)

    def act() -> None:
        move_goal(goal=found, step=DIRECTIONS[way], by=actor_of(request), at=timezone.now())

    return done(request, found.plan, goal, act, "")


@signed_in
@require_POST
def goal_remove(request: HttpRequest, pk: int, goal: int) -> HttpResponse:
    """Take a result out."""
    found = own_goal(request, pk, goal)

    def act() -> None:
        remove_goal(goal=found, by=actor_of(request), at=timezone.now())

    return done(request, found.plan, None, act, _("Hasil kerja dihapus."))


@signed_in
def indicator_new(request: HttpRequest, pk: int, goal: int) -> HttpResponse:
    """Say how a result is seen."""
    found = own_goal(request, pk, goal)
    plan = own_plan(request, pk)
    form = IndicatorForm(sent(request), services=services_to_read(plan.assignment, on=today()))
    sheet = Sheet(_("Tambah indikator"), _("Simpan indikator"), _("Indikator disimpan."), trail(plan), found.words)

    def act() -> str:
        add_indicator(goal=found, told=form.told(), by=actor_of(request), at=timezone.now())
        return place(plan, goal)

    return sheet_answer(request, form, sheet, act)


@signed_in
def indicator_edit(request: HttpRequest, pk: int, indicator: int) -> HttpResponse:
    """Word an indicator anew."""
    found, plan = own_indicator(request, pk, indicator), own_plan(request, pk)
    services = services_to_read(plan.assignment, on=today())
    form = IndicatorForm(sent(request), services=services, indicator=found)
    sheet = Sheet(_("Ubah indikator"), _("Simpan indikator"), _("Indikator disimpan."), trail(plan), found.goal.words)

    def act() -> str:
        edit_indicator(indicator=found, told=form.told(), by=actor_of(request), at=timezone.now())
        return place(plan, found.goal_id)

    return sheet_answer(request, form, sheet, act)


@signed_in
@require_POST
def indicator_remove(request: HttpRequest, pk: int, indicator: int) -> HttpResponse:
    """Take an indicator out."""
    found = own_indicator(request, pk, indicator)

    def act() -> None:
        remove_indicator(indicator=found, by=actor_of(request), at=timezone.now())

    return done(request, found.goal.plan, found.goal_id, act, _("Indikator dihapus."))


def done(
    request: HttpRequest, plan: PerformancePlan, goal: int | None, act: Callable[[], None], said: str
) -> HttpResponse:
    """Do a thing that takes one press, and go back to where it was."""
    try:
        act()
        if said:
            messages.success(request, said)
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect(place(plan, goal))


def place(plan: PerformancePlan, goal: int | None) -> str:
    address = reverse("goals:show", args=[plan.pk])
    return address if goal is None else f"{address}#hasil-{goal}"
