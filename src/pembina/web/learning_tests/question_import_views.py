"""Questions as files: taken along, and brought in after a look at what each row would become."""

from dataclasses import astuple

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.operations.exports import note_questions_export
from pembina.domain.development.operations.questions import Asked, add_questions
from pembina.domain.development.queries.learning_tests import bank_of
from pembina.exchange.question_files import (
    QuestionFile,
    QuestionRow,
    UnreadableQuestions,
    questions_template,
    questions_workbook,
    read_questions,
)
from pembina.web.access import signed_in
from pembina.web.components.formatting import in_language
from pembina.web.components.refusals import refuse_on
from pembina.web.learning_tests.bank_views import kept_bank, trail
from pembina.web.learning_tests.result_views import actor_of
from pembina.web.uploads import (
    BrokenSealError,
    ComputationStoppedError,
    TableFileField,
    opened,
    sealed,
    within_limits,
)
from pembina.web.uploads.file_words import WORKBOOK, attached

PURPOSE = "learning_tests.questions"
LARGEST_CARRIED = 2_000_000
FINDINGS_SHOWN = 200


class QuestionFileForm(forms.Form):
    file = TableFileField(
        label=gettext_lazy("Pilih atau jatuhkan berkas soal"),
        help_text=gettext_lazy("CSV atau XLSX, satu baris satu soal, paling banyak 1.000 baris."),
    )

    def read(self) -> QuestionFile | None:
        """Return what the file holds; None where it was refused at its field."""
        file = self.cleaned_data["file"]
        try:
            found = within_limits(read_questions, file.read(), file.name)
        except ComputationStoppedError as stopped:
            found = UnreadableQuestions(stopped.message, stopped.remedy)
        if isinstance(found, UnreadableQuestions):
            self.add_error("file", f"{in_language(found.message)} {in_language(found.remedy)}")
            return None
        return found


@signed_in
@require_POST
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the questions in use as a workbook that may be brought in again, and write down who took it."""
    found = kept_bank(request, pk)
    rows = []
    for question in bank_of(found).filter(retired_at__isnull=True):
        choices = list(question.choices.all())
        right = next((place for place, choice in enumerate(choices) if choice.is_right), 0)
        texts = tuple(choice.text for choice in choices)
        rows.append(QuestionRow(0, question.topic, question.text, texts, right, question.explanation))
    note_questions_export(curriculum=found, questions=len(rows), by=actor_of(request), at=timezone.now())
    return attached(questions_workbook(rows), WORKBOOK, f"soal-{found.pk}.xlsx")


@signed_in
@require_safe
def template(request: HttpRequest, pk: int) -> HttpResponse:
    kept_bank(request, pk)
    return attached(questions_template(), WORKBOOK, "templat-soal.xlsx")


@signed_in
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a file and show what it would add; nothing is stored yet."""
    found = kept_bank(request, pk)
    form = QuestionFileForm(request.POST or None, request.FILES or None)
    read = form.read() if form.is_bound and form.is_valid() else None
    context = {"curriculum": found, "form": form, "trail": trail(found)}
    if read is None:
        return render(request, "learning_tests/questions_import.html", context, status=422 if form.is_bound else 200)
    carried = sealed([found.pk, [astuple(row) for row in read.rows]], purpose=PURPOSE) if read.rows else ""
    context |= {
        "number": len(read.rows),
        "refused": len(read.findings),
        "findings": read.findings[:FINDINGS_SHOWN],
        "carried": carried if len(carried) <= LARGEST_CARRIED else "",
        "rows": read.rows[:5],
    }
    return render(request, "learning_tests/questions_run.html", context)


@signed_in
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Add what was shown."""
    found = kept_bank(request, pk)
    try:
        bank, rows = opened(request.POST.get("carried", ""), purpose=PURPOSE)
        if bank != found.pk:
            raise BrokenSealError("another bank")
    except BrokenSealError:
        messages.error(request, _("Hasil pemeriksaan sudah tidak berlaku. Pilih berkasnya lagi."))
        return redirect("learning_tests:questions_import", pk)
    asked = [Asked(text, tuple(choices), right, topic, why) for _row, topic, text, choices, right, why in rows]
    try:
        number = add_questions(curriculum=found, asked=asked, by=actor_of(request), at=timezone.now())
        said = ngettext("%(n)d soal tersimpan.", "%(n)d soal tersimpan.", number)
        messages.success(request, said % {"n": number})
    except RefusedError as refused:
        refuse_on(request, refused)
    return redirect("learning_tests:bank", pk)
