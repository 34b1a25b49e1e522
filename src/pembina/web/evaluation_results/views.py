"""The runs of an evaluation, one run, and two side by side."""

from typing import Any, cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.impact.enums import DesignState, OutcomeRole, RunState
from pembina.domain.impact.models import Evaluation, EvaluationRun
from pembina.domain.impact.permissions import evaluations_decided_by, evaluations_seen_by, takes_data
from pembina.domain.impact.queries.runs import (
    designs_evaluation,
    done_runs,
    going_run,
    panels_of,
    runs_of,
    runs_seen_by,
)
from pembina.web.access import signed_in
from pembina.web.components.onward import address_of
from pembina.web.evaluation_results.present_comparison import present_comparison
from pembina.web.evaluation_results.present_data import present_data
from pembina.web.evaluation_results.present_levels import present_levels
from pembina.web.evaluation_results.present_outcome import language, present_outcome
from pembina.web.evaluation_results.present_outcomes import correction, outcome_rows, role_of
from pembina.web.evaluation_results.present_run import cautions, chosen, failure_of, headline, lead, notices, run_rows
from pembina.web.evaluation_results.progress import is_over_time, progress

ON_A_PAGE = 10


@signed_in
@require_safe
def latest(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the runs of an evaluation and how far one has come. A script asks for the progress only."""
    actor, on = actor_of(request), timezone.localdate()
    evaluation = evaluation_seen(request, pk)
    going = going_run(evaluation)
    told = progress(going, at=timezone.now()) if going else None
    if request.htmx:  # type: ignore[attr-defined]
        if told is None or told.is_stalled:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "evaluation_results/progress.html", {"progress": told, "evaluation": evaluation})
    page = Paginator(runs_of(evaluation), ON_A_PAGE).get_page(request.GET.get("page"))
    newest = page.object_list[0] if page.number == 1 and page.object_list else None
    answered = done_runs(evaluation).first()
    locked = evaluation.designs.filter(state=DesignState.LOCKED).exists()
    context = {
        "evaluation": evaluation,
        "page": page,
        "rows": run_rows(page),
        "progress": told,
        "failure": failure_of(newest) if newest and newest.state == RunState.FAILED else None,
        "answered": answered,
        "headline": headline(answered) if answered else None,
        "can_compare": done_runs(evaluation).count() > 1,
        "is_locked": locked,
        "may_ask": locked and may_start(going) and designs_evaluation(actor, evaluation, on=on),
        "design_address": address_of("evaluations:show", pk),
        "trail": trail(),
    }
    return render(request, "evaluation_results/latest.html", context)


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what one run found; of one without a result the runs of its evaluation."""
    run = get_object_or_404(runs_seen_by(actor_of(request), on=timezone.localdate()), pk=pk)
    if run.state != RunState.DONE:
        return redirect("evaluation_results:latest", run.evaluation_id)
    told = {one["position"]: one for one in run.result["outcomes"]}
    asked = asked_outcome(request, told)
    designed = {one.position: one for one in run.design.outcomes.all()}
    names = {position: one["name"][language()] for position, one in told.items()}
    later = done_runs(run.evaluation).filter(number__gt=run.number).defer("result", "levels").first()
    locked = run.evaluation.designs.filter(state=DesignState.LOCKED).order_by("-version").first()
    context: dict[str, Any] = {
        "run": run,
        "lead": lead(run),
        "here": _("Perhitungan ke-%s") % run.number,
        "notices": notices(run, later, locked.version if locked else run.design.version),
        "cautions": cautions(run),
        "part": present_outcome(asked, role_of(asked)),
        "is_primary": asked["role"] == OutcomeRole.PRIMARY,
        "headline": headline(run),
        "tabs": tabs(run, names, asked["position"]) if len(names) > 1 else [],
        "outcomes": outcome_rows(run.result, designed),
        "correction": correction(run.result),
        "chain": None if run.evaluation.is_joint else present_levels(run.levels, run.result),
        "data": present_data(run, list(panels_of(run)), names),
        "may_take": takes_data(actor_of(request), on=timezone.localdate()),
        "trail": trail(run.evaluation),
    }
    return render(request, "evaluation_results/show.html", context | next_steps(request, run))


@signed_in
@require_safe
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Show two runs side by side; without a choice the last two."""
    evaluation = evaluation_seen(request, pk)
    runs = done_runs(evaluation)
    options = list(runs.defer("result", "levels"))
    wanted = chosen([request.GET.get(name, "") for name in ("awal", "akhir")])
    if len(wanted) < len(("awal", "akhir")):
        wanted = [run.pk for run in reversed(options[:2])]
    pair = [get_object_or_404(runs, pk=number) for number in wanted]
    context = {
        "evaluation": evaluation,
        "options": [(run.pk, _("Perhitungan ke-%s") % run.number) for run in options],
        "wanted": wanted,
        "comparison": present_comparison(*pair) if len(pair) > 1 else None,
        "trail": trail(evaluation),
    }
    return render(request, "evaluation_results/compare.html", context)


def may_start(going: EvaluationRun | None) -> bool:
    """Say whether nothing is under way, or nothing that will still end."""
    return going is None or is_over_time(going, at=timezone.now())


def asked_outcome(request: HttpRequest, told: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """Return the outcome whose details are shown: the one in the address, else the primary one."""
    wanted = chosen([request.GET.get("ukuran", "")])
    if wanted and wanted[0] in told:
        return told[wanted[0]]
    return next((one for one in told.values() if one["role"] == OutcomeRole.PRIMARY), next(iter(told.values())))


def tabs(run: EvaluationRun, names: dict[int, str], here: int) -> list[dict[str, Any]]:
    address = reverse("evaluation_results:show", args=[run.pk])
    return [
        {"address": f"{address}?ukuran={position}#ukuran", "label": name, "here": position == here}
        for position, name in names.items()
    ]


def next_steps(request: HttpRequest, run: EvaluationRun) -> dict[str, Any]:
    """What may be done from here."""
    actor, on = actor_of(request), timezone.localdate()
    decision = getattr(run.evaluation, "decision", None)
    decides = evaluations_decided_by(actor, on=on).filter(pk=run.evaluation_id).exists()
    return {
        "may_record": designs_evaluation(actor, run.evaluation, on=on) and not run.evaluation.is_joint,
        "decision_address": address_of("decisions:show", decision.pk) if decision else "",
        "decide_address": address_of("decisions:decide", run.evaluation_id) if decides and not decision else "",
        "programme_address": address_of("programmes:show", run.evaluation.programme_id),
        "can_compare": done_runs(run.evaluation).count() > 1,
    }


def evaluation_seen(request: HttpRequest, pk: int) -> Evaluation:
    """Return an evaluation that the visitor may read."""
    seen = evaluations_seen_by(actor_of(request), on=timezone.localdate())
    return get_object_or_404(seen.select_related("programme"), pk=pk)


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def trail(evaluation: Evaluation | None = None) -> list[tuple[str, str]]:
    """Return the pages above."""
    index = address_of("evaluations:index")
    above = [(_("Evaluasi dampak"), index)] if index else []
    if evaluation is None:
        return above
    return [*above, (evaluation.title, reverse("evaluation_results:latest", args=[evaluation.pk]))]
