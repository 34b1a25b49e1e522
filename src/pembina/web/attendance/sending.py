"""What a device tells about its sending, and how it is answered: a page for a form, JSON for the queue of a page."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.utils.datastructures import MultiValueDict

from pembina.domain.access.floods import FloodError
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.attendance_refusals import NotEnrolledError
from pembina.domain.development.operations.attendance import Sending
from pembina.web.components.formatting import in_language

# What a clock of a device may say at most; beyond it nothing is kept.
LATEST = 4_102_444_800_000
STATUSES: dict[type[RefusedError], int] = {FloodError: 429, NotEnrolledError: 404}


def sending_of(sent: MultiValueDict[str, str] | Mapping[str, str]) -> Sending:
    """Return what is told; what cannot be understood is left out."""
    moment, waited = _milliseconds(sent.get("device_at")), _milliseconds(sent.get("waited"))
    device_at = datetime.fromtimestamp(moment / 1000, UTC) if moment else None
    return Sending(_key(sent.get("key")), device_at, timedelta(milliseconds=waited or 0))


def is_queue(request: HttpRequest) -> bool:
    """Say whether the queue of a page asks, which wants JSON."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def status_of(refused: RefusedError) -> int:
    return STATUSES.get(type(refused), 422)


def refused_answer(refused: RefusedError, *, mend: str = "", swap: Mapping[str, str] | None = None) -> JsonResponse:
    """Tell the queue why; it shows that with a way to mend it. 429 alone is tried again."""
    told = {"message": in_language(refused.message), "remedy": in_language(refused.remedy)}
    body = {"stored": False, **told, "mend": mend, "swap": dict(swap or {})}
    return JsonResponse(body, status=status_of(refused))


def stored_answer(*, is_new: bool, swap: Mapping[str, str] | None = None) -> JsonResponse:
    body = {"stored": True, "is_new": is_new, "swap": dict(swap or {})}
    return JsonResponse(body, status=201 if is_new else 200)


def _key(written: str | None) -> UUID | None:
    try:
        return UUID(written) if written else None
    except ValueError:
        return None


def _milliseconds(written: str | None) -> int | None:
    if not written or not written.isascii() or not written.isdigit() or len(written) > 15:
        return None
    return min(int(written), LATEST)
