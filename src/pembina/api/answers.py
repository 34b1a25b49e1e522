"""What programs are answered: the request as it is now, or what is wrong with which field and what to do."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.http import JsonResponse

from pembina.core.text import Text
from pembina.domain.services.models import RequestPause, ServiceRequest


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the field, why, and the remedy, in both languages."""

    field: str
    message: Text
    remedy: Text


def refusal(status: int, field: str, message: Text, remedy: Text) -> JsonResponse:
    """Return the answer that nothing was written, and why."""
    return faults(status, [Fault(field, message, remedy)])


def faults(status: int, found: Sequence[Fault]) -> JsonResponse:
    """Return the same for several fields."""
    return JsonResponse({"errors": [asdict(fault) for fault in found]}, status=status)


def request_now(request: ServiceRequest, *, repeated: bool) -> JsonResponse:
    """Return the request as it is on record; 201 for an event that was taken now, 200 for one that had been."""
    resting = RequestPause.objects.filter(request=request, ended_at__isnull=True).exists()
    told = {
        "service": request.service.code,
        "number": request.number,
        "received": request.received_at,
        "ended": request.ended_at,
        "withdrawn": request.withdrawn,
        "resting": resting,
    }
    return JsonResponse({"request": told, "repeated": repeated}, status=200 if repeated else 201)
