"""Earlier learning from a file: looked at, applied, taken back."""

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
from pembina.domain.development.learning_plan import plan_learning
from pembina.domain.development.models import LearningImport
from pembina.domain.development.operations.learning_imports import import_learning, undo_import_learning
from pembina.domain.development.queries.siasn import people_by_number
from pembina.domain.people.queries import person_of
from pembina.exchange.bounded import ComputationStoppedError
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.learning import history_template, read_history
from pembina.exchange.tables import UnreadableFileError
from pembina.web.access import requires
from pembina.web.components.refusals import refuse_on
from pembina.web.learning_hours.import_plan import (
    MOST_CARRIED,
    carried,
    earlier_of,
    import_rows,
    plan_page,
    refused_in,
    uncarried,
)
from pembina.web.learning_hours.visitors import actor_of, board_trail, tabs
from pembina.web.uploads import BrokenSealError, TableFileField
from pembina.web.uploads.file_words import WORKBOOK, attached

MOST_IMPORTS = 20


class FileForm(forms.Form):
    file = TableFileField()


@requires(Permission.PLAN_PROGRAMME)
def bring_in(request: HttpRequest) -> HttpResponse:
    """Ask for a file, and show what it would do; nothing is written."""
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        try:
            return _look(request, form.cleaned_data["file"])
        except (UnreadableFileError, ComputationStoppedError) as refused:
            refuse_on(form, refused, field="file")
    imports = LearningImport.objects.select_related("by").order_by("-at", "-pk")[:MOST_IMPORTS]
    context = {"tabs": tabs(request, "import"), "form": form, "imports": import_rows(imports)}
    return render(request, "learning_hours/import.html", context, status=422 if form.is_bound else 200)


def _look(request: HttpRequest, given: Any) -> HttpResponse:
    on = timezone.localdate()
    file = read_within_limits(read_history, given.read(), name=given.name, known=people_by_number(), on=on)
    rows, findings = earlier_of(file, by=person_of(actor_of(request)))
    plan = plan_learning(rows, refused=refused_in(findings))
    is_small = len(rows) <= MOST_CARRIED
    context = {
        "plan": plan_page(file, plan, findings, on=on),
        "carried": carried(file, rows, plan.refused) if is_small else "",
        "too_long": not is_small,
        "trail": board_trail(),
    }
    return render(request, "learning_hours/import_look.html", context)


@requires(Permission.PLAN_PROGRAMME)
@require_POST
def apply(request: HttpRequest) -> HttpResponse:
    """Bring in what was looked at, as far as it is still new."""
    try:
        told, rows = uncarried(request.POST.get("carried", ""))
    except BrokenSealError:
        messages.error(request, _("Pemeriksaan berkasnya sudah terlalu lama. Unggah lagi berkasnya."))
        return redirect("learning_hours:import")
    plan = plan_learning(rows, refused=told["refused"])
    batch = import_learning(
        plan=plan, file_name=told["name"], sha256=told["sha256"],
        by=actor_of(request), at=timezone.now(),
    )  # fmt: skip
    text = ngettext("%(count)d catatan JP ditulis.", "%(count)d catatan JP ditulis.", batch.added)
    messages.success(request, text % {"count": batch.added})
    return redirect("learning_hours:import")


@requires(Permission.PLAN_PROGRAMME)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file back."""
    batch = get_object_or_404(LearningImport, pk=pk)
    try:
        undo_import_learning(batch=batch, by=actor_of(request), at=timezone.now())
        messages.success(request, _("Impor diurungkan; catatannya dihapus."))
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("learning_hours:import")


@requires(Permission.PLAN_PROGRAMME)
@require_safe
def template(request: HttpRequest) -> HttpResponse:
    """Give an empty file with the columns."""
    return attached(history_template(get_language() or "id"), WORKBOOK, "templat-riwayat-jp.xlsx")
