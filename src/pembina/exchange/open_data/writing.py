"""A table as CSV and as JSON, row by row: however long it is, only one portion of rows is held."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from pembina.exchange.open_data.shapes import OpenTable, Row, Value
from pembina.exchange.staff.workbook import guarded

ROWS_TOGETHER = 200


class _Echo:
    """Gives back what is written to it: the writer of CSV then hands out its lines."""

    def write(self, line: str) -> str:
        return line


def table_csv(table: OpenTable, rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield a CSV by RFC 4180 in UTF-8: commas, decimal points, empty where there is no value."""
    writer: Any = csv.writer(_Echo())
    yield cast(str, writer.writerow(table.names)).encode()
    lines = (cast(str, writer.writerow([_cell(row[name]) for name in table.names])).encode() for row in rows)
    yield from _together(lines, b"")


def table_json(table: OpenTable, rows: Iterable[Row], *, about: Mapping[str, object]) -> Iterator[bytes]:
    """Yield one JSON object: what the table is, then its rows under ``data``."""
    head = json.dumps(about, ensure_ascii=False)[:-1]
    yield f'{head}, "data": [\n'.encode()
    lines = (json.dumps({name: row[name] for name in table.names}, ensure_ascii=False).encode() for row in rows)
    yield from _together(lines, b",\n")
    yield b"\n]}\n"


def _cell(value: Value) -> str:
    """Return a value as text; only what people wrote can be taken for a formula, a number cannot."""
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else str(value)


def _together(lines: Iterator[bytes], between: bytes) -> Iterator[bytes]:
    """Yield lines in portions, so that a small row does not cost a message of its own."""
    held: list[bytes] = []
    follows = False
    for line in lines:
        held.append(between + line if follows else line)
        follows = True
        if len(held) == ROWS_TOGETHER:
            yield b"".join(held)
            held.clear()
    yield b"".join(held)
