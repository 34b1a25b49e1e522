from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import ImportState
from pembina.domain.people.refusals import RefusedError
from pembina.domain.services.intake.queries import request_imports_seen_by, services_to_record
from pembina.domain.services.intake.receiving import MAY_BE_READ_ANEW
from pembina.exchange.requests.asking import ask_to_check, ask_to_undo
from pembina.web.access import requires
from pembina.web.components.formatting import in_language
from pembina.web.request_imports.actions import decided
from pembina.web.request_imports.details import details
from pembina.web.request_imports.filters import RequestImportFilters
from pembina.web.request_imports.forms import NewRequestImportForm, ReadingForm
from pembina.web.request_imports.present import examples, present_batch, present_undo, rows
from pembina.web.request_imports.upload import begin_import, look_again
from pembina.web.request_imports.wording import STEPS
from pembina.web.uploads.progress import progress

IMPORTS_ON_A_PAGE = 25


@requires(Permission.RECORD_SERVICE)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List what was brought in, the latest first."""
    filters = RequestImportFilters(request.GET)
    found = filters.narrow(request_imports_seen_by(cast(User, request.user), on=timezone.localdate()))
    page = Paginator(found, IMPORTS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "request_imports/index.html", {"page": page, "rows": rows(page), "filters": filters})


@requires(Permission.RECORD_SERVICE)
def new(request: HttpRequest) -> HttpResponse:
    """Take a file; one that cannot be read is refused here, at its field."""
    form = NewRequestImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        batch = begin_import(form, by=cast(User, request.user), at=timezone.now())
        if batch is not None:
            return redirect("request_imports:reading", pk=batch.pk)
    context = {"form": form, "steps": STEPS, "trail": trail()}
    return render(request, "request_imports/new.html", context)


@requires(Permission.RECORD_SERVICE)
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """Show how the file would be read and let it be corrected; then it is checked."""
    actor, today = cast(User, request.user), timezone.localdate()
    found = get_object_or_404(request_imports_seen_by(actor, on=today), pk=pk)
    if found.state not in MAY_BE_READ_ANEW:
        return redirect("request_imports:batch", pk=pk)
    form = ReadingForm(found, list(services_to_record(actor, on=today)), request.POST or None)
    if request.method == "POST" and form.is_valid():
        again = "again" in request.POST
        try:
            if again:
                look_again(found, form.reading)
            else:
                ask_to_check(found, reading=form.reading, by=actor, at=timezone.now())
        except RefusedError as refused:
            messages.error(request, f"{in_language(refused.message)} {in_language(refused.remedy)}")
        return redirect("request_imports:reading" if again else "request_imports:batch", pk=pk)
    here = (found.file_name, reverse("request_imports:batch", args=[pk]))
    context = {"form": form, "batch": found, "steps": STEPS, "examples": examples(found), "trail": [*trail(), here]}
    return render(request, "request_imports/reading.html", context)


@requires(Permission.RECORD_SERVICE)
@require_safe
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one import: how far it has come, then what it would change. A script asks for the progress only."""
    found = get_object_or_404(request_imports_seen_by(cast(User, request.user), on=timezone.localdate()), pk=pk)
    if found.state == ImportState.WAITING:
        return redirect("request_imports:reading", pk=pk)
    running = progress(found, at=timezone.now())
    context: dict[str, Any] = {"batch": present_batch(found, running), "progress": running}
    if request.htmx:  # type: ignore[attr-defined]
        if running is None or running.is_stalled:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "request_imports/progress.html", context)
    context |= {"trail": trail(), "steps": STEPS}
    if running is None:
        context["details"] = details(found, request.GET)
    return render(request, "request_imports/batch.html", context)


@requires(Permission.RECORD_SERVICE)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what undoing would do and ask; sent back, do it."""
    if request.method == "POST":
        return decided(request, pk, ImportState.UNDONE, lambda batch, by, at: ask_to_undo(batch, by=by, at=at))
    found = get_object_or_404(request_imports_seen_by(cast(User, request.user), on=timezone.localdate()), pk=pk)
    if found.state != ImportState.APPLIED:
        return redirect("request_imports:batch", pk=pk)
    here = (found.file_name, reverse("request_imports:batch", args=[pk]))
    return render(request, "request_imports/undo.html", {"undo": present_undo(found), "trail": [*trail(), here]})


def trail() -> list[tuple[str, str]]:
    """The page above."""
    return [(_("Impor permohonan"), reverse("request_imports:index"))]
