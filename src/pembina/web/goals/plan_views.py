"""One plan: read, taken through its steps, agreed to or returned."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.operations.agreeing import agree_expectations, return_expectations
from pembina.domain.performance.operations.notes import expect_behaviour, put_plan_notes
from pembina.domain.performance.operations.plans import (
    drop_expectations,
    propose_expectations,
    recall_expectations,
    revise_expectations,
)
from pembina.domain.performance.plan_deciding import plans_to_agree
from pembina.domain.performance.queries.plans import indicators_of, reads_plans_by_office
from pembina.domain.performance.queries.progress import standings_of
from pembina.domain.performance.queries.roles import has_staff
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.components.refusals import refuse_on
from pembina.web.goals.formpage import Sheet, sent, sheet_answer
from pembina.web.goals.forms import BehaviourForm, CommentForm, NotesForm
from pembina.web.goals.present_plan import present_plan
from pembina.web.goals.visiting import actor_of, decided_plan, own_plan, read_plan, today, trail

# What a step is called in the address: what does it, what is said afterwards, and whose step it is.
STEPS: dict[str, tuple[Callable[..., Any], Any, Callable[[HttpRequest, int], PerformancePlan]]] = {
    "ajukan": (propose_expectations, gettext_lazy("SKP diajukan kepada pejabat penilai."), own_plan),
    "tarik": (recall_expectations, gettext_lazy("SKP ditarik kembali dan dapat diubah."), own_plan),
    "batalkan": (drop_expectations, gettext_lazy("Rancangan dibatalkan."), own_plan),
    "versi-baru": (
        revise_expectations,
        gettext_lazy("Versi baru dibuka; yang lama masih berlaku."),
        own_plan,
    ),
    "tetapkan": (agree_expectations, gettext_lazy("SKP ditetapkan."), decided_plan),
}


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one plan with what the visitor may do about it."""
    plan, actor, on = read_plan(request, pk), actor_of(request), today()
    mine = plan.person.nip == actor.username
    if not mine:
        note_looking(request, "look_at_expectations", on=plan)
    decides = not mine and plans_to_agree(actor, on=on).filter(pk=plan.pk).exists()
    standings = standings_of(indicators_of([plan]), at=timezone.now())
    page = present_plan(plan, standings, mine=mine, decides=decides, on=on)
    steps = [_("Hasil kerja"), _("Lampiran"), _("Perilaku"), _("Ajukan")]
    is_agreed = plan.state == PlanState.AGREED
    is_top, is_staffed = PlanForm(plan.form).is_top, has_staff(plan, on=on)
    context = {
        "plan": page, "steps": steps, "trail": trail(),
        "may_make_template": is_agreed and actor.may(Permission.MANAGE_STAFF),
        "is_top": is_top,
        "is_shared_out": (mine or reads_plans_by_office(actor)) and is_staffed,
        "has_workblocks": is_top or is_staffed or any(goal.strategy for goal in page.goals),
    }  # fmt: skip
    return render(request, "goals/show.html", context)


@signed_in
@require_POST
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Propose, take back, drop, open a new version, or agree."""
    if name not in STEPS:
        raise Http404
    operation, done, plan_for = STEPS[name]
    plan = plan_for(request, pk)
    try:
        made = operation(plan=plan, by=actor_of(request), at=timezone.now())
        messages.success(request, str(done))
    except RefusedError as refused:
        refuse_on(request, refused)
        return redirect("goals:show", pk)
    return redirect("goals:index") if name == "batalkan" else redirect("goals:show", made.pk if made else pk)


@signed_in
def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Return a plan with what should be different."""
    plan, form = decided_plan(request, pk), CommentForm(sent(request))
    sheet = Sheet(_("Kembalikan SKP"), _("Kembalikan"), _("SKP dikembalikan."), trail(plan), plan.person.titled_name)

    def act() -> str:
        return_expectations(plan=plan, comment=form.cleaned_data["comment"], by=actor_of(request), at=timezone.now())
        return reverse("goals:show", args=[pk])

    return sheet_answer(request, form, sheet, act)


@signed_in
def notes(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the appendix: resources, accountability, consequences."""
    plan = own_plan(request, pk)
    form = NotesForm(sent(request), plan=plan)
    lead = _("Apa yang Anda perlukan, kapan dan dengan bukti apa hasil dilaporkan, dan apa akibatnya.")
    sheet = Sheet(_("Lampiran SKP"), _("Simpan lampiran"), _("Lampiran disimpan."), trail(plan), lead)

    def act() -> str:
        put_plan_notes(plan=plan, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("goals:show", args=[pk])

    return sheet_answer(request, form, sheet, act)


@signed_in
def behaviour(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what is expected in particular of single values: the person, or who agrees."""
    plan = plan_of_either(request, pk)
    form = BehaviourForm(sent(request), plan=plan)
    lead = _("Ketujuh nilai berlaku bagi setiap ASN. Tulis hanya yang diharapkan secara khusus; boleh kosong.")
    sheet = Sheet(_("Perilaku kerja"), _("Simpan ekspektasi"), _("Ekspektasi disimpan."), trail(plan), lead)

    def act() -> str:
        expect_behaviour(plan=plan, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("goals:show", args=[pk])

    return sheet_answer(request, form, sheet, act)


def plan_of_either(request: HttpRequest, pk: int) -> PerformancePlan:
    """Return a plan of the visitor, or one to which the visitor may agree."""
    try:
        return own_plan(request, pk)
    except Http404:
        return decided_plan(request, pk)
