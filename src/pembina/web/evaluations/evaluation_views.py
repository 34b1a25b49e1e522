"""One evaluation: opened, read, changed with a reason, and dropped."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.impact.design_obstacles import obstacles_of
from pembina.domain.impact.models import Decision, EvaluationDesign
from pembina.domain.impact.operations.evaluations import OPEN, drop_evaluation, open_evaluation
from pembina.domain.impact.operations.locking import discard_revision, revise_design
from pembina.domain.impact.permissions import evaluations_seen_by
from pembina.domain.impact.queries.drift import drifted_units
from pembina.domain.impact.queries.evaluations import (
    designs_evaluations,
    draft_of,
    history_of,
    locked_design_of,
    programmes_to_evaluate,
)
from pembina.web.access import requires, signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.onward import address_of
from pembina.web.evaluations.forms import DiscardForm, DropForm, NewForm, ReviseForm
from pembina.web.evaluations.list_views import actor_of
from pembina.web.evaluations.present_design import design_in_words
from pembina.web.evaluations.present_evaluation import event_rows, present_evaluation, version_rows
from pembina.web.evaluations.present_joint import joint_around
from pembina.web.evaluations.wizard import designed_evaluation, draft_in, trail, waves_address

MOST_EVENTS = 50
MOST_VERSIONS = 50


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one evaluation: what was promised, where it stands, and what can be done next."""
    actor, on = actor_of(request), timezone.localdate()
    around = ("programme__owner", "joined_programme__owner", "joined_in", "made_by")
    seen = evaluations_seen_by(actor, on=on).select_related(*around)
    evaluation = get_object_or_404(seen, pk=pk)
    locked, draft = locked_design_of(evaluation), draft_of(evaluation)
    may_design = designs_evaluations(actor, on=on)
    shown: EvaluationDesign = locked or draft or evaluation.designs.order_by("-version")[0]
    context = {
        "evaluation": present_evaluation(evaluation, shown, on=on),
        "design": design_in_words(shown),
        "draft": draft if may_design and evaluation.state in OPEN else None,
        "has_lock": locked is not None,
        "obstacles": obstacles_of(draft, at=timezone.now()) if draft and may_design else [],
        "drifted": drifted_units(locked) if locked and evaluation.state in OPEN else [],
        "versions": version_rows(evaluation.designs.select_related("locked_by")[:MOST_VERSIONS]),
        "events": event_rows(history_of(evaluation)[:MOST_EVENTS]),
        "may_design": may_design,
        "is_open": evaluation.state in OPEN,
        "may_revise": may_design and draft is None and evaluation.state == "locked",
        "programme_addresses": [
            (one.title, address) for one in evaluation.programmes if (address := address_of("programmes:show", one.pk))
        ],
        "joint": joint_around(evaluation),
        "waves_address": waves_address(evaluation),
        "result_address": address_of("evaluation_results:latest", pk) if locked else "",
        "decide_address": address_of("decisions:decide", pk) if evaluation.state == "locked" else "",
        "decision_address": decision_address(pk) if evaluation.state == "decided" else "",
        "trail": trail(),
    }
    return render(request, "evaluations/show.html", context)


def decision_address(pk: int) -> str:
    """Return where the decision on an evaluation is shown."""
    decision = Decision.objects.filter(evaluation=pk).values_list("pk", flat=True).first()
    return address_of("decisions:show", decision) if decision else ""


@requires(Permission.EVALUATE_EFFECT)
def new(request: HttpRequest) -> HttpResponse:
    """Open an evaluation of a programme that has none open."""
    if not designs_evaluations(actor_of(request), on=timezone.localdate()):
        raise Http404
    form = NewForm(request.POST or None, initial={"programme": chosen_programme(request)})
    page = FormPage(
        title=_("Rancang evaluasi"), submit=_("Buka rancangan"), trail=trail(),
        done=_("Rancangan dibuka. Periksa tiap langkah, lalu kunci sebelum gelombang pertama mulai."),
        lead=_("Tiga jawaban cukup untuk mulai; sisanya diusulkan dari programnya dan dapat diubah."),
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        made = open_evaluation(
            programme=said["programme"], title=said["title"], smallest_effect=said["smallest_effect"],
            by=actor_of(request), at=timezone.now(),
        )  # fmt: skip
        return reverse("evaluations:outcomes", args=[made.pk])

    return form_answer(request, form, page, act)


def chosen_programme(request: HttpRequest) -> int | None:
    """Return the programme that the address names, as the page of a programme links here."""
    written = request.GET.get("program", "")
    if not (written.isascii() and written.isdigit() and len(written) <= 18):
        return None
    return programmes_to_evaluate().filter(pk=written).values_list("pk", flat=True).first()


@requires(Permission.EVALUATE_EFFECT)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """End an evaluation without a decision."""
    evaluation, form = designed_evaluation(request, pk), DropForm(request.POST or None)
    page = FormPage(
        title=_("Hentikan evaluasi"), submit=_("Hentikan"), done=_("Evaluasi dihentikan."), trail=trail(evaluation),
        lead=evaluation.title, is_dangerous=True,
    )  # fmt: skip

    def act() -> str:
        drop_evaluation(evaluation=evaluation, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("evaluations:show", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.EVALUATE_EFFECT)
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a new version of a locked design, with the reason."""
    evaluation, form = designed_evaluation(request, pk), ReviseForm(request.POST or None)
    locked = locked_design_of(evaluation)
    if locked is None:
        return redirect("evaluations:show", pk)
    page = FormPage(
        title=_("Ubah rancangan yang terkunci"), submit=_("Buka versi baru"), trail=trail(evaluation),
        lead=evaluation.title, done=_("Versi baru dibuka. Versi yang terkunci tetap berlaku sampai yang baru dikunci."),
        note=_("Versi lama tetap tersimpan. Versi baru akan menyatakan berapa bulan data, gelombang, dan hasil yang "
               "sudah diketahui waktu diubah."),
    )  # fmt: skip

    def act() -> str:
        revise_design(design=locked, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("evaluations:outcomes", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.EVALUATE_EFFECT)
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a new version away that is still being written."""
    draft, form = draft_in(request, pk), DiscardForm(request.POST or None)
    if draft.version == 1:
        raise Http404
    page = FormPage(
        title=_("Batalkan versi baru"), submit=_("Batalkan versi baru"), trail=trail(draft.evaluation),
        lead=draft.evaluation.title, done=_("Versi baru dibatalkan. Versi yang terkunci tetap berlaku."),
        is_dangerous=True,
    )  # fmt: skip

    def act() -> str:
        discard_revision(design=draft, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("evaluations:show", args=[pk])

    return form_answer(request, form, page, act)
