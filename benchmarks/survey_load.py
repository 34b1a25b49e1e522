"""Does the survey keep every answer under load, and how much of a bare insert does it cost?

    python benchmarks/survey_load.py                 20 s, 32 clients, SQLite and, where one answers, PostgreSQL
    python benchmarks/survey_load.py --seconds 5     a short look

A server runs as in production (granian, threads, all settings of production). It answers the survey with everything
that it does (same origin, signed ticket, reading JSON, period, rate limit, search for bursts, one row stored once), and
a bare view that gets the same requests and inserts each, unseen, as one row into the same table. A second server has
that view and no middleware: it shows what the pages' guards cost by themselves, and nothing is judged by it. 32 clients
keep their connections open and take turns of some seconds at each, so that what else the machine does falls on both.
Every answer comes from an address and a device of its own. Every tenth answer is sent twice, as an outbox does whose
receipt was lost; it counts once. At the end the keys in the database must be those that were acknowledged: none lost,
none double. Beside it stands how fast one connection inserts the same row without Django.
"""

import argparse
import json
import multiprocessing
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

SECONDS, CLIENTS, TURNS, PROCESSES = 20.0, 32, 4, 2
LIMIT = 0.6
REPEAT_EVERY = 10
# A counter has answers of earlier days, and PostgreSQL has counted them, as it does by itself within a minute.
ON_RECORD = 20_000
POSTGRESQL = "postgresql://postgres:postgres@127.0.0.1:5432/postgres"
SCRATCH_DATABASE = "pembina_survey_load"
ELEMENTS = ["persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "pengaduan", "sarana"]
SEED = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.operations import open_unit
from uuid import uuid4
from django.db import connection
from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.access.bulk_rows import add_rows
from pembina.domain.services.models import SurveyResponse
from pembina.domain.services.operations.survey_setup import PeriodPlan, open_place, plan_survey
from pembina.web.surveys.public.tickets import new_ticket
at, today = timezone.now(), timezone.localdate()
said = {"kind": UnitKind.OFFICE, "sector": Sector.GENERAL, "parent": None, "on": today, "by": None, "at": at}
unit = open_unit(code="1", name="Dinas", **said)
plan = PeriodPlan("SKM", today - timedelta(days=1), today + timedelta(days=1))
plan_survey(unit=unit, plan=plan, by=None, at=at)
place = open_place(unit=unit, name="Loket", service=None, needs_code=False, by=None, at=at)
columns = ("client_key", "period_id", "place_id", "means", *ELEMENTS, "sex", "age_band", "education", "occupation",
    "suggestion", "answered_on", "received_at", "device", "network", "suspicion", "is_excluded")
add_rows(SurveyResponse, columns, (
    (uuid4(), 1, place.pk, "qr", *[3] * 9, "", "", "", "", "", today, at - timedelta(minutes=20 + number), "", "", "",
        False)
    for number in range(ON_RECORD)
))
if connection.vendor == "postgresql":
    connection.cursor().execute("VACUUM ANALYZE services_surveyresponse")
print(place.token, new_ticket(place.token, at=at))
""".replace("ON_RECORD", str(ON_RECORD))
KEYS = """
import django; django.setup()
from pembina.domain.services.models import SurveyResponse
for key in SurveyResponse.objects.exclude(network="").order_by("pk").values_list("client_key", flat=True).iterator():
    print(key.hex)
"""
SERVE = """
from pembina.cli.web_server import run_web_server
run_web_server(host="127.0.0.1", port={port}, processes=1, threads=64)
"""


def main() -> None:
    """Print the table; end with an error where an answer was lost or double, or the rate is too low."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="length of each measurement")
    parser.add_argument("--clients", type=int, default=CLIENTS, help="clients at once")
    given = parser.parse_args()
    heads = ("database", "answers a second", "bare view", "times bare", "bare, no middleware", "raw inserts a second")
    print(f"| {' | '.join(heads)} | stored | lost | double |")
    print("|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="pembina-survey-") as home:
        urls = [f"sqlite:///{home}/load.sqlite3", *postgresql()]
        broken = [problem for url in urls for problem in measured(url, Path(home), given.seconds, given.clients)]
    if broken:
        raise SystemExit("\n".join(broken))


def postgresql() -> list[str]:
    """Return the address of an empty database, where a server answers."""
    import psycopg

    server = os.environ.get("PEMBINA_BENCH_DATABASE_URL", POSTGRESQL)
    try:
        with psycopg.connect(server, autocommit=True, connect_timeout=3) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {SCRATCH_DATABASE} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {SCRATCH_DATABASE}")
    except psycopg.OperationalError:
        print("(no PostgreSQL answers)", file=sys.stderr)
        return []
    return [urlunsplit(urlsplit(server)._replace(path=f"/{SCRATCH_DATABASE}"))]


def measured(url: str, home: Path, seconds: float, clients: int) -> list[str]:
    """Measure one database, print its row and return what is broken."""
    name = "SQLite" if url.startswith("sqlite") else "PostgreSQL"
    environ = environment(url, home)
    python(environ, "-m", "django", "migrate", "-v0")
    python(environ, "-m", "django", "collectstatic", "--no-input", "-v0")
    token, ticket = python(environ, "-c", SEED).split()[-2:]
    sent = {kind: (0, set[str]()) for kind in ("survey", "bare", "unguarded")}
    with server(environ) as ours, server({**environ, "SURVEY_LOAD_BARE": "1"}) as unguarded:
        path = f"/survei/{token}/kirim/"
        targets = {"survey": (ours, path), "bare": (ours, "/bare/"), "unguarded": (unguarded, "/bare/")}
        for _ in range(TURNS):
            for kind, (port, path) in targets.items():
                count, keys = turn(kind, port, path, ticket, seconds / TURNS, clients)
                sent[kind] = (sent[kind][0] + count, sent[kind][1] | keys)
    rates = {kind: count / seconds for kind, (count, _) in sent.items()}
    stored = python(environ, "-c", KEYS).split()
    lost, double = len(sent["survey"][1] - set(stored)), len(stored) - len(set(stored))
    strangers = len(set(stored) - sent["survey"][1])
    share, raw = rates["survey"] / rates["bare"], raw_rate(url, min(seconds, 5.0))
    figures = (f"{rates['survey']:,.0f}", f"{rates['bare']:,.0f}", f"{share:.2f}", f"{rates['unguarded']:,.0f}")
    cells = (name, *figures, f"{raw:,.0f}", f"{len(stored):,}", lost, double)
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)
    problems = (
        [f"{name}: {lost} answers lost, {double} double, {strangers} unknown"] if lost or double or strangers else []
    )
    return [*problems, *([f"{name}: {share:.2f} of a bare insert, at least {LIMIT} wanted"] if share < LIMIT else [])]


def environment(url: str, home: Path) -> dict[str, str]:
    here = Path(__file__).resolve().parent
    paths = [str(here), str(here.parent / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **os.environ, "PYTHONPATH": os.pathsep.join(paths), "PEMBINA_HOME": str(home / "home"),
        "PEMBINA_DATABASE_URL": url, "PEMBINA_TRUSTED_PROXY": "1", "PEMBINA_HOSTS": "localhost",
        "DJANGO_SETTINGS_MODULE": "survey_load_settings",
    }  # fmt: skip


def python(environ: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environ, check=True, stdout=subprocess.PIPE, text=True).stdout


@contextmanager
def server(environ: dict[str, str]) -> Iterator[int]:
    """Serve as in production; yield the port once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-c", SERVE.format(port=port)], env=environ)
    try:
        wait_for(port, time.monotonic() + 120)
        yield port
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, until: float) -> None:
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise SystemExit("A server did not come up") from None
            time.sleep(0.1)


def turn(kind: str, port: int, path: str, ticket: str, seconds: float, clients: int) -> tuple[int, set[str]]:
    """Let the clients send for some seconds; return how many answers were acknowledged, and their keys."""
    context = multiprocessing.get_context("fork")
    with context.Pool(PROCESSES) as pool:
        work = [(kind, port, path, ticket, seconds, clients // PROCESSES)] * PROCESSES
        results = pool.starmap(send_for, work)
    return sum(count for count, _ in results), set().union(*(keys for _, keys in results))


def send_for(kind: str, port: int, path: str, ticket: str, seconds: float, clients: int) -> tuple[int, set[str]]:
    """Keep `clients` connections busy from one process: cheap enough that the server is what is measured."""
    import selectors

    random.seed()
    ready = selectors.DefaultSelector()
    for _ in range(clients):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        ready.register(connection, selectors.EVENT_READ, {"key": "", "again": ""})
    for each in list(ready.get_map().values()):
        ask(each, kind, path, ticket)
    count, keys, until = 0, set[str](), time.monotonic() + seconds
    while ready.get_map():
        for event, _ in ready.select(timeout=30):
            status = acknowledged(event.fileobj)  # type: ignore[arg-type]
            if status not in (200, 201):
                raise SystemExit(f"{kind}: HTTP {status}")
            in_time = time.monotonic() < until
            # A repeat is work done too, but no answer more.
            count += in_time and not event.data["again"]
            keys.add(event.data["key"])
            if in_time:
                ask(event, kind, path, ticket)
            else:
                ready.unregister(event.fileobj)
                event.fileobj.close()  # type: ignore[union-attr]
    return count, keys


def ask(event, kind: str, path: str, ticket: str) -> None:
    """Send the next answer, or the last one again."""
    state = event.data
    repeat = kind == "survey" and not state["again"] and state["key"] and random.randrange(REPEAT_EVERY) == 0
    if repeat:
        state["again"] = "yes"
        event.fileobj.sendall(state["request"])
        return
    state["key"], state["again"] = uuid.uuid4().hex, ""
    scores = {element: random.choice("1233334") for element in ELEMENTS}
    body = json.dumps({**scores, "key": state["key"], "ticket": ticket, "sex": "female"}).encode()
    address = ".".join(str(random.randrange(1, 255)) for _ in range(4))
    head = (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        f"X-Forwarded-For: {address}\r\nX-Forwarded-Proto: https\r\nOrigin: https://localhost\r\n"
        f"Cookie: skm={uuid.uuid4().hex[:16]}\r\nUser-Agent: load\r\n\r\n"
    )
    state["request"] = head.encode() + body
    event.fileobj.sendall(state["request"])


def acknowledged(connection: socket.socket) -> int:
    """Read one answer whole, with a length or in chunks; return its status."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += received(connection)
    head, _, rest = data.partition(b"\r\n\r\n")
    if b"transfer-encoding: chunked" in head.lower():
        while not rest.endswith(b"0\r\n\r\n"):
            rest += received(connection)
    lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    missing = int(lengths[0]) - len(rest) if lengths else 0
    while missing > 0:
        missing -= len(received(connection))
    return int(head.split(b" ", 2)[1])


def received(connection: socket.socket) -> bytes:
    part = connection.recv(65536)
    if not part:
        raise SystemExit("The server closed a connection")
    return part


def raw_rate(url: str, seconds: float) -> float:
    """Insert the same row through one connection without Django, each in a transaction of its own."""
    columns = ["client_key", "period_id", "place_id", "means", *ELEMENTS, "sex", "age_band", "education", "occupation",
               "suggestion", "answered_on", "received_at", "device", "network", "suspicion", "is_excluded"]  # fmt: skip
    fixed = [1, 1, "qr", *[3] * 9, "", "", "", "", "", "2026-11-22", "2026-11-22 05:00:00+00:00", "", "", "", False]
    sqlite = url.startswith("sqlite")
    holder = "?" if sqlite else "%s"
    statement = (
        f"INSERT INTO services_surveyresponse ({', '.join(columns)}) VALUES ({', '.join([holder] * len(columns))})"  # noqa: S608
    )
    with closing(connected(url)) as connection:
        count, until = 0, time.monotonic() + seconds
        while time.monotonic() < until:
            connection.execute(statement, [uuid.uuid4().hex if sqlite else uuid.uuid4(), *fixed])
            count += 1
    return count / seconds


def connected(url: str):
    """Return a connection that commits by itself, set up as Pembina sets it up."""
    import sqlite3

    import psycopg

    if not url.startswith("sqlite"):
        return psycopg.connect(url, autocommit=True)
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;")
    return connection


if __name__ == "__main__":
    main()
