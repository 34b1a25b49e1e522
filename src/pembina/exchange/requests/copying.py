"""The copy of a file of requests that stays: every row with its number, without columns about people.

Such files name applicants, their NIK and their telephones, and who worked on the request. None of it measures a
service, so the file as it came is never written to disk. The copy is compressed text: a million rows are kept in a few
megabytes, and it can be read by hand.
"""

import csv
import gzip
import hashlib
import io
from collections.abc import Collection, Iterator

from pembina.exchange.requests.tabled import ROW_COLUMN, places
from pembina.exchange.staff.workbook import guarded
from pembina.exchange.tables import Table

ENDING = "csv.gz"
_AT_ONCE = 20_000


def copy_of(table: Table, *, keep: Collection[str]) -> bytes:
    """Return the columns `keep` of a file with the number of each row; the same file gives the same bytes."""
    content = io.BytesIO()
    # Without a time in its head, so that the same rows have the same hash on every day.
    with gzip.GzipFile(fileobj=content, mode="wb", compresslevel=1, mtime=0) as packed:
        for block in _written(table, [name for name in table.columns if name in keep and name != ROW_COLUMN]):
            packed.write(block)
    return content.getvalue()


def _written(table: Table, names: list[str]) -> Iterator[bytes]:
    numbers = places(table).tolist()
    cells = ", ".join(table.text(name) for name in names)
    answer = table.connection.execute(f"SELECT {cells} FROM data ORDER BY r")
    yield _lines([[ROW_COLUMN, *names]])
    done = 0
    while rows := answer.fetchmany(_AT_ONCE):
        yield _lines([[number, *row] for number, row in zip(numbers[done:], rows, strict=False)])
        done += len(rows)


def _lines(rows: list[list[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def unpacked(content: bytes) -> bytes:
    """Return a copy as the reader of tables takes it."""
    return gzip.decompress(content)


def to_take_along(content: bytes) -> Iterator[bytes]:
    """Yield a copy as CSV for a spreadsheet; nothing in it begins a formula."""
    yield "\ufeff".encode()
    rows = csv.reader(io.TextIOWrapper(gzip.GzipFile(fileobj=io.BytesIO(content)), encoding="utf-8", newline=""))
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
        if text.tell() > 1 << 16:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def sha256_of(data: bytes) -> str:
    """Return the hash by which a file is known again."""
    return hashlib.sha256(data).hexdigest()
