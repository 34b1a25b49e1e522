"""Participants: let in by the organiser, taken out or moved together after a look, and taken along as a workbook."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from pembina.domain.development.enums import BatchState, EnrolmentState
from pembina.domain.development.models import Batch, Enrolment
from pembina.domain.development.operations.enrolments import appoint
from pembina.domain.development.operations.exports import note_participants_export
from pembina.domain.development.operations.moves import LeftBehind, move_participants, withdraw_participants
from pembina.domain.development.permissions import batches_run_by
from pembina.domain.development.queries.batches import participants_of
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.formatting import in_language, number
from pembina.web.sessions import scopes
from pembina.web.sessions.filters import ParticipantFilters
from pembina.web.sessions.forms import AppointForm, LeaveForm, MoveForm
from pembina.web.sessions.workbook import participants_workbook

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_AT_ONCE = 1_000
NAMES_SHOWN = 30
MOVABLE = (EnrolmentState.ENROLLED, EnrolmentState.WAITING)
LEAVING = (*MOVABLE, EnrolmentState.OFFERED, EnrolmentState.REQUESTED)


@signed_in
def appoint_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody in as the organiser."""
    batch, actor = scopes.run_batch(request, pk), scopes.actor_of(request)
    form = AppointForm(request.POST or None, actor=actor, on=timezone.localdate())
    note = _("Pegawai diminta menjawab dahulu.") if batch.needs_approval else _("Pegawai langsung mendapat kursi.")
    page = FormPage(title=_("Tugaskan peserta"), lead=batch.title, submit=_("Tugaskan"), done=_("Peserta ditugaskan."),
                    trail=scopes.trail(batch), note=note)  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        appoint(batch=batch, person=said["person"], cover_reason=said["cover_reason"], by=actor, at=timezone.now())
        return reverse("sessions:batch", args=[pk])

    return form_answer(request, form, page, act)


@signed_in
@require_POST
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the list with its filters as a workbook, and write down who took it."""
    batch, on = scopes.run_batch(request, pk), timezone.localdate()
    filters = ParticipantFilters(request.GET)
    people = filters.narrow(participants_of(batch, scopes.actor_of(request), on=on))
    by, count = scopes.actor_of(request), people.order_by().count()
    note_participants_export(batch=batch, people=count, filters=filters.query, by=by, at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="peserta-{pk}-{on.isoformat()}.xlsx"'}
    return HttpResponse(participants_workbook(people, zone=batch.zone), content_type=WORKBOOK, headers=headers)


@signed_in
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the chosen ones out, with a reason."""
    batch = scopes.run_batch(request, pk)
    chosen, form = chosen_in(request, batch, LEAVING), LeaveForm(request.POST or None)

    def act() -> list[LeftBehind]:
        reason, by = form.cleaned_data["reason"], scopes.actor_of(request)
        return withdraw_participants(enrolments=list(chosen), reason=reason, by=by, at=timezone.now())

    return together(request, batch, chosen, form, _("Keluarkan peserta"), act)


@signed_in
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move the chosen ones to another batch of the programme."""
    batch, by = scopes.run_batch(request, pk), scopes.actor_of(request)
    run = batches_run_by(by, on=timezone.localdate()).filter(programme=batch.programme).exclude(pk=pk)
    to = run.filter(state__in=(BatchState.OPEN, BatchState.RUNNING)).order_by("title", "pk")
    chosen, form = chosen_in(request, batch, MOVABLE), MoveForm(request.POST or None, to=to)

    def act() -> list[LeftBehind]:
        said = form.cleaned_data
        return move_participants(
            enrolments=list(chosen), to=said["to"], reason=said["reason"], by=by, at=timezone.now()
        )

    return together(request, batch, chosen, form, _("Pindahkan peserta"), act)


def together(
    request: HttpRequest, batch: Batch, chosen: QuerySet[Enrolment], form: forms.Form, title: str,
    act: Callable[[], list[LeftBehind]],
) -> HttpResponse:  # fmt: skip
    """Ask about several at once with their names, do it, and say who stays and why."""
    count = chosen.count()
    names = [one.person.titled_name for one in chosen[:NAMES_SHOWN]]
    more = [_("dan %(n)s lainnya") % {"n": number(count - NAMES_SHOWN)}] if count > NAMES_SHOWN else []
    words = ngettext("%(n)s peserta dipilih", "%(n)s peserta dipilih", count) % {"n": number(count)}
    page = FormPage(
        title=title, lead=batch.title, submit=title, done="", trail=scopes.trail(batch), is_dangerous=True,
        now=[(words, ", ".join([*names, *more]) or _("Pilih dahulu peserta pada halaman angkatan."))],
    )  # fmt: skip

    def act_and_tell() -> str:
        stayed = act()
        done = count - len(stayed)
        messages.success(request, _("%(title)s: %(n)s selesai.") % {"title": title, "n": number(done)})
        for one in stayed[:NAMES_SHOWN]:
            messages.warning(request, f"{one.name}: {in_language(one.because)}")
        return reverse("sessions:batch", args=[batch.pk])

    return form_answer(request, form, page, act_and_tell)


def chosen_in(request: HttpRequest, batch: Batch, states: tuple[EnrolmentState, ...]) -> QuerySet[Enrolment]:
    """Return the participants that the address names, or all that match its filters; only those in `states`."""
    people = participants_of(batch, scopes.actor_of(request), on=timezone.localdate()).filter(state__in=states)
    if request.GET.get("semua"):
        people = ParticipantFilters(request.GET).narrow(people)
    else:
        written = [one for one in request.GET.getlist("peserta") if one.isascii() and one.isdigit() and len(one) < 19]
        people = people.filter(pk__in=written[:MOST_AT_ONCE])
    return people.order_by("person__name", "pk")
