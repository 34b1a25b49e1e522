"""Asking for feedback, and answering who asks."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.performance.operations.feedback import ask_for_feedback, decline_feedback
from pembina.domain.performance.queries.feedback import requests_read_by, requests_waiting
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.feedback.forms import AskForm, DeclineForm
from pembina.web.feedback.present import request_rows
from pembina.web.feedback.visiting import actor_of, sent, today, trail
from pembina.web.feedback.writing_views import writing

ON_A_PAGE = 20


@signed_in
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """List who asked the visitor and whom the visitor asked, what waits first."""
    actor = actor_of(request)
    page = Paginator(requests_read_by(actor), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": request_rows(page, actor), "trail": trail()}
    return render(request, "feedback/requests.html", context)


@signed_in
def ask(request: HttpRequest) -> HttpResponse:
    """Ask somebody for feedback on a matter."""
    form = AskForm(sent(request), actor=actor_of(request), on=today())
    page = FormPage(
        _("Minta umpan balik"), _("Kirim permintaan"), _("Permintaan terkirim."),
        trail((_("Permintaan"), reverse("feedback:requests"))),
        _("Boleh diminta kapan saja; yang diminta menjawab, atau menolak dengan alasan."),
    )  # fmt: skip

    def act() -> str:
        told = form.cleaned_data
        ask_for_feedback(asked=told["asked"], matter=told["matter"], by=actor_of(request), at=timezone.now())
        return reverse("feedback:requests")

    return form_answer(request, form, page, act)


@signed_in
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the note that somebody has asked for."""
    asked = get_object_or_404(requests_waiting(actor_of(request)), pk=pk)
    return writing(request, asked.asker, asked=asked)


@signed_in
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Say no with a word."""
    asked, form = get_object_or_404(requests_waiting(actor_of(request)), pk=pk), DeclineForm(sent(request))
    page = FormPage(
        _("Tolak permintaan"), _("Tolak"), _("Permintaan ditolak."),
        trail((_("Permintaan"), reverse("feedback:requests"))), f"{asked.asker.titled_name}: {asked.matter}",
    )  # fmt: skip

    def act() -> str:
        decline_feedback(request=asked, word=form.cleaned_data["word"], by=actor_of(request), at=timezone.now())
        return reverse("feedback:requests")

    return form_answer(request, form, page, act)
