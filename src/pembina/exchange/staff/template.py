"""Files to fill in: our columns, one row of example that nobody can take for real, and what each column means."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from pembina.core.text import Text
from pembina.exchange.staff.template_columns import STAFF_COLUMNS, UNIT_COLUMNS, TemplateColumn

ROWS = 5_000
# A spreadsheet lists words to choose from up to this length in all; a longer list stands on the second sheet only.
LONGEST_LIST = 255
# A workbook without a clock is the same every day.
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001
_HEAD = (
    Text(id="Kolom", en="Column"),
    Text(id="Wajib", en="Required"),
    Text(id="Arti", en="Meaning"),
    Text(id="Isi yang boleh", en="What it may hold"),
    Text(id="Contoh", en="Example"),
)
_YES, _FREE = Text(id="ya", en="yes"), Text(id="bebas", en="free")
_FIRST = Text(
    id="Hapus baris contoh sebelum mengunggah; bila tertinggal, baris itu dilewati. Urutan kolom bebas dan kolom yang "
    "tidak dipakai boleh dihapus. Sel kosong berarti tidak ada perubahan.",
    en="Delete the row of example before sending; left in, it is passed over. Columns may stand in any order; those "
    "not used may be deleted. An empty cell changes nothing.",
)


def staff_template(language: str = "id") -> bytes:
    """Return the workbook for staff; the sheet of explanations is in `language`."""
    return template_workbook(STAFF_COLUMNS, "Pegawai", language)


def unit_template(language: str = "id") -> bytes:
    """Return the workbook for units."""
    return template_workbook(UNIT_COLUMNS, "Unit kerja", language)


def staff_template_csv() -> bytes:
    """Return the columns for staff as CSV."""
    return template_csv(STAFF_COLUMNS)


def unit_template_csv() -> bytes:
    """Return the columns for units as CSV."""
    return template_csv(UNIT_COLUMNS)


def template_csv(columns: Sequence[TemplateColumn]) -> bytes:
    """Return header and example; semicolons and a byte order mark open in columns in an Indonesian spreadsheet."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow([column.name for column in columns])
    # The apostrophe keeps a spreadsheet from making an approximate figure of the number.
    writer.writerow(["'" + each.example if each.example.isdecimal() else each.example for each in columns])
    return text.getvalue().encode("utf-8-sig")


def template_workbook(columns: Sequence[TemplateColumn], title: str, language: str) -> bytes:
    """Return a workbook to fill in: columns with an example, and a sheet that explains them in `language`."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        _rows_to_fill(book, columns, title)
        _explanations(book, columns, language)
    return content.getvalue()


def _rows_to_fill(book: Any, columns: Sequence[TemplateColumn], title: str) -> None:
    """Write header and example; every cell is text, so that a NIP keeps its digits and a code is no date."""
    page = book.add_worksheet(title)
    text = book.add_format({"num_format": "@"})
    head = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
    example = book.add_format({"italic": True, "font_color": "#595959", "num_format": "@"})
    page.set_column(0, len(columns) - 1, 22, text)
    page.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        page.write_string(0, place, f"{column.name}", head)
        page.write_string(1, place, column.example, example)
        if column.words and len(",".join(column.words)) <= LONGEST_LIST:
            allowed = {"validate": "list", "source": list(column.words), "error_type": "warning"}
            page.data_validation(1, place, ROWS, place, allowed)


def _explanations(book: Any, columns: Sequence[TemplateColumn], language: str) -> None:
    page = book.add_worksheet(Text(id="Petunjuk", en="Explanations").in_language(language))
    bold, wrapped = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    for place, width in enumerate((20, 10, 50, 60, 28)):
        page.set_column(place, place, width, wrapped)
    page.merge_range(0, 0, 0, len(_HEAD) - 1, _FIRST.in_language(language), wrapped)
    page.set_row(0, 48)
    page.write_row(1, 0, [word.in_language(language) for word in _HEAD], bold)
    for number, column in enumerate(columns, start=2):
        for place, cell in enumerate(_explained(column, language)):
            page.write_string(number, place, cell, wrapped)


def _explained(column: TemplateColumn, language: str) -> tuple[str, ...]:
    return (
        column.name,
        _YES.in_language(language) if column.required else "",
        column.meaning.in_language(language),
        ", ".join(column.words) or _FREE.in_language(language),
        column.example,
    )
