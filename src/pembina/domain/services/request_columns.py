"""Requests out of the database as columns: whole numbers from the database on, never a million objects."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
from django.db.models import BigIntegerField, Func, QuerySet, Value
from django.db.models.functions import Coalesce

from pembina.core.rules.service_time import MISSING, PauseReason, RequestColumns
from pembina.domain.services.models import RequestPause, ServiceRequest

AT_A_TIME = 20_000
REQUEST = ("pk", "service_id", "received_us", "ended_us", "recorded_us", "promised", "withdrawn", "dates_only")
PAUSE = ("request_id", "began_us", "ended_us", "reason")


class Microseconds(Func):
    """Microseconds since 1970 of a stored time, exact."""

    output_field = BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Read the text that Django writes: seconds, and six digits after a point where they are not all zero."""
        template = (
            "(CAST(strftime('%%%%s', substr(%(expressions)s, 1, 19)) AS INTEGER) * 1000000"
            " + CAST(substr(%(expressions)s || '.000000', 21, 6) AS INTEGER))"
        )
        sql, params = super().as_sql(compiler, connection, template=template, **context)
        return sql, (*params, *params)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """Take the exact decimal number that PostgreSQL gives."""
        template = "(EXTRACT(EPOCH FROM %(expressions)s) * 1000000)::bigint"
        return super().as_sql(compiler, connection, template=template, **context)


def instant(name: str) -> Coalesce:
    """Return the column of instants, MISSING where there is none."""
    return Coalesce(Microseconds(name), Value(MISSING), output_field=BigIntegerField())


def columns_of(requests: QuerySet[ServiceRequest]) -> RequestColumns:
    """Return requests as columns, in ascending order of their number in the database.

    Reads so many rows at a time that only the columns themselves grow. `requests` must not be sliced. A pause whose
    request was added between the two queries is left out; whoever counts makes sure that nothing was written meanwhile.
    """
    instants = {f"{name}_us": instant(f"{name}_at") for name in ("received", "ended", "recorded")}
    rows = _table(requests.order_by("pk").annotate(**instants).values_list(*REQUEST), len(REQUEST))
    pk, service, received, ended, recorded, promised, withdrawn, dates_only = rows.T.copy()
    pauses = _pauses(requests)
    of, began, until, stops = pauses[:, np.isin(pauses[0], pk)]
    return RequestColumns(
        service=service,
        received=received,
        ended=ended,
        recorded=recorded,
        promised=promised,
        withdrawn=withdrawn.astype(bool),
        dates_only=dates_only.astype(bool),
        pause_of=np.searchsorted(pk, of).astype(np.int64),
        pause_began=began,
        pause_ended=until,
        pause_stops=stops.astype(bool),
    )


def _pauses(requests: QuerySet[ServiceRequest]) -> npt.NDArray[np.int64]:
    """Return (4, P): request, beginning, end, and whether the clock stands still."""
    found = RequestPause.objects.filter(request__in=requests.order_by().values("pk")).order_by("request_id", "began_at")
    told = found.annotate(began_us=instant("began_at"), ended_us=instant("ended_at")).values_list(*PAUSE)
    return _table(
        ((*row[:3], row[3] == PauseReason.APPLICANT) for row in told.iterator(AT_A_TIME)), len(PAUSE)
    ).T.copy()


def _table(rows: Any, width: int) -> npt.NDArray[np.int64]:
    source = rows.iterator(AT_A_TIME) if isinstance(rows, QuerySet) else iter(rows)
    parts = [np.empty((0, width), dtype=np.int64), *_in_parts(source, width)]
    return np.concatenate(parts)


def _in_parts(rows: Iterator[tuple[Any, ...]], width: int) -> Iterator[npt.NDArray[np.int64]]:
    part: list[tuple[Any, ...]] = []
    for row in rows:
        part.append(row)
        if len(part) == AT_A_TIME:
            yield np.array(part, dtype=np.int64)
            part = []
    if part:
        yield np.array(part, dtype=np.int64).reshape(-1, width)
