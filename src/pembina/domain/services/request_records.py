"""A request of the database as the rule reads it, and its life with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from pembina.core.rules.service_time import (
    Due,
    Flaw,
    Measure,
    Pause,
    PauseReason,
    Request,
    RequestLife,
    WorkingCalendar,
    due_of,
    request_life,
)
from pembina.domain.services.calendars import calendars_of
from pembina.domain.services.models import RequestPause, ServiceRequest
from pembina.domain.services.tally_basis import SHORTEST_TIME

_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class ToldRequest:
    """A request with its life up to a moment.

    Attributes
    ----------
    life : None where it is impossible; `flaw` then says why
    measure : of its promise, else of nothing
    due : until when it must be done; None without a promise, or impossible
    over : by how much the promise was exceeded, in its own measure; 0 or less within it, None without a promise
    """

    row: ServiceRequest
    calendar: WorkingCalendar
    request: Request
    flaw: Flaw | None
    life: RequestLife | None
    measure: Measure
    due: Due | None
    over: int | None

    @property
    def is_late(self) -> bool:
        """Return whether the promise is broken."""
        return self.over is not None and self.over > 0 and not self.row.withdrawn


def as_request(row: ServiceRequest, pauses: Iterable[RequestPause] | None = None) -> Request:
    """Return a request as the rule reads it; `pauses` where they are not those of the database."""
    if pauses is None:
        pauses = row.pauses.all() if row.pk else ()
    told = tuple(Pause(p.began_at, p.ended_at, PauseReason(p.reason)) for p in pauses)
    return Request(row.received_at, row.ended_at, row.withdrawn, told, row.dates_only)


def with_life(rows: QuerySet[ServiceRequest] | Iterable[ServiceRequest], *, at: datetime) -> list[ToldRequest]:
    """Return requests with their lives: a number of queries that does not grow with them.

    `rows` come with service and unit, and with their pauses prefetched.
    """
    listed = list(rows)
    calendars = calendars_of({row.service.unit_id: row.service.unit for row in listed}.values())
    return [_told(row, calendars[row.service.unit_id], at) for row in listed]


def _told(row: ServiceRequest, calendar: WorkingCalendar, at: datetime) -> ToldRequest:
    request = as_request(row)
    # An impossible row is judged by when it was recorded, as the tallies judge it.
    found = request_life(
        request=request, calendar=calendar, at=row.recorded_at if row.flaw else max(at, row.recorded_at)
    )
    measure = Measure.WORKING_DAYS if row.promised < SHORTEST_TIME else Measure.WORKING_TIME
    if isinstance(found, Flaw):
        return ToldRequest(row, calendar, request, found, None, measure, None, None)
    due, over = None, None
    used = _used(found, measure)
    if row.promised and used is not None:
        in_days = measure is Measure.WORKING_DAYS
        due = due_of(request=request, size=row.promised, in_days=in_days, calendar=calendar)
        over = used - row.promised
    return ToldRequest(row, calendar, request, None, found, measure, due, over)


def _used(life: RequestLife, measure: Measure) -> int | None:
    if measure is Measure.WORKING_DAYS:
        return life.working_days
    return None if life.working is None else life.working // _MICROSECOND
