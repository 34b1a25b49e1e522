"""Questions about grades: who is graded, and by whose number a file names them."""

from datetime import date

from django.db.models import Prefetch, QuerySet

from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import Batch, Enrolment, GradeImport
from pembina.domain.people.queries import main_assignments
from pembina.domain.people.searches import words_in


def graded(batch: Batch, *, on: date, name: str = "") -> QuerySet[Enrolment]:
    """Return everybody with a seat by name, each with grade and the assignment of the day in ``person.today``."""
    seats = Enrolment.objects.filter(batch=batch, state=EnrolmentState.ENROLLED).filter(words_in("person__name", name))
    post = Prefetch("person__assignments", main_assignments(on), to_attr="today")
    return seats.select_related("person", "grade").prefetch_related(post).order_by("person__name", "pk")


def seats_by_number(batch: Batch) -> dict[str, int]:
    """Return the enrolments by NIP."""
    seats = Enrolment.objects.filter(batch=batch, state=EnrolmentState.ENROLLED)
    return dict(seats.values_list("person__nip", "pk"))


def rows_for_grading(batch: Batch) -> list[tuple[str, str, str]]:
    """Return NIP, name and the grade so far of everybody with a seat: what a file to fill in begins with."""
    seats = Enrolment.objects.filter(batch=batch, state=EnrolmentState.ENROLLED).select_related("person", "grade")
    return [
        (seat.person.nip, seat.person.titled_name, str(seat.grade.score) if hasattr(seat, "grade") else "")
        for seat in seats.order_by("person__name", "pk")
    ]


def grade_imports_of(batch: Batch) -> QuerySet[GradeImport]:
    """Return the files of a batch, the latest first."""
    return batch.grade_imports.select_related("by").order_by("-applied_at", "-pk")
