"""Results of the national record from a file: looked at, applied, taken back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.queries.siasn import people_by_nip, people_by_number
from pembina.domain.development.queries.unfinished_studies import unfinished_studies
from pembina.domain.people.permissions import staff_reached_by
from pembina.domain.people.queries import person_of
from pembina.domain.performance.operations.result_imports import import_results, undo_import_results
from pembina.domain.performance.queries.results import result_imports_open_to
from pembina.domain.performance.result_plan import plan_results
from pembina.exchange.bounded import ComputationStoppedError
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.skp import read_results, results_template
from pembina.exchange.skp.taking import refused_in, taken_from
from pembina.exchange.tables import UnreadableFileError
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.performance_results.import_plan import (
    carried,
    carried_report,
    import_rows,
    plan_page,
    report_workbook,
    uncarried,
)
from pembina.web.performance_results.visitors import actor_of, people_trail, tabs
from pembina.web.uploads import BrokenSealError, TableFileField
from pembina.web.uploads.file_words import WORKBOOK, attached

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
    imports = result_imports_open_to(actor_of(request), on=timezone.localdate())[:MOST_IMPORTS]
    context = {"tabs": tabs(request, "import"), "form": form, "imports": import_rows(imports)}
    return render(request, "performance_results/import.html", context, status=422 if form.is_bound else 200)


def _look(request: HttpRequest, given: Any) -> HttpResponse:
    actor, on = actor_of(request), timezone.localdate()
    reached = set(staff_reached_by(actor, Permission.MANAGE_STAFF, on=on).values_list("pk", flat=True))
    known = {number: person for number, person in people_by_number().items() if person in reached}
    told = {"name": given.name, "known": known, "raters": people_by_nip(), "on": on}
    told["unfinished"] = unfinished_studies()
    file = read_within_limits(read_results, given.read(), **told)
    rows, findings = taken_from(file, by=person_of(actor))
    plan = plan_results(rows, refused=refused_in(findings))
    shown = plan_page(file, plan, findings)
    context = {
        "plan": shown,
        "carried": carried(file, rows, plan.refused) if shown.may_apply else "",
        "report": carried_report(file, findings) if findings else "",
        "trail": people_trail(),
    }
    return render(request, "performance_results/import_look.html", context)


@requires(Permission.MANAGE_STAFF)
@require_POST
def apply(request: HttpRequest) -> HttpResponse:
    """Bring in what was looked at, as far as it still says something new."""
    try:
        told, rows = uncarried(request.POST.get("carried", ""))
        batch = import_results(
            plan=plan_results(rows, refused=told["refused"]), file_name=told["name"], sha256=told["sha256"],
            by=actor_of(request), at=timezone.now(),
        )  # fmt: skip
    except BrokenSealError:
        messages.error(request, _("Pemeriksaan berkasnya sudah terlalu lama. Unggah lagi berkasnya."))
    except RefusedError as refused:
        refuse_on(request, refused)
    else:
        count = batch.added + batch.changed
        text = ngettext("%(count)d hasil kinerja ditulis.", "%(count)d hasil kinerja ditulis.", count)
        messages.success(request, text % {"count": count})
    return redirect("performance_results:import")


@requires(Permission.MANAGE_STAFF)
@require_POST
def report(request: HttpRequest) -> HttpResponse:
    """Give all findings of the file that was looked at as a workbook."""
    try:
        content = report_workbook(request.POST.get("report", ""))
    except BrokenSealError:
        messages.error(request, _("Pemeriksaan berkasnya sudah terlalu lama. Unggah lagi berkasnya."))
        return redirect("performance_results:import")
    return attached(content, WORKBOOK, "temuan-hasil-kinerja.xlsx")


@requires(Permission.MANAGE_STAFF)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file back."""
    batch = get_object_or_404(result_imports_open_to(actor_of(request), on=timezone.localdate()), pk=pk)
    try:
        undo_import_results(batch=batch, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Impor diurungkan; hasil kinerja kembali seperti sebelumnya."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("performance_results:import")


@requires(Permission.MANAGE_STAFF)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """Give an empty file with the columns."""
    return attached(results_template(get_language() or "id"), WORKBOOK, "templat-hasil-kinerja.xlsx")
