"""Files to take along: empty templates, the report of a check, the kept copy."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.requests import note_copy_taken, note_report_taken
from pembina.domain.services.intake.queries import findings_of, request_imports_seen_by
from pembina.domain.services.intake.reading import Shape
from pembina.exchange.requests.copying import to_take_along
from pembina.exchange.requests.tasks import content_of
from pembina.exchange.requests.template import request_template, request_template_csv
from pembina.exchange.staff import findings_workbook
from pembina.exchange.staff.kept_files import KeptFileError
from pembina.web.access import requires
from pembina.web.components.formatting import in_language
from pembina.web.uploads.file_words import CSV, WORKBOOK, attached

SHAPES = {"permohonan": Shape.ROWS, "kejadian": Shape.EVENTS}


@requires(Permission.RECORD_SERVICE)
@require_safe
def template(request: HttpRequest, name: str, ending: str) -> HttpResponse:
    """Give an empty file to fill in."""
    if name not in SHAPES or ending not in ("xlsx", "csv"):
        raise Http404
    shape = SHAPES[name]
    if ending == "csv":
        return attached(request_template_csv(shape), CSV, f"templat-{name}.csv")
    return attached(request_template(shape, get_language() or "id"), WORKBOOK, f"templat-{name}.xlsx")


@requires(Permission.RECORD_SERVICE)
@require_POST
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Give what was found, row by row; who took it is written down."""
    actor, now = cast(User, request.user), timezone.now()
    batch = get_object_or_404(request_imports_seen_by(actor, on=timezone.localdate(now)), pk=pk)
    note_report_taken(batch, by=actor, at=now)
    content = findings_workbook(findings_of(batch), language=get_language() or "id")
    return attached(content, WORKBOOK, f"laporan-impor-permohonan-{pk}.xlsx")


@requires(Permission.RECORD_SERVICE)
@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the kept copy after proving that it is unchanged; who took it is written down."""
    actor, now = cast(User, request.user), timezone.now()
    kept = request_imports_seen_by(actor, on=timezone.localdate(now)).exclude(kept_file="")
    batch = get_object_or_404(kept.exclude(state=ImportState.DISCARDED), pk=pk)
    try:
        content = b"".join(to_take_along(content_of(batch)))
    except KeptFileError as refused:
        messages.error(request, f"{in_language(refused.message)} {in_language(refused.remedy)}")
        return redirect("request_imports:batch", pk=pk)
    note_copy_taken(batch, by=actor, at=now)
    return attached(content, CSV, f"salinan-impor-permohonan-{pk}.csv")
