"""What is on record of the requests that a file names, some thousands at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import QuerySet

from pembina.core.rules.service_time import MISSING
from pembina.domain.services.intake.states import Known, Rest, State
from pembina.domain.services.models import RequestPause, ServiceRequest
from pembina.domain.services.request_columns import instant

Key = tuple[int, str]
FIELDS = (
    "pk", "service_id", "number", "channel", "received_us", "ended_us", "withdrawn", "dates_only", "flaw", "promised",
    "recorded_us",
)  # fmt: skip


def known_by_key(services: Collection[int], numbers: Iterable[str], *, locked: bool = False) -> dict[Key, Known]:
    """Return requests by service and number; `locked` keeps everybody else from changing them meanwhile."""
    found = ServiceRequest.objects.filter(service__in=services, number__in=list(numbers))
    return dict(_known(found, locked))


def known_by_pk(numbers: Collection[int], *, locked: bool = False) -> dict[int, tuple[Key, Known]]:
    """Return requests by their number in the database."""
    return {known.pk: (key, known) for key, known in _known(ServiceRequest.objects.filter(pk__in=numbers), locked)}


def _known(requests: QuerySet[ServiceRequest], locked: bool) -> list[tuple[Key, Known]]:
    if locked:
        # In the order of their keys: two imports that meet wait for each other instead of both giving up.
        list(requests.order_by("pk").select_for_update().values_list("pk"))
    instants = {f"{name}_us": instant(f"{name}_at") for name in ("received", "ended", "recorded")}
    rows = list(requests.order_by().annotate(**instants).values_list(*FIELDS))
    rests = _rests([row[0] for row in rows])
    return [
        (
            (service, number),
            Known(
                pk,
                State(channel, received, ended, withdrawn, dates_only, tuple(rests.get(pk, ())), flaw),
                promised,
                recorded,
            ),
        )
        for pk, service, number, channel, received, ended, withdrawn, dates_only, flaw, promised, recorded in rows
    ]


def _rests(requests: list[int]) -> dict[int, list[Rest]]:
    found: dict[int, list[Rest]] = defaultdict(list)
    if not requests:
        return found
    pauses = RequestPause.objects.filter(request__in=requests)
    told = pauses.annotate(began_us=instant("began_at"), ended_us=instant("ended_at"))
    for request, began, ended, reason in told.values_list("request_id", "began_us", "ended_us", "reason"):
        found[request].append((began, ended, reason))
    for rests in found.values():
        rests.sort(key=lambda rest: (rest[0], rest[1] == MISSING, rest[1]))
    return found
