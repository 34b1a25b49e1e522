"""Enrolling many by a filter: for whom, a look at who and who not, applied by a worker, taken back."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.development.enrolling import enrol_in_bulk
from pembina.domain.development.enums import BulkEnrolmentState
from pembina.domain.development.models import BulkEnrolment
from pembina.domain.development.operations.bulk_enrolments import (
    ask_for_bulk_enrolment,
    describe_bulk_enrolment,
    is_stalled,
    preview_of,
    undo_bulk_enrolment,
)
from pembina.domain.development.permissions import batches_run_by
from pembina.domain.development.population import Population
from pembina.domain.development.refusals import RefusedError
from pembina.web.access import signed_in
from pembina.web.choosing.formpage import FormPage, form_answer
from pembina.web.components.formatting import number
from pembina.web.components.refusals import refuse_on
from pembina.web.sessions import scopes
from pembina.web.sessions.forms import BulkForm
from pembina.web.sessions.present_bulk import people_of_preview, present_bulk

ON_A_PAGE = 50


@signed_in
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Say for whom; nobody is enrolled yet."""
    batch = scopes.run_batch(request, pk)
    data = request.POST or None
    form = BulkForm(data, programme=batch.programme, on=timezone.localdate())
    page = FormPage(
        title=_("Daftarkan menurut saringan"), lead=batch.title, submit=_("Lihat siapa saja"), done="",
        trail=scopes.trail(batch), note=_("Belum ada yang didaftarkan; Anda melihat daftarnya dahulu."),
    )  # fmt: skip

    def act() -> str:
        by, at = scopes.actor_of(request), timezone.now()
        made = describe_bulk_enrolment(batch=batch, population=form.population(), by=by, at=at)
        return reverse("sessions:bulk", args=[made.pk])

    return form_answer(request, form, page, act)


@signed_in
@require_safe
def bulk(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one: who would be enrolled and who not, how far it has come, or what came of it."""
    found, at = run_bulk(request, pk), timezone.now()
    stalled = is_stalled(found, at=at)
    if request.htmx:  # type: ignore[attr-defined]
        if not found.is_running or stalled:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "sessions/bulk_progress.html", {"bulk": present_bulk(found, None, at=at)})
    shown = found.state in (BulkEnrolmentState.DRAFT, BulkEnrolmentState.FAILED)
    preview = preview_of(found.batch, Population.of(found.population), at=at) if shown else None
    context: dict[str, Any] = {"bulk": present_bulk(found, preview, at=at), "trail": scopes.trail(found.batch)}
    if preview is not None:
        page = Paginator(preview.meant, ON_A_PAGE).get_page(request.GET.get("page"))
        context |= {"page": page, "people": people_of_preview(page, preview, on=timezone.localdate())}
    return render(request, "sessions/bulk.html", context)


@signed_in
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a worker enrol them."""
    found = run_bulk(request, pk)
    try:
        ask_for_bulk_enrolment(
            bulk=found, by=scopes.actor_of(request), at=timezone.now(), enqueue=enrol_in_bulk.enqueue
        )
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("sessions:bulk", pk)


@signed_in
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take out whoever came in by it and has done nothing since."""
    found = run_bulk(request, pk)
    try:
        stay = undo_bulk_enrolment(bulk=found, by=scopes.actor_of(request), at=timezone.now())
        told = _("Diurungkan; %(n)s orang tetap karena sudah menjawab, mundur, atau hadir.") % {"n": number(stay)}
        messages.success(request, told if stay else _("Pendaftaran ini diurungkan."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("sessions:bulk", pk)


def run_bulk(request: HttpRequest, pk: int) -> BulkEnrolment:
    """Return a bulk enrolment of a batch that the visitor organises."""
    run = batches_run_by(scopes.actor_of(request), on=timezone.localdate()).values("pk")
    found = BulkEnrolment.objects.filter(batch__in=run).select_related("batch__programme", "by")
    return get_object_or_404(found, pk=pk)
