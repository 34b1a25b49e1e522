"""What the evaluator does about a run: ask for one, and put on record what it found."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.access.permissions import Permission
from pembina.domain.development.enums import EvaluationLevel
from pembina.domain.impact.operations.level_four import record_level_four
from pembina.domain.impact.permissions import evaluations_designed_by
from pembina.domain.impact.queries.runs import designs_evaluation
from pembina.domain.impact.refusals import RefusedError
from pembina.exchange.impact.asking import ask_to_run
from pembina.web.access import requires
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.evaluation_results.download_views import done_run
from pembina.web.evaluation_results.forms import FindingForm
from pembina.web.evaluation_results.present_run import finding_of
from pembina.web.evaluation_results.views import actor_of, trail


@requires(Permission.EVALUATE_EFFECT)
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a run with the data as they stand now."""
    actor = actor_of(request)
    evaluation = get_object_or_404(evaluations_designed_by(actor, on=timezone.localdate()), pk=pk)
    try:
        ask_to_run(evaluation=evaluation, by=actor, at=timezone.now())
        messages.success(request, _("Perhitungan diminta. Halaman ini menunjukkan kemajuannya."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("evaluation_results:latest", pk)


@requires(Permission.EVALUATE_EFFECT)
def level_four(request: HttpRequest, pk: int) -> HttpResponse:
    """Put what a run found on record as level 4 of its programme."""
    run, actor = done_run(request, pk), actor_of(request)
    if run.evaluation.is_joint or not designs_evaluation(actor, run.evaluation, on=timezone.localdate()):
        raise Http404
    recorded = run.evaluation.programme.evaluation_plans.get(level=EvaluationLevel.RESULTS)
    form = FindingForm(request.POST or None, initial={"finding": finding_of(run)})
    above = [
        *trail(run.evaluation),
        (_("Perhitungan ke-%s") % run.number, reverse("evaluation_results:show", args=[pk])),
    ]
    page = FormPage(
        title=_("Catat sebagai hasil jenjang 4"), submit=_("Catat"), done=_("Hasil jenjang 4 tercatat."), trail=above,
        lead=run.evaluation.programme.title,
        note=_("Menggantikan yang tercatat sebelumnya: %s") % recorded.finding if recorded.finding else "",
    )  # fmt: skip

    def act() -> str:
        record_level_four(run=run, **form.cleaned_data, by=actor, at=timezone.now())
        return reverse("evaluation_results:show", args=[pk])

    return form_answer(request, form, page, act)
