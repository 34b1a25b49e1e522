"""Notes: listed, read, answered."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.performance.operations.feedback import answer_feedback
from pembina.domain.performance.queries.cadence import reads_cadences
from pembina.domain.performance.queries.feedback import (
    notes_about,
    notes_about_led,
    notes_by,
    requests_waiting,
    with_people,
)
from pembina.web.access import signed_in
from pembina.web.access.looking import note_looking
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.feedback.filters import NoteFilters, Whose, whose_of
from pembina.web.feedback.forms import AnswerForm
from pembina.web.feedback.present import note_rows, present_note
from pembina.web.feedback.visiting import actor_of, read_note, received_note, sent, today, trail

ON_A_PAGE = 20


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List what was said to the visitor, by the visitor, and to those whom the visitor leads."""
    actor, on = actor_of(request), today()
    leads = people_decided_by(actor, on=on).exists()
    offered = [Whose.RECEIVED, Whose.GIVEN, *([Whose.STAFF] if leads else [])]
    whose = whose_of(request.GET, offered=offered)
    filters = NoteFilters(request.GET, whose=whose)
    found = filters.narrow(with_people(notes_of(actor, whose)))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": note_rows(page, actor),
        "filters": filters,
        "whose": whose,
        "tabs": tabs(offered, whose),
        "reset": f"{reverse('feedback:index')}?whose={whose}" if filters.is_narrowed else "",
        "waiting": requests_waiting(actor).count(),
        "leads": leads,
        "reads_leaders": reads_cadences(actor, on=on),
    }
    return render(request, "feedback/index.html", context)


@signed_in
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one note; a leader who reads what others wrote leaves a trace."""
    actor, note = actor_of(request), read_note(request, pk)
    if actor.username not in (note.person.nip, note.author.nip):
        note_looking(request, "look_at_feedback", on=note)
    context = {"note": present_note(note, actor, at=timezone.now()), "trail": trail()}
    return render(request, "feedback/show.html", context)


@signed_in
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something to a note about oneself, once."""
    note, form = received_note(request, pk), AnswerForm(sent(request))
    page = FormPage(
        _("Tanggapi umpan balik"), _("Kirim tanggapan"), _("Tanggapan terkirim."), trail(),
        _("Dari %(name)s") % {"name": note.author.titled_name},
        note=_("Sekali saja. Dibaca oleh penulis catatan dan pimpinan Anda."),
    )  # fmt: skip

    def act() -> str:
        answer_feedback(note=note, answer=form.cleaned_data["answer"], by=actor_of(request), at=timezone.now())
        return reverse("feedback:show", args=[pk])

    return form_answer(request, form, page, act)


def notes_of(actor: User, whose: Whose) -> Any:
    if whose is Whose.RECEIVED:
        return notes_about(actor)
    return notes_by(actor) if whose is Whose.GIVEN else notes_about_led(actor, on=today())


def tabs(offered: list[Whose], here: Whose) -> list[dict[str, Any]]:
    address = reverse("feedback:index")
    return [{"label": whose.label, "address": f"{address}?whose={whose}", "here": whose is here} for whose in offered]
