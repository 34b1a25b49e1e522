"""How long does it take to bring in a government, beside only opening the same file?

    ./run bench staff               25,000 persons, SQLite and, where one answers, PostgreSQL
    ./run bench staff --rows 5000   another size

The file is a SIASN workbook of 30 columns. The limit is python-calamine, which reads its cells and knows nothing of
what they mean. Ours is the whole import: read and judge every cell, compare with the record, keep the plan, and write
persons, positions and one audit event for each person. Afterwards the same file is read and compared again, and then
undone. Every run has a process of its own and a database of its own; the median of three counts. Memory is the highest
the whole process held, interpreter and Django included.
"""

import argparse
import csv
import io
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROWS, COLUMNS, RUNS, SEED = 25_000, 30, 3, 7
LIMIT_TIMES, LIMIT_MB = 6, 600
ON = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
POSTGRESQL = "postgresql://postgres:postgres@127.0.0.1:5432/postgres"
SCRATCH_DATABASE = "pembina_benchmark"
# Of the columns of the sheet that Pembina does not read these are left out, which leaves 30.
LEFT_OUT = {"AGAMA ID", "AGAMA NAMA", "JENIS KAWIN NAMA", "NPWP NOMOR", "ALAMAT", "MK BULAN"}


def main() -> None:
    """Print the table, or do one task when called by itself."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=ROWS, help="number of persons")
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of which the median is taken")
    parser.add_argument("--task", choices=TASKS, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.task:
        TASKS[given.task](given)
        return
    with tempfile.TemporaryDirectory(prefix="pembina-bench-") as home:
        compare(given.rows, given.runs, Path(home))


def compare(rows: int, runs: int, home: Path) -> None:
    """Measure every contender on one file and end with an error where a limit is broken."""
    file = home / "pegawai.xlsx"
    run("make", file, home, rows=rows)
    print(f"{rows:,} rows x {COLUMNS} columns, {file.stat().st_size / 1e6:.1f} MB; median of {runs} runs\n")
    print("| what | wall s | CPU s | wall, times calamine | CPU, times calamine | peak MB |\n|---|---|---|---|---|---|")
    limit = middle([run("calamine", file, home) for _ in range(runs)])
    line("python-calamine reads the cells", limit, "whole", limit)
    broken = []
    for name, urls in databases(home).items():
        found = middle([measured_import(file, home, url) for url in urls for _ in range(runs)])
        line(f"**{name}: whole import**", found, "whole", limit)
        for part in ("read", "check", "apply", "check again", "undo"):
            line(f"{name}: {part}", found, part, limit)
        # SQLite works in our process: the processor tells its time whatever else the machine does.
        clock = "whole_cpu" if name == "SQLite" else "whole"
        if found[clock] > LIMIT_TIMES * limit[clock]:
            broken.append(f"{name}: more than {LIMIT_TIMES} x the time of calamine")
        if found["peak"] > LIMIT_MB:
            broken.append(f"{name}: more than {LIMIT_MB} MB")
    if broken:
        raise SystemExit("\n".join(["", "LIMITS BROKEN", *broken]))
    print(f"\nWithin the limits: {LIMIT_TIMES} x the time of calamine, {LIMIT_MB} MB.")


def line(what: str, found: dict[str, float], part: str, limit: dict[str, float]) -> None:
    wall, cpu = found[part], found[f"{part}_cpu"]
    times = f"{wall / limit['whole']:.1f} | {cpu / limit['whole_cpu']:.1f}"
    memory = f"{found['peak']:.0f}" if part == "whole" else ""
    print(f"| {what} | {wall:.2f} | {cpu:.2f} | {times} | {memory} |", flush=True)


def middle(found: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(each[name] for each in found) for name in found[0]}


def databases(home: Path) -> dict[str, list[str]]:
    """Return where to import to: a file of SQLite, and a scratch database where a PostgreSQL server lets us in."""
    found = {"SQLite": [f"sqlite:///{home / 'bench.sqlite3'}"]}
    server = os.environ.get("PEMBINA_TEST_POSTGRES_URL", POSTGRESQL)
    try:
        import psycopg

        psycopg.connect(server, connect_timeout=3).close()
    except psycopg.Error:
        print("PostgreSQL is not measured: none answers.", file=sys.stderr)
        return found
    return found | {"PostgreSQL": [urlunsplit(urlsplit(server)._replace(path=f"/{SCRATCH_DATABASE}"))]}


def measured_import(file: Path, home: Path, url: str) -> dict[str, float]:
    with an_empty(url):
        run("migrate", file, home, url=url)
        return run("import", file, home, url=url)


@contextmanager
def an_empty(url: str):
    """Hold an empty database at ``url``, and take it away afterwards."""
    if url.startswith("sqlite"):
        path = Path(url.removeprefix("sqlite:///"))
        yield
        for each in path.parent.glob(f"{path.name}*"):
            each.unlink()
        return
    import psycopg

    server = os.environ.get("PEMBINA_TEST_POSTGRES_URL", POSTGRESQL)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {SCRATCH_DATABASE}")
        connection.execute(f"CREATE DATABASE {SCRATCH_DATABASE}")
        yield
        connection.execute(f"DROP DATABASE {SCRATCH_DATABASE} WITH (FORCE)")


def run(task: str, file: Path, home: Path, *, url: str = "", rows: int = ROWS) -> dict[str, float]:
    """Return what a process of its own measured."""
    command = [sys.executable, __file__, "--task", task, "--file", str(file), "--rows", str(rows)]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "pembina.config.settings.production",
        "OPENBLAS_NUM_THREADS": "1",
        "PEMBINA_HOSTS": "pembina.example",
        "PEMBINA_HOME": str(home),
        "PEMBINA_DATABASE_URL": url,
    }
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment)
    if done.returncode != 0:
        raise SystemExit(f"{task} failed")
    return json.loads(done.stdout.splitlines()[-1])


class Clock:
    """Times parts of one run, on the clock and of the processor."""

    def __init__(self) -> None:
        self.found: dict[str, float] = {}

    def measure(self, name: str, part: Callable[[], object]) -> object:
        wall, cpu = time.perf_counter(), time.process_time()
        result = part()
        self.found |= {name: time.perf_counter() - wall, f"{name}_cpu": time.process_time() - cpu}
        return result

    def tell(self, *parts: str) -> None:
        """Print what was measured; the whole is the sum of ``parts``."""
        for suffix in ("", "_cpu"):
            self.found[f"whole{suffix}"] = sum(self.found[f"{part}{suffix}"] for part in parts)
        self.found["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(self.found))


def make(given: argparse.Namespace) -> None:
    """Write the file: SIASN's own words, people who do not exist."""
    import django
    import xlsxwriter

    django.setup()
    from pembina.exchange.staff.samples import staff_sample

    sample = staff_sample(size=given.rows, seed=SEED, on=ON, shape="sheet", form="csv")
    rows = list(csv.reader(io.StringIO(sample.content.decode("utf-8"), newline=""), delimiter=";"))
    kept = [place for place, name in enumerate(rows[0]) if name not in LEFT_OUT]
    assert len(kept) == COLUMNS
    with xlsxwriter.Workbook(given.file, {"constant_memory": True}) as book:
        page = book.add_worksheet("Pegawai")
        for number, cells in enumerate(rows):
            for place, text in enumerate(cells[kept_place] for kept_place in kept):
                page.write_string(number, place, text)
    print("{}")


