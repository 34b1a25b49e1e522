"""A file of requests is taken in, and how it is to be read is decided."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.batches import begin_check
from pembina.domain.people.intake.transitions import WrongStateError
from pembina.domain.services.intake.reading import Reading
from pembina.domain.services.models import RequestImport

MAY_BE_READ_ANEW = (ImportState.WAITING, ImportState.CHECKED, ImportState.FAILED)


def receive(
    *,
    file_name: str,
    file_sha256: str,
    reading: Reading,
    seen: Mapping[str, Any],
    by: User | None,
    at: datetime,
    kept_file: str = "",
    kept_sha256: str = "",
    notes: Sequence[Text] = (),
) -> RequestImport:
    """Take a file in with a guess at how it is read; nothing on record changes. `seen` is what the guess shows."""
    batch = RequestImport(
        file_name=file_name, file_sha256=file_sha256, kept_file=kept_file, kept_sha256=kept_sha256,
        reading=reading.as_json(), seen=dict(seen), notes=[[note.id, note.en] for note in notes], by=by, created_at=at,
        touched_at=at,
    )  # fmt: skip
    with one_event():
        batch.full_clean(validate_constraints=False)
        batch.save()
        changes = {"file_name": ("", file_name), "file_sha256": ("", file_sha256)}
        record("receive_import", on=batch, by=by, at=at, changes=changes, created=True)
    return batch


def choose_reading(batch: RequestImport, *, reading: Reading, by: User, at: datetime) -> None:
    """Decide how a file is read and begin its check; raises ``WrongStateError`` once it is applied or discarded."""
    if ImportState(batch.state) not in MAY_BE_READ_ANEW:
        raise WrongStateError(ImportState(batch.state), ImportState.CHECKING)
    with one_event():
        begin_check(batch, at=at)
        batch.reading = reading.as_json()
        batch.save(update_fields=["reading"])
        record("read_request_file", on=batch, by=by, at=at, changes={"reading": ("", str(batch.reading))})


def show_again(batch: RequestImport, *, reading: Reading, seen: Mapping[str, Any]) -> None:
    """Keep a reading that is being tried, and what the file looks like under it; nothing is checked yet."""
    batch.reading, batch.seen = reading.as_json(), dict(seen)
    batch.save(update_fields=["reading", "seen"])


def keep_narrowed(batch: RequestImport, *, kept_file: str, kept_sha256: str) -> None:
    """Let an applied import stand on the copy that holds only the columns that were read."""
    batch.kept_file, batch.kept_sha256 = kept_file, kept_sha256
    batch.save(update_fields=["kept_file", "kept_sha256"])
