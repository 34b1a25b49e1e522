"""Measure service times: the column beside one request at a time, and a refresh beside a full recount.

``python benchmarks/service_time.py [REQUESTS [NEW]]``; numbers are compared before times are.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import numpy as np

from pembina.core.rules.service_time import (
    MISSING,
    LedgerRow,
    Measure,
    Request,
    RequestColumns,
    Timeline,
    WorkingCalendar,
    month_number,
    office_hours,
    service_figures,
    tally_requests,
    timeline_up_to,
    working_time_between,
)

SERVICES, ONE_AT_A_TIME = 100, 3_000
NOW = datetime(2026, 1, 5, tzinfo=UTC)
SECOND = 1_000_000
CALENDAR = WorkingCalendar("WIB", office_hours(on=date(2026, 1, 5)).usual)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def requests(count: int, since: str, rng: np.random.Generator) -> RequestColumns:
    """Return requests of a hundred services received from a day to now, one in eight waiting once for the applicant."""
    begin, now = np.datetime64(since, "us").astype(np.int64), (NOW - EPOCH) // timedelta(microseconds=1)
    received = begin + rng.integers(0, (now - begin) // SECOND - 1, count) * SECOND
    ended = received + (1 + rng.exponential(5 * 86_400, count).astype(np.int64)) * SECOND
    of = np.flatnonzero((ended < now) & (rng.random(count) < 0.125))
    third = (ended[of] - received[of]) // 3
    return RequestColumns(
        service=rng.integers(1, SERVICES + 1, count),
        received=received,
        ended=np.where(ended > now, MISSING, ended),
        recorded=np.full(count, now),
        promised=np.full(count, 5),
        withdrawn=rng.random(count) < 0.03,
        dates_only=np.zeros(count, dtype=bool),
        pause_of=of,
        pause_began=received[of] + third,
        pause_ended=received[of] + 2 * third,
        pause_stops=np.ones(of.size, dtype=bool),
    )


def together(first: RequestColumns, second: RequestColumns) -> RequestColumns:
    """Return the requests of both."""
    joined = {name: np.concatenate((mine, getattr(second, name))) for name, mine in vars(first).items()}
    joined["pause_of"][first.pause_of.size :] += first.count
    return RequestColumns(**joined)


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Return the processor time of the best of three, and the result."""
    best, result = float("inf"), None
    for _ in range(3):
        start = time.process_time()
        result = work()
        best = min(best, time.process_time() - start)
    return best, result


def column_beside_one(columns: RequestColumns) -> None:
    """Print how much faster working time is by the column, at equal results."""
    closed = np.flatnonzero(columns.ended != MISSING)
    starts, ends = columns.received[closed], columns.ended[closed]
    line = Timeline.covering(CALENDAR, np.concatenate((starts, ends)))
    fast, found = timed(lambda: line.working_time(starts, ends))
    few = [tuple(EPOCH + timedelta(microseconds=int(x)) for x in pair) for pair in zip(starts, ends, strict=True)][
        :ONE_AT_A_TIME
    ]
    slow, each = timed(lambda: [working_time_between(start=s, end=e, calendar=CALENDAR) for s, e in few])
    assert [time // timedelta(microseconds=1) for time in each] == found[: len(few)].tolist()
    ratio = (slow / len(few)) / (fast / closed.size)
    print(f"| working time of {closed.size:,} requests | {fast:.2f} | one at a time takes {ratio:.0f} x |")


def refresh_beside_recount(columns: RequestColumns, new: RequestColumns) -> None:
    """Print how much cheaper new rows are than a full recount, at equal results."""
    options = {"calendar": CALENDAR, "measure": Measure.WORKING_DAYS}
    before = tally_requests(requests=columns, **options)
    short, refreshed = timed(lambda: before.plus(tally_requests(requests=new, **options)))
    everything = together(columns, new)
    long, recounted = timed(lambda: tally_requests(requests=everything, **options))
    assert refreshed == recounted
    print(f"| full count of {everything.count:,} requests | {long:.2f} | |")
    print(f"| refresh with {new.count:,} new ones | {short:.3f} | a full count takes {long / short:.0f} x |")
    months = range(month_number(2024, 1), month_number(2026, 2))
    spent, figures = timed(lambda: every_figure(refreshed, months))
    print(f"| figures of {len(figures):,} months of services | {spent:.2f} | |")


def every_figure(tally, months: range) -> list:
    """Return the figures of every service and month."""
    line = timeline_up_to(tally=tally, calendar=CALENDAR, at=NOW)
    return [
        service_figures(tally=tally, service=service, months=(month, month), line=line)
        for service in range(1, SERVICES + 1)
        for month in months
    ]


def rows_beside_columns(count: int) -> None:
    """Print what laying out request objects costs."""
    day = NOW - timedelta(days=9)
    rows = [LedgerRow(1, Request(day, day + timedelta(minutes=1 + number)), NOW) for number in range(count)]
    spent, _ = timed(lambda: RequestColumns.of(rows))
    print(f"| {count:,} request objects laid out as columns | {spent:.2f} | |")


def main() -> None:
    """Run all and print one table."""
    given = [int(text) for text in sys.argv[1:]]
    count, fresh = (*given, *(1_000_000, 5_000)[len(given) :])[:2]
    rng = np.random.default_rng(20260105)
    columns, new = requests(count, "2024-01-01", rng), requests(fresh, "2025-12-20", rng)
    print("| what | CPU s | beside |")
    print("|---|---|---|")
    column_beside_one(columns)
    refresh_beside_recount(columns, new)
    rows_beside_columns(min(count, 100_000))


if __name__ == "__main__":
    main()
