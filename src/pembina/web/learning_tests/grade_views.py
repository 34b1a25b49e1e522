"""Grades of a batch, by its organiser or the partner who teaches it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.models import Batch
from pembina.domain.development.operations.grades import GradeGiven, give_grades, note_grade_file
from pembina.domain.development.queries.grades import grade_imports_of, graded, rows_for_grading
from pembina.domain.development.queries.learning_tests import batches_graded_by
from pembina.exchange.staff import staff_workbook
from pembina.web.access import signed_in
from pembina.web.components.refusals import refuse_on
from pembina.web.learning_tests.forms import score_of
from pembina.web.learning_tests.present_grades import grade_rows
from pembina.web.learning_tests.result_views import actor_of
from pembina.web.uploads.file_words import WORKBOOK, attached

ON_A_PAGE = 50
LONGEST_NOTE = 500


@signed_in
def grades(request: HttpRequest, pk: int) -> HttpResponse:
    """List everybody with a field each; all of a page are saved together."""
    found = graded_batch(request, pk)
    wanted = request.GET.get("q", "")[:100]
    seats = graded(found, on=timezone.localdate(), name=wanted)
    page = Paginator(seats, ON_A_PAGE).get_page(request.GET.get("page"))
    given, errors = read_grades([seat.pk for seat in page], request.POST)
    if request.method == "POST" and not errors:
        try:
            number = give_grades(batch=found, grades=given, by=actor_of(request), at=timezone.now())
            said = ngettext("%(n)d nilai berubah.", "%(n)d nilai berubah.", number)
            messages.success(request, said % {"n": number})
        except RefusedError as refused:
            refuse_on(request, refused)
        return redirect(f"{reverse('learning_tests:grades', args=[pk])}?{request.GET.urlencode()}")
    context = {
        "batch": found,
        "page": page,
        "rows": grade_rows(page, request.POST, errors, actor_of(request)),
        "wanted": wanted,
        "errors": len(errors),
        "imports": grade_imports_of(found)[:10],
        "trail": trail(found),
    }
    return render(request, "learning_tests/grades.html", context, status=422 if errors else 200)


@signed_in
@require_POST
def template(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a file with everybody to be graded. It holds their numbers, so it is written down who took it."""
    found = graded_batch(request, pk)
    note_grade_file(batch=found, by=actor_of(request), at=timezone.now())
    rows = ([nip, name, score, ""] for nip, name, score in rows_for_grading(found))
    content = staff_workbook(["NIP", "Nama", "Nilai", "Catatan"], rows, sheet="Nilai")
    return attached(content, WORKBOOK, f"nilai-angkatan-{pk}.xlsx")


def read_grades(seats: list[int], sent: QueryDict) -> tuple[dict[int, GradeGiven], dict[int, str]]:
    """Return what was typed by enrolment, and what is wrong with it; a field that was not sent says nothing."""
    given: dict[int, GradeGiven] = {}
    errors: dict[int, str] = {}
    for seat in seats:
        written = sent.get(f"score-{seat}")
        if written is None:
            continue
        try:
            note = sent.get(f"note-{seat}", "").replace("\0", "")[:LONGEST_NOTE]
            given[seat] = GradeGiven(score_of(written), note)
        except ValidationError as wrong:
            errors[seat] = wrong.messages[0]
    return given, errors


def graded_batch(request: HttpRequest, pk: int) -> Batch:
    """Return a batch in which the visitor gives grades."""
    return get_object_or_404(batches_graded_by(actor_of(request), on=timezone.localdate()), pk=pk)


def trail(found: Batch, *, is_import: bool = False) -> list[tuple[str, str]]:
    """Return the pages above."""
    above = [
        (_("Sesi yang saya jalankan"), reverse("attendance:index")),
        (found.title, reverse("learning_tests:batch", args=[found.pk])),
    ]
    return [*above, (_("Nilai"), reverse("learning_tests:grades", args=[found.pk]))] if is_import else above