def calamine(given: argparse.Namespace) -> None:
    """Read every cell."""
    from python_calamine import CalamineWorkbook

    clock = Clock()
    clock.measure("cells", lambda: CalamineWorkbook.from_path(given.file).get_sheet_by_index(0).to_python())
    clock.tell("cells")


def migrate(given: argparse.Namespace) -> None:
    """Make the tables and put the units on record."""
    import django

    django.setup()
    from django.core.management import call_command

    from pembina.domain.people.demonstration import draft_units
    from pembina.domain.people.enums import ImportKind
    from pembina.domain.people.intake.rows import UnitRow

    call_command("migrate", verbosity=0)
    rows = [
        UnitRow(row, unit.code, unit.name, unit.kind, unit.sector, None, unit.parent.code if unit.parent else None)
        for row, unit in enumerate(draft_units().values(), 2)
    ]
    batch = _checked(rows, (), ImportKind.UNITS)
    _applied(batch)
    print("{}")


def import_(given: argparse.Namespace) -> None:
    """Bring the file in, look at it once more, and take it back."""
    import django

    django.setup()
    from pembina.domain.people.enums import ImportKind
    from pembina.domain.people.intake.undoing import undo
    from pembina.domain.people.models import Person, Unit
    from pembina.exchange.staff import read_staff

    codes, clock = frozenset(Unit.objects.values_list("code", flat=True)), Clock()
    read = clock.measure("read", lambda: read_staff(given.file, name="pegawai.xlsx", on=ON, unit_codes=codes))
    batch = clock.measure("check", lambda: _checked(read.rows, read.findings, ImportKind.STAFF))
    clock.measure("apply", lambda: _applied(batch))
    assert batch.counts.refused == 0
    assert batch.counts.new == Person.objects.count() == len(read.rows) == read.row_count
    again = clock.measure("check again", lambda: _checked(read.rows, read.findings, ImportKind.STAFF))
    assert (again.counts.changes, again.counts.unchanged) == (0, len(read.rows))
    clock.measure("undo", lambda: undo(batch, by=None, at=NOW))
    assert not Person.objects.exists()
    clock.tell("read", "check", "apply")


def _checked(rows, findings, kind):
    from pembina.domain.people.intake.batches import receive
    from pembina.domain.people.intake.checking import check

    batch = receive(kind=kind, file_name="pegawai.xlsx", file_sha256="0" * 64, on=ON, by=None, at=NOW)
    check(batch, rows, findings, at=NOW)
    return batch


def _applied(batch) -> None:
    from pembina.domain.people.intake.applying import apply

    apply(batch, by=None, at=NOW)


TASKS = {"make": make, "calamine": calamine, "migrate": migrate, "import": import_}

if __name__ == "__main__":
    main()
