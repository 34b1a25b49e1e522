from typing import Any, cast

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
from pembina.domain.people.intake.queries import imports_seen_by, unfinished_imports
from pembina.exchange.staff.asking import ask_to_undo
from pembina.web.access import requires
from pembina.web.imports.actions import decided
from pembina.web.imports.details import about_the_file, details
from pembina.web.imports.filters import BatchFilters
from pembina.web.imports.forms import NewImportForm
from pembina.web.imports.present import present_batch, present_undo, rows
from pembina.web.imports.upload import begin_import
from pembina.web.imports.wording import STEPS
from pembina.web.uploads.progress import progress

IMPORTS_ON_A_PAGE = 25
OTHERS_TOLD = 3


@requires(Permission.IMPORT_STAFF)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List what was brought in, the latest first."""
    filters = BatchFilters(request.GET)
    found = filters.narrow(imports_seen_by(cast(User, request.user)))
    page = Paginator(found, IMPORTS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "imports/index.html", {"page": page, "rows": rows(page), "filters": filters})


@requires(Permission.IMPORT_STAFF)
def new(request: HttpRequest) -> HttpResponse:
    """Take a file; one that cannot be read is refused here, at its field."""
    actor = cast(User, request.user)
    form = NewImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        batch = begin_import(form, by=actor, at=timezone.now())
        if batch is not None:
            return redirect("imports:batch", pk=batch.pk)
    context = {
        "form": form,
        "steps": STEPS,
        "others": rows(unfinished_imports(actor)[:OTHERS_TOLD]),
        "trail": trail(),
    }
    return render(request, "imports/new.html", context)


@requires(Permission.IMPORT_STAFF)
@require_safe
def batch(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one import: how far it has come, then what it would change. A script asks for the progress only."""
    found = get_object_or_404(imports_seen_by(cast(User, request.user)), pk=pk)
    running = progress(found, at=timezone.now())
    context: dict[str, Any] = {"batch": present_batch(found, running), "progress": running}
    if request.htmx:  # type: ignore[attr-defined]
        if running is None or running.is_stalled:
            return HttpResponse(headers={"HX-Refresh": "true"})
        return render(request, "imports/progress.html", context)
    warnings = about_the_file(found)
    context |= {"trail": trail(), "steps": STEPS, "warnings": warnings}
    if running is None:
        context["details"] = details(found, request.GET, told=len(warnings))
    return render(request, "imports/batch.html", context)


@requires(Permission.IMPORT_STAFF)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what undoing would do and ask; sent back, do it."""
    if request.method == "POST":
        return decided(request, pk, ImportState.UNDONE, lambda batch, by, at: ask_to_undo(batch, by=by, at=at))
    found = get_object_or_404(imports_seen_by(cast(User, request.user)), pk=pk)
    if found.state != ImportState.APPLIED:
        return redirect("imports:batch", pk=pk)
    here = (found.file_name, reverse("imports:batch", args=[pk]))
    return render(request, "imports/undo.html", {"undo": present_undo(found), "trail": [*trail(), here]})


def trail() -> list[tuple[str, str]]:
    """The page above."""
    return [(_("Impor"), reverse("imports:index"))]
