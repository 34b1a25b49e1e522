"""Checks after 30, 60 and 90 days, and the end of a plan."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.development.follow_up_enums import Finding
from pembina.domain.development.operations.plan_checks import check_item, end_plan, is_met
from pembina.domain.people.refusals import RefusedError
from pembina.web.access import signed_in
from pembina.web.action_plans.formpage import Sheet, sent, sheet_answer
from pembina.web.action_plans.forms import CheckForm, EndForm
from pembina.web.action_plans.visiting import actor_of, checked_plan, own_plan, trail
from pembina.web.components.refusals import refuse_on


@signed_in
def check(request: HttpRequest, pk: int, item: int, day: int) -> HttpResponse:
    """Say what became of one item; the buttons of the plan post here without a note."""
    plan, side = checked_plan(request, pk)
    found = get_object_or_404(plan.items, pk=item)
    said = found.checks.filter(day=day, side=side).values("finding", "note", "link").first()
    form = CheckForm(sent(request), initial=dict(said) if said else {})
    sheet = Sheet(
        _("Pemeriksaan hari ke-%(days)s") % {"days": day}, _("Simpan hasil"), _("Hasil pemeriksaan disimpan."),
        trail(plan), found.change,
    )  # fmt: skip

    def act() -> str:
        told = form.cleaned_data | {"finding": Finding(form.cleaned_data["finding"])}
        check_item(item=found, day=day, side=side, **told, by=actor_of(request), at=timezone.now())
        return f"{reverse('action_plans:show', args=[pk])}#butir-{item}"

    return sheet_answer(request, form, sheet, act)


@signed_in
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide about what is not met, and end the plan."""
    plan = own_plan(request, pk)
    unmet = [item for item in plan.items.prefetch_related("checks") if not is_met(item)]
    # Where everything is met there is no field, and the press of the button is all that is sent.
    form = EndForm(sent(request), items=unmet)
    if form.is_bound and form.is_valid():
        try:
            new = end_plan(plan=plan, outcomes=form.outcomes(), by=actor_of(request), at=timezone.now())
            done = _("Rencana selesai. Butir yang dilanjutkan ada di rencana baru ini; kirim kepada atasan.")
            messages.success(request, done if new else _("Rencana selesai."))
            return redirect("action_plans:show", new.pk if new else pk)
        except RefusedError as refused:
            refuse_on(form, refused)
    context = {"form": form, "parts": form.parts(), "trail": trail(plan), "training": plan.enrolment.batch.title}
    return render(request, "action_plans/end.html", context, status=422 if form.is_bound else 200)
