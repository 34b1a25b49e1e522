"""Earlier learning comes into the ledger from a file, and is taken back: all of a file or nothing.

A file only adds. What is on record already stays as it is, so the same file twice changes nothing.
"""

from collections.abc import Sequence
from datetime import datetime

from pembina.core.blocks import in_blocks
from pembina.core.rules.learning_hours import NotInForceError, OwnForm, UnusableHoursError, form, learning_hours
from pembina.domain.access.audit import Touched, one_event, record, record_many
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.development.enums import RecordSource, RecordState
from pembina.domain.development.hours_refusals import ImportTouchedError, ImportUndoneError, OwnReportError
from pembina.domain.development.learning_plan import Earlier, LearningPlan, unknown_of
from pembina.domain.development.models import LearningImport, LearningImportRow, LearningRecord
from pembina.domain.development.queries.own_forms import own_forms
from pembina.domain.people.queries import person_of

AT_ONCE = 500


def import_learning(*, plan: LearningPlan, file_name: str, sha256: str, by: User, at: datetime) -> LearningImport:
    """Write the rows of a plan that are still new; somebody else may have brought some in since it was made.

    Rows about `by` are refused: nobody notes hours of oneself.
    """
    with one_event():
        mine = person_of(by)
        others = [each for each in plan.new if mine is None or each.person != mine.pk]
        own_rows = len(plan.new) - len(others)
        new = unknown_of(others)
        batch = LearningImport.objects.create(
            file_name=file_name[-200:], sha256=sha256, by=by, at=at, added=len(new),
            same=plan.same + len(others) - len(new), refused=plan.refused + own_rows,
        )  # fmt: skip
        own = own_forms()
        rows = LearningRecord.objects.bulk_create((_row(each, own, by, at) for each in new), batch_size=AT_ONCE)
        brought = (LearningImportRow(batch=batch, record=row) for row in rows)
        LearningImportRow.objects.bulk_create(brought, batch_size=AT_ONCE)
        touched = [Touched(row, {"hours": ("", str(row.hours))}, created=True) for row in _with_persons(rows)]
        record_many("import_learning_rows", subjects=touched, by=by, at=at)
        changes = {"records": ("", str(len(rows)))}
        record("import_learning", on=batch, by=by, at=at, changes=changes, created=True)
        sealed = {"records": len(rows), "sha256": sha256}
        seal(kind=ChainKind.IMPORT_APPLIED, subject=batch, content=sealed, by=by, at=at)
    return batch


def undo_import_learning(*, batch: LearningImport, by: User, at: datetime) -> LearningImport:
    """Take a file back; nothing where one of its rows was corrected since.

    Raises
    ------
    ImportUndoneError, ImportTouchedError
    OwnReportError : a row is about `by`
    """
    with one_event():
        kept = LearningImport.objects.select_for_update(of=("self",)).get(pk=batch.pk)
        if kept.undone_at is not None:
            raise ImportUndoneError
        brought = LearningRecord.objects.filter(import_row__batch=kept)
        held = list(brought.select_for_update(of=("self",)).select_related("person").order_by("pk"))
        if any(row.person.nip == by.username for row in held):
            raise OwnReportError
        corrected = sum(row.state != RecordState.COUNTED for row in held)
        if corrected:
            raise ImportTouchedError(corrected)
        touched = [Touched(row, {"hours": (str(row.hours), "")}) for row in held]
        record_many("undo_import_learning_rows", subjects=touched, by=by, at=at)
        for some in in_blocks([row.pk for row in held], AT_ONCE):
            LearningRecord.objects.filter(pk__in=some).delete()
        kept.undone_by, kept.undone_at = by, at
        kept.save(update_fields=["undone_by", "undone_at"])
        record("undo_import_learning", on=kept, by=by, at=at, changes={"undone_at": ("", at.isoformat())})
        seal(kind=ChainKind.IMPORT_UNDONE, subject=kept, content={"records": len(held)}, by=by, at=at)
    return kept


def _row(each: Earlier, own: Sequence[OwnForm], by: User, at: datetime) -> LearningRecord:
    return LearningRecord(
        person_id=each.person, year=each.last_day.year, form=each.form, title=each.title, organiser=each.organiser,
        number=each.number, first_day=each.first_day, last_day=each.last_day, hours=each.hours,
        basis=_basis(each, own), source=RecordSource.IMPORT, state=RecordState.COUNTED,
        noted_by=by, noted_at=at,
    )  # fmt: skip


def _basis(each: Earlier, own: Sequence[OwnForm]) -> str:
    """Return why the hours count; of years before the rule the file is all there is."""
    try:
        known = form(each.form, on=each.last_day, own=own)
        return learning_hours(form=known, certificate_hours=each.hours, on=each.last_day).because.id[:300]
    except (NotInForceError, UnusableHoursError):
        return "JP menurut berkas riwayat."


def _with_persons(rows: Sequence[LearningRecord]) -> list[LearningRecord]:
    found: list[LearningRecord] = []
    for some in in_blocks([row.pk for row in rows], AT_ONCE):
        found += LearningRecord.objects.filter(pk__in=some).select_related("person").order_by("pk")
    return found
