"""Requests are received, rest, go on and end. Each step follows into the tallies within its own transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Max

from pembina.core.rules.service_time import Flaw, RequestColumns, flaw_of
from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.services.catalogue_refusals import ServiceClosedError
from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.ledger_refusals import (
    BeforeLastStepError,
    BeforeReceiptError,
    FlawedFirstError,
    ImpossibleRequestError,
    InTheFutureError,
    RequestEndedError,
    RequestNumberMissingError,
    RequestNumberTakenError,
    RequestRestsError,
    RequestRunsError,
)
from pembina.domain.services.models import PublicService, RequestPause, ServiceRequest
from pembina.domain.services.request_records import as_request
from pembina.domain.services.standards import promise_of, standard_of
from pembina.domain.services.tallies import columns_of, retally


def receive_request(
    *, service: PublicService, number: str, channel: Channel, received: datetime, by: User | None, at: datetime
) -> ServiceRequest:
    """Write down that a request came; the promise is that of the standard in force on that day, 0 without one.

    Raises
    ------
    RequestNumberMissingError, RequestNumberTakenError, ServiceClosedError, InTheFutureError, ImpossibleRequestError
    """
    number = number.strip()
    if not number:
        raise RequestNumberMissingError
    with one_event():
        # Two counters that type the same number at once wait for each other here.
        service = PublicService.objects.select_for_update(of=("self",)).select_related("unit").get(pk=service.pk)
        require_open_on(service, received)
        require_number_free(service, number)
        request = ServiceRequest(
            service=service,
            number=number,
            channel=channel,
            received_at=received,
            recorded_at=at,
            promised=promised_on(service, received),
        )
        require_sound(request, at=at)
        request.full_clean(validate_constraints=False)
        request.save()
        retally(after=_columns(request))
        changes = {"number": ("", number), "received_at": ("", received.isoformat())}
        record("receive_request", on=request, by=by, at=at, changes=changes, created=True)
    return request


def pause_request(
    *, request: ServiceRequest, reason: PauseReason, began: datetime, by: User | None, at: datetime
) -> RequestPause:
    """Let a request rest; only while it waits for the applicant does the clock of the standard stand still."""
    with _step(request, at=at) as found:
        if _open_pause(found) is not None:
            raise RequestRestsError(found.number)
        _require_after(found, began, at)
        pause = RequestPause.objects.create(request=found, began_at=began, reason=reason)
        changes = {"began_at": ("", began.isoformat()), "reason": ("", reason)}
        record("pause_request", on=found, by=by, at=at, changes=changes)
    return pause


def resume_request(*, request: ServiceRequest, ended: datetime, by: User | None, at: datetime) -> None:
    """Let a request go on; raises ``RequestRunsError`` where it does not rest."""
    with _step(request, at=at) as found:
        pause = _open_pause(found)
        if pause is None:
            raise RequestRunsError(found.number)
        _require_after(found, ended, at)
        _close(pause, ended)
        record("resume_request", on=found, by=by, at=at, changes={"resumed_at": ("", ended.isoformat())})


def complete_request(*, request: ServiceRequest, ended: datetime, by: User | None, at: datetime) -> None:
    """Write down that a request is done; one that rests goes on at that moment."""
    with _step(request, at=at) as found:
        changes = _end(found, ended, at)
        record("complete_request", on=found, by=by, at=at, changes=changes)


def withdraw_request(*, request: ServiceRequest, ended: datetime, by: User | None, at: datetime) -> None:
    """Write down that the applicant took a request back; it counts as ended, not as done."""
    with _step(request, at=at) as found:
        found.withdrawn = True
        changes = _end(found, ended, at)
        record("withdraw_request", on=found, by=by, at=at, changes=changes)


@contextmanager
def rewriting(request: ServiceRequest) -> Iterator[ServiceRequest]:
    """Hold a request and let the tallies follow what is done to it, or to its being there at all."""
    with one_event():
        found = (
            ServiceRequest.objects.select_for_update(of=("self",)).select_related("service__unit").get(pk=request.pk)
        )
        before = _columns(found)
        yield found
        retally(before=before, after=_columns(request))


def require_sound(request: ServiceRequest, *, at: datetime) -> None:
    """Raise ``InTheFutureError`` or ``ImpossibleRequestError`` where the times cannot be measured; set no flaw else."""
    flaw = flaw_of(as_request(request), at=at)
    if flaw is Flaw.FUTURE:
        raise InTheFutureError
    if flaw is not None:
        raise ImpossibleRequestError(flaw)
    request.flaw = ""


def require_number_free(service: PublicService, number: str) -> None:
    """Raise ``RequestNumberTakenError`` where a request of the service has the number."""
    if ServiceRequest.objects.filter(service=service, number=number).exists():
        raise RequestNumberTakenError(number, service.name)


def require_open_on(service: PublicService, moment: datetime) -> None:
    """Raise ``ServiceClosedError`` unless the service was open on the local day of a moment."""
    on = local_day(service, moment)
    if service.opened_on > on or (service.closed_on is not None and service.closed_on < on):
        raise ServiceClosedError(service.name, on)


def promised_on(service: PublicService, moment: datetime) -> int:
    """Return the promise of the standard in force at a moment, as requests keep it."""
    promise = promise_of(standard_of(service, local_day(service, moment)))
    return promise.size if promise else 0


def local_day(service: PublicService, moment: datetime) -> date:
    return moment.astimezone(ZoneInfo(service.unit.time_zone)).date()


@contextmanager
def _step(request: ServiceRequest, *, at: datetime) -> Iterator[ServiceRequest]:
    """Hold a request that is open and sound, and note when this was written."""
    with rewriting(request) as found:
        if found.ended_at is not None:
            raise RequestEndedError(found.number)
        if found.flaw or found.received_at is None:
            raise FlawedFirstError(found.number)
        found.recorded_at = at
        yield found
        found.save()


def _end(request: ServiceRequest, ended: datetime, at: datetime) -> Changes:
    _require_after(request, ended, at)
    changes = {"ended_at": ("", ended.isoformat())}
    pause = _open_pause(request)
    if pause is not None:
        _close(pause, ended)
        changes["resumed_at"] = ("", ended.isoformat())
    request.ended_at = ended
    require_sound(request, at=at)
    return changes


def _open_pause(request: ServiceRequest) -> RequestPause | None:
    return request.pauses.filter(ended_at__isnull=True).first()


def _close(pause: RequestPause, ended: datetime) -> None:
    pause.ended_at = ended
    pause.save(update_fields=["ended_at"])


def _require_after(request: ServiceRequest, moment: datetime, at: datetime) -> None:
    """Refuse a step in the future, before the receipt, or before a pause that has been written down."""
    if moment > at:
        raise InTheFutureError
    if request.received_at is not None and moment < request.received_at:
        raise BeforeReceiptError
    last = request.pauses.aggregate(began=Max("began_at"), ended=Max("ended_at"))
    if any(time is not None and moment < time for time in last.values()):
        raise BeforeLastStepError


def _columns(request: ServiceRequest) -> RequestColumns:
    return columns_of(ServiceRequest.objects.filter(pk=request.pk))
