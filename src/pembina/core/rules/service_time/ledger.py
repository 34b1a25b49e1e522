"""Requests as columns, for a million of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

import numpy as np
import numpy.typing as npt

from pembina.core.rules.service_time.requests import Request
from pembina.core.rules.service_time.timeline import Integers
from pembina.core.rules.service_time.zones import any_microseconds, microseconds

Flags = npt.NDArray[np.bool_]
MISSING = int(np.iinfo(np.int64).min)
"""Stands for no instant: an open request, a pause that lasts."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One request with what the ledger knows about it besides.

    Attributes
    ----------
    service : number of the service
    recorded : when this state of the request was written down
    promised : by the standard in force at receipt, as `PromisedTime.size`; 0 where there is none
    """

    service: int
    request: Request
    recorded: datetime
    promised: int = 0


@dataclass(frozen=True)
class RequestColumns:
    """N requests and P pauses; instants are microseconds since 1970 or MISSING.

    Attributes
    ----------
    service, received, ended, recorded, promised : (N,) as in `LedgerRow` and `Request`
    withdrawn, dates_only : (N,) flags
    pause_of : (P,) position of the request a pause belongs to
    pause_began, pause_ended : (P,) instants
    pause_stops : (P,) whether the clock stands still
    """

    service: Integers
    received: Integers
    ended: Integers
    recorded: Integers
    promised: Integers
    withdrawn: Flags
    dates_only: Flags
    pause_of: Integers
    pause_began: Integers
    pause_ended: Integers
    pause_stops: Flags

    def __post_init__(self) -> None:
        columns = (self.received, self.ended, self.recorded, self.promised, self.withdrawn, self.dates_only)
        if any(column.shape != self.service.shape for column in columns):
            raise ValueError("the columns of the requests differ in length")
        pauses = (self.pause_began, self.pause_ended, self.pause_stops)
        if any(column.shape != self.pause_of.shape for column in pauses):
            raise ValueError("the columns of the pauses differ in length")

    @property
    def count(self) -> int:
        """N, the number of requests."""
        return int(self.service.size)

    @property
    def is_open(self) -> Flags:
        """(N,) whether the request has not ended."""
        missing: Flags = self.ended == MISSING
        return missing

    def only(self, chosen: Flags) -> "RequestColumns":
        """Return the chosen requests, (N,) flags, with their pauses."""
        place, kept = np.cumsum(chosen) - 1, chosen[self.pause_of]
        columns = {name: column[kept if name.startswith("pause_") else chosen] for name, column in _columns(self)}
        columns["pause_of"] = place[columns["pause_of"]]
        return RequestColumns(**columns)

    @classmethod
    def together(cls, parts: Iterable["RequestColumns"]) -> "RequestColumns":
        """Return the requests of all parts, one after the other."""
        shifted, before = [cls.of(())], 0
        for part in parts:
            shifted.append(replace(part, pause_of=part.pause_of + before))
            before += part.count
        names = [name for name, _ in _columns(shifted[0])]
        return cls(**{name: np.concatenate([getattr(part, name) for part in shifted]) for name in names})

    @classmethod
    def of(cls, rows: Iterable[LedgerRow]) -> "RequestColumns":
        """Lay out requests as columns; refuse a naive time."""
        requests, pauses = [], []
        for position, row in enumerate(rows):
            request, now = row.request, microseconds(row.recorded)
            times = (_count(request.received), _count(request.ended), now)
            requests.append((row.service, *times, row.promised, request.withdrawn, request.dates_only))
            pauses += [(position, _count(p.began), _count(p.ended), p.stops_the_clock) for p in request.pauses]
        wide = np.array(requests, dtype=np.int64).reshape(-1, 7)
        rests = np.array(pauses, dtype=np.int64).reshape(-1, 4)
        service, received, ended, recorded, promised, withdrawn, dates_only = wide.T.copy()
        pause_of, began, ends, stops = rests.T.copy()
        return cls(
            service=service,
            received=received,
            ended=ended,
            recorded=recorded,
            promised=promised,
            withdrawn=withdrawn.astype(bool),
            dates_only=dates_only.astype(bool),
            pause_of=pause_of,
            pause_began=began,
            pause_ended=ends,
            pause_stops=stops.astype(bool),
        )


def _count(instant: datetime | None) -> int:
    return MISSING if instant is None else any_microseconds(instant)


def _columns(requests: RequestColumns) -> Iterator[tuple[str, npt.NDArray[Any]]]:
    for column in fields(requests):
        yield column.name, getattr(requests, column.name)
