"""Grades given on a page, or from a file that can be taken back as a whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.development import learning_refusals as refusals
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import Batch, Enrolment, Grade, GradeChange, GradeImport
from pembina.domain.development.models.learning_tests import BEST
from pembina.domain.development.own_seats import require_others

LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True)
class GradeGiven:
    """A score of 0-100 with a note; None takes the grade away."""

    score: Decimal | None
    note: str = ""


def give_grades(*, batch: Batch, grades: Mapping[int, GradeGiven], by: User, at: datetime) -> int:
    """Give grades by the number of the enrolment, all or none; return how many changed.

    Raises ``ScoreOutsideError``, ``NotOfBatchError``, ``OwnSeatError``.
    """
    with one_event():
        known = _locked(batch, grades, by)
        touched = [each for each in (_given(seat, grades[seat.pk], by, at) for seat in known) if each is not None]
        record_many("give_grade", subjects=touched, by=by, at=at)
    return len(touched)


def apply_grade_import(
    *, batch: Batch, grades: Mapping[int, Decimal], file_name: str, sha256: str, by: User, at: datetime
) -> GradeImport:
    """Take over the grades of a file, all or none; raises ``GradesAppliedError`` and what `give_grades` does."""
    told = {seat: GradeGiven(score) for seat, score in grades.items()}
    with one_event():
        known = _locked(batch, told, by)
        if GradeImport.objects.filter(batch=batch, file_sha256=sha256, undone_at__isnull=True).exists():
            raise refusals.GradesAppliedError
        made = GradeImport.objects.create(
            batch=batch, file_name=file_name[:255], file_sha256=sha256, rows=len(grades), by=by, applied_at=at
        )
        _apply(made, known, grades, by=by, at=at)
        record("apply_grade_import", on=made, by=by, at=at, changes={"rows": ("", str(len(grades)))}, created=True)
    return made


def undo_grade_import(*, source: GradeImport, by: User, at: datetime) -> int:
    """Put the grades back as they were before a file; return how many.

    A grade that somebody gave or confirmed after the file, be it the same one, is not that of the file any more.

    Raises ``GradesUndoneError``, ``OwnSeatError``, ``GradesChangedSinceError``.
    """
    with one_event():
        Batch.objects.select_for_update(of=("self",)).get(pk=source.batch_id)
        kept = GradeImport.objects.select_for_update(of=("self",)).get(pk=source.pk)
        if kept.undone_at is not None:
            raise refusals.GradesUndoneError
        changes = list(kept.changes.select_related("enrolment__person", "enrolment__grade", "given_by_before"))
        require_others([change.enrolment for change in changes], by)
        since = sum(1 for change in changes if not _still_of(kept, change))
        if since:
            raise refusals.GradesChangedSinceError(since)
        _put_back(kept, changes, by=by, at=at)
        kept.undone_at = at
        kept.save(update_fields=["undone_at"])
        record("undo_grade_import", on=kept, by=by, at=at, changes={"rows": (str(len(changes)), "0")})
    return len(changes)


def note_grade_file(*, batch: Batch, by: User, at: datetime) -> None:
    """Write down who took the file of participants along, which holds their numbers."""
    record("export_grades", on=batch, by=by, at=at)


def _locked(batch: Batch, grades: Mapping[int, GradeGiven], by: User) -> list[Enrolment]:
    """Return the seats that are graded, one officer at a time; raises as `give_grades`."""
    for given in grades.values():
        if given.score is not None and not 0 <= given.score <= BEST:
            raise refusals.ScoreOutsideError(given.score)
    Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    seats = Enrolment.objects.filter(batch=batch, state=EnrolmentState.ENROLLED).select_related(
        "person", "grade__given_by"
    )
    known = [seat for seat in seats if seat.pk in grades]
    if len(known) < len(grades):
        raise refusals.NotOfBatchError(len(grades) - len(known))
    require_others(known, by)
    return known


def _given(seat: Enrolment, given: GradeGiven, by: User, at: datetime) -> Touched | None:
    """Keep one grade; None where it was so already."""
    grade, before = getattr(seat, "grade", None), _score(seat)
    note = given.note.strip()[:LONGEST_NOTE]
    if before == given.score and (grade is None or grade.note == note):
        return None
    changes = {"score": (_said(before), _said(given.score))}
    if given.score is None:
        touched = Touched(grade or seat, changes)
        if grade is not None:
            Grade.objects.filter(pk=grade.pk).delete()
        return touched
    kept, is_new = Grade.objects.update_or_create(
        enrolment=seat, defaults={"score": given.score, "note": note, "given_by": by, "given_at": at}
    )
    return Touched(kept, changes, created=is_new)


def _apply(
    made: GradeImport, known: Iterable[Enrolment], grades: Mapping[int, Decimal], *, by: User, at: datetime
) -> None:
    changed, rows, touched = [], [], []
    for seat in known:
        grade, before, after = getattr(seat, "grade", None), _score(seat), grades[seat.pk]
        note = grade.note if grade else ""
        changed.append(
            GradeChange(
                source=made, enrolment=seat, before=before, after=after, note_before=note,
                given_by_before=grade.given_by if grade else None, given_at_before=grade.given_at if grade else None,
            )
        )  # fmt: skip
        row = Grade(enrolment=seat, score=after, note=note, given_by=by, given_at=at)
        rows.append(row)
    _write(rows)
    GradeChange.objects.bulk_create(changed, batch_size=1_000)
    graded = Grade.objects.filter(enrolment__batch=made.batch_id).select_related("enrolment__person")
    kept = {grade.enrolment_id: grade for grade in graded}
    for change in changed:
        said = {"score": (_said(change.before), _said(change.after))}
        touched.append(Touched(kept[change.enrolment_id], said, created=change.before is None))
    record_many("give_grade", subjects=touched, by=by, at=at)


def _put_back(source: GradeImport, changes: list[GradeChange], *, by: User, at: datetime) -> None:
    touched = [
        Touched(change.enrolment.grade, {"score": (_said(change.after), _said(change.before))}) for change in changes
    ]
    first = GradeChange.objects.filter(source=source, before__isnull=True)
    Grade.objects.filter(enrolment__in=first.values("enrolment")).delete()
    _write(
        [
            Grade(
                enrolment=change.enrolment, score=change.before, note=change.note_before,
                given_by=change.given_by_before or by, given_at=change.given_at_before or at,
            )
            for change in changes
            if change.before is not None
        ]
    )  # fmt: skip
    record_many("give_grade", subjects=touched, by=by, at=at)


def _still_of(source: GradeImport, change: GradeChange) -> bool:
    """Say whether the grade is still the one that a file gave."""
    grade = getattr(change.enrolment, "grade", None)
    return grade is not None and grade.score == change.after and grade.given_at <= source.applied_at


def _write(rows: list[Grade]) -> None:
    Grade.objects.bulk_create(
        rows, batch_size=1_000, update_conflicts=True, unique_fields=["enrolment"],
        update_fields=["score", "note", "given_by", "given_at"],
    )  # fmt: skip


def _score(seat: Enrolment) -> Decimal | None:
    grade = getattr(seat, "grade", None)
    return grade.score if grade is not None else None


def _said(score: Decimal | None) -> str:
    return "" if score is None else str(score)
