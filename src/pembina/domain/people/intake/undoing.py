"""An import is taken back."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q

from pembina.domain.access.audit import record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.applying import WRITERS, changes_of, in_state, sealed_of
from pembina.domain.people.intake.refusals import LaterImportError
from pembina.domain.people.intake.transitions import move
from pembina.domain.people.models import ImportBatch, ImportChange


def undo(
    batch: ImportBatch, *, by: User | None, at: datetime, progress: Callable[[int, int], None] | None = None
) -> None:
    """Put every record that an import has touched back as it was, in one transaction.

    Raises
    ------
    LaterImportError : a later import touches the same records; it comes first
    ChangedAfterwardsError : somebody has changed since what the import wrote
    InUseSinceError : something later hangs on a person or unit that the import made
    WrongStateError : the batch is not applied
    """
    with in_state(batch, ImportState.UNDOING, at=at):
        _refuse_if_later(batch)
        changes = changes_of(batch)
        if progress is not None:
            progress(0, len(changes))
        WRITERS[batch.kind](batch, changes).undo(by=by, at=at)
        move(batch, ImportState.UNDONE, at=at, undone_at=at)
        told = {"state": (ImportState.APPLIED.value, ImportState.UNDONE.value)}
        record("undo_import", on=batch, by=by, at=at, changes=told)
        seal(kind=ChainKind.IMPORT_UNDONE, subject=batch, content=sealed_of(batch), by=by, at=at)
    if progress is not None:
        progress(len(changes), len(changes))


def _refuse_if_later(batch: ImportBatch) -> None:
    """Imports are taken back in the reverse of their order, as far as they meet in a record."""
    mine = Q(changes__record__in=ImportChange.objects.filter(batch=batch).values("record"))
    if batch.first_person is not None:
        mine |= Q(changes__record__range=(batch.first_person, batch.first_person + batch.counts.new - 1))
    later = ImportBatch.objects.filter(
        mine, kind=batch.kind, state=ImportState.APPLIED, applied_at__gte=batch.applied_at
    )
    other = later.exclude(pk=batch.pk).order_by("-applied_at", "-pk").first()
    if other is not None and (other.applied_at, other.pk) > (batch.applied_at, batch.pk):
        raise LaterImportError(other.file_name)
