"""Files of staff and of units: what the file is, what each row says, and what is wrong with which row."""

import hashlib
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pembina.core.collector import collector_paused
from pembina.core.text import Text
from pembina.domain.people.intake.rows import RowFinding, StaffRow, UnitRow
from pembina.exchange.staff.cells import key_of
from pembina.exchange.staff.checking import Places, RowUnderCheck
from pembina.exchange.staff.columns import STAFF, UNITS, Matched, matched
from pembina.exchange.staff.example import is_example
from pembina.exchange.staff.layouts import Layout, layout_of
from pembina.exchange.staff.staff_rows import StaffRows
from pembina.exchange.staff.template_columns import STAFF_COLUMNS, UNIT_COLUMNS
from pembina.exchange.staff.unit_rows import UnitRows
from pembina.exchange.tables import Rows, Table, read_rows, read_table
from pembina.exchange.tables.text_shape import pieces

MAX_ROWS = 200_000
"""Eight times the largest government; more rows are another kind of file."""

# Without these columns a file says nothing; told by their names.
STAFF_REQUIRED = {"nip": Text(id="NIP", en="the number (NIP)"), "name": Text(id="nama pegawai", en="the name")}
UNITS_REQUIRED = {"code": Text(id="kode unit", en="the code"), "name": Text(id="nama unit", en="the name")}

Row = TypeVar("Row", StaffRow, UnitRow)


@dataclass(frozen=True, slots=True)
class FileRead:
    """What is told of a file whatever it holds.

    Attributes
    ----------
    name, sha256 : of the file
    layout : its shape
    row_count : rows with data, the refused ones included, an example left in not
    findings : refusals and warnings in the order of the rows; a row with a refusal is not among the rows
    headers : by field, the column it is read from first
    private : columns that Pembina must not hold and did not read
    unread : columns that it has no use for
    notes : what the reader did that the person should know
    """

    name: str
    sha256: str
    layout: Layout
    row_count: int
    findings: tuple[RowFinding, ...]
    headers: Mapping[str, str]
    private: tuple[str, ...]
    unread: tuple[str, ...]
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class StaffFile(FileRead):
    """A file of staff."""

    rows: tuple[StaffRow, ...]


@dataclass(frozen=True, slots=True)
class UnitFile(FileRead):
    """A file of units."""

    rows: tuple[UnitRow, ...]


def read_staff(
    data: bytes | Path, *, name: str, sheet: str | None = None, on: date, unit_codes: Container[str] = frozenset()
) -> StaffFile:
    """Read a file of staff, whatever its layout.

    Parameters
    ----------
    data : the content, or the path of a file
    name : how to call the file in messages
    sheet : of a workbook; without it the first with data
    on : the day on which numbers and dates are judged
    unit_codes : codes on record; a unit is told by its code where that is one of them, else by its name

    Raises
    ------
    UnreadableFileError : the file as a whole cannot be used; nothing of it was taken
    """
    table = read_rows(data, name=name, sheet=sheet, max_rows=MAX_ROWS)
    columns = matched(table.columns, STAFF, name=name, required=STAFF_REQUIRED)
    reader = StaffRows(on, unit_codes)
    with collector_paused():
        rows, findings, count, notes = _checked(table, columns, reader.read, key="nip")
    if not (columns.of["status"] or columns.of["legal_words"]):
        notes.append(_STATUS_BY_NUMBER)
    if key_of(columns.headers["name"]) == "namalengkap":
        notes.append(_TITLES_IN_NAMES)
    layout = layout_of(table.columns, template=[column.name for column in STAFF_COLUMNS])
    told = (*table.notes, *about_private(columns.private), *notes)
    return StaffFile(
        name,
        digest_of(data),
        layout,
        count,
        tuple(findings),
        columns.headers,
        columns.private,
        columns.unread,
        told,
        tuple(rows),
    )


