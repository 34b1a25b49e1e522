"""What does a refresh of the monthly figures cost, beside counting every request again?

    python benchmarks/request_figures.py                    1,000,000 requests on SQLite
    python benchmarks/request_figures.py --requests 50000 --new 500
    python benchmarks/request_figures.py --database postgresql://postgres:postgres@127.0.0.1:5432/scratch

A hundred services over two years in a database of its own; one request in eight rested once. The full recount reads all
requests and replaces every month; the refresh takes `--new` requests of the last days, as an import hands them over,
and rewrites the months they touch. Both go through the product's own functions and their transactions. Afterwards the
months are compared with one more full count: a difference ends the run, and so does a broken limit.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np

REQUESTS, NEW, SERVICES, SEED = 1_000_000, 5_000, 100, 20261122
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
YEARS = timedelta(days=730)
LATEST = timedelta(days=5)
# The work must follow the new rows: the recount of all has to cost more by about what there are more rows, less what
# a month costs to rewrite however few rows it gets.
LEAST_TIMES = 10
FIELDS = ("service_id", "number", "channel", "received_at", "ended_at", "withdrawn", "dates_only", "recorded_at")
REQUEST_FIELDS = (*FIELDS, "promised", "flaw")
PAUSE_FIELDS = ("request_id", "began_at", "ended_at", "reason")


def main() -> None:
    """Make the database, measure both ways and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=REQUESTS)
    parser.add_argument("--new", type=int, default=NEW)
    parser.add_argument("--database", default="", help="an empty PostgreSQL database instead of a file of SQLite")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pembina-bench-") as home:
        start(home, given.database)
        compare(given.requests, given.new)


def start(home: str, url: str) -> None:
    """Open an empty database with the tables of the product."""
    os.environ |= {"PEMBINA_HOME": home, "PEMBINA_DATABASE_URL": url, "PEMBINA_SECRET_KEY": "x" * 64}
    os.environ["DJANGO_SETTINGS_MODULE"] = "pembina.config.settings.base"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def compare(count: int, new: int) -> None:
    """Print what each way costs; end with an error where they disagree or the limit is broken."""
    rng = np.random.default_rng(SEED)
    services = make_services()
    spent, _ = timed(lambda: write(services, count, YEARS, rng, first=0))
    print(f"{count:,} requests of {len(services)} services, written in {spent:.0f} s\n")
    print("| what | s | requests a second |\n|---|---|---|")
    full, _ = timed(lambda: recount_all(services))
    line(f"full recount of {count:,}", full, count)
    added = write(services, new, LATEST, rng, first=count)
    refresh, _ = timed(lambda: refreshed(added))
    line(f"refresh with {new:,} new ones", refresh, new)
    months, drawn = timed(lambda: figures(services))
    print(f"| figures of {len(services)} services and {drawn:,} months of them | {months:.2f} | |")
    if kept() != counted(services):
        raise SystemExit("\nThe refreshed months differ from a full count.")
    print(f"\nA full recount takes {full / refresh:.0f} times as long as the refresh; the months are equal.")
    if full < LEAST_TIMES * refresh:
        raise SystemExit(f"LIMIT BROKEN: at least {LEAST_TIMES} times.")


def line(what: str, spent: float, rows: int) -> None:
    print(f"| {what} | {spent:.2f} | {rows / spent:,.0f} |", flush=True)


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds it took and the result: of the processor for SQLite, which works in our process, else wall."""
    from django.db import connection

    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    start = clock()
    result = work()
    return clock() - start, result


def make_services() -> list[int]:
    """Return services of one unit, each with three working days."""
    from pembina.domain.people.enums import Sector, UnitKind
    from pembina.domain.people.operations import open_unit
    from pembina.domain.services.models import PublicService, ServiceStandard

    began = date(2020, 1, 1)
    unit = open_unit(
        code="1", name="Dinas", kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=None, on=began, by=None, at=NOW
    )
    made = PublicService.objects.bulk_create(
        PublicService(unit=unit, code=f"L{n}", name=f"Layanan {n}", opened_on=began) for n in range(SERVICES)
    )
    told = {"starts_on": began, "promised_amount": 3, "promised_unit": "working_days"}
    events = {"start_event": "berkas lengkap", "stop_event": "terbit"}
    ServiceStandard.objects.bulk_create(ServiceStandard(service=one, **told, **events) for one in made)
    return [one.pk for one in made]


def write(services: list[int], count: int, back: timedelta, rng: np.random.Generator, *, first: int) -> int:
    """Write requests received within a time back from now, with their rests; return the last number before them."""
    from django.db import transaction
    from django.db.models import Max

    from pembina.domain.access.bulk_rows import add_rows
    from pembina.domain.services.models import RequestPause, ServiceRequest

    last = ServiceRequest.objects.aggregate(last=Max("pk"))["last"] or 0
    with transaction.atomic():
        for start in range(0, count, 100_000):
            size = min(100_000, count - start)
            add_rows(ServiceRequest, REQUEST_FIELDS, lives(services, size, back, rng, first + start))
        ended = ServiceRequest.objects.filter(pk__gt=last, ended_at__isnull=False).order_by("pk")
        told = ended.values_list("pk", "received_at", "ended_at").iterator(20_000)
        add_rows(RequestPause, PAUSE_FIELDS, (rest(*row) for place, row in enumerate(told) if place % 8 == 0))
    return int(last)


def rest(pk: int, received: datetime, ended: datetime) -> tuple[int, datetime, datetime, str]:
    third = (ended - received) / 3
    return pk, received + third, received + 2 * third, "applicant"


def lives(
    services: list[int], count: int, back: timedelta, rng: np.random.Generator, first: int
) -> Iterator[tuple[Any, ...]]:
    """Yield the cells of requests; most take some days, the latest are still open."""
    ago = rng.integers(60, int(back.total_seconds()), count)
    took = 1 + rng.exponential(4 * 86_400, count).astype(np.int64)
    chosen, withdrawn = rng.integers(0, len(services), count), rng.random(count) < 0.03
    for n in range(count):
        received = NOW - timedelta(seconds=int(ago[n]))
        ended = received + timedelta(seconds=int(took[n])) if took[n] < ago[n] else None
        is_withdrawn = bool(withdrawn[n]) and ended is not None
        yield (
            services[chosen[n]], f"N{first + n}", "counter", received, ended, is_withdrawn, False, NOW, 3, "",
        )  # fmt: skip


def recount_all(services: list[int]) -> None:
    from pembina.domain.services.recounts import recount_now

    for service in services:
        recount_now(service)


def refreshed(after: int) -> None:
    """Let the months follow the requests above a number."""
    from pembina.domain.services.models import ServiceRequest
    from pembina.domain.services.tallies import columns_of, retally

    retally(after=columns_of(ServiceRequest.objects.filter(pk__gt=after)))


def figures(services: list[int]) -> int:
    from pembina.domain.services.service_figures import figures_of

    span = {"first": (NOW - YEARS).date(), "last": NOW.date()}
    return sum(len(one.months) for one in figures_of(services, **span, at=NOW, by_month=True).values())


def kept() -> dict[Any, Any]:
    from pembina.domain.services.models import MonthlyTally
    from pembina.domain.services.tally_cells import cell_of

    return {(row.service_id, row.month): cell_of(row) for row in MonthlyTally.objects.all()}


def counted(services: list[int]) -> dict[Any, Any]:
    from pembina.domain.services.recounts import count_all
    from pembina.domain.services.tally_basis import bases_of

    bases = bases_of(services)
    return {key: cell for service in services for key, cell in count_all(service, bases[service]).cells.items()}


if __name__ == "__main__":
    main()
