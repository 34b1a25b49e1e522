"""Asking for a seat, answering an offer, giving a place up."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import Enrolment
from pembina.domain.development.operations.enrolments import accept, decline, request_seat, withdraw
from pembina.domain.development.refusals import RefusedError
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.refusals import refuse_on
from pembina.web.learning import scopes
from pembina.web.learning.forms import ReasonForm, RequestForm


@signed_in
def request_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a seat."""
    batch, person = scopes.open_batch(request, pk), scopes.own_person(request)
    form = RequestForm(request.POST or None)
    note = _("Atasan Anda memutuskan.") if batch.needs_approval else _("Anda langsung mendapat kursi bila masih ada.")
    page = FormPage(title=_("Minta kursi"), lead=batch.title, submit=_("Minta kursi"), done="", trail=scopes.trail(),
                    note=note)  # fmt: skip

    def act() -> str:
        by, wish = scopes.actor_of(request), form.cleaned_data["wish"]
        made = request_seat(batch=batch, person=person, by=by, at=timezone.now(), wish=wish)
        messages.success(request, told_of(made))
        return reverse("learning:offer", args=[pk])

    return form_answer(request, form, page, act)


@signed_in
@require_POST
def accept_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Say yes."""
    place = scopes.own_place(request, pk)
    try:
        messages.success(request, told_of(accept(enrolment=place, by=scopes.actor_of(request), at=timezone.now())))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("learning:offer", place.batch_id)


@signed_in
def decline_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Say no, with a reason."""
    return with_reason(request, pk, decline, _("Tidak bersedia"), _("Jawaban Anda tercatat."))


@signed_in
def withdraw_one(request: HttpRequest, pk: int) -> HttpResponse:
    """Give up a place, with a reason; the seat goes to whoever waits."""
    return with_reason(request, pk, withdraw, _("Mengundurkan diri"), _("Anda mengundurkan diri."))


def with_reason(request: HttpRequest, pk: int, act_on: Callable[..., Any], title: str, done: str) -> HttpResponse:
    place, form = scopes.own_place(request, pk), ReasonForm(request.POST or None)
    page = FormPage(
        title=title, lead=place.batch.title, submit=title, done=done, trail=scopes.trail(), is_dangerous=True
    )

    def act() -> str:
        reason, by = form.cleaned_data["reason"], scopes.actor_of(request)
        act_on(enrolment=place, reason=reason, by=by, at=timezone.now())
        return reverse("learning:offer", args=[place.batch_id])

    return form_answer(request, form, page, act)


def told_of(place: Enrolment) -> str:
    """Say what became of a place."""
    return {
        EnrolmentState.ENROLLED: _("Anda mendapat kursi."),
        EnrolmentState.WAITING: _("Kursi penuh; Anda masuk daftar tunggu dan naik sendiri bila ada yang kosong."),
        EnrolmentState.REQUESTED: _("Permintaan Anda menunggu persetujuan atasan."),
    }.get(EnrolmentState(place.state), str(place.get_state_display()))
