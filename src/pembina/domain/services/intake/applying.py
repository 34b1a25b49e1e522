"""An import of requests happens: all of it or nothing, and all of it can be taken back."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import IntegrityError

from pembina.core.collector import collector_paused
from pembina.core.rules.service_time import RequestColumns
from pembina.core.rules.service_time.zones import microseconds
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.bulk_rows import remove_rows
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.hanging import refuse_if_needed
from pembina.domain.people.intake.refusals import ChangedAfterwardsError, LaterImportError, OtherPlanError
from pembina.domain.people.intake.transitions import BEFORE, WrongStateError, move
from pembina.domain.services.enums import RequestStep
from pembina.domain.services.intake.on_record import known_by_pk
from pembina.domain.services.intake.planning import AT_A_TIME, Digest, plan
from pembina.domain.services.intake.queries import require_reach
from pembina.domain.services.intake.refusals import RequestsChangedSinceError
from pembina.domain.services.intake.rows import RequestsRead
from pembina.domain.services.intake.writing import RequestWriter, columns_of_known, put_back
from pembina.domain.services.models import RequestImport, RequestImportChange, RequestPause, ServiceRequest
from pembina.domain.services.tallies import retally

Progress = Callable[[int, int], None]
NAMED = 20


def apply(
    batch: RequestImport,
    read: RequestsRead,
    *,
    by: User | None,
    at: datetime,
    seen: str | None = None,
    progress: Progress | None = None,
) -> None:
    """Write what the check found, in one transaction; `seen` is the digest of the plan that was looked at.

    Raises
    ------
    RequestsChangedSinceError : what is on record, or the services that may be named, are not what was checked
    OtherPlanError : the plan is not the one that was looked at
    WrongStateError : the batch is not one that was checked and not applied
    """
    if seen is not None and seen != batch.digest:
        raise OtherPlanError
    with in_state(batch, ImportState.APPLYING, at=at):
        remove_rows(RequestImportChange.objects.filter(batch=batch))
        _write(batch, read, at=microseconds(at), progress=progress)
        move(batch, ImportState.APPLIED, at=at, applied_at=at)
        told = {"state": (ImportState.CHECKED.value, ImportState.APPLIED.value)}
        told |= {name: ("", str(batch.numbers[name])) for name in ("new", "changed")}
        record("apply_import", on=batch, by=by, at=at, changes=told)
        seal(kind=ChainKind.IMPORT_APPLIED, subject=batch, content=sealed_of(batch), by=by, at=at)


def undo(batch: RequestImport, *, by: User | None, at: datetime, progress: Progress | None = None) -> None:
    """Put every request that an import has touched back as it was, in one transaction.

    Raises
    ------
    LaterImportError : a later import touches the same requests; it comes first
    ChangedAfterwardsError : somebody has changed since what the import wrote
    InUseSinceError : something later hangs on a request that the import made
    ImportOutOfReachError : ``by`` does not, or no longer, reach all services that it touches
    WrongStateError : the batch is not applied
    """
    with in_state(batch, ImportState.UNDOING, at=at):
        if by is not None:
            require_reach(batch, by=by, on=local_date(at))
        _refuse_if_later(batch)
        _take_back(batch, progress=progress)
        move(batch, ImportState.UNDONE, at=at, undone_at=at)
        told = {"state": (ImportState.APPLIED.value, ImportState.UNDONE.value)}
        record("undo_import", on=batch, by=by, at=at, changes=told)
        seal(kind=ChainKind.IMPORT_UNDONE, subject=batch, content=sealed_of(batch), by=by, at=at)


def sealed_of(batch: RequestImport) -> dict[str, Any]:
    """Return what must be provable of an import later: which file it was, how it was read, how much it changed."""
    return {name: getattr(batch, name) for name in ("file_name", "file_sha256", "reading", "numbers", "digest")}


@contextmanager
def in_state(batch: RequestImport, state: ImportState, *, at: datetime) -> Iterator[None]:
    """Hold one transaction in which a batch is in a running `state`; whatever stops it, it goes back to before."""
    is_ours = batch.state != state
    if is_ours:
        move(batch, state, at=at)
    try:
        with collector_paused(), one_event():
            if not RequestImport.objects.select_for_update().filter(pk=batch.pk, state=state).exists():
                raise WrongStateError(ImportState(batch.state), state)
            yield
    except BaseException:
        batch.refresh_from_db()
        if is_ours and batch.state == state:
            move(batch, BEFORE[state], at=at)
        raise


def _write(batch: RequestImport, read: RequestsRead, *, at: int, progress: Progress | None) -> None:
    writer = RequestWriter(batch, services=set(read.rows.service.tolist()), at=at)
    digest = Digest()
    done = 0
    try:
        for chunk in plan(read.rows, at=at, locked=True):
            digest.add(chunk)
            writer.write(chunk)
            done += len(chunk)
            if progress is not None:
                progress(done, read.rows.count)
    except IntegrityError as somebody_else:
        # Another writer has recorded one of the new numbers in this moment.
        raise RequestsChangedSinceError from somebody_else
    if digest.text() != batch.digest:
        raise RequestsChangedSinceError
    writer.settle()


def _take_back(batch: RequestImport, *, progress: Progress | None) -> None:
    changes = batch.changes.order_by("id").values_list("request", "step", "before", "mark")
    refuse_if_needed(
        ServiceRequest.objects.filter(pk__in=batch.changes.filter(step=RequestStep.NEW).values("request")),
        but=[RequestPause],
    )
    source, before, after, done = changes.iterator(chunk_size=AT_A_TIME), [], [], 0
    while chunk := list(islice(source, AT_A_TIME)):
        gone, back = _take_back_some(chunk)
        before.append(gone)
        after.append(back)
        done += len(chunk)
        if progress is not None:
            progress(done, batch.change_count)
    retally(before=RequestColumns.together(before), after=RequestColumns.together(after))


def _take_back_some(chunk: Sequence[tuple[int, str, Any, int]]) -> tuple[RequestColumns, RequestColumns]:
    """Take some changes back; return the requests as they were written, and the changed ones as they were before."""
    known = known_by_pk([request for request, *_ in chunk], locked=True)
    stale = [
        known[request][0][1] if request in known else str(request)
        for request, _, _, mark in chunk
        if request not in known or known[request][1].state.mark != mark
    ]
    if stale:
        raise ChangedAfterwardsError(stale[:NAMED])
    gone = columns_of_known([(known[request][0][0], known[request][1]) for request, *_ in chunk])
    back = put_back(
        [(request, known[request][0][0], kept) for request, step, kept, _ in chunk if step == RequestStep.CHANGED]
    )
    made = [request for request, step, *_ in chunk if step == RequestStep.NEW]
    remove_rows(RequestPause.objects.filter(request__in=made))
    remove_rows(ServiceRequest.objects.filter(pk__in=made))
    return gone, back


def _refuse_if_later(batch: RequestImport) -> None:
    """Imports are taken back in the reverse of their order, as far as they meet in a request."""
    mine = batch.changes.values("request")
    later = RequestImport.objects.filter(state=ImportState.APPLIED, applied_at__gte=batch.applied_at).exclude(
        pk=batch.pk
    )
    for other in later.order_by("-applied_at", "-pk"):
        if (other.applied_at, other.pk) > (batch.applied_at, batch.pk) and other.changes.filter(
            request__in=mine
        ).exists():
            raise LaterImportError(other.file_name)
