"""Wrong entries of requests: the last step is undone while it is fresh, anything else is corrected with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pembina.domain.access.audit import Changes, events_on, record
from pembina.domain.access.models import User
from pembina.domain.people.refusals import NothingChangesError, ReasonMissingError
from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.ledger_refusals import NothingToUndoError, RequestNumberMissingError
from pembina.domain.services.models import RequestPause, ServiceRequest
from pembina.domain.services.operations.requests import (
    promised_on,
    require_number_free,
    require_open_on,
    require_sound,
    rewriting,
)

UNDONE_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A pause as it should be."""

    began: datetime
    ended: datetime | None
    reason: PauseReason


@dataclass(frozen=True, slots=True)
class Entry:
    """What a request should say."""

    number: str
    channel: Channel
    received: datetime
    ended: datetime | None
    withdrawn: bool
    pauses: Sequence[Stretch]


def correct_request(*, request: ServiceRequest, entry: Entry, why: str, by: User | None, at: datetime) -> Changes:
    """Write a request as it should have been, and return what changed; its promise follows the day of receipt.

    Raises
    ------
    ReasonMissingError, RequestNumberTakenError, ServiceClosedError, InTheFutureError, ImpossibleRequestError,
    NothingChangesError
    """
    if not why.strip():
        raise ReasonMissingError
    with rewriting(request) as found:
        before = _told(found)
        _write(found, entry, at)
        require_sound(found, at=at)
        found.full_clean(validate_constraints=False)
        found.save()
        after = _told(found)
        changes = {name: (before[name], after[name]) for name in after if before[name] != after[name]}
        if not changes:
            raise NothingChangesError
        record("correct_request", on=found, by=by, at=at, changes=changes, why=why.strip())
    return changes


def undo_last_step(*, request: ServiceRequest, by: User | None, at: datetime) -> str:
    """Take back the last step on a request and return which it was; a receipt taken back leaves no request.

    Raises
    ------
    NothingToUndoError : the step is older than a day, was a correction or an import, or is undone already
    """
    with rewriting(request) as found:
        last = events_on(found).first()
        undo = _UNDOING.get(last.operation) if last is not None else None
        if last is None or undo is None or at - last.timestamp > UNDONE_WITHIN:
            raise NothingToUndoError
        record("undo_request_step", on=found, by=by, at=at, changes={"step": (last.operation, "")})
        undo(found, last.changes or {}, at)
    return str(last.operation)


def may_undo(request: ServiceRequest, *, at: datetime) -> bool:
    """Say whether the last step on a request can be taken back."""
    last = events_on(request).first()
    return last is not None and last.operation in _UNDOING and at - last.timestamp <= UNDONE_WITHIN


def _write(request: ServiceRequest, entry: Entry, at: datetime) -> None:
    number = entry.number.strip()
    if not number:
        raise RequestNumberMissingError
    if number != request.number:
        require_number_free(request.service, number)
    if entry.received != request.received_at:
        require_open_on(request.service, entry.received)
        request.promised = promised_on(request.service, entry.received)
    request.dates_only = request.dates_only and _are_days(request, entry)
    request.number, request.channel, request.recorded_at = number, entry.channel, at
    request.received_at, request.ended_at = entry.received, entry.ended
    request.withdrawn = entry.withdrawn and entry.ended is not None
    request.pauses.all().delete()
    RequestPause.objects.bulk_create(
        RequestPause(request=request, began_at=pause.began, ended_at=pause.ended, reason=pause.reason)
        for pause in entry.pauses
    )


def _are_days(request: ServiceRequest, entry: Entry) -> bool:
    """Say whether nothing of what is entered is an hour: a time is as it was, or stands at midnight too."""
    zone = ZoneInfo(request.service.unit.time_zone)
    given = ((entry.received, request.received_at), (entry.ended, request.ended_at))
    return all(new in (None, old) or new.astimezone(zone).time() == time.min for new, old in given)


def _told(request: ServiceRequest) -> dict[str, str]:
    """Return what a request says, as the trail tells it."""
    pauses = request.pauses.order_by("began_at", "pk")
    return {
        "number": request.number,
        "channel": request.channel,
        "received_at": _moment(request.received_at),
        "ended_at": _moment(request.ended_at),
        "withdrawn": str(request.withdrawn),
        "promised": str(request.promised),
        "dates_only": str(request.dates_only),
        "pauses": "; ".join(f"{_moment(p.began_at)} – {_moment(p.ended_at)} {p.reason}" for p in pauses),
    }


def _moment(when: datetime | None) -> str:
    return when.isoformat() if when else ""


def _unreceive(request: ServiceRequest, changes: dict[str, Any], at: datetime) -> None:
    request.delete()


def _unpause(request: ServiceRequest, changes: dict[str, Any], at: datetime) -> None:
    request.pauses.filter(ended_at__isnull=True).delete()
    _note(request, at)


def _rest_again(request: ServiceRequest, changes: dict[str, Any], at: datetime) -> None:
    last = request.pauses.order_by("-began_at", "-pk").first()
    if last is not None:
        last.ended_at = None
        last.save(update_fields=["ended_at"])
    _note(request, at)


def _reopen(request: ServiceRequest, changes: dict[str, Any], at: datetime) -> None:
    request.ended_at, request.withdrawn = None, False
    if "resumed_at" in changes:
        _rest_again(request, changes, at)
    else:
        _note(request, at)


def _note(request: ServiceRequest, at: datetime) -> None:
    request.recorded_at = at
    request.save()


_UNDOING = {
    "receive_request": _unreceive,
    "pause_request": _unpause,
    "resume_request": _rest_again,
    "complete_request": _reopen,
    "withdraw_request": _reopen,
}
