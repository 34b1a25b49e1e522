"""The first step: what is measured, which figure decides, and what must not get worse."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.impact.design_data import data_of
from pembina.domain.impact.enums import DesignState
from pembina.domain.impact.models import DesignOutcome, EvaluationDesign
from pembina.domain.impact.operations.design_parts import put_outcome, remove_outcome
from pembina.domain.impact.permissions import evaluations_designed_by
from pembina.domain.impact.queries.design_units import units_of
from pembina.domain.impact.refusals import RefusedError
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.evaluations.list_views import actor_of
from pembina.web.evaluations.present_steps import outcome_rows
from pembina.web.evaluations.step_forms import OutcomeForm, told_outcome
from pembina.web.evaluations.wizard import draft_in, frame, trail


@requires(Permission.EVALUATE_EFFECT)
@require_safe
def outcomes(request: HttpRequest, pk: int) -> HttpResponse:
    """List the outcomes with what the records hold about each."""
    design = draft_in(request, pk)
    known = data_of(design, units_of(design), at=timezone.now())
    return render(request, "evaluations/outcomes.html", frame(design, "outcomes") | {"rows": outcome_rows(known)})


@requires(Permission.EVALUATE_EFFECT)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add an outcome; the first one is the primary one."""
    design = draft_in(request, pk)
    role = "guard" if design.outcomes.filter(role="primary").exists() else "primary"
    form = OutcomeForm(request.POST or None, initial={"role": role})
    return put(request, design, form, _("Tambah ukuran hasil"))


@requires(Permission.EVALUATE_EFFECT)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell an outcome differently."""
    outcome = drafted_outcome(request, pk)
    form = OutcomeForm(request.POST or None, initial=told_outcome(outcome))
    return put(request, outcome.design, form, _("Ubah ukuran hasil"), outcome)


@requires(Permission.EVALUATE_EFFECT)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an outcome out."""
    outcome = drafted_outcome(request, pk)
    try:
        remove_outcome(outcome=outcome, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Ukuran dihapus."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("evaluations:outcomes", outcome.design.evaluation_id)


def put(
    request: HttpRequest, design: EvaluationDesign, form: OutcomeForm, title: str, outcome: DesignOutcome | None = None
) -> HttpResponse:
    """Answer with the form of one outcome."""
    back = reverse("evaluations:outcomes", args=[design.evaluation_id])
    page = FormPage(
        title=title, submit=_("Simpan ukuran"), done=_("Ukuran tersimpan."), lead=design.evaluation.title,
        trail=[*trail(design.evaluation), (_("Ukuran hasil"), back)],
    )  # fmt: skip

    def act() -> str:
        put_outcome(design=design, plan=form.plan(), outcome=outcome, by=actor_of(request), at=timezone.now())
        return back

    return form_answer(request, form, page, act)


def drafted_outcome(request: HttpRequest, pk: int) -> DesignOutcome:
    """Return an outcome of a draft that the visitor writes."""
    mine = evaluations_designed_by(actor_of(request), on=timezone.localdate())
    found = DesignOutcome.objects.filter(design__state=DesignState.DRAFT, design__evaluation__in=mine)
    return get_object_or_404(found.select_related("design__evaluation__programme"), pk=pk)
