"""Pages and commands take a file in here, and ask for what a worker then does: check, apply, undo, try again."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.conf import settings

from pembina.domain.access.audit import local_date
from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.batches import begin_check, discard, is_interrupted, release
from pembina.domain.people.intake.requests import begin_apply, begin_undo
from pembina.domain.services.intake.queries import copy_is_needed, same_request_import
from pembina.domain.services.intake.reading import Reading
from pembina.domain.services.intake.receiving import choose_reading, receive
from pembina.domain.services.models import RequestImport
from pembina.exchange.requests.copying import ENDING
from pembina.exchange.requests.guessing import Guess
from pembina.exchange.requests.receiving import Received
from pembina.exchange.requests.tasks import apply_request_import, check_request_import, undo_request_import
from pembina.exchange.staff.kept_files import KeptFile, forget, keep


def take_in(file: Received, *, name: str, by: User, at: datetime) -> RequestImport:
    """Keep the copy of a file; the same file sent twice leads to the import that was begun the first time."""
    known = same_request_import(by, file_sha256=file.file_sha256, on=local_date(at))
    if known is not None:
        return known
    kept = keep(file.copy, home=settings.PEMBINA_HOME, ending=ENDING)
    return receive(
        file_name=name,
        file_sha256=file.file_sha256,
        reading=file.guess.reading,
        seen=as_seen(file.guess),
        kept_file=kept.path,
        kept_sha256=kept.sha256,
        notes=file.notes,
        by=by,
        at=at,
    )


def as_seen(guess: Guess) -> dict[str, Any]:
    """Return what is shown of a file to choose its reading by, as the import keeps it."""
    return {"columns": guess.columns, "examples": guess.examples, "words": [asdict(word) for word in guess.words]}


def ask_to_check(batch: RequestImport, *, reading: Reading, by: User, at: datetime) -> None:
    """Let a worker check an import under a reading; raises ``WrongStateError``."""
    choose_reading(batch, reading=reading, by=by, at=at)
    check_request_import.enqueue(batch.pk, batch.touched_at.isoformat())


def ask_to_apply(batch: RequestImport, *, by: User, at: datetime, seen: str) -> None:
    """Let a worker apply what was `seen`; raises ``WrongStateError`` or ``OtherPlanError``."""
    begin_apply(batch, seen=seen, at=at)
    apply_request_import.enqueue(batch.pk, batch.touched_at.isoformat(), by.pk, seen)


def ask_to_undo(batch: RequestImport, *, by: User, at: datetime) -> None:
    """Let a worker undo an import; raises ``WrongStateError``."""
    begin_undo(batch, at=at)
    undo_request_import.enqueue(batch.pk, batch.touched_at.isoformat(), by.pk)


def lay_aside(batch: RequestImport, *, by: User, at: datetime) -> None:
    """Discard an import that was never applied, and its copy with it, unless another import was made of the same."""
    discard(batch, by=by, at=at)
    if batch.kept_file and not copy_is_needed(batch):
        forget(KeptFile(batch.kept_file, batch.kept_sha256), home=settings.PEMBINA_HOME)


def ask_again(batch: RequestImport, *, by: User, at: datetime) -> None:
    """Go on after a failure or an interruption: a check runs again; applying and undoing want to be decided anew."""
    was_interrupted = is_interrupted(batch, at=at)
    if was_interrupted:
        release(batch, by=by, at=at)
    if batch.state in (ImportState.FAILED, ImportState.CHECKED):
        begin_check(batch, at=at)
        check_request_import.enqueue(batch.pk, batch.touched_at.isoformat())
