"""Requests of random lives as rows of the database."""

from core.rules.service_requests import NOW
from pembina.core.rules.service_time import Flaw, Request, flaw_of
from pembina.domain.services.models import RequestPause, ServiceRequest

MEASURED_BY_THE_CLOCK = "working_time"


def write(service, request: Request, number: str, *, promised=0, recorded=NOW) -> ServiceRequest:
    """Write a request as an import would, flawed or not."""
    flaw = flaw_of(request, at=recorded)
    row = ServiceRequest.objects.create(
        service=service,
        number=number,
        channel="counter",
        received_at=request.received,
        ended_at=request.ended,
        withdrawn=request.withdrawn and request.ended is not None,
        dates_only=request.dates_only,
        recorded_at=recorded,
        promised=promised,
        flaw=flaw or (Flaw.NO_RECEIPT if request.received is None else ""),
    )
    open_pauses = [pause for pause in request.pauses if pause.ended is None][:1]
    for pause in [pause for pause in request.pauses if pause.ended is not None] + open_pauses:
        RequestPause.objects.create(request=row, began_at=pause.began, ended_at=pause.ended, reason=pause.reason)
    return row


def remove(row: ServiceRequest) -> None:
    row.pauses.all().delete()
    row.delete()
