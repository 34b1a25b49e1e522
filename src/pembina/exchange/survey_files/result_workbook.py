"""A workbook of several sheets in which text stays text and numbers are numbers."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import xlsxwriter

from pembina.exchange.staff.workbook import guarded

Cell = str | int | float
# A workbook without a clock is the same for the same figures.
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001
NARROW, WIDE = 14, 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name (at most 31 characters), head and rows."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def result_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return the workbook; a text that a spreadsheet would take for a formula gets an apostrophe before it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": CREATED})
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name[:31]), sheet, bold)
    return content.getvalue()


def _write(page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, bold: xlsxwriter.format.Format) -> None:
    page.freeze_panes(1, 0)
    for column, name in enumerate(sheet.head):
        page.set_column(column, column, _width(sheet, column))
        page.write_string(0, column, guarded(name), bold)
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(number, column, guarded(value))
            else:
                page.write_number(number, column, value)


def _width(sheet: Sheet, column: int) -> int:
    texts = (len(row[column]) for row in sheet.rows if isinstance(row[column], str))  # type: ignore[arg-type]
    return min(max(NARROW, *texts, len(sheet.head[column])), WIDE) if sheet.rows else NARROW
