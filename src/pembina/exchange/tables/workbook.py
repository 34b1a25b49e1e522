"""Read a sheet of a workbook: the first one with data unless one is named."""

import csv
import datetime
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import python_calamine as calamine

from pembina.core.text import Text
from pembina.exchange.tables.delimited import finished_table
from pembina.exchange.tables.engine import open_engine
from pembina.exchange.tables.header import Header, find_header
from pembina.exchange.tables.kinds import open_bytes
from pembina.exchange.tables.scratch_file import scratch_file
from pembina.exchange.tables.table import Table
from pembina.exchange.tables.unreadable import UnreadableFileError

_LARGEST_UNPACKED = 1 << 30
_ROWS_LOOKED_AT = 200
Cell = object


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet as calamine gives it: the header, and the rows below it."""

    header: Header
    body: Sequence[Sequence[Cell]]


def read_workbook(data: bytes | Path, *, name: str, sheet: str | None, max_rows: int) -> Table:
    """Read XLSX, XLSM, XLS or ODS; see `pembina.exchange.tables.read_table`."""
    return _loaded(sheet_rows(data, name=name, sheet=sheet), name=name, max_rows=max_rows)


def sheet_rows(data: bytes | Path, *, name: str, sheet: str | None) -> SheetRows:
    """Return the rows of a sheet with their header found."""
    _refuse_bomb(data, name)
    with open_bytes(data) as stream:
        try:
            book = calamine.load_workbook(stream)
            chosen, notes = _choose(book, name, sheet)
            rows = chosen.to_python(skip_empty_area=False)
        except calamine.PasswordError:
            raise _locked(name) from None
        except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError) as error:
            raise _damaged(name, error) from None
    found = find_header([[written(cell) for cell in row] for row in rows[:_ROWS_LOOKED_AT]], name=name)
    header = Header(found.names, found.index, (*notes, *found.notes))
    body = rows[header.index + 1 :]
    _refuse_overhang(body, header, name)
    return SheetRows(header, body)


def _choose(
    book: calamine.CalamineWorkbook, name: str, wanted: str | None
) -> tuple[calamine.CalamineSheet, list[Text]]:
    if wanted is not None:
        if wanted not in book.sheet_names:
            raise _no_such_sheet(name, wanted, book.sheet_names)
        return book.get_sheet_by_name(wanted), []
    sheets = (book.get_sheet_by_name(title) for title in book.sheet_names)
    filled = [found for found in sheets if found.end is not None]
    if not filled:
        raise UnreadableFileError(
            Text(id=f"Buku kerja {name} kosong.", en=f"Workbook {name} is empty."),
            Text(id="Pilih berkas yang berisi data.", en="Choose a file that holds data."),
        )
    if len(book.sheet_names) == 1:
        return filled[0], []
    others = ", ".join(f"“{title}”" for title in book.sheet_names if title != filled[0].name)
    said = Text(
        id=f"Lembar “{filled[0].name}” yang dipakai; lembar lain: {others}.",
        en=f"Sheet “{filled[0].name}” is used; other sheets: {others}.",
    )
    return filled[0], [said]


def _loaded(rows: SheetRows, *, name: str, max_rows: int) -> Table:
    header, body = rows.header, rows.body
    width = len(header.names)
    numeric = {i for i in range(width) if holds_fractions(body, i)}
    kinds = ["DOUBLE" if i in numeric else "VARCHAR" for i in range(width)]
    columns = ", ".join(f"'c{i}': '{kind}'" for i, kind in enumerate(kinds))
    cells = ", ".join(f"c{i}" if i in numeric else f"nullif(trim(c{i}), '') AS c{i}" for i in range(width))
    with scratch_file(_as_text(body, width)) as path:
        connection = open_engine([path])
        connection.execute(
            f"CREATE TABLE data AS SELECT row_number() OVER () AS r, {cells} FROM read_csv('{path}', "
            f"auto_detect = false, header = false, delim = ',', quote = '\"', escape = '\"', columns = {{{columns}}}, "
            f"max_line_size = 4000000)"
        )
    return finished_table(
        connection,
        name=name,
        header=header,
        header_row=header.index + 1,
        numeric=frozenset(header.names[i] for i in numeric),
        max_rows=max_rows,
    )


def _as_text(body: Sequence[Sequence[Cell]], width: int) -> Iterator[bytes]:
    rows = iter(body)
    while block := list(islice(rows, 10_000)):
        lines = io.StringIO()
        # Quoting every cell keeps an empty row a row, so that the numbering of the sheet holds.
        writer = csv.writer(lines, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerows([cell if type(cell) is str else written(cell) for cell in row[:width]] for row in block)
        yield lines.getvalue().encode("utf-8", "replace")


def written(cell: Cell) -> str:
    """Return a cell as text: a whole number without a point, a day as ISO has it."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime.datetime | datetime.date):
        return cell.isoformat()
    return str(cell)


