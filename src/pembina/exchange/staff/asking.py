"""Pages and commands ask here for what a worker then does: check, apply, undo, or try again."""

from datetime import datetime

from django.conf import settings

from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.batches import begin_check, discard, is_interrupted, release
from pembina.domain.people.intake.queries import copy_is_needed
from pembina.domain.people.intake.requests import begin_apply, begin_undo
from pembina.domain.people.models import ImportBatch
from pembina.exchange.staff.kept_files import KeptFile, forget
from pembina.exchange.staff.tasks import apply_import, check_import, undo_import


def ask_to_check(batch: ImportBatch, *, at: datetime) -> None:
    """Let a worker check an import that waits, failed, or was checked against records that have changed since.

    Raises ``WrongStateError`` for any other.
    """
    if batch.state != ImportState.WAITING:
        begin_check(batch, at=at)
    check_import.enqueue(batch.pk, batch.touched_at.isoformat())


def ask_to_apply(batch: ImportBatch, *, by: User, at: datetime, seen: str) -> None:
    """Let a worker apply what was `seen`; raises ``WrongStateError`` or ``OtherPlanError``."""
    begin_apply(batch, seen=seen, at=at)
    apply_import.enqueue(batch.pk, batch.touched_at.isoformat(), by.pk, seen)


def ask_to_undo(batch: ImportBatch, *, by: User, at: datetime) -> None:
    """Let a worker undo an import; raises ``WrongStateError``."""
    begin_undo(batch, at=at)
    undo_import.enqueue(batch.pk, batch.touched_at.isoformat(), by.pk)


def lay_aside(batch: ImportBatch, *, by: User, at: datetime) -> None:
    """Discard an import that was never applied, and its copy with it, unless another import was made of the same."""
    discard(batch, by=by, at=at)
    if batch.kept_file and not copy_is_needed(batch):
        forget(KeptFile(batch.kept_file, batch.kept_sha256), home=settings.PEMBINA_HOME)


def ask_again(batch: ImportBatch, *, by: User, at: datetime) -> None:
    """Go on after a failure or an interruption: a check runs again; applying and undoing want to be decided anew."""
    was_interrupted = is_interrupted(batch, at=at)
    if was_interrupted:
        release(batch, by=by, at=at)
    if batch.state == ImportState.FAILED or not was_interrupted:
        ask_to_check(batch, at=at)
