"""What anybody does without an account: write, and follow with the code."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from pembina.core.rules.complaint_deadlines import contact_retention
from pembina.domain.access.floods import FloodError
from pembina.domain.services.complaint_refusals import RefusedError
from pembina.domain.services.models import Complaint
from pembina.domain.services.operations.complaints import (
    complaint_of_code,
    judge_answer,
    reopen_complaint,
    submit_complaint,
    write_back,
)
from pembina.web.access import open_to_all
from pembina.web.access.address import client_address
from pembina.web.complaints.present_public import explained, present_followed
from pembina.web.complaints.public_forms import CodeForm, ComplaintForm, ReopenForm, WriteForm
from pembina.web.complaints.targets import target_named
from pembina.web.components.refusals import refuse_on

FOLLOWED = "complaint_followed"
UNPROCESSABLE, TOO_MANY = 422, 429


@open_to_all
@never_cache
def write(request: HttpRequest) -> HttpResponse:
    """Ask what somebody has to say; then show the follow-up code, once."""
    on = timezone.localdate()
    named = target_named(service=request.GET.get("layanan", ""), unit=request.GET.get("unit", ""), on=on)
    form = ComplaintForm(request.POST or None, on=on, named=named)
    status = 200
    if form.is_bound:
        status = UNPROCESSABLE
        if form.is_valid() and form.chosen:
            try:
                sent = submit_complaint(submission=form.submission(form.chosen), token=form.token, **whence(request))
                context = {"code": sent.code, "complaint": sent.complaint, "clock": explained(sent.complaint, on=on)}
                return render(request, "complaints/sent.html", context)
            except RefusedError as refused:
                refuse_on(form, refused)
                status = status_of(refused)
    context = {"form": form, "kept_days": contact_retention(on=on).days}
    return render(request, "complaints/write.html", context, status=status)


@open_to_all
@never_cache
def follow(request: HttpRequest) -> HttpResponse:
    """Ask for the code; the browser then keeps which complaint it opens, not the code."""
    form, status = CodeForm(request.POST or None), 200
    if form.is_bound:
        status = UNPROCESSABLE
        if form.is_valid():
            try:
                found = complaint_of_code(code=form.cleaned_data["code"], **whence(request))
                request.session[FOLLOWED] = found.pk
                return redirect("complaints:followed")
            except RefusedError as refused:
                refuse_on(form, refused, field="code")
                status = status_of(refused)
    return render(request, "complaints/follow.html", {"form": form}, status=status)


@open_to_all
@never_cache
@require_safe
def followed(request: HttpRequest) -> HttpResponse:
    """Show how the complaint stands whose code was given in this browser."""
    complaint = complaint_followed(request)
    return show(request, complaint) if complaint else redirect("complaints:follow")


@open_to_all
@never_cache
@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Add something while the complaint is open."""
    complaint, form = complaint_followed(request), WriteForm(request.POST)
    if complaint is None:
        return redirect("complaints:follow")
    if form.is_valid():
        try:
            write_back(complaint=complaint, text=form.cleaned_data["text"], **whence(request))
        except FloodError as refused:
            refuse_on(form, refused)
            return show(request, complaint, writing=form, status=TOO_MANY)
        except RefusedError as refused:
            refuse_on(request, refused)
        return redirect("complaints:followed")
    return show(request, complaint, writing=form, status=UNPROCESSABLE)


@open_to_all
@never_cache
@require_POST
def reopen(request: HttpRequest) -> HttpResponse:
    """Contradict the answer, once."""
    complaint, form = complaint_followed(request), ReopenForm(request.POST, prefix="reopen")
    if complaint is None:
        return redirect("complaints:follow")
    if form.is_valid():
        try:
            reopen_complaint(complaint=complaint, reason=form.cleaned_data["text"], at=timezone.now())
        except RefusedError as refused:
            refuse_on(request, refused)
        return redirect("complaints:followed")
    return show(request, complaint, reopening=form, status=UNPROCESSABLE)


@open_to_all
@never_cache
@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """Say whether the answer satisfied."""
    complaint = complaint_followed(request)
    if complaint is None:
        return redirect("complaints:follow")
    if request.POST.get("satisfied") in ("yes", "no"):
        try:
            judge_answer(complaint=complaint, satisfied=request.POST["satisfied"] == "yes", at=timezone.now())
        except RefusedError as refused:
            refuse_on(request, refused)
    return redirect("complaints:followed")


@open_to_all
@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Let this browser forget which complaint it followed: it may be everybody's."""
    request.session.pop(FOLLOWED, None)
    return redirect("complaints:follow")


def show(
    request: HttpRequest,
    complaint: Complaint,
    *,
    writing: WriteForm | None = None,
    reopening: ReopenForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "page": present_followed(complaint, on=timezone.localdate()),
        "writing": writing or WriteForm(),
        "reopening": reopening or ReopenForm(prefix="reopen"),
    }
    return render(request, "complaints/followed.html", context, status=status)


def complaint_followed(request: HttpRequest) -> Complaint | None:
    """Return the complaint whose code was given in this session."""
    found = Complaint.objects.filter(pk=request.session.get(FOLLOWED, 0)).select_related("unit", "service")
    return found.prefetch_related("steps__unit", "messages").first()


def whence(request: HttpRequest) -> dict[str, Any]:
    """Return when and where from somebody writes; a browser is known by the secret of its forms."""
    device = str(request.META.get("CSRF_COOKIE", ""))
    return {"device": device, "address": client_address(request), "at": timezone.now()}


def status_of(refused: RefusedError) -> int:
    return TOO_MANY if isinstance(refused, FloodError) else UNPROCESSABLE