def holds_fractions(body: Sequence[Sequence[Cell]], i: int) -> bool:
    """Tell whether a column holds numbers only, some with a fraction: those are read as they are, never as text."""
    fractions = False
    for row in body:
        cell = row[i]
        if isinstance(cell, float):
            fractions = fractions or not cell.is_integer()
        elif cell != "" and (isinstance(cell, bool) or not isinstance(cell, int)):
            return False
    return fractions


def _refuse_overhang(body: Sequence[Sequence[Cell]], header: Header, name: str) -> None:
    width = len(header.names)
    for number, row in enumerate(body, start=header.index + 2):
        if any(cell != "" for cell in row[width:]):
            raise UnreadableFileError(
                Text(
                    id=f"Baris {number} dari {name} berisi sel di kanan kolom terakhir “{header.names[-1]}”.",
                    en=f"Row {number} of {name} has a cell to the right of the last column “{header.names[-1]}”.",
                ),
                Text(id="Beri kolom itu nama, atau kosongkan selnya.", en="Name that column, or empty the cell."),
                row=number,
            )


def _refuse_bomb(data: bytes | Path, name: str) -> None:
    """Refuse what the archive itself calls too large, before it is opened.

    Whoever forges the sizes passes, and so does a sheet whose cells lie far apart: the reader is stopped by the process
    it runs in, and every file of somebody else is read in one (`pembina.exchange.bounded`, where its limits are).
    """
    with open_bytes(data) as stream:
        if not zipfile.is_zipfile(stream):
            return
        unpacked = sum(member.file_size for member in zipfile.ZipFile(stream).infolist())
    if unpacked > _LARGEST_UNPACKED:
        raise UnreadableFileError(
            Text(
                id=f"Buku kerja {name} berisi {unpacked >> 20} MB setelah dibuka, terlalu besar.",
                en=f"Workbook {name} unpacks to {unpacked >> 20} MB, which is too large.",
            ),
            Text(id="Simpan lembar yang diperlukan sebagai CSV.", en="Save the sheet needed as CSV."),
        )


def _no_such_sheet(name: str, wanted: str, titles: Sequence[str]) -> UnreadableFileError:
    listed = ", ".join(f"“{title}”" for title in titles)
    return UnreadableFileError(
        Text(id=f"Lembar “{wanted}” tidak ada di {name}.", en=f"There is no sheet “{wanted}” in {name}."),
        Text(id=f"Pilih salah satu: {listed}.", en=f"Choose one of {listed}."),
    )


def _locked(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        Text(id=f"Buku kerja {name} terkunci kata sandi.", en=f"Workbook {name} is locked with a password."),
        Text(id="Hapus kata sandinya lalu coba lagi.", en="Remove the password and try again."),
    )


def _damaged(name: str, error: Exception) -> UnreadableFileError:
    return UnreadableFileError(
        Text(id=f"Buku kerja {name} tidak terbaca: {error}", en=f"Workbook {name} cannot be read: {error}"),
        Text(id="Simpan ulang sebagai XLSX atau CSV.", en="Save it again as XLSX or CSV."),
    )
