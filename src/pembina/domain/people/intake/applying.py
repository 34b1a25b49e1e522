"""An import happens: all of it or nothing."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from datetime import datetime
from typing import Any, Protocol

from django.db.models import TextField
from django.db.models.functions import Cast

from pembina.core.collector import collector_paused
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportKind, ImportState
from pembina.domain.people.intake.locking import lock_people
from pembina.domain.people.intake.plan import Applied, Fingerprint, Values
from pembina.domain.people.intake.refusals import OtherPlanError
from pembina.domain.people.intake.staff_writing import StaffWriter
from pembina.domain.people.intake.transitions import BEFORE, WrongStateError, move
from pembina.domain.people.intake.unit_writing import UnitWriter
from pembina.domain.people.models import ImportBatch

APPLIED = tuple(field.name for field in fields(Applied))
VALUES = ("before", "after")


class Writer(Protocol):
    """Writes the changes of a batch forth and back."""

    def __init__(self, batch: ImportBatch, changes: Sequence[Applied]) -> None: ...

    def apply(self, *, by: User | None, at: datetime) -> None: ...

    def undo(self, *, by: User | None, at: datetime) -> None: ...


WRITERS: dict[str, type[Writer]] = {ImportKind.STAFF: StaffWriter, ImportKind.UNITS: UnitWriter}


def apply(
    batch: ImportBatch,
    *,
    by: User | None,
    at: datetime,
    seen: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write what the check found, in one transaction; `seen` is the digest of the plan that was looked at.

    Whatever stops it, the record is as it was before. A batch that was checked is put back to that, to be checked or
    applied again; whoever has called with one that is being applied already puts it back.

    Raises
    ------
    ChangedSinceError : what is on record is no longer what was checked
    OtherPlanError : the plan is not the one that was looked at
    WrongStateError : the batch is not one that was checked and not applied
    """
    if seen is not None and seen != batch.digest:
        raise OtherPlanError
    with in_state(batch, ImportState.APPLYING, at=at):
        changes = changes_of(batch)
        if progress is not None:
            progress(0, len(changes))
        WRITERS[batch.kind](batch, changes).apply(by=by, at=at)
        move(batch, ImportState.APPLIED, at=at, applied_at=at)
        record("apply_import", on=batch, by=by, at=at, changes=_told(batch))
        seal(kind=ChainKind.IMPORT_APPLIED, subject=batch, content=sealed_of(batch), by=by, at=at)
    if progress is not None:
        progress(len(changes), len(changes))


def sealed_of(batch: ImportBatch) -> dict[str, Any]:
    """Return what must be provable of an import later: which file it was, and how much it changed."""
    said = ("kind", "file_name", "file_sha256", "complete", "numbers", "digest")
    return {name: getattr(batch, name) for name in said} | {"on": batch.on.isoformat()}


@contextmanager
def in_state(batch: ImportBatch, state: ImportState, *, at: datetime) -> Iterator[None]:
    """Hold one transaction in which a batch is in a running `state` and nobody else writes the records of people."""
    is_ours = batch.state != state
    if is_ours:
        move(batch, state, at=at)
    try:
        with collector_paused(), one_event():
            lock_people()
            if not ImportBatch.objects.filter(pk=batch.pk, state=state).exists():
                raise WrongStateError(ImportState(batch.state), state)
            yield
    except BaseException:
        batch.refresh_from_db()
        if is_ours and batch.state == state:
            move(batch, BEFORE[state], at=at)
        raise


def changes_of(batch: ImportBatch) -> list[Applied]:
    """Return the changes in the order of the file; raises ``OtherPlanError`` if the check wrote others."""
    columns = [Cast(each, TextField()) if each in VALUES else each for each in APPLIED]
    rows = list(batch.changes.order_by("pk").values_list(*columns))
    before, after = (_decoded([row[place] for row in rows]) for place in map(APPLIED.index, VALUES))
    seen, changes = Fingerprint(), _applied(rows, before, after)
    found = list(seen.through(changes))
    if str(seen) != batch.digest:
        raise OtherPlanError
    return found


def _applied(rows: Sequence[tuple[Any, ...]], *values: Sequence[Values]) -> Iterator[Applied]:
    for (pk, kind, step, key, name, _, _, *numbers), before, after in zip(rows, *values, strict=True):
        yield Applied(pk, kind, step, key, name, before, after, *numbers)


def _decoded(texts: Sequence[str]) -> list[Values]:
    """Return what the texts hold, read as one: their few keys are then the same strings, compared without a look."""
    values: list[Values] = json.loads(f"[{','.join(texts)}]")
    return values


def _told(batch: ImportBatch) -> dict[str, tuple[str, str]]:
    told = {"state": (ImportState.CHECKED.value, ImportState.APPLIED.value)}
    return told | {name: ("", str(batch.numbers[name])) for name in ("new", "changed", "leaving")}
