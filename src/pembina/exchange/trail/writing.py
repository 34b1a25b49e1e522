"""Writing rows of text as CSV and as a workbook, in which nothing is a formula."""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, cast

import xlsxwriter

from pembina.exchange.staff.workbook import CREATED, guarded

# A sheet has 1,048,576 rows; one is the head.
MOST_ROWS = 1_048_575
WIDTH = 24


class _Echo:
    """Gives back what is written to it: the writer of CSV then hands out its lines."""

    def write(self, line: str) -> str:
        return line


def trail_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Yield the lines of a CSV in UTF-8, with the mark by which spreadsheets know it, separated by semicolons."""
    writer = csv.writer(_Echo(), delimiter=";")
    yield "\ufeff".encode() + _line(writer, head)
    for row in rows:
        yield _line(writer, row)


def _line(writer: object, row: Sequence[str]) -> bytes:
    return cast(str, writer.writerow([guarded(value) for value in row])).encode()  # type: ignore[attr-defined]


def trail_workbook(head: Sequence[str], rows: Iterable[Sequence[str]], *, sheet: str) -> IO[bytes]:
    """Return a workbook in a file that vanishes when closed; it holds at most `MOST_ROWS` rows."""
    content = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    with xlsxwriter.Workbook(content, {"constant_memory": True}) as book:
        book.set_properties({"created": CREATED})
        page, bold = book.add_worksheet(sheet), book.add_format({"bold": True, "bottom": 1})
        text = book.add_format({"num_format": "@"})
        page.set_column(0, len(head) - 1, WIDTH, text)
        page.freeze_panes(1, 0)
        for column, name in enumerate(head):
            page.write_string(0, column, guarded(name), bold)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                page.write_string(number, column, guarded(value), text)
    content.seek(0)
    return content