def read_units(data: bytes | Path, *, name: str, sheet: str | None = None) -> UnitFile:
    """Read a file of units; see `read_staff`."""
    table = read_rows(data, name=name, sheet=sheet, max_rows=MAX_ROWS)
    columns = matched(table.columns, UNITS, name=name, required=UNITS_REQUIRED)
    rows, findings, count, notes = _checked(table, columns, UnitRows().read, key="code")
    notes += [_figures_for_codes(column) for column in columns.of["code"] if table.has_fractions(column)]
    layout = layout_of(table.columns, template=[column.name for column in UNIT_COLUMNS])
    told = (*table.notes, *notes)
    return UnitFile(
        name,
        digest_of(data),
        layout,
        count,
        tuple(findings),
        columns.headers,
        columns.private,
        columns.unread,
        told,
        tuple(rows),
    )


def digest_of(data: bytes | Path) -> str:
    """Return the SHA-256 of the content, by which a file is known again."""
    digest = hashlib.sha256()
    for piece in pieces(data):
        digest.update(piece)
    return digest.hexdigest()


@contextmanager
def opened(data: bytes | Path, name: str, sheet: str | None) -> Iterator[Table]:
    """Open a file of staff or units as a table, for whoever copies its columns."""
    table = read_table(data, name=name, sheet=sheet, max_rows=MAX_ROWS)
    try:
        yield table
    finally:
        table.connection.close()


def _checked(
    table: Rows, columns: Matched, read: Callable[[RowUnderCheck], Row | None], *, key: str
) -> tuple[list[Row], list[RowFinding], int, list[Text]]:
    """Read every row; return those that can be used, what is wrong, how many there are, and what was passed over."""
    rows: list[Row] = []
    findings: list[RowFinding] = []
    notes: list[Text] = []
    for row in _rows(table, columns):
        if is_example(row.cell(key)):
            notes.append(_example_left_in(row.number))
            continue
        if (found := read(row)) is not None:
            rows.append(found)
        findings.extend(row.findings)
    return rows, findings, table.row_count - len(notes), notes


def _rows(table: Rows, columns: Matched) -> Iterator[RowUnderCheck]:
    """Yield the rows with the columns that are read; of all others nothing leaves the table."""
    wanted = list(dict.fromkeys(column for found in columns.of.values() for column in found))
    place = {column: at for at, column in enumerate(wanted)}
    places = Places({field: tuple((place[c], c) for c in found) for field, found in columns.of.items()})
    for number, cells in table.take(wanted):
        yield RowUnderCheck(number, cells, places)


def _example_left_in(row: int) -> Text:
    return Text(
        id=f"Baris {row} adalah contoh dari templat dan dilewati.",
        en=f"Row {row} is the example of the template and was passed over.",
    )


def about_private(columns: tuple[str, ...]) -> tuple[Text, ...]:
    """Say which columns nobody may take from the file."""
    if not columns:
        return ()
    listed = ", ".join(columns)
    return (
        Text(
            id=f"Tidak dibaca karena tidak diperlukan untuk pembinaan: {listed}.",
            en=f"Not read, since development has no need of them: {listed}.",
        ),
    )


def _figures_for_codes(column: str) -> Text:
    return Text(
        id=f"Kolom {column} berisi bilangan, bukan teks: kode 1.10 menjadi 1.1. Isi lagi sebagai Teks.",
        en=f"Column {column} holds figures, not text: a code 1.10 has become 1.1. Fill it again as Text.",
    )


_TITLES_IN_NAMES = Text(
    id="Nama diambil dari kolom nama lengkap; gelar di dalamnya tidak dipisahkan.",
    en="Names come from the column of full names; titles in them are not taken apart.",
)
_STATUS_BY_NUMBER = Text(
    id="Tidak ada kolom jenis pegawai; PNS atau PPPK ditentukan dari golongan dan susunan NIP.",
    en="There is no column with the kind of employee; PNS or PPPK follows from the rank and the layout of the number.",
)
