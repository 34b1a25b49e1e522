"""A request that was received under the wrong service goes to the right one."""

from datetime import datetime

from pembina.domain.access.audit import Changes, record
from pembina.domain.access.models import User
from pembina.domain.people.refusals import NothingChangesError, ReasonMissingError
from pembina.domain.services.models import PublicService, RequestImportChange, ServiceRequest
from pembina.domain.services.operations.requests import (
    promised_on,
    require_number_free,
    require_open_on,
    rewriting,
)

# No state has it, so that an import which wrote the request cannot be undone over the move.
MOVED = 0


def move_request(
    *, request: ServiceRequest, service: PublicService, why: str, by: User | None, at: datetime
) -> Changes:
    """Put a request under another service, with its number and all its times, and return what changed.

    The promise becomes that of the other service on the day of receipt; the months of both are counted anew.

    Raises
    ------
    ReasonMissingError, NothingChangesError, RequestNumberTakenError, ServiceClosedError
    """
    if not why.strip():
        raise ReasonMissingError
    with rewriting(request) as found:
        # Whoever receives the same number there at once waits here.
        target = PublicService.objects.select_for_update(of=("self",)).select_related("unit").get(pk=service.pk)
        if target.pk == found.service_id:
            raise NothingChangesError
        require_number_free(target, found.number)
        before = _told(found)
        if found.received_at is not None:
            require_open_on(target, found.received_at)
            found.promised = promised_on(target, found.received_at)
        found.service = target
        if not found.flaw:
            # An impossible one is judged by when it was written down.
            found.recorded_at = at
        found.save()
        RequestImportChange.objects.filter(request=found.pk).update(mark=MOVED)
        after = _told(found)
        changes = {name: (before[name], after[name]) for name in after if before[name] != after[name]}
        record("move_request", on=found, by=by, at=at, changes=changes, why=why.strip())
    return changes


def _told(request: ServiceRequest) -> dict[str, str]:
    return {"service": request.service.code, "promised": str(request.promised)}
