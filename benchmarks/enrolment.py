"""How long does it take to enrol everybody of a filter, beside only inserting the same rows?

    ./run bench enrolment                              5,000 persons, SQLite
    ./run bench enrolment --persons 500                another size
    ./run bench enrolment --database postgresql://…    an empty PostgreSQL database

Ours is the whole of it: read the filter, look twice at everybody (in the batch already, in service, learning or
teaching elsewhere at that time, cover of the unit), note how far it has come, lock, and write places and one audit
event for each. The limit is the insert of exactly these rows and nothing else, by the fastest way the database has
(executemany, COPY); Django's bulk_create of the same rows stands beside it. The rows written are compared before times
are. The median of several runs counts, processor time for SQLite (it works in our process), the clock for PostgreSQL.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

PERSONS, UNITS, SESSIONS, RUNS, AT_A_TIME = 5_000, 100, 3, 5, 1_000
LIMIT_TIMES = 3
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
LABELS = {
    "raw": "raw insert of the same rows",
    "bulk_create": "Django's bulk_create of the same rows",
    "ours": "**the whole enrolment**",
}
Row = tuple[Any, ...]
TODAY, BEGAN = date(2026, 11, 20), date(2020, 1, 1)


def main() -> None:
    """Make the database, measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--persons", type=int, default=PERSONS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--database", default="", help="an empty PostgreSQL database instead of a file of SQLite")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pembina-bench-") as home:
        start(home, given.database)
        compare(given.persons, given.runs)


