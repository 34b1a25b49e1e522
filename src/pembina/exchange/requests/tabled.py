"""What both shapes of files are read against: services, words and channels as tables beside the data."""

import numpy as np
from django.utils import timezone

from pembina.core.rules.service_time.timeline import Integers
from pembina.domain.services.intake.reading import Reading
from pembina.domain.services.intake.rows import KnownService
from pembina.exchange.requests.words import CHANNELS
from pembina.exchange.requests.zones import zone_minutes
from pembina.exchange.staff.cells import key_of
from pembina.exchange.tables import Table

ROW_COLUMN = "baris"
"""Of a kept copy: where the row stood in the file as it was sent."""
MOST_CHANNELS = 500
EXAMPLE = "CONTOH: hapus baris ini"
"""The number in the example of our templates; such a row is passed over."""


def prepare(table: Table, reading: Reading, services: tuple[KnownService, ...]) -> None:
    """Write the tables ``services``, ``meanings``, ``channels`` and ``places`` (record to row of the file)."""
    zone = zone_minutes(reading.zone) if reading.zone else None
    _fill(table, "services(key VARCHAR, pk BIGINT, zone BIGINT)", _keys_of(services, zone))
    _fill(table, "meanings(word VARCHAR, meaning VARCHAR)", [(w, m.value) for w, m in reading.meanings.items()])
    _fill(table, "channels(word VARCHAR, channel VARCHAR)", _channels(table, reading))
    table.connection.register("given", {"r": _records(table), "place": places(table)})
    table.query("CREATE OR REPLACE TEMP TABLE places AS SELECT r, place FROM given")
    table.connection.unregister("given")


def places(table: Table) -> Integers:
    """Return the row in the file of every record, as a person counts."""
    if ROW_COLUMN in table.columns:
        kept = table.arrays(f"SELECT CAST({table.text(ROW_COLUMN)} AS BIGINT) AS p FROM data ORDER BY r")["p"]
        return np.ma.getdata(kept).astype(np.int64)
    records = _records(table)
    before = table.blank_lines - np.arange(table.blank_lines.size)
    found: Integers = table.header_row + records + np.searchsorted(before, records, side="right")
    return found


def cell(table: Table, reading: Reading, field: str) -> str:
    """Return the SQL of a field as text, NULL where no column holds it."""
    column = reading.columns.get(field)
    return table.text(column) if column else "CAST(NULL AS VARCHAR)"


def service_key(table: Table, reading: Reading) -> str:
    """Return the SQL of the key by which a row names its service."""
    if reading.service:
        return "'{}'".format(reading.service.lower().replace("'", "''"))
    return f"lower({cell(table, reading, 'service')})"


def _records(table: Table) -> Integers:
    found: Integers = table.arrays("SELECT r FROM data ORDER BY r")["r"].astype(np.int64)
    bare: Integers = np.ma.getdata(found)
    return bare


def _fill(table: Table, definition: str, rows: list[tuple[object, ...]]) -> None:
    name = definition.partition("(")[0]
    table.query(f"CREATE OR REPLACE TEMP TABLE {definition}")
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        table.connection.executemany(f"INSERT INTO {name} VALUES ({marks})", [list(row) for row in rows])


def _keys_of(services: tuple[KnownService, ...], zone: int | None) -> list[tuple[object, ...]]:
    """Return the codes, and the names that only one service has."""
    keys: dict[str, set[KnownService]] = {}
    for service in services:
        keys.setdefault(service.name.lower(), set()).add(service)
    keys |= {service.code.lower(): {service} for service in services}
    return [
        (key, found.pk, found.zone if zone is None else zone)
        for key, several in keys.items()
        if len(several) == 1
        for found in several
    ]


def _channels(table: Table, reading: Reading) -> list[tuple[object, ...]]:
    if "channel" not in reading.columns:
        return []
    text = cell(table, reading, "channel")
    words = table.query(f"SELECT DISTINCT lower({text}) FROM data WHERE {text} IS NOT NULL LIMIT {MOST_CHANNELS}")
    return [(word, CHANNELS.get(key_of(word), "other")) for (word,) in words]


def local_minutes() -> int:
    """Return minutes east of Greenwich where this installation stands, for a file whose service is not known yet."""
    offset = timezone.localtime().utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def without_examples(number: str) -> str:
    """Return the SQL that leaves out the example of a template."""
    return f"{number} IS DISTINCT FROM '{EXAMPLE}'"
