"""The drawn requests as rows of the database, a few of them spoilt the way real ledgers are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from pembina.core.rules.service_time import MISSING, Pause, Request, flaw_of
from pembina.core.rules.service_time import PauseReason as Reason
from pembina.core.rules.service_time.timeline import Integers
from pembina.core.rules.service_time.zones import instant_of
from pembina.domain.access.bulk_rows import add_rows
from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.models import PublicService, RequestPause, ServiceRequest
from pembina.domain.services.tallies import columns_of, retally

Flags = npt.NDArray[np.bool_]
REQUEST = (
    "service_id", "number", "channel", "received_at", "ended_at", "withdrawn", "dates_only", "recorded_at", "promised",
    "flaw",
)  # fmt: skip
PAUSE = ("request_id", "began_at", "ended_at", "reason")
IMPOSSIBLE = 0.006
# What programs write for no date.
PLACEHOLDER = datetime(1900, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Columns:
    """N drawn requests in the order of their receipt; instants are microseconds since 1970 or MISSING."""

    received: Integers
    ended: Integers
    withdrawn: Flags
    recorded: Integers
    online: Flags
    rest_began: Integers
    rest_ended: Integers
    promised: Integers


def write_requests(service: PublicService, drawn: Columns, rng: np.random.Generator, at: datetime) -> int:
    """Write the requests of a service with their rests and count them; return how many."""
    rows = list(_rows(service, drawn, rng, at))
    add_rows(ServiceRequest, REQUEST, (row for row, _ in rows))
    mine = ServiceRequest.objects.filter(service=service)
    numbers = dict(mine.values_list("number", "pk"))
    rests = ((numbers[row[1]], *rest, PauseReason.APPLICANT.value) for row, rest in rows if rest is not None)
    add_rows(RequestPause, PAUSE, rests)
    retally(after=columns_of(mine))
    return len(rows)


def _rows(
    service: PublicService, drawn: Columns, rng: np.random.Generator, at: datetime
) -> Iterator[tuple[tuple[Any, ...], tuple[datetime, datetime | None] | None]]:
    """Yield each request as a row, with its rest."""
    channels = rng.choice([Channel.COUNTER, Channel.PHONE, Channel.OUTREACH, Channel.POST], drawn.received.size,
                          p=[0.82, 0.06, 0.08, 0.04])  # fmt: skip
    spoilt = np.where(rng.random(drawn.received.size) < IMPOSSIBLE, rng.integers(1, 5, drawn.received.size), 0)
    for place in range(drawn.received.size):
        received, ended = _moment(drawn.received[place]), _moment(drawn.ended[place])
        rest = None
        if drawn.rest_began[place] != MISSING and not spoilt[place]:
            rest = (_told(drawn.rest_began[place]), _moment(drawn.rest_ended[place]))
        number = f"{_told(drawn.received[place]):%Y}-{place + 1:05}"
        received, ended = _spoilt(int(spoilt[place]), received, ended)
        recorded = min(at, max([_told(drawn.recorded[place]), *(each for each in (received, ended) if each)]))
        pauses = () if rest is None else (Pause(*rest, Reason.APPLICANT),)
        flaw = flaw_of(Request(received, ended, pauses=pauses), at=recorded)
        channel = Channel.ONLINE if drawn.online[place] else channels[place]
        row = (
            service.pk, number, str(channel.value if isinstance(channel, Channel) else channel), received, ended,
            bool(drawn.withdrawn[place]) and ended is not None, False, recorded, int(drawn.promised[place]), flaw or "",
        )  # fmt: skip
        yield row, rest


def _spoilt(how: int, received: datetime | None, ended: datetime | None) -> tuple[datetime | None, datetime | None]:
    """Return the times as they are, or as a hurried hand writes them."""
    match how:
        case 1:
            return ended or received, received
        case 2:
            return PLACEHOLDER, ended
        case 3:
            return received, received
        case 4:
            return None, ended
    return received, ended


def _moment(count: np.int64) -> datetime | None:
    return None if count == MISSING else _told(count)


def _told(count: np.int64) -> datetime:
    return instant_of(int(count), "UTC")
