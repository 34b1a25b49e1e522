"""A list of staff as a workbook in which nothing is a formula and no number loses a digit."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter

# What a spreadsheet may take for the beginning of a formula, also after the list is saved as CSV (CWE-1236).
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# A workbook without a clock is the same for the same rows.
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001


def staff_workbook(head: Sequence[str], rows: Iterable[Sequence[str]], *, sheet: str) -> bytes:
    """Return a workbook of one sheet. Every cell is text, the NIP too; rows are written one by one, never all held."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"constant_memory": True}) as book:
        book.set_properties({"created": CREATED})
        page = book.add_worksheet(sheet)
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True, "bottom": 1})
        page.set_column(0, len(head) - 1, 26, text)
        page.freeze_panes(1, 0)
        for column, name in enumerate(head):
            page.write_string(0, column, guarded(name), bold)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                page.write_string(number, column, guarded(value), text)
    return content.getvalue()


def guarded(value: str) -> str:
    """Put an apostrophe before what could become a formula: ``=1+1`` is a name that somebody gave, not a sum."""
    return f"'{value}" if value.startswith(BEGINS_A_FORMULA) else value
