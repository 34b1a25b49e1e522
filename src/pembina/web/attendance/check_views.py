"""A participant checks in on the own phone: by the address in the QR picture, or by typing the code."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.attendance_refusals import NotEnrolledError
from pembina.domain.development.models import Session
from pembina.domain.development.operations.attendance import check_in as put_on_record
from pembina.domain.development.queries.attendance import own_attendance, sessions_attended_by
from pembina.web.access import open_to_all, signed_in
from pembina.web.attendance.forms import CodeForm
from pembina.web.attendance.present import TONES, present_session, record_note
from pembina.web.attendance.sending import is_queue, refused_answer, sending_of, status_of, stored_answer
from pembina.web.components.onward import address_of
from pembina.web.components.refusals import refuse_on

CACHE = "attendance-1"


@signed_in
def check_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the code, or take it. Whoever has no seat is told so, and nothing about the session."""
    actor = cast(User, request.user)
    session = sessions_attended_by(actor).filter(pk=pk).first()
    if session is None:
        return stranger(request)
    if request.method != "POST":
        return asked(request, session, CodeForm(initial={"kode": request.GET.get("kode", "")[:20]}))
    form = CodeForm(request.POST)
    if not form.is_valid():
        return asked(request, session, form)
    told = {"code": form.cleaned_data["kode"], "sending": sending_of(request.POST)}
    try:
        taken = put_on_record(session=session, **told, by=actor, at=timezone.now())
    except RefusedError as refused:
        if is_queue(request):
            return refused_answer(refused)
        refuse_on(form, refused, field="kode")
        return asked(request, session, form, status=status_of(refused))
    if is_queue(request):
        return stored_answer(is_new=taken.is_new)
    messages.success(request, _("Kehadiran Anda tercatat."))
    return redirect("attendance:check_in", pk)


@signed_in
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Give the page that stands in where there is no line: it takes the code and sends it later."""
    context = {"form": CodeForm(), **without_a_line()}
    return render(request, "attendance/offline.html", context)


@open_to_all
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """Give the script that opens the page without a line; browsers allow it over HTTPS only."""
    response = render(request, "attendance/worker.js", without_a_line(), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response


def asked(request: HttpRequest, session: Session, form: CodeForm, *, status: int = 200) -> HttpResponse:
    """Answer with the page, and with what is on record already."""
    kept = own_attendance(session, cast(User, request.user))
    context = {
        "session": present_session(session, trainers="", at=timezone.now()),
        "form": form,
        "kept": kept,
        "tone": TONES.get(kept.status, "") if kept else "",  # type: ignore[call-overload]
        "note": record_note(kept, session) if kept else "",
        **without_a_line(),
        "learning": address_of("learning:index"),
    }
    code = 422 if form.errors and status == 200 else status
    response = render(request, "attendance/check_in.html", context, status=code)
    response.headers["Cache-Control"] = "no-store"
    return response


def without_a_line() -> dict[str, str]:
    """Return the script that opens the page without a line, the page itself, and the store they lie in."""
    return {"worker": reverse("attendance:worker"), "shell": reverse("attendance:offline"), "cache": CACHE}


def stranger(request: HttpRequest) -> HttpResponse:
    refused = NotEnrolledError()
    if is_queue(request):
        return refused_answer(refused)
    return render(request, "attendance/stranger.html", {"refused": refused}, status=404)
