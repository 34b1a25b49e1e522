"""Plans: found, written by the participant, decided on by the leader."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.development.follow_up_enums import Side
from pembina.domain.development.models import ActionPlan
from pembina.domain.development.operations.action_plans import (
    add_item,
    agree_plan,
    edit_item,
    recall_plan,
    remove_item,
    return_plan,
    send_plan,
    start_plan,
)
from pembina.domain.development.permissions import programmes_seen_by
from pembina.domain.development.queries.action_plans import (
    own_plans,
    own_seats,
    plans_led_by,
    plans_read_by,
    reads_all_plans,
    seats_led_by,
    with_items,
)
from pembina.domain.development.queries.follow_up_tasks import rating_tasks, unplanned
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.refusals import RefusedError
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.action_plans.filters import PlanFilters, Whose, waiting_for, whose_of
from pembina.web.action_plans.formpage import Sheet, sent, sheet_answer
from pembina.web.action_plans.forms import CommentForm, ItemForm, told_of
from pembina.web.action_plans.present_plans import plan_rows, present_plan
from pembina.web.action_plans.present_tasks import own_tasks, staff_tasks
from pembina.web.action_plans.visiting import actor_of, led_plan, own_plan, read_plan, today, trail
from pembina.web.components.refusals import refuse_on

ON_A_PAGE = 25
SIDES = {Whose.MINE: (Side.SELF,), Whose.STAFF: (Side.SUPERIOR,), Whose.EVERYBODY: (Side.SUPERIOR, Side.SELF)}
# What a step is called in the address: what does it, what is said afterwards, and whose step it is.
STEPS: dict[str, tuple[Callable[..., None], Any, Callable[[HttpRequest, int], ActionPlan]]] = {
    "kirim": (send_plan, gettext_lazy("Rencana dikirim kepada atasan."), own_plan),
    "tarik": (recall_plan, gettext_lazy("Rencana ditarik kembali dan dapat diubah."), own_plan),
    "setujui": (agree_plan, gettext_lazy("Rencana disetujui dan berjalan."), led_plan),
}


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List plans and what waits: of the visitor, of whom the visitor leads, of everybody for human resources."""
    actor, on = actor_of(request), today()
    offered = offered_to(actor)
    whose = whose_of(request.GET, offered=offered)
    plans = plans_of(actor, whose)
    filters = PlanFilters(request.GET, whose=whose)
    found = with_items(filters.narrow(plans, on=on), on=on)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": plan_rows(page, SIDES[whose], on=on),
        "filters": filters,
        "whose": whose,
        "tabs": tabs(offered, whose),
        "named": whose is not Whose.MINE,
        "late": plans.filter(waiting_for(whose, on=on, late=True)).count(),
        "reset": f"{reverse('action_plans:index')}?whose={whose}" if filters.is_narrowed else "",
        "may_chase": Whose.EVERYBODY in offered,
        "may_read_summaries": programmes_seen_by(actor, on=on).exists(),
        **tasks_of(actor, whose),
    }
    return render(request, "action_plans/index.html", context)


@signed_in
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a draft after a training of the visitor."""
    seat = get_object_or_404(own_seats(actor_of(request)), pk=pk)
    try:
        plan = start_plan(seat=seat, by=actor_of(request), at=timezone.now())
    except RefusedError as refused:
        refuse_on(request, refused)
        return redirect("action_plans:index")
    return redirect("action_plans:item_new", plan.pk)


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one plan with what the visitor may do about it."""
    plan = read_plan(request, pk)
    side = visiting_side(request, plan)
    if side is None:
        note_looking(request, "look_at_plan", on=plan)
    context = {"plan": present_plan(plan, side, on=today()), "trail": trail()}
    return render(request, "action_plans/show.html", context)


@signed_in
def item_new(request: HttpRequest, pk: int) -> HttpResponse:
    plan = own_plan(request, pk)
    form = ItemForm(sent(request))
    sheet = Sheet(_("Tambah butir"), _("Simpan butir"), _("Butir disimpan."), trail(plan), plan.enrolment.batch.title)

    def act() -> str:
        add_item(plan=plan, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("action_plans:show", args=[pk])

    return sheet_answer(request, form, sheet, act)


@signed_in
def item_edit(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    plan = own_plan(request, pk)
    found = get_object_or_404(plan.items, pk=item)
    form = ItemForm(sent(request), initial=told_of(found))
    sheet = Sheet(_("Ubah butir"), _("Simpan butir"), _("Butir disimpan."), trail(plan), plan.enrolment.batch.title)

    def act() -> str:
        edit_item(item=found, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("action_plans:show", args=[pk])

    return sheet_answer(request, form, sheet, act)


@signed_in
@require_POST
def item_remove(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    found = get_object_or_404(own_plan(request, pk).items, pk=item)
    try:
        remove_item(item=found, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Butir dihapus."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("action_plans:show", pk)


@signed_in
@require_POST
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Send, take back or agree."""
    if name not in STEPS:
        raise Http404
    operation, done, plan_for = STEPS[name]
    plan = plan_for(request, pk)
    try:
        operation(plan=plan, by=actor_of(request), at=timezone.now())
        messages.success(request, str(done))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("action_plans:show", pk)


@signed_in
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Return a plan with what should be different."""
    plan, form = led_plan(request, pk), CommentForm(sent(request))
    sheet = Sheet(_("Kembalikan rencana"), _("Kembalikan"), _("Rencana dikembalikan."), trail(plan))

    def act() -> str:
        return_plan(plan=plan, comment=form.cleaned_data["comment"], by=actor_of(request), at=timezone.now())
        return reverse("action_plans:show", args=[pk])

    return sheet_answer(request, form, sheet, act)


def offered_to(actor: User) -> list[Whose]:
    """Return the tabs that `actor` has."""
    on = today()
    led = [Whose.STAFF] if people_decided_by(actor, on=on).exists() else []
    return [Whose.MINE, *led, *([Whose.EVERYBODY] if reads_all_plans(actor, on=on) else [])]


def plans_of(actor: User, whose: Whose) -> Any:
    if whose is Whose.MINE:
        return own_plans(actor)
    return plans_led_by(actor, on=today()) if whose is Whose.STAFF else plans_read_by(actor, on=today())


def tasks_of(actor: User, whose: Whose) -> dict[str, Any]:
    """Return what waits beside the plans; human resources chase lateness on a page of its own."""
    at, on = timezone.now(), today()
    if whose is Whose.MINE:
        seats = own_seats(actor)
        waiting = rating_tasks(seats, Side.SELF, at=at, on=on)
        return {"tasks": own_tasks(unplanned(seats, at=at, on=on), waiting, on=on)}
    if whose is Whose.STAFF:
        waiting = rating_tasks(seats_led_by(actor, on=on), Side.SUPERIOR, at=at, on=on)
        return {"groups": staff_tasks(waiting, on=on)}
    return {}


def tabs(offered: list[Whose], here: Whose) -> list[dict[str, Any]]:
    address = reverse("action_plans:index")
    if len(offered) == 1:
        return []
    return [{"label": whose.label, "address": f"{address}?whose={whose}", "here": whose is here} for whose in offered]


def visiting_side(request: HttpRequest, plan: ActionPlan) -> Side | None:
    """Return from which side the visitor acts on a plan; None for who only reads it."""
    actor = actor_of(request)
    if plan.enrolment.person.nip == actor.username:
        return Side.SELF
    return Side.SUPERIOR if plans_led_by(actor, on=today()).filter(pk=plan.pk).exists() else None
