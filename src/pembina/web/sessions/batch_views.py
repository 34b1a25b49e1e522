"""Batches: the list, one batch with its sessions and people, and its steps."""

from collections.abc import Callable
from datetime import datetime, time
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

from pembina.domain.access.permissions import Permission
from pembina.domain.access.usernames import AccountKind
from pembina.domain.development.models import Programme
from pembina.domain.development.operations.batches import (
    cancel_batch,
    edit_batch,
    finish_batch,
    open_batch,
    plan_batch,
    run_batch,
)
from pembina.domain.development.permissions import batches_seen_by, participants_read_by, reads_whole_batch
from pembina.domain.development.queries.batches import (
    participants_of,
    sessions_of,
    sessions_of_today,
    states_of,
    with_figures,
)
from pembina.domain.development.refusals import RefusedError
from pembina.domain.people.queries import person_of
from pembina.web.access import requires, signed_in
from pembina.web.access.looking import note_looking
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.onward import address_of
from pembina.web.components.refusals import refuse_on
from pembina.web.sessions import scopes
from pembina.web.sessions.filters import BatchFilters, ParticipantFilters
from pembina.web.sessions.forms import BatchForm, ReasonForm, told_of
from pembina.web.sessions.present import batch_rows, bulk_rows, participant_rows, present_batch, session_rows
from pembina.web.sessions.present_today import today_rows

ON_A_PAGE = 25
MOST_TODAY = 5
STEPS: dict[str, tuple[Callable[..., None], Any]] = {
    "buka": (open_batch, gettext_lazy("Pendaftaran dibuka.")),
    "mulai": (run_batch, gettext_lazy("Angkatan dimulai.")),
    "selesai": (finish_batch, gettext_lazy("Angkatan selesai.")),
}


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the batches that the visitor organises, teaches or oversees."""
    actor = scopes.actor_of(request)
    filters = BatchFilters(request.GET)
    today = timezone.make_aware(datetime.combine(timezone.localdate(), time()))
    seen = with_figures(batches_seen_by(actor, on=timezone.localdate()))
    page = Paginator(filters.narrow(seen), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": batch_rows(page),
        "filters": filters,
        "reset": reverse("sessions:index") if filters.is_narrowed else "",
        "may_plan": actor.may(Permission.PLAN_PROGRAMME),
        "today": today_rows(sessions_of_today(actor, since=today)[:MOST_TODAY]),
        "own_sessions": address_of("attendance:index"),
    }
    return render(request, "sessions/index.html", context)


@requires(Permission.PLAN_PROGRAMME)
@require_safe
def new(request: HttpRequest) -> HttpResponse:
    """Ask for the programme: its curricula and waves follow from it."""
    open_ones = [one for one in Programme.objects.order_by("title", "pk") if one.is_open]
    rows = [
        (one.title, str(one.get_state_display()), reverse("sessions:new_of_programme", args=[one.pk]))
        for one in open_ones
    ]
    return render(request, "sessions/programmes.html", {"rows": rows, "trail": scopes.trail()})


@requires(Permission.PLAN_PROGRAMME)
def new_of_programme(request: HttpRequest, pk: int) -> HttpResponse:
    """Plan a batch of one programme."""
    programme, on = get_object_or_404(Programme, pk=pk), timezone.localdate()
    actor = scopes.actor_of(request)
    own = person_of(actor)
    told = {"organiser": own.pk if own else None, "most_away": 30, "seats": 30, "needs_approval": True}
    form = BatchForm(request.POST or None, programme=programme, on=on, initial=told)
    page = FormPage(
        title=_("Rencanakan angkatan"), lead=programme.title, submit=_("Simpan angkatan"), trail=scopes.trail(),
        done=_("Angkatan direncanakan. Tambahkan sesinya, lalu buka pendaftaran."),
    )  # fmt: skip

    def act() -> str:
        made = plan_batch(programme=programme, plan=form.plan(), by=actor, at=timezone.now())
        return reverse("sessions:batch", args=[made.pk])

    return form_answer(request, form, page, act)


@signed_in
@require_safe
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one batch: sessions, people and what may be done next."""
    actor, on = scopes.actor_of(request), timezone.localdate()
    found = scopes.seen_batch(request, pk)
    may_run = scopes.runs(request, found)
    may_read = participants_read_by(actor, on=on).filter(pk=pk).exists()
    if may_read and not may_run and actor.kind is not AccountKind.PARTNER:
        note_looking(request, "look_at_participants", on=found)
    filters = ParticipantFilters(request.GET)
    people = filters.narrow(participants_of(found, actor, on=on))
    page = Paginator(people, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "batch": present_batch(
            found,
            states_of(found),
            may_run=may_run,
            at=timezone.now(),
            with_cost=reads_whole_batch(actor, found, on=on),
        ),
        "sessions": session_rows(sessions_of(found, actor, on=on), at=timezone.now()),
        "page": page,
        "people": participant_rows(page, zone=found.zone, with_notes=may_run),
        "may_read": may_read,
        "filters": filters,
        "reset": reverse("sessions:batch", args=[pk]) if filters.is_narrowed else "",
        "bulks": bulk_rows(found.bulk_enrolments.order_by("-made_at", "-pk")[:5]) if may_run else [],
        "trail": scopes.trail(),
    }
    return render(request, "sessions/batch.html", context)


@signed_in
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell a batch differently."""
    found = scopes.run_batch(request, pk)
    form = BatchForm(
        request.POST or None, programme=found.programme, on=timezone.localdate(), batch=found, initial=told_of(found)
    )
    page = FormPage(title=_("Ubah angkatan"), submit=_("Simpan perubahan"), done=_("Angkatan disimpan."),
                    trail=scopes.trail(found))  # fmt: skip

    def act() -> str:
        edit_batch(batch=found, plan=form.plan(), by=scopes.actor_of(request), at=timezone.now())
        return reverse("sessions:batch", args=[pk])

    return form_answer(request, form, page, act)


@signed_in
@require_POST
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Open, begin or finish."""
    found = scopes.run_batch(request, pk)
    if name not in STEPS:
        raise Http404
    operation, done = STEPS[name]
    try:
        operation(batch=found, by=scopes.actor_of(request), at=timezone.now())
        messages.success(request, str(done))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("sessions:batch", pk)


@signed_in
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a batch off, with its sessions to come."""
    found = scopes.run_batch(request, pk)
    form = ReasonForm(request.POST or None)
    page = FormPage(
        title=_("Batalkan angkatan"), submit=_("Batalkan angkatan"), done=_("Angkatan dibatalkan."), lead=found.title,
        trail=scopes.trail(found), note=_("Sesi yang belum selesai ikut dibatalkan."), is_dangerous=True,
    )  # fmt: skip

    def act() -> str:
        reason = form.cleaned_data["reason"]
        cancel_batch(batch=found, reason=reason, by=scopes.actor_of(request), at=timezone.now())
        return reverse("sessions:batch", args=[pk])

    return form_answer(request, form, page, act)
