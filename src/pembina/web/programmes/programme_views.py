"""One programme: planned, changed, taken from step to step, and read."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.enums import EnrolmentState, ProgrammeState
from pembina.domain.development.models import Programme
from pembina.domain.development.operations.programme_steps import (
    approve_programme,
    close_programme,
    drop_programme,
    missing_for_approval,
    note_evaluation,
    send_back_programme,
    start_programme,
)
from pembina.domain.development.operations.programmes import doubts, edit_programme, plan_programme
from pembina.domain.development.permissions import levels_noted_by, programmes_seen_by
from pembina.domain.development.population import Population
from pembina.domain.development.queries.lateness import evaluations_due, late_items
from pembina.domain.development.queries.programmes import (
    Meant,
    history_of,
    meant_by,
    plans_programmes,
    programmes_planned_by,
    with_figures,
)
from pembina.domain.development.refusals import RefusedError
from pembina.domain.impact.queries.publications import published_about
from pembina.web.access import requires, signed_in
from pembina.web.choosing.describe import described_person
from pembina.web.choosing.formpage import FormPage, Shown, form_answer, part_of
from pembina.web.components.formatting import in_language
from pembina.web.components.onward import address_of
from pembina.web.components.refusals import refuse_on
from pembina.web.programmes.board_views import actor_of
from pembina.web.programmes.forms import (
    LOCKED,
    POPULATION,
    SECTIONS,
    EvaluationForm,
    NoteForm,
    ProgrammeForm,
    ReasonForm,
    population_of,
)
from pembina.web.programmes.present_impact import impact_line
from pembina.web.programmes.present_programme import (
    batch_rows,
    due_rows,
    event_rows,
    meant_in_words,
    present_programme,
)

MOST_EVENTS = 50
BATCHES_ON_A_PAGE = 25
# What a step is called in the address, what does it, and what is said afterwards.
STEPS: dict[str, tuple[Callable[..., None], Any]] = {
    "setujui": (approve_programme, gettext_lazy("Program disetujui. Hasil dan evaluasinya terkunci.")),
    "jalankan": (start_programme, gettext_lazy("Program berjalan.")),
}


def public_address(programme: Programme) -> str:
    """Return where citizens read whether the programme worked; empty before that was published."""
    known = published_about(programme).first()
    return address_of("programme_results:show", known.pk) if known else ""


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one programme with what can be done next and what happened so far."""
    actor, on = actor_of(request), timezone.localdate()
    seen = with_figures(programmes_seen_by(actor, on=on)).select_related("owner", "approved_by")
    programme = get_object_or_404(seen, pk=pk)
    meant = meant_by(Population.of(programme.population), on=on)
    late = late_items([pk], on=on).get(pk, [])
    seats = Count("enrolments", filter=Q(enrolments__state=EnrolmentState.ENROLLED))
    batches = programme.batches.annotate(filled=seats).order_by("opens_on", "pk")
    page = Paginator(batches, BATCHES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "programme": present_programme(programme, meant, late),
        "levels": due_rows(evaluations_due([pk]).get(pk, []), on=on, noted=noted_levels(programme, actor, on)),
        "batches": batch_rows(page),
        "page": page,
        "results_address": address_of("learning_tests:programme", pk),
        "impact": impact_line(actor, pk, on=on),
        "public_address": public_address(programme),
        "events": event_rows(history_of(programme)[:MOST_EVENTS]),
        "may_plan": plans_programmes(actor, on=on),
        "missing": [in_language(one) for one in missing_for_approval(programme)],
        "trail": trail(),
    }
    return render(request, "programmes/show.html", context)


@requires(Permission.PLAN_PROGRAMME)
def new(request: HttpRequest) -> HttpResponse:
    """Plan a programme with all that belongs to it."""
    require_planner(request)
    on = timezone.localdate()
    form = ProgrammeForm(request.POST or None, on=on)
    page = FormPage(
        title=_("Rancang program"), submit=_("Simpan rancangan"), done=_("Rancangan program disimpan."), trail=trail(),
        lead=_("Semua yang perlu ada sejak awal: hasil, sasaran, anggaran, dan keempat evaluasi."),
    )  # fmt: skip

    def act() -> str:
        made = plan_programme(plan=form.plan(), by=actor_of(request), at=timezone.now())
        return reverse("programmes:show", args=[made.pk])

    return planned(request, form, page, act, on)


