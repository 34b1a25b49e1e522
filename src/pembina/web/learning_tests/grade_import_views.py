"""Grades from a file: looked at row by row, applied all together, and taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.models import Batch, GradeImport
from pembina.domain.development.operations.grades import apply_grade_import, undo_grade_import
from pembina.domain.development.queries.grades import seats_by_number
from pembina.domain.development.queries.learning_tests import batches_graded_by
from pembina.domain.development.refusals import OwnSeatError
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.learning import CellFinding, GradesFile, read_grades
from pembina.exchange.tables import UnreadableFileError
from pembina.web.access import signed_in
from pembina.web.components.formatting import in_language
from pembina.web.components.refusals import refuse_on
from pembina.web.learning_tests.grade_views import graded_batch, trail
from pembina.web.learning_tests.result_views import actor_of
from pembina.web.uploads import BrokenSealError, ComputationStoppedError, TableFileField, opened, sealed

PURPOSE = "learning_tests.grades"
FINDINGS_SHOWN = 200
OWN = OwnSeatError()


def without_own(read: GradesFile, own: int | None) -> GradesFile:
    """Return a file without the grade of whoever brings it, which becomes a finding."""
    mine = [row for row in read.rows if row.person == own and row.score is not None]
    refused = tuple(CellFinding(row.row, "NIP", row.nip, OWN.message, OWN.remedy) for row in mine)
    return replace(read, rows=tuple(row for row in read.rows if row not in mine), findings=(*refused, *read.findings))


class GradeFileForm(forms.Form):
    file = TableFileField(
        label=gettext_lazy("Pilih atau jatuhkan berkas nilai"),
        help_text=gettext_lazy("CSV atau XLSX dengan kolom NIP dan Nilai, paling banyak 20.000 baris."),
    )

    def read(self, batch: Batch, *, by: User, on: date) -> GradesFile | None:
        """Return what the file holds of the participants; None where it was refused at its field."""
        file = self.cleaned_data["file"]
        try:
            known = seats_by_number(batch)
            read = read_within_limits(read_grades, file.read(), name=file.name, known=known, on=on)
            return without_own(read, known.get(by.username))
        except (UnreadableFileError, ComputationStoppedError) as refused:
            self.add_error("file", f"{in_language(refused.message)} {in_language(refused.remedy)}")
            return None


@signed_in
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file and show what it would change; nothing is stored yet."""
    found = graded_batch(request, pk)
    form = GradeFileForm(request.POST or None, request.FILES or None)
    read = (
        form.read(found, by=actor_of(request), on=timezone.localdate()) if form.is_bound and form.is_valid() else None
    )
    context = {"batch": found, "form": form, "trail": trail(found, is_import=True)}
    if read is None:
        return render(request, "learning_tests/grade_import.html", context, status=422 if form.is_bound else 200)
    rows = [[row.person, str(row.score)] for row in read.rows if row.score is not None]
    refused = len({finding.row for finding in read.findings if finding.is_refusal})
    context |= {
        "name": read.name,
        "number": len(rows),
        "refused": refused,
        "without": len(read.rows) - len(rows),
        "findings": read.findings[:FINDINGS_SHOWN],
        "more": max(0, len(read.findings) - FINDINGS_SHOWN),
        "carried": sealed([found.pk, read.name, read.sha256, rows], purpose=PURPOSE) if rows else "",
    }
    return render(request, "learning_tests/grade_run.html", context)


@signed_in
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over what was shown, all or none."""
    found = graded_batch(request, pk)
    try:
        batch, name, sha256, rows = opened(request.POST.get("carried", ""), purpose=PURPOSE)
        if batch != found.pk:
            raise BrokenSealError("another batch")
    except BrokenSealError:
        messages.error(request, _("Hasil pemeriksaan sudah tidak berlaku. Pilih berkasnya lagi."))
        return redirect("learning_tests:grade_import", pk)
    scores = {seat: Decimal(score) for seat, score in rows}
    told = {"file_name": name, "sha256": sha256, "by": actor_of(request), "at": timezone.now()}
    try:
        made = apply_grade_import(batch=found, grades=scores, **told)
        said = ngettext("%(n)d nilai diterapkan.", "%(n)d nilai diterapkan.", made.rows)
        messages.success(request, said % {"n": made.rows})
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("learning_tests:grades", pk)


@signed_in
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the grades back as they were before a file."""
    actor = actor_of(request)
    within = batches_graded_by(actor, on=timezone.localdate()).values("pk")
    source = get_object_or_404(GradeImport, pk=pk, batch__in=within)
    try:
        number = undo_grade_import(source=source, by=actor, at=timezone.now())
        said = ngettext("%(n)d nilai dikembalikan.", "%(n)d nilai dikembalikan.", number)
        messages.success(request, said % {"n": number})
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("learning_tests:grades", source.batch_id)
