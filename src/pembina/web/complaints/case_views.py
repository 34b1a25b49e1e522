"""One complaint at the desk of an officer."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.services.complaint_refusals import RefusedError
from pembina.domain.services.models import Complaint, ComplaintContact
from pembina.domain.services.operations.complaint_contacts import open_contact
from pembina.domain.services.operations.complaint_handling import (
    assign_complaint,
    decline_complaint,
    forward_complaint,
    note_on_complaint,
    reply_to_complaint,
    take_over_complaint,
    triage_complaint,
)
from pembina.domain.services.queries.complaints import complaints_reached_by, with_names
from pembina.web.access import requires
from pembina.web.access.address import client_address
from pembina.web.choosing import chosen_in
from pembina.web.complaints.handling_forms import (
    AssignForm,
    DeclineForm,
    ForwardForm,
    NoteForm,
    ReplyForm,
    TriageForm,
)
from pembina.web.complaints.present_case import contact_facts, present_case
from pembina.web.complaints.present_publication import present_publication
from pembina.web.components.refusals import refuse_on


@requires(Permission.ANSWER_COMPLAINTS)
@never_cache
@require_safe
def case(request: HttpRequest, pk: int) -> HttpResponse:
    return show(request, complaint_in_reach(request, pk))


@requires(Permission.ANSWER_COMPLAINTS)
@never_cache
@require_POST
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Show who wrote to the officer who handles it, and have it written down."""
    complaint, actor = complaint_in_reach(request, pk), cast(User, request.user)
    try:
        opened = open_contact(complaint=complaint, by=actor, at=timezone.now(), address=client_address(request))
    except RefusedError as refused:
        refuse_on(request, refused)
        return redirect("complaints:case", pk)
    return show(request, complaint, opened=opened)


