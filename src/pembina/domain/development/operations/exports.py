"""Lists of people, questions, certificates and hours leave the system; who took which is written down."""

from datetime import datetime

from django.db.models import QuerySet

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.models import Batch, Certificate, Curriculum, LearningRecord, Session
from pembina.domain.people.models import Person

MOST_EXPORTED = 50_000


class TooManyToExportError(RefusedError):
    def __init__(self, count: int) -> None:
        super().__init__(
            Text(
                id=f"{count} baris terlalu banyak untuk satu berkas; paling banyak {MOST_EXPORTED}.",
                en=f"{count} rows are too many for one file; at most {MOST_EXPORTED}.",
            ),
            Text(id="Persempit dengan saringan.", en="Narrow the list with the filters."),
        )


def note_participants_export(*, batch: Batch, people: int, filters: str, by: User, at: datetime) -> None:
    """Write down who took the list of participants, how long it was and how it was narrowed."""
    changes = {"people": ("", str(people)), "filters": ("", filters)}
    record("export_participants", on=batch, by=by, at=at, changes=changes)


def note_attendance_export(*, session: Session, people: int, by: User, at: datetime) -> None:
    """Write down who took the paper list of a session and how many names stand on it."""
    record("export_attendance", on=session, by=by, at=at, changes={"people": ("", str(people))})


def note_questions_export(*, curriculum: Curriculum, questions: int, by: User, at: datetime) -> None:
    """Write down who took the questions of a curriculum with their right answers, and how many."""
    record("export_questions", on=curriculum, by=by, at=at, changes={"questions": ("", str(questions))})


def note_certificate_export(
    *, certificates: QuerySet[Certificate], filters: str, by: User, at: datetime, address: str | None = None
) -> None:
    """Write down that `by` takes a list of certificates; raises ``TooManyToExportError``."""
    with one_event():
        changes = {"certificates": ("", str(_counted(certificates))), "filters": ("", filters)}
        record("export_certificates", on=by, by=by, at=at, changes=changes, address=address)


def note_standing_export(
    *, people: QuerySet[Person], filters: str, by: User, at: datetime, address: str | None = None
) -> None:
    """Write down that `by` takes a list of persons with their hours; raises ``TooManyToExportError``."""
    with one_event():
        changes = {"people": ("", str(_counted(people))), "filters": ("", filters)}
        record("export_learning", on=by, by=by, at=at, changes=changes, address=address)


def note_siasn_export(
    *, records: QuerySet[LearningRecord], filters: str, by: User, at: datetime, address: str | None = None
) -> None:
    """Write down that `by` takes hours in the form of SIASN; raises ``TooManyToExportError``."""
    with one_event():
        changes = {"records": ("", str(_counted(records))), "filters": ("", filters)}
        record("export_learning_siasn", on=by, by=by, at=at, changes=changes, address=address)


def _counted(rows: QuerySet[Certificate] | QuerySet[Person] | QuerySet[LearningRecord]) -> int:
    count = rows.count()
    if count > MOST_EXPORTED:
        raise TooManyToExportError(count)
    return count
