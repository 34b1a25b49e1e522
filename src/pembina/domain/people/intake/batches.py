"""A file is received, fails, is discarded, or is set free after an interruption; its check and change stand beside."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportKind, ImportState
from pembina.domain.people.intake.transitions import BEFORE, move
from pembina.domain.people.models import FileImport, ImportBatch
from pembina.domain.people.refusals import RefusedError

# Longer than the largest import takes; what has not moved since then runs no more.
PATIENCE = timedelta(minutes=15)
INTERRUPTED = Text(id="Pemeriksaan terputus sebelum selesai.", en="The check was interrupted before its end.")
CHECK_AGAIN = Text(id="Periksa lagi; belum ada data yang berubah.", en="Check again; nothing on record has changed.")


class StillRunningError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Impor ini masih berjalan.", en="This import is still running."),
            Text(id="Tunggu sampai selesai.", en="Wait until it has ended."),
        )


def receive(
    *,
    kind: ImportKind,
    file_name: str,
    file_sha256: str,
    on: date,
    by: User | None,
    at: datetime,
    complete: bool = False,
    kept_file: str = "",
    kept_sha256: str = "",
    notes: Sequence[Text] = (),
) -> ImportBatch:
    """Take a file in, to be checked; nothing on record changes. `on` is the day from which it holds."""
    batch = ImportBatch(
        kind=kind, file_name=file_name, file_sha256=file_sha256, kept_file=kept_file, kept_sha256=kept_sha256,
        on=on, complete=complete, notes=[[note.id, note.en] for note in notes], by=by, created_at=at, touched_at=at,
    )  # fmt: skip
    with one_event():
        batch.full_clean(validate_constraints=False)
        batch.save()
        changes = {"file_name": ("", file_name), "file_sha256": ("", file_sha256)}
        record("receive_import", on=batch, by=by, at=at, changes=changes, created=True)
    return batch


def begin_check(batch: FileImport, *, at: datetime) -> None:
    """Show that the file is being read; `check` does it itself where this was not called."""
    nothing = dict.fromkeys(("problem_id", "problem_en", "remedy_id", "remedy_en"), "")
    move(batch, ImportState.CHECKING, at=at, progress_done=0, progress_total=0, **nothing)


def note_progress(batch: FileImport, *, done: int, total: int, at: datetime) -> None:
    """Let a page show how far the reading and checking of a file has come."""
    batch.progress_done, batch.progress_total, batch.touched_at = done, total, at
    batch.save(update_fields=["progress_done", "progress_total", "touched_at"])


def fail(batch: FileImport, *, problem: Text, remedy: Text, by: User | None, at: datetime) -> None:
    """Say that the file could not be checked, and why; it may be checked again."""
    with one_event():
        _fail(batch, problem, remedy, at)
        record("fail_import", on=batch, by=by, at=at, changes={"problem": ("", problem.id)})


def discard(batch: FileImport, *, by: User | None, at: datetime) -> None:
    """Lay a file aside that was never applied."""
    nothing = dict.fromkeys(("problem_id", "problem_en", "remedy_id", "remedy_en"), "")
    with one_event():
        before = batch.state
        move(batch, ImportState.DISCARDED, at=at, **nothing)
        record("discard_import", on=batch, by=by, at=at, changes={"state": (before, batch.state)})


def is_interrupted(batch: FileImport, *, at: datetime) -> bool:
    """Say whether a running import has stood still so long that nothing can be running."""
    return batch.is_running and at - batch.touched_at > PATIENCE


def release(batch: FileImport, *, by: User | None, at: datetime) -> None:
    """Set an interrupted import back to where it was before; raises ``StillRunningError`` before `PATIENCE` is over."""
    if not is_interrupted(batch, at=at):
        raise StillRunningError
    before = ImportState(batch.state)
    with one_event():
        if before == ImportState.CHECKING:
            _fail(batch, INTERRUPTED, CHECK_AGAIN, at)
        else:
            move(batch, BEFORE[before], at=at)
        record("release_import", on=batch, by=by, at=at, changes={"state": (before.value, batch.state)})


def _fail(batch: FileImport, problem: Text, remedy: Text, at: datetime) -> None:
    said = {"problem_id": problem.id, "problem_en": problem.en, "remedy_id": remedy.id, "remedy_en": remedy.en}
    move(batch, ImportState.FAILED, at=at, **said)
