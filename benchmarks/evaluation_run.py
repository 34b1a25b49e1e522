"""How much does a whole run of an evaluation cost, beside computing the same arrays?

    ./run bench evaluation                              2,000 units, 60 months, 999 draws, SQLite
    ./run bench evaluation --units 200                  another size
    ./run bench evaluation --database postgresql://…    an empty PostgreSQL database

Ours is the whole of it: read the tallies of every month and draw the panels of three outcomes (median and 90th
percentile of the service time, share on time), freeze them as Parquet, read them back, answer each outcome by planned
and by actual start with its sensitivity, keep panels and result, seal them. The limit is `core.effect.study` on the
same arrays, which are in memory already. Both results are compared, to the last digit, before times are. The median of
several runs counts, processor time for SQLite (it works in our process), the clock for PostgreSQL.
"""

import argparse
import json
import os
import statistics
import tempfile
import time
from datetime import UTC, date, datetime
from typing import Any

import numpy as np

UNITS, MONTHS, DRAWS, RUNS, REQUESTS = 2_000, 60, 999, 3, 20
WAVES = 6
LIMIT_TIMES = 3
NOW = datetime(2026, 1, 10, 2, 0, tzinfo=UTC)
FIRST, LAST, FIRST_WAVE = date(2021, 1, 1), date(2025, 12, 1), 36
BEGAN = date(2020, 1, 1)
FIGURES = (("primary", "median_time", "down"), ("secondary", "p90_time", "down"), ("secondary", "share_on_time", "up"))


