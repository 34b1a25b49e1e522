"""A decision: taken, read, signed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.development.months import months_later
from pembina.domain.impact.decision_content import digest_of, matches_seal, seal_entry
from pembina.domain.impact.decision_shown import content_before, content_shown
from pembina.domain.impact.models import Decision, EvaluationRun
from pembina.domain.impact.operations.decisions import decide_programme, sign_decision
from pembina.domain.impact.permissions import decisions_signed_by, keeps_tasks
from pembina.domain.impact.proposals import open_proposals
from pembina.domain.impact.queries.decisions import cost_of_batches, later_runs, signers_missing
from pembina.domain.impact.queries.tasks import with_names
from pembina.domain.impact.refusals import RefusedError
from pembina.domain.impact.ruling import run_to_decide_on
from pembina.web.access import requires, signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.formatting import in_language
from pembina.web.components.onward import address_of
from pembina.web.decisions.consequences import of_deciding, of_signing
from pembina.web.decisions.forms import DecideForm, SignForm
from pembina.web.decisions.present_decision import later_rows, present_decision, signature_lines
from pembina.web.decisions.present_evidence import present_evidence
from pembina.web.decisions.present_lists import action_word
from pembina.web.decisions.present_tasks import task_rows
from pembina.web.decisions.publication_views import where_told
from pembina.web.decisions.visiting import actor_of, decided_evaluation, seen_decision, today, trail

MONTHS_TO_REVIEW = 6


@requires(Permission.DECIDE_PROGRAMME)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the locked rule says and why, and take the human decision beside it."""
    evaluation = decided_evaluation(request, pk)
    if standing := Decision.objects.filter(evaluation=evaluation).first():
        return redirect("decisions:show", standing.pk)
    run = run_to_decide_on(evaluation)
    if run is None:
        results = address_of("evaluation_results:latest", pk)
        context = {"evaluation": evaluation, "results_address": results, "trail": waiting_trail()}
        return render(request, "decisions/no_run.html", context)
    run.evaluation = evaluation
    form = DecideForm(request.POST or None, initial=initial_of(run))
    page = FormPage(
        title=_("Putuskan program"), submit=_("Putuskan"), done=_("Keputusan disimpan dan disegel."),
        trail=waiting_trail(), lead=f"{evaluation.programme.title} · {evaluation.title}", is_dangerous=False,
    )  # fmt: skip

    def act() -> str:
        made = decide_programme(run=run, told=form.told(), by=actor_of(request), at=timezone.now())
        return reverse("decisions:show", args=[made.pk])

    extra = before_deciding(run, request)
    return form_answer(
        request, form, page, act, lambda: of_deciding(run, form.told(), on=today()),
        template="decisions/decide.html", extra=extra,
    )  # fmt: skip


def before_deciding(run: EvaluationRun, request: HttpRequest) -> dict[str, object]:
    """Return what to know before deciding, or why the rule cannot say anything."""
    address = address_of("evaluation_results:show", run.pk)
    try:
        content = content_before(run, by=actor_of(request), on=today())
    except RefusedError as refused:
        return {"refused": f"{in_language(refused.message)} {in_language(refused.remedy)}", "results_address": address}
    return {"evidence": present_evidence(content), "results_address": address}


def initial_of(run: EvaluationRun) -> dict[str, object]:
    """Return what stands in the form at first: a review half a year on, and the money on record."""
    spent = cost_of_batches(*run.evaluation.programmes)
    told = {"review_on": months_later(today(), MONTHS_TO_REVIEW)}
    return told | ({"spent": spent} if spent is not None else {})


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one decision with its signatures, what follows, and what became of it."""
    decision, actor, on = seen_decision(request, pk), actor_of(request), today()
    tasks = list(with_names(decision.tasks.all()))
    keeps = keeps_tasks(actor, on=on)
    missing = list(signers_missing(decision))
    proposals = open_proposals(decision, [task.kind for task in tasks]) if keeps else []
    content = content_shown(decision)
    intact, told = matches_seal(decision), where_told(decision, actor, on=on)
    context = {
        "decision": present_decision(decision, content, seal_entry(decision), is_intact=intact, on=on, told=told),
        "signatures": signature_lines(decision.signatures.all(), missing),
        "may_sign": any(one.user_id == actor.pk for one in missing),
        "later": later_rows(decision, later_runs(decision)),
        "tasks": task_rows(tasks, on=on, nip=actor.username, keeps=keeps, readable=frozenset({pk})),
        "keeps": keeps,
        "proposals": [str(proposal.title) for proposal in proposals],
        "trail": trail(),
    }
    return render(request, "decisions/show.html", context)


@signed_in
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign a decision, in agreement or with a dissent."""
    named = decisions_signed_by(actor_of(request)).select_related("evaluation__programme", "run__design", "decided_by")
    decision = get_object_or_404(named, pk=pk)
    form = SignForm(request.POST or None)
    page = FormPage(
        title=_("Tanda tangani keputusan"), submit=_("Tanda tangani"), done=_("Tanda tangan Anda tersimpan."),
        trail=trail(decision), lead=decision.evaluation.programme.title,
        now=[
            (_("Keputusan"), action_word(decision.action)),
            (_("Menurut aturan"), action_word(decision.rule_action)),
            (_("Alasan"), decision.reason or "–"),
            (_("Hash isi yang ditandatangani"), digest_of(content_shown(decision))),
        ],
    )  # fmt: skip

    def act() -> str:
        sign_decision(decision=decision, **form.told(), by=actor_of(request), at=timezone.now())
        return reverse("decisions:show", args=[pk])

    return form_answer(request, form, page, act, lambda: of_signing(form.told()))


def waiting_trail() -> list[tuple[str, str]]:
    return [*trail(), (_("Menunggu keputusan"), reverse("decisions:waiting"))]