@requires(Permission.ANSWER_COMPLAINTS)
@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    complaint, actor = complaint_in_reach(request, pk), cast(User, request.user)
    try:
        take_over_complaint(complaint=complaint, by=actor, at=timezone.now())
        messages.success(request, _("Pengaduan ini sekarang tugas Anda."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("complaints:case", pk)


@requires(Permission.ANSWER_COMPLAINTS)
def triage(request: HttpRequest, pk: int) -> HttpResponse:
    """Sort: each severity shows the day that would follow."""
    complaint = complaint_in_reach(request, pk)
    form = TriageForm(request.POST or None, complaint=complaint, on=timezone.localdate())

    def act(**who: Any) -> None:
        triage_complaint(complaint=complaint, triage=form.triage(), **who)

    return answer(request, complaint, form, act, title=_("Pilah pengaduan"), submit=_("Simpan"), done=_("Dipilah."))


@requires(Permission.ANSWER_COMPLAINTS)
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it to another officer who reaches the unit."""
    complaint = complaint_in_reach(request, pk)
    form = AssignForm(request.POST or None, complaint=complaint, on=timezone.localdate())

    def act(**who: Any) -> None:
        assign_complaint(complaint=complaint, to=form.cleaned_data["officer"], **who)

    words = {"title": _("Tugaskan petugas"), "submit": _("Tugaskan"), "done": _("Petugas ditugaskan.")}
    return answer(request, complaint, form, act, **words)


@requires(Permission.ANSWER_COMPLAINTS)
def forward(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand it to another unit; it may then be out of one's own reach."""
    complaint = complaint_in_reach(request, pk)
    form = ForwardForm(request.POST or None, complaint=complaint, on=timezone.localdate())

    def act(**who: Any) -> None:
        forward_complaint(
            complaint=complaint, unit=form.cleaned_data["unit"], reason=form.cleaned_data["reason"], **who
        )

    words = {"title": _("Teruskan ke unit lain"), "submit": _("Teruskan"), "done": _("Pengaduan diteruskan.")}
    return answer(request, complaint, form, act, **words)


@requires(Permission.ANSWER_COMPLAINTS)
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """End what this government cannot handle, with the reason."""
    complaint, form = complaint_in_reach(request, pk), DeclineForm(request.POST or None)

    def act(**who: Any) -> None:
        decline_complaint(complaint=complaint, reason=form.cleaned_data["text"], **who)

    words = {"title": _("Tidak dapat ditangani"), "submit": _("Akhiri dengan alasan ini"), "done": _("Diakhiri.")}
    return answer(request, complaint, form, act, **words)


@requires(Permission.ANSWER_COMPLAINTS)
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    complaint, form = complaint_in_reach(request, pk), NoteForm(request.POST, auto_id="id_note_%s")
    if not form.is_valid():
        return show(request, complaint, noting=form, status=422)
    actor = cast(User, request.user)
    note_on_complaint(complaint=complaint, text=form.cleaned_data["text"], by=actor, at=timezone.now())
    return redirect("complaints:case", pk)


@requires(Permission.ANSWER_COMPLAINTS)
@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a reply as the citizen will read it; send it once confirmed, go back to change it."""
    complaint, form = complaint_in_reach(request, pk), ReplyForm(request.POST)
    if not form.is_valid() or "change" in request.POST:
        return show(request, complaint, replying=form, status=200 if form.is_valid() else 422)
    if "confirm" not in request.POST:
        context = {"form": form, "complaint": complaint, "is_final": form.cleaned_data["is_final"] == "yes"}
        return render(request, "complaints/reply.html", context | {"trail": trail(complaint)})
    is_final = form.cleaned_data["is_final"] == "yes"
    who: dict[str, Any] = {"by": cast(User, request.user), "at": timezone.now()}
    try:
        reply_to_complaint(complaint=complaint, text=form.cleaned_data["text"], is_final=is_final, **who)
        messages.success(request, _("Jawaban terkirim.") if is_final else _("Kabar terkirim."))
        return redirect("complaints:case", pk)
    except RefusedError as refused:
        refuse_on(form, refused)
    return show(request, complaint, replying=form, status=422)


def complaint_in_reach(request: HttpRequest, pk: int) -> Complaint:
    """Return a complaint about a unit in which the visitor handles them; others do not exist."""
    reached = complaints_reached_by(cast(User, request.user), on=timezone.localdate())
    named = with_names(reached).prefetch_related("steps__unit", "steps__by", "messages__by")
    return get_object_or_404(named, pk=pk)


def show(
    request: HttpRequest,
    complaint: Complaint,
    *,
    opened: ComplaintContact | None = None,
    replying: ReplyForm | None = None,
    noting: NoteForm | None = None,
    status: int = 200,
) -> HttpResponse:
    actor = cast(User, request.user)
    context = {
        "page": present_case(complaint, actor=actor, on=timezone.localdate()),
        "pk": complaint.pk,
        "contact": contact_facts(opened) if opened else None,
        "publication": present_publication(complaint, actor=actor),
        "replying": replying or ReplyForm(),
        "noting": noting or NoteForm(auto_id="id_note_%s"),
        "trail": trail(),
    }
    return render(request, "complaints/case.html", context, status=status)


def answer(
    request: HttpRequest, complaint: Complaint, form: forms.Form, act: Callable[..., None], **words: str
) -> HttpResponse:
    """Answer with the form, or do it and go back to the complaint, or to the queue where it is out of reach then."""
    searching = bool(chosen_in(request))
    if form.is_bound and not searching and form.is_valid():
        actor = cast(User, request.user)
        try:
            act(by=actor, at=timezone.now())
            messages.success(request, words["done"])
            still = complaints_reached_by(actor, on=timezone.localdate()).filter(pk=complaint.pk).exists()
            return redirect("complaints:case", complaint.pk) if still else redirect("complaints:queue")
        except RefusedError as refused:
            refuse_on(form, refused)
    choosers = set(getattr(form, "choosers", ()))
    parts = [
        {"chooser": form.chooser(name)} if name in choosers else {"field": form[name]}  # type: ignore[attr-defined]
        for name in form.fields
        if not name.endswith("_q")
    ]
    context = {"form": form, "parts": parts, "words": words, "complaint": complaint, "trail": trail(complaint)}
    status = 422 if form.is_bound and not searching else 200
    return render(request, "complaints/form.html", context | {"searching": searching}, status=status)


def trail(complaint: Complaint | None = None) -> list[tuple[str, str]]:
    here = [(complaint.number, reverse("complaints:case", args=[complaint.pk]))] if complaint else []
    return [(_("Pengaduan masuk"), reverse("complaints:queue")), *here]
