"""Files to take along: empty templates, the report of a check, the kept copy."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.queries import findings_of, imports_seen_by
from pembina.domain.people.intake.requests import note_copy_taken, note_report_taken
from pembina.exchange.staff import (
    findings_workbook,
    staff_template,
    staff_template_csv,
    unit_template,
    unit_template_csv,
)
from pembina.exchange.staff.kept_files import KeptFile, KeptFileError, kept_content
from pembina.web.access import requires
from pembina.web.components.formatting import in_language
from pembina.web.uploads.file_words import CSV, WORKBOOK, attached

TEMPLATES: dict[tuple[str, str], tuple[Callable[[], bytes], str]] = {
    ("pegawai", "xlsx"): (staff_template, WORKBOOK),
    ("pegawai", "csv"): (staff_template_csv, CSV),
    ("unit-kerja", "xlsx"): (unit_template, WORKBOOK),
    ("unit-kerja", "csv"): (unit_template_csv, CSV),
}


@requires(Permission.IMPORT_STAFF)
@require_safe
def template(request: HttpRequest, name: str, ending: str) -> HttpResponse:
    """Give an empty file to fill in."""
    if (name, ending) not in TEMPLATES:
        raise Http404
    write, kind = TEMPLATES[name, ending]
    return attached(write(), kind, f"templat-{name}.{ending}")


@requires(Permission.IMPORT_STAFF)
@require_POST
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Give what was found, row by row; who took it is written down."""
    actor = cast(User, request.user)
    batch = get_object_or_404(imports_seen_by(actor), pk=pk)
    note_report_taken(batch, by=actor, at=timezone.now())
    content = findings_workbook(findings_of(batch), language=get_language() or "id")
    return attached(content, WORKBOOK, f"laporan-impor-{pk}.xlsx")


@requires(Permission.IMPORT_STAFF)
@require_POST
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the kept copy after proving that it is unchanged; who took it is written down."""
    actor = cast(User, request.user)
    batch = get_object_or_404(imports_seen_by(actor).exclude(kept_file="").exclude(state=ImportState.DISCARDED), pk=pk)
    try:
        content = kept_content(KeptFile(batch.kept_file, batch.kept_sha256), home=settings.PEMBINA_HOME)
    except KeptFileError as refused:
        messages.error(request, f"{in_language(refused.message)} {in_language(refused.remedy)}")
        return redirect("imports:batch", pk=pk)
    note_copy_taken(batch, by=actor, at=timezone.now())
    return attached(content, WORKBOOK, f"salinan-impor-{pk}.xlsx")
