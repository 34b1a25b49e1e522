"""A file as it is sent becomes the copy that is kept; the copy is what is checked. No Django here.

Both run in a process of their own, so they return their refusals: an exception does not cross processes whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pembina.core.text import Text
from pembina.domain.people.intake.rows import RowFinding, StaffRow, UnitRow
from pembina.exchange.staff.columns import STAFF, UNITS, Aliases, matched
from pembina.exchange.staff.kept_files import SHEET, copy_without
from pembina.exchange.staff.reading import (
    MAX_ROWS,
    STAFF_REQUIRED,
    UNITS_REQUIRED,
    FileRead,
    about_private,
    digest_of,
    read_staff,
    read_units,
)
from pembina.exchange.tables import UnreadableFileError, read_rows

UNITS_KIND = "units"
COLUMNS_TOLD = 20


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file cannot be used, and what to do."""

    message: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Received:
    """A file that can be used: the copy to keep, the hash of what was sent, and what the officer should know."""

    copy: bytes
    file_sha256: str
    row_count: int
    notes: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class CopyRead:
    """What the rows of a kept copy say."""

    rows: Sequence[StaffRow] | Sequence[UnitRow]
    findings: tuple[RowFinding, ...]
    row_count: int
    layout: str
    headers: Mapping[str, str]
    notes: tuple[Text, ...]


def received(data: bytes, name: str, kind: str, sheet: str | None) -> Received | Refusal:
    """Return the copy of a file without the columns that are not read."""
    aliases, required = (UNITS, UNITS_REQUIRED) if kind == UNITS_KIND else (STAFF, STAFF_REQUIRED)
    try:
        return _received(data, name, sheet, aliases, required)
    except UnreadableFileError as refused:
        return Refusal(refused.message, refused.remedy)


def _received(data: bytes, name: str, sheet: str | None, aliases: Aliases, required: Mapping[str, Text]) -> Received:
    table = read_rows(data, name=name, sheet=sheet, max_rows=MAX_ROWS)
    columns = matched(table.columns, aliases, name=name, required=required)
    read = {column for found in columns.of.values() for column in found}
    notes = (*table.notes, *about_private(columns.private), *_about_unread(columns.unread))
    return Received(copy_without(table, keep=read), digest_of(data), table.row_count, notes)


def _about_unread(columns: Sequence[str]) -> list[Text]:
    if not columns:
        return []
    listed = ", ".join(columns[:COLUMNS_TOLD]) + (", …" if len(columns) > COLUMNS_TOLD else "")
    return [Text(id=f"Kolom yang tidak dipakai: {listed}.", en=f"Columns that are not used: {listed}.")]


def read_copy(content: bytes, name: str, kind: str, on: date, unit_codes: frozenset[str]) -> CopyRead | Refusal:
    """Read a kept copy; `name` is that of the file it was made from."""
    try:
        if kind == UNITS_KIND:
            units = read_units(content, name=name, sheet=SHEET)
            return _copy_read(units, units.rows)
        staff = read_staff(content, name=name, sheet=SHEET, on=on, unit_codes=unit_codes)
        return _copy_read(staff, staff.rows)
    except UnreadableFileError as refused:
        return Refusal(refused.message, refused.remedy)


def _copy_read(file: FileRead, rows: Sequence[StaffRow] | Sequence[UnitRow]) -> CopyRead:
    layout, headers = file.layout.value.id, dict(file.headers)
    return CopyRead(rows, file.findings, file.row_count, layout, headers, file.notes)