def main() -> None:
    """Make the database, measure and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=UNITS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--database", default="", help="an empty PostgreSQL database instead of a file of SQLite")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="pembina-bench-") as home:
        start(home, given.database)
        compare(given.units, given.runs)


def start(home: str, url: str) -> None:
    """Open an empty database with the tables of the product."""
    os.environ |= {"PEMBINA_HOME": home, "PEMBINA_DATABASE_URL": url, "PEMBINA_SECRET_KEY": "x" * 64}
    os.environ["DJANGO_SETTINGS_MODULE"] = "pembina.config.settings.base"
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def compare(units: int, runs: int) -> None:
    """Print what each way costs; end with an error where the results differ or the limit is broken."""
    from django.db import connection

    evaluation, rina = make_evaluation(units)
    with connection.cursor() as cursor:
        # What a database in use has done by itself: otherwise it plans for empty tables.
        cursor.execute("ANALYZE")
    found: dict[str, list[float]] = {"core": [], "ours": []}
    for _ in range(runs):
        run, spent = whole_run(evaluation, rina)
        found["ours"].append(spent)
        result, spent = core_alone(run)
        found["core"].append(spent)
        if result != run.result_hash:
            raise SystemExit("The run and the core disagree.")
    middle = {name: statistics.median(times) for name, times in found.items()}
    times = middle["ours"] / middle["core"]
    print(f"{units:,} units, {MONTHS} months, {len(FIGURES)} outcomes, {DRAWS} draws, {connection.vendor}; ", end="")
    print(f"median of {runs} runs\n\n| what | s | times the core |\n|---|---|---|")
    print(f"| `core.effect.study` on the same arrays | {middle['core']:.2f} | 1 |")
    print(f"| **the whole run** | {middle['ours']:.2f} | {times:.2f} |")
    if times > LIMIT_TIMES:
        raise SystemExit(f"\nLIMIT BROKEN: at most {LIMIT_TIMES} times the core.")
    print(f"\nWithin the limit: {LIMIT_TIMES} x the core.")


def clock() -> float:
    """Return seconds: of the processor for SQLite, else of the clock."""
    from django.db import connection

    return time.process_time() if connection.vendor == "sqlite" else time.perf_counter()


def whole_run(evaluation: Any, rina: Any) -> tuple[Any, float]:
    """Carry a run out by the operations of the product; return it and what it took."""
    from pembina.domain.impact.enums import RunState
    from pembina.domain.impact.operations.runs import ask_for_run
    from pembina.exchange.impact.running import carry_out

    begin = clock()
    run = carry_out(ask_for_run(evaluation=evaluation, by=rina, at=NOW), clock=lambda: NOW)
    spent = clock() - begin
    if run.state != RunState.DONE:
        raise SystemExit(f"The run failed: {run.failure}")
    return run, spent


def core_alone(run: Any) -> tuple[str, float]:
    """Answer the arrays of a run, read beforehand; return the hash of the result and what it took."""
    from pembina.core.effect.frozen_study import frozen_result
    from pembina.domain.impact.questions import asked_of
    from pembina.domain.impact.result import result_hash
    from pembina.exchange.impact.panel_parquet import read_panel

    asked = asked_of(run.design)
    panels = {one.outcome.position: read_panel(bytes(one.content), name="panel") for one in run.panels.all()}
    begin = clock()
    result = frozen_result(asked, panels)
    return result_hash(result), clock() - begin


def make_evaluation(count: int) -> tuple[Any, Any]:
    """Return a locked evaluation of so many units, each with one service and its months, and who asks."""
    from pembina.domain.access.models import User
    from pembina.domain.people.models import Unit, UnitAncestry
    from pembina.domain.services.models import PublicService, TallyBasis

    rina = User.objects.create_user(username="197901012005012001", display_name="Rina")
    units = Unit.objects.bulk_create(
        Unit(code=f"U{number:05}", name=f"Unit {number}", kind="office", sector="permits", opened_on=BEGAN)
        for number in range(count)
    )
    UnitAncestry.objects.bulk_create(UnitAncestry(ancestor=unit, descendant=unit, depth=0) for unit in units)
    services = PublicService.objects.bulk_create(
        PublicService(unit=unit, code=f"L-{unit.code}", name="Izin", opened_on=BEGAN) for unit in units
    )
    TallyBasis.objects.bulk_create(TallyBasis(service=service, measure="working_days") for service in services)
    starts = np.where(np.arange(count) % (WAVES + 1) < WAVES, FIRST_WAVE + 3 * (np.arange(count) % (WAVES + 1)), 999)
    random = np.random.default_rng(7)
    for row, service in enumerate(services):
        write_months(service.pk, int(starts[row]), random)
    return locked(units, starts, rina), rina


def write_months(service: int, start: int, random: Any) -> None:
    """Write the tallies of one service: some requests withdrawn, in the last months some still open."""
    from pembina.core.rules.service_time import Cell, month_number
    from pembina.core.rules.service_time.multiset import Multiset
    from pembina.core.rules.service_time.zones import microseconds
    from pembina.domain.services.tally_cells import write_cells

    begins, level, now = month_number(FIRST.year, FIRST.month), random.normal(8, 2), microseconds(NOW)
    noise = random.normal(0, 1, MONTHS)
    cells = {}
    for month in range(MONTHS):
        mean = max(1.0, level + noise[month] - 1.5 * (month >= start))
        days = np.rint(random.gamma(4, mean / 4, REQUESTS)).astype(np.int64) + 1
        promised, is_open = np.full(REQUESTS, 10), (random.uniform(size=REQUESTS) < 0.2) & (month >= MONTHS - 2)
        ended = ~is_open
        withdrawn = ended & (random.uniform(size=REQUESTS) < 0.05)
        done = ended & ~withdrawn
        received = np.full(REQUESTS, now - (MONTHS - month) * 30 * 86_400_000_000)
        opened = np.stack((received, np.zeros(REQUESTS, dtype=np.int64), received, promised), axis=1)[is_open]
        cells[service, begins + month] = Cell(
            finished=Multiset.of(days[done]), withdrawn=Multiset.of(days[withdrawn]),
            opened=Multiset.of(opened) if len(opened) else Multiset.empty(4),
            promised=int(done.sum()), within=int((days[done] <= 10).sum()), completions=int(done.sum()),
        )  # fmt: skip
    write_cells(cells)


def locked(units: list[Any], starts: Any, rina: Any) -> Any:
    """Return the evaluation with its design, its waves and where everybody began."""
    from pembina.domain.development.models import Programme, Wave, WavePlan, WaveUnit
    from pembina.domain.impact.models import DesignOutcome, DesignUnit, Evaluation, EvaluationDesign
    from pembina.domain.people.models import Person

    owner = Person.objects.create(
        nip="197901012005012001", name="Rina", status="pns", sex="female", birth_date=date(1979, 1, 1)
    )
    programme = Programme.objects.create(
        code="P-1", title="Izin lebih cepat", purpose="Waktu turun", sector="permits", owner=owner, state="running",
        outcome_figure="median_time", outcome_direction="down", funding="apbd", starts_on=FIRST, ends_on=LAST,
        made_by=rina, made_at=NOW, approved_by=rina, approved_at=NOW, started_on=FIRST,
    )  # fmt: skip
    WavePlan.objects.create(programme=programme, order="random", seed="4711", decided_by=rina, decided_at=NOW)
    days = {int(start): month_of(int(start)) for start in np.unique(starts) if start < MONTHS}
    waves = {
        start: Wave.objects.create(programme=programme, number=number, planned_on=day, due_on=day, started_on=day)
        for number, (start, day) in enumerate(sorted(days.items()), start=1)
    }
    evaluation = Evaluation.objects.create(
        programme=programme, title="Izin lebih cepat?", state="locked", made_by=rina, made_at=NOW
    )
    design = EvaluationDesign.objects.create(
        evaluation=evaluation, version=1, first_month=FIRST, last_month=LAST, draws=DRAWS, seed=20260101,
        decides_on=LAST, made_by=rina, made_at=NOW,
    )  # fmt: skip
    for position, (role, figure, direction) in enumerate(FIGURES, start=1):
        DesignOutcome.objects.create(
            design=design, position=position, role=role, figure=figure, direction=direction, smallest_effect=1
        )
    members = [(unit, waves.get(int(start))) for unit, start in zip(units, starts.tolist(), strict=True)]
    DesignUnit.objects.bulk_create(
        DesignUnit(
            design=design, unit=unit, wave=wave.number if wave else None,
            planned_month=wave.planned_on if wave else None,
        )
        for unit, wave in members
    )  # fmt: skip
    slipped = {unit.pk for unit, wave in members[::11] if wave}
    WaveUnit.objects.bulk_create(
        WaveUnit(
            programme=programme, wave=wave, unit=unit,
            started_on=month_after(wave.planned_on) if unit.pk in slipped else wave.planned_on,
        )
        for unit, wave in members
        if wave
    )  # fmt: skip
    return sealed(evaluation, design, rina)


def sealed(evaluation: Any, design: Any, rina: Any) -> Any:
    """Lock the design with the text that the run reads."""
    from pembina.core.effect.frozen_study import FORMAT
    from pembina.domain.impact.questions import asked_of

    content = json.dumps(asked_of(design) | {"format": FORMAT}, sort_keys=True)
    type(design).objects.filter(pk=design.pk).update(
        state="locked", locked_by=rina, locked_at=NOW, content=content, digest="d" * 64
    )
    return evaluation


def month_of(number: int) -> date:
    """Return the first day of a month of the window by its number from 0."""
    return date(FIRST.year + number // 12, number % 12 + 1, 1)


def month_after(day: date) -> date:
    """Return the first day of the next month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


if __name__ == "__main__":
    main()
