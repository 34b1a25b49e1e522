"""An event that a program reports becomes a step of a request, once however often it is sent."""

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from pembina.domain.access.audit import local_date, one_event
from pembina.domain.access.permissions import Permission
from pembina.domain.people.queries import units_at_or_below
from pembina.domain.services.api_refusals import (
    KeyUsedOtherwiseError,
    TooManyEventsError,
    UnknownNumberError,
    UnknownServiceCodeError,
)
from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.models import ApiToken, PublicService, ServiceRequest
from pembina.domain.services.operations.requests import (
    complete_request,
    pause_request,
    receive_request,
    resume_request,
    withdraw_request,
)
from pembina.domain.services.queries.catalogue import services_reached_by

MOST_A_MINUTE = 600


class EventKind(StrEnum):
    """What may happen to a request."""

    RECEIVED = "received"
    PAUSED = "paused"
    RESUMED = "resumed"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Report:
    """One event as a program reports it; `channel` matters to a receipt, `reason` to a pause."""

    key: str
    event: EventKind
    service: str
    number: str
    moment: datetime
    channel: Channel = Channel.ONLINE
    reason: PauseReason = PauseReason.APPLICANT

    @property
    def digest(self) -> str:
        """Return what tells a repeat from another event under the same key."""
        told = {name: str(value) for name, value in asdict(self).items()}
        return hashlib.sha256(repr(sorted(told.items())).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Taken:
    """The request as it is now, and whether the event had been taken before."""

    request: ServiceRequest
    repeated: bool


def take_report(*, report: Report, token: ApiToken, at: datetime) -> Taken:
    """Write an event down in the name of whoever issued the token.

    Raises
    ------
    KeyUsedOtherwiseError, UnknownServiceCodeError, UnknownNumberError, TooManyEventsError, and what the steps of
    requests refuse; nothing is written then
    """
    with one_event():
        # Two sendings of one key wait for each other here.
        ApiToken.objects.select_for_update(of=("self",)).get(pk=token.pk)
        known = token.events.select_related("request__service").filter(key=report.key).first()
        if known is not None:
            if known.digest != report.digest:
                raise KeyUsedOtherwiseError(report.key)
            return Taken(known.request, repeated=True)
        if token.events.filter(at__gt=at - timedelta(minutes=1)).count() >= MOST_A_MINUTE:
            raise TooManyEventsError(MOST_A_MINUTE)
        request = _step(report, _service(report, token, at), token, at)
        token.events.create(key=report.key, digest=report.digest, request=request, event=report.event.value, at=at)
    return Taken(ServiceRequest.objects.select_related("service").get(pk=request.pk), repeated=False)


def _service(report: Report, token: ApiToken, at: datetime) -> PublicService:
    """Return the service if both the token and whoever issued it still reach it."""
    reached = services_reached_by(token.by, Permission.RECORD_SERVICE, on=local_date(at))
    within = reached.filter(unit__in=units_at_or_below(token.unit).values("pk"))
    service = within.select_related("unit").filter(code=report.service).first()
    if service is None:
        raise UnknownServiceCodeError(report.service)
    return service


def _step(report: Report, service: PublicService, token: ApiToken, at: datetime) -> ServiceRequest:
    by, moment = token.by, report.moment
    if report.event is EventKind.RECEIVED:
        return receive_request(
            service=service, number=report.number, channel=report.channel, received=moment, by=by, at=at
        )
    request = ServiceRequest.objects.filter(service=service, number=report.number.strip()).first()
    if request is None:
        raise UnknownNumberError(report.number)
    if report.event is EventKind.PAUSED:
        pause_request(request=request, reason=report.reason, began=moment, by=by, at=at)
        return request
    step: dict[EventKind, Callable[..., None]] = {
        EventKind.RESUMED: resume_request,
        EventKind.COMPLETED: complete_request,
        EventKind.WITHDRAWN: withdraw_request,
    }
    step[report.event](request=request, ended=moment, by=by, at=at)
    return request
