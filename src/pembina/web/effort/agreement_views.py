"""What the two agree on: the difficulty of a result, and the guards of an indicator."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.people.models import Person
from pembina.domain.people.refusals import RefusedError
from pembina.domain.performance.models import Indicator
from pembina.domain.performance.operations.effort import (
    agree_difficulty,
    name_guard,
    propose_difficulty,
    withdraw_difficulty,
    withdraw_guard,
)
from pembina.domain.performance.queries.effort_reach import (
    goals_of_the_two,
    guards_of_the_two,
    indicators_of_the_two,
    proposals_of_the_two,
)
from pembina.domain.performance.queries.plans import services_to_read
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.effort.forms import DegreeForm, GuardForm
from pembina.web.effort.visiting import actor_of, home_of, sent, today, trail

ANSWERS = {"setujui": agree_difficulty, "tarik": withdraw_difficulty}


@signed_in
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose how difficult a result is."""
    actor, on = actor_of(request), today()
    goal = get_object_or_404(goals_of_the_two(actor, on=on), pk=pk)
    person, form = goal.plan.person, DegreeForm(sent(request), on=on)
    page = FormPage(
        _("Usulkan tingkat kesulitan"), _("Usulkan"), _("Usul dikirim; berlaku setelah pihak lain setuju."),
        trail(person, actor), goal.words,
        note=_("Kesepakatan tidak dapat diubah; kesepakatan baru berdiri di sampingnya. Yang lewat 30 hari sejak "
               "pekerjaan dimulai ditandai terlambat."),
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data["reason"]
        propose_difficulty(goal=goal, degree=form.degree_told(), reason=said, by=actor, at=timezone.now())
        return home_of(person, actor)

    return form_answer(request, form, page, act)


@signed_in
@require_POST
def answer(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Agree to a proposal of the other side, or take the own one back."""
    if name not in ANSWERS:
        raise Http404
    actor = actor_of(request)
    proposal = get_object_or_404(proposals_of_the_two(actor, on=today()), pk=pk)

    def act() -> None:
        ANSWERS[name](proposal=proposal, by=actor, at=timezone.now())

    done = _("Tingkat kesulitan disepakati.") if name == "setujui" else _("Usul ditarik.")
    return pressed(request, proposal.goal.plan.person, act, done)


@signed_in
def guard(request: HttpRequest, pk: int) -> HttpResponse:
    """Name a figure that must not get worse while an indicator improves."""
    actor, on = actor_of(request), today()
    one = get_object_or_404(indicators_of_the_two(actor, on=on), pk=pk)
    plan = one.goal.plan
    others = Indicator.objects.filter(goal__plan=plan, target__isnull=False).exclude(pk=one.pk)
    services = services_to_read(plan.assignment, on=on)
    form = GuardForm(sent(request), services=services, others=others.order_by("goal__position", "position"))
    page = FormPage(
        _("Sebut penjaga mutu"), _("Simpan penjaga mutu"), _("Penjaga mutu disimpan."), trail(plan.person, actor),
        one.words,
        note=_("Perbaikan diakui bila angka ini tidak turun melebihi batasnya. Yang disebut setelah realisasi pertama "
               "ditandai terlambat dan tidak dapat ditarik."),
    )  # fmt: skip

    def act() -> str:
        name_guard(indicator=one, told=form.guard_told(), by=actor, at=timezone.now())
        return home_of(plan.person, actor)

    return form_answer(request, form, page, act)


@signed_in
@require_POST
def guard_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a guard back while no outcome is in sight."""
    actor = actor_of(request)
    named = get_object_or_404(guards_of_the_two(actor, on=today()), pk=pk)

    def act() -> None:
        withdraw_guard(guard=named, by=actor, at=timezone.now())

    return pressed(request, named.indicator.goal.plan.person, act, _("Penjaga mutu ditarik."))


def pressed(request: HttpRequest, person: Person, act: Callable[[], None], done: str) -> HttpResponse:
    """Do a thing that takes one press, and go back to the record."""
    try:
        act()
        messages.success(request, done)
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect(home_of(person, actor_of(request)))
