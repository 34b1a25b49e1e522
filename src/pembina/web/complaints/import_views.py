"""Files of SP4N-LAPOR!: look at what one would do, bring it in, take it back, carry answers out."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.services.complaint_enums import ComplaintMeans
from pembina.domain.services.complaint_plan import plan_import
from pembina.domain.services.complaint_refusals import RefusedError
from pembina.domain.services.models import ComplaintImport
from pembina.domain.services.operations.complaint_exports import note_complaint_export
from pembina.domain.services.operations.complaint_imports import import_complaints, undo_import_complaints
from pembina.domain.services.queries.complaints import complaints_reached_by, with_names
from pembina.exchange.bounded import ComputationStoppedError
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.complaints import read_lapor
from pembina.exchange.complaints.writing import lapor_template, lapor_workbook
from pembina.exchange.tables import UnreadableFileError
from pembina.web.access import requires
from pembina.web.access.address import client_address
from pembina.web.choosing import chosen_in
from pembina.web.complaints.carried import opened_file, sealed_file
from pembina.web.complaints.import_forms import ImportForm
from pembina.web.complaints.present_import import imports_of, present_plan
from pembina.web.components.refusals import refuse_on
from pembina.web.uploads import BrokenSealError

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Permission.ANSWER_COMPLAINTS)
def bring_in(request: HttpRequest) -> HttpResponse:
    """Ask for a file, and show what it would do; nothing is written."""
    actor, on = cast(User, request.user), timezone.localdate()
    form = ImportForm(request.POST or None, files=request.FILES or None, actor=actor, on=on)
    searching = bool(chosen_in(request))
    if form.is_bound and not searching and form.is_valid():
        given, otherwise = form.cleaned_data["file"], form.cleaned_data["unit"]
        try:
            zone = otherwise.time_zone if otherwise else timezone.get_current_timezone_name()
            told = {"name": given.name, "zone": zone, "on": timezone.now()}
            file = read_within_limits(read_lapor, given.read(), **told)
            plan = plan_import(file.rows, earlier=file.findings, otherwise=otherwise, actor=actor, on=on)
            context = {"plan": present_plan(file, plan), "carried": sealed_file(file, otherwise), "trail": trail()}
            return render(request, "complaints/import_look.html", context)
        except (UnreadableFileError, ComputationStoppedError) as refused:
            refuse_on(form, refused, field="file")
    status = 422 if form.is_bound and not searching else 200
    context = {"form": form, "searching": searching, "imports": imports_of(actor), "trail": trail()[:1]}
    return render(request, "complaints/import.html", context, status=status)


@requires(Permission.ANSWER_COMPLAINTS)
@require_POST
def apply(request: HttpRequest) -> HttpResponse:
    """Bring in what was looked at, as it stands now."""
    actor, on = cast(User, request.user), timezone.localdate()
    try:
        file, number, refused = opened_file(request.POST.get("carried", ""))
    except BrokenSealError:
        messages.error(request, _("Pemeriksaan berkasnya sudah terlalu lama. Unggah lagi berkasnya."))
        return redirect("complaints:import")
    otherwise = units_reached_by(actor, Permission.ANSWER_COMPLAINTS, on=on).filter(pk=number or 0).first()
    plan = plan_import(file.rows, earlier=(), otherwise=otherwise, actor=actor, on=on)
    batch = import_complaints(plan=plan, file_name=file.name, sha256=file.sha256, by=actor, at=timezone.now())
    written = batch.added + batch.changed
    text = ngettext("%(count)d pengaduan ditulis.", "%(count)d pengaduan ditulis.", written) % {"count": written}
    left = ngettext("%(count)d baris ditolak.", "%(count)d baris ditolak.", refused + batch.refused)
    messages.success(request, f"{text} {left % {'count': refused + batch.refused}}")
    return redirect("complaints:import")


@requires(Permission.ANSWER_COMPLAINTS)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own file back."""
    actor = cast(User, request.user)
    batch = get_object_or_404(ComplaintImport, pk=pk, by=actor)
    try:
        undo_import_complaints(batch=batch, by=actor, at=timezone.now())
        messages.success(request, _("Impor diurungkan; semua kembali seperti semula."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("complaints:import")


@requires(Permission.ANSWER_COMPLAINTS)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    return workbook(lapor_template(), "templat-sp4n-lapor")


@requires(Permission.ANSWER_COMPLAINTS)
@require_POST
def answers(request: HttpRequest) -> HttpResponse:
    """Give the complaints of SP4N-LAPOR! in reach with their answers, in its columns."""
    actor, on = cast(User, request.user), timezone.localdate()
    found = with_names(complaints_reached_by(actor, on=on)).filter(means=ComplaintMeans.LAPOR)
    told: dict[str, Any] = {"by": actor, "at": timezone.now(), "address": client_address(request)}
    note_complaint_export(complaints=found, filters="SP4N-LAPOR!", **told)
    listed = found.prefetch_related("messages").order_by("received_at", "pk").iterator(chunk_size=500)
    return workbook(lapor_workbook(listed), f"sp4n-lapor-{on.isoformat()}")


def workbook(content: bytes, name: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}.xlsx"'
    return HttpResponse(content, content_type=WORKBOOK, headers={"Content-Disposition": disposition})


def trail() -> list[tuple[str, str]]:
    return [(_("Pengaduan masuk"), reverse("complaints:queue")), (_("SP4N-LAPOR!"), reverse("complaints:import"))]