def start(home: str, url: str) -> None:
    """Open an empty database with the tables of the product."""
    os.environ |= {"PEMBINA_HOME": home, "PEMBINA_DATABASE_URL": url, "PEMBINA_SECRET_KEY": "x" * 64}
    os.environ["DJANGO_SETTINGS_MODULE"] = "pembina.config.settings.base"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def compare(count: int, runs: int) -> None:
    """Print what each way costs; end with an error where the rows differ or the limit is broken."""
    from django.db import connection

    rina, programme = make_government(count)
    with connection.cursor() as cursor:
        # What a database in use has done by itself: otherwise it plans for empty tables.
        cursor.execute("ANALYZE")
    found: dict[str, list[float]] = {"raw": [], "bulk_create": [], "ours": []}
    for number in range(runs):
        batch, second, third = (make_batch(programme, f"{number}{letter}", seats=count // 2) for letter in "abc")
        found["ours"].append(enrolled(batch, rina))
        places, events = rows_of(batch)
        if len(places) != count or len(events) != count:
            raise SystemExit(f"{len(places):,} places and {len(events):,} events, not {count:,} each.")
        found["raw"].append(timed(lambda: insert_raw(places, events, second)))  # noqa: B023
        found["bulk_create"].append(timed(lambda: insert_by_django(places, events, third)))  # noqa: B023
        # Otherwise whoever is enrolled here would be busy at the time of the next run.
        for one in (batch, second, third):
            type(one).objects.filter(pk=one.pk).update(state="finished")
    middle = {name: statistics.median(times) for name, times in found.items()}
    print(f"{count:,} persons of {UNITS} units, {SESSIONS} sessions, {connection.vendor}; median of {runs} runs\n")
    print("| what | s | times the raw insert |\n|---|---|---|")
    for name, spent in middle.items():
        print(f"| {LABELS[name]} | {spent:.3f} | {spent / middle['raw']:.1f} |")
    if middle["ours"] > LIMIT_TIMES * middle["raw"]:
        raise SystemExit(f"\nLIMIT BROKEN: at most {LIMIT_TIMES} times the raw insert.")
    print(f"\nWithin the limit: {LIMIT_TIMES} x the raw insert.")


def timed(work: Callable[[], Any]) -> float:
    """Return the seconds a transaction took: of the processor for SQLite, else of the clock."""
    from django.db import connection, transaction

    clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
    begin = clock()
    with transaction.atomic():
        work()
    return clock() - begin


def enrolled(batch: Any, rina: Any) -> float:
    """Enrol everybody by the operation of the product; return what it took."""
    from pembina.domain.development.operations.bulk_enrolments import (
        apply_bulk_enrolment,
        ask_for_bulk_enrolment,
        describe_bulk_enrolment,
    )
    from pembina.domain.development.population import Population

    bulk = describe_bulk_enrolment(batch=batch, population=Population(), by=rina, at=NOW)
    ask_for_bulk_enrolment(bulk=bulk, by=rina, at=NOW, enqueue=lambda *told: None)
    return timed(lambda: apply_bulk_enrolment(bulk=bulk, by=rina, at=NOW))


def rows_of(batch: Any) -> tuple[list[Row], list[Row]]:
    """Return the places of a batch and their events as they were written."""
    from pembina.domain.access.audit import SAID, TOUCHED
    from pembina.domain.access.events import AuditEvent
    from pembina.domain.development.models import Enrolment
    from pembina.domain.development.operations.bulk_enrolments import COLUMNS

    places = Enrolment.objects.filter(batch=batch)
    events = AuditEvent.objects.filter(operation="bulk_enrol", object_id__in=places.values("pk")).exclude(concerns="")
    return list(places.values_list(*COLUMNS)), list(events.values_list(*SAID, *TOUCHED))


def insert_raw(places: list[Row], events: list[Row], batch: Any) -> None:
    """Insert the same values, into another batch, by the fastest way."""
    from pembina.domain.access.audit import SAID, TOUCHED
    from pembina.domain.access.bulk_rows import add_rows
    from pembina.domain.access.events import AuditEvent
    from pembina.domain.development.models import Enrolment
    from pembina.domain.development.operations.bulk_enrolments import COLUMNS

    add_rows(Enrolment, COLUMNS, [(batch.pk, *row[1:]) for row in places])
    add_rows(AuditEvent, (*SAID, *TOUCHED), events)


def insert_by_django(places: list[Row], events: list[Row], batch: Any) -> None:
    """Insert them as most programs of Django would."""
    from pembina.domain.access.audit import SAID, TOUCHED
    from pembina.domain.access.events import AuditEvent
    from pembina.domain.development.models import Enrolment
    from pembina.domain.development.operations.bulk_enrolments import COLUMNS

    made = (Enrolment(**dict(zip(COLUMNS, (batch.pk, *row[1:]), strict=True))) for row in places)
    Enrolment.objects.bulk_create(made, batch_size=AT_A_TIME)
    told = (AuditEvent(**dict(zip((*SAID, *TOUCHED), row, strict=True))) for row in events)
    AuditEvent.objects.bulk_create(told, batch_size=AT_A_TIME)


def make_government(count: int) -> tuple[Any, Any]:
    """Return an officer and a running programme for everybody: `count` persons, spread over the units."""
    from pembina.domain.access.models import User
    from pembina.domain.development.enums import FundingSource, OutcomeDirection, OutcomeFigure, ProgrammeState
    from pembina.domain.development.models import Programme
    from pembina.domain.people.enums import PositionKind, Sector, Sex, Status, UnitKind
    from pembina.domain.people.models import Assignment, Person
    from pembina.domain.people.operations import open_unit

    rina = User.objects.create(username="198001012005011001", display_name="Rina")
    told = {"kind": UnitKind.OFFICE, "sector": Sector.PERMITS, "parent": None, "on": BEGAN, "by": None, "at": NOW}
    units = [open_unit(code=f"1.{number}", name=f"Dinas {number}", **told) for number in range(UNITS)]
    people = Person.objects.bulk_create(
        Person(
            nip=f"19800101{number:010}", name=f"Pegawai {number}", status=Status.PNS, sex=Sex.MALE,
            birth_date=date(1980, 1, 1),
        )
        for number in range(count)
    )  # fmt: skip
    Assignment.objects.bulk_create(
        Assignment(
            person=one, unit=units[number % UNITS], position="Pranata", position_kind=PositionKind.FUNCTIONAL,
            starts_on=BEGAN,
        )
        for number, one in enumerate(people)
    )  # fmt: skip
    programme = Programme.objects.create(
        code="P-1", title="Izin lebih cepat", purpose="Waktu tunggu turun", state=ProgrammeState.RUNNING,
        sector=Sector.PERMITS, owner=people[0], outcome_figure=OutcomeFigure.MEDIAN_TIME,
        outcome_direction=OutcomeDirection.DOWN, funding=FundingSource.APBD, budget=Decimal(1), starts_on=BEGAN,
        ends_on=date(2027, 12, 31), made_by=rina, made_at=NOW, approved_by=rina, approved_at=NOW, started_on=TODAY,
    )  # fmt: skip
    return rina, programme


def make_batch(programme: Any, name: str, *, seats: int) -> Any:
    """Return an open batch with sessions, in which half of those meant get a seat."""
    from pembina.domain.development.enums import BatchState, Mode, VersionState
    from pembina.domain.development.models import Batch, Curriculum, CurriculumVersion, Session
    from pembina.domain.people.enums import Sector, TimeZone

    course, is_new = Curriculum.objects.get_or_create(
        code="MW-1", defaults={"title": "Manajemen waktu", "sector": Sector.PERMITS, "form": 8}
    )
    if is_new:
        CurriculumVersion.objects.create(
            curriculum=course, version=1, state=VersionState.IN_FORCE, in_force_from=BEGAN, made_by=programme.made_by,
            made_at=NOW,
        )  # fmt: skip
    batch = Batch.objects.create(
        programme=programme, version=course.versions.get(), title=f"Angkatan {name}", organiser=programme.owner,
        mode=Mode.CLASSROOM, time_zone=TimeZone.WIB, seats=seats, opens_on=TODAY, closes_on=TODAY, most_away=100,
        needs_approval=False, state=BatchState.OPEN,
    )  # fmt: skip
    for number in range(SESSIONS):
        begins = NOW + timedelta(days=7 * (number + 1))
        Session.objects.create(
            batch=batch, title=f"Sesi {number}", starts_at=begins, ends_at=begins + timedelta(hours=3),
            mode=Mode.CLASSROOM, room="Aula", secret=f"{name}-{number}",
        )  # fmt: skip
    return batch


if __name__ == "__main__":
    main()
