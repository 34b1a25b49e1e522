"""What an officer asks of an import and a worker then does; and what is said where the worker had to refuse."""

from collections.abc import Sequence
from datetime import datetime

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.refusals import OtherPlanError
from pembina.domain.people.intake.transitions import BEFORE, move
from pembina.domain.people.models import FileImport

NOTHING_SAID = dict.fromkeys(("problem_id", "problem_en", "remedy_id", "remedy_en"), "")


def begin_apply(batch: FileImport, *, seen: str, at: datetime) -> None:
    """Show that an import is about to be applied; raises ``OtherPlanError`` or ``WrongStateError``."""
    if batch.state == ImportState.CHECKED and seen != batch.digest:
        raise OtherPlanError
    move(batch, ImportState.APPLYING, at=at, progress_done=0, progress_total=batch.change_count, **NOTHING_SAID)


def begin_undo(batch: FileImport, *, at: datetime) -> None:
    """Show that an import is about to be undone; raises ``WrongStateError``."""
    move(batch, ImportState.UNDOING, at=at, progress_done=0, progress_total=batch.change_count, **NOTHING_SAID)


def refuse(batch: FileImport, *, problem: Text, remedy: Text, by: User | None, at: datetime) -> None:
    """Put an import back to where it stood before it was to be applied or undone, and say why."""
    batch.refresh_from_db()
    wanted = ImportState(batch.state)
    if wanted not in (ImportState.APPLYING, ImportState.UNDOING):
        return
    said = {"problem_id": problem.id, "problem_en": problem.en, "remedy_id": remedy.id, "remedy_en": remedy.en}
    with one_event():
        move(batch, BEFORE[wanted], at=at, **said)
        changes = {"state": (wanted.value, batch.state), "problem": ("", problem.id)}
        record("refuse_import", on=batch, by=by, at=at, changes=changes)


def add_notes(batch: FileImport, *, notes: Sequence[Text]) -> None:
    """Let the officer know more about the file; what is known already is not said twice."""
    known = [*batch.notes]
    batch.notes = [*known, *(said for note in notes if (said := [note.id, note.en]) not in known)]
    batch.save(update_fields=["notes"])


def note_report_taken(batch: FileImport, *, by: User, at: datetime) -> None:
    """Write down that somebody takes the findings along."""
    with one_event():
        record("download_import_report", on=batch, by=by, at=at)


def note_copy_taken(batch: FileImport, *, by: User, at: datetime) -> None:
    """Write down that somebody takes the copy of the file along."""
    with one_event():
        record("download_import_copy", on=batch, by=by, at=at)
