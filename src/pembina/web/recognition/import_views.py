"""Checks and medals from a file: looked at, applied, taken back. The file is not kept."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.career.operations.record_imports import import_records, undo_import_records
from pembina.domain.career.queries.record_imports import kept_by_number, record_imports_open_to
from pembina.domain.career.record_plan import plan_records
from pembina.exchange.bounded import ComputationStoppedError
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.service_records import read_records, records_template
from pembina.exchange.service_records.taking import findings_of, refused_in, taken_from
from pembina.exchange.tables import UnreadableFileError
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.recognition.import_plan import REPORT, carried, import_rows, plan_page, uncarried
from pembina.web.recognition.visiting import Trail, actor_of, today, trail
from pembina.web.uploads import BrokenSealError, TableFileField
from pembina.web.uploads.file_words import WORKBOOK, attached
from pembina.web.uploads.findings import carried_report, report_workbook

MOST_IMPORTS = 20


class FileForm(forms.Form):
    file = TableFileField()


@requires(Permission.MANAGE_STAFF)
def bring_in(request: HttpRequest) -> HttpResponse:
    """Ask for a file, and show what it would do; nothing is written."""
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        try:
            return _look(request, form.cleaned_data["file"])
        except (UnreadableFileError, ComputationStoppedError) as refused:
            refuse_on(form, refused, field="file")
    imports = record_imports_open_to(actor_of(request), on=today())[:MOST_IMPORTS]
    context = {"form": form, "imports": import_rows(imports), "trail": _trail()[:-1]}
    return render(request, "recognition/import.html", context, status=422 if form.is_bound else 200)


def _look(request: HttpRequest, given: Any) -> HttpResponse:
    actor, on = actor_of(request), today()
    known = kept_by_number(actor, on=on)
    file = read_within_limits(read_records, given.read(), name=given.name, known=known, on=on)
    rows = taken_from(file)
    plan = plan_records(rows, by=actor, on=on)
    findings = findings_of(file, plan)
    shown = plan_page(file, plan, findings)
    context = {
        "plan": shown,
        "carried": carried(file, rows, refused_in(file.findings)) if shown.may_apply else "",
        "report": carried_report(file.name, findings, purpose=REPORT) if findings else "",
        "trail": _trail(),
    }
    return render(request, "recognition/import_look.html", context)


@requires(Permission.MANAGE_STAFF)
@require_POST
def apply(request: HttpRequest) -> HttpResponse:
    """Bring in what was looked at, as far as it still says something new."""
    try:
        told, rows = uncarried(request.POST.get("carried", ""))
        batch = import_records(
            rows=rows, refused=told["refused"], file_name=told["name"], sha256=told["sha256"], by=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip
    except BrokenSealError:
        messages.error(request, _("Pemeriksaan berkasnya sudah terlalu lama. Unggah lagi berkasnya."))
    except RefusedError as refused:
        refuse_on(request, refused)
    else:
        count = batch.added + batch.changed
        text = ngettext("%(count)d catatan ditulis.", "%(count)d catatan ditulis.", count)
        messages.success(request, text % {"count": count})
    return redirect("recognition:import")


@requires(Permission.MANAGE_STAFF)
@require_POST
def report(request: HttpRequest) -> HttpResponse:
    """Give all findings of the file that was looked at as a workbook."""
    try:
        content = report_workbook(request.POST.get("report", ""), purpose=REPORT)
    except BrokenSealError:
        messages.error(request, _("Pemeriksaan berkasnya sudah terlalu lama. Unggah lagi berkasnya."))
        return redirect("recognition:import")
    return attached(content, WORKBOOK, "temuan-riwayat.xlsx")


@requires(Permission.MANAGE_STAFF)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file back."""
    batch = get_object_or_404(record_imports_open_to(actor_of(request), on=today()), pk=pk)
    try:
        undo_import_records(batch=batch, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Impor diurungkan; riwayat kembali seperti sebelumnya."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("recognition:import")


@requires(Permission.MANAGE_STAFF)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """Give an empty file with the columns."""
    return attached(records_template(get_language() or "id"), WORKBOOK, "templat-riwayat.xlsx")


def _trail() -> Trail:
    medals = (_("Satyalancana"), reverse("recognition:medals"))
    return [*trail(), medals, (_("Impor riwayat"), reverse("recognition:import"))]