@requires(Permission.PLAN_PROGRAMME)
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a programme; what is locked since the approval is not asked."""
    programme, on = planned_programme(request, pk), timezone.localdate()
    is_locked = programme.state != ProgrammeState.DRAFT
    only = tuple(name for _title, names in SECTIONS for name in names if not is_locked or name not in LOCKED)
    form = ProgrammeForm(request.POST or None, on=on, programme=programme, only=only)
    page = FormPage(
        title=_("Ubah program"), submit=_("Simpan perubahan"), done=_("Program disimpan."), trail=trail(programme),
        lead=programme.title,
        note=_("Layanan, angka, arah, dan evaluasi terkunci sejak program disetujui.") if is_locked else "",
    )  # fmt: skip

    def act() -> str:
        edit_programme(programme=programme, plan=form.plan(), by=actor_of(request), at=timezone.now())
        return reverse("programmes:show", args=[pk])

    return planned(request, form, page, act, on)


def planned(
    request: HttpRequest, form: ProgrammeForm, page: FormPage, act: Callable[[], str], on: date
) -> HttpResponse:
    """Answer with the form in its sections, and tell before keeping it whom it means and what looks like a slip."""
    meant = target_of(request, form, on)

    def consequences() -> list[Shown]:
        plan = form.plan()
        told: list[Shown] = [_("Sasaran: %s.") % meant_in_words(meant_by(plan.population, on=on))]
        return [*told, *(in_language(one) for one in doubts(plan))]

    choosers = set(form.choosers)
    sections = [
        {"title": title, "parts": [part_of(form, name, choosers) for name in names if name in form.fields],
         "is_target": names == POPULATION}
        for title, names in SECTIONS
    ]  # fmt: skip
    extra = {
        "sections": [one for one in sections if one["parts"]],
        "meant": meant_in_words(meant),
        "people": [described_person(person) for person in meant.first],
    }
    return form_answer(request, form, page, act, consequences, template="programmes/plan.html", extra=extra)


def target_of(request: HttpRequest, form: ProgrammeForm, on: date) -> Meant:
    """Return whom the target that is typed means, or, before anything is typed, the target that stands."""
    if request.method != "POST":
        return meant_by(Population.of(form.programme.population if form.programme else {}), on=on)
    typed = QueryDict(mutable=True)
    for name in POPULATION:
        if sent := request.POST.getlist(name):
            typed.setlist(name, sent)
    if not typed:
        return meant_by(Population(), on=on)
    partial = ProgrammeForm(typed, on=on, only=POPULATION)
    partial.full_clean()
    return meant_by(population_of(partial.cleaned_data), on=on)


@requires(Permission.PLAN_PROGRAMME)
@require_POST
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Approve or start."""
    programme = planned_programme(request, pk)
    if name not in STEPS:
        raise Http404
    operation, done = STEPS[name]
    try:
        operation(programme=programme, by=actor_of(request), at=timezone.now())
        messages.success(request, str(done))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("programmes:show", pk)


@requires(Permission.PLAN_PROGRAMME)
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    programme, form = planned_programme(request, pk), ReasonForm(request.POST or None)
    page = FormPage(
        title=_("Kembalikan ke rancangan"), submit=_("Kembalikan"), done=_("Program kembali menjadi rancangan."),
        trail=trail(programme), lead=programme.title,
        note=_("Hasil dan evaluasinya dapat diubah lagi; persetujuan diperlukan sekali lagi."),
    )  # fmt: skip

    def act() -> str:
        send_back_programme(programme=programme, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("programmes:show", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    programme, form = planned_programme(request, pk), NoteForm(request.POST or None)
    page = FormPage(
        title=_("Tutup program"), submit=_("Tutup program"), done=_("Program ditutup. Evaluasinya tetap ditagih."),
        trail=trail(programme), lead=programme.title,
    )  # fmt: skip

    def act() -> str:
        close_programme(programme=programme, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("programmes:show", args=[pk])

    return form_answer(request, form, page, act)


@requires(Permission.PLAN_PROGRAMME)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    programme, form = planned_programme(request, pk), ReasonForm(request.POST or None)
    page = FormPage(
        title=_("Batalkan program"), submit=_("Batalkan program"), done=_("Program dibatalkan."),
        trail=trail(programme), lead=programme.title, is_dangerous=True,
    )  # fmt: skip

    def act() -> str:
        drop_programme(programme=programme, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("programmes:show", args=[pk])

    return form_answer(request, form, page, act)


@signed_in
def evaluation(request: HttpRequest, pk: int, level: int) -> HttpResponse:
    """Put on record that a level was judged, and what was found: level 4 by evaluators, the others by planners."""
    actor, on = actor_of(request), timezone.localdate()
    programme = get_object_or_404(programmes_seen_by(actor, on=on), pk=pk)
    if level not in levels_noted_by(actor, on=on):
        raise Http404
    plan = get_object_or_404(programme.evaluation_plans, level=level)
    told = {"done_on": plan.done_on or on, "finding": plan.finding}
    form = EvaluationForm(request.POST or None, initial=told)
    page = FormPage(
        title=_("Catat evaluasi: %s") % plan.get_level_display(), submit=_("Simpan"), done=_("Evaluasi tercatat."),
        trail=trail(programme), lead=plan.method,
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        note_evaluation(plan=plan, on=said["done_on"], finding=said["finding"], by=actor, at=timezone.now())
        return reverse("programmes:show", args=[pk])

    return form_answer(request, form, page, act)


def noted_levels(programme: Programme, actor: User, on: date) -> tuple[int, ...]:
    """Return the levels that the visitor may put on record now."""
    if programme.state not in (ProgrammeState.RUNNING, ProgrammeState.CLOSED):
        return ()
    return levels_noted_by(actor, on=on)


def planned_programme(request: HttpRequest, pk: int) -> Programme:
    """Return a programme that the visitor may change."""
    return get_object_or_404(programmes_planned_by(actor_of(request), on=timezone.localdate()), pk=pk)


def require_planner(request: HttpRequest) -> None:
    if not plans_programmes(actor_of(request), on=timezone.localdate()):
        raise Http404


def trail(programme: Programme | None = None) -> list[tuple[str, str]]:
    """Return the pages above."""
    above = [(_("Program pembinaan"), reverse("programmes:index"))]
    return above if programme is None else [*above, (programme.title, reverse("programmes:show", args=[programme.pk]))]
