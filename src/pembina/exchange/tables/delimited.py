"""Read CSV and its relatives: any usual separator, encoding and quoting; every row as wide as the header."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from pembina.core.text import Text
from pembina.exchange.tables.engine import MEMORY_LIMIT, open_engine
from pembina.exchange.tables.header import Header, find_header
from pembina.exchange.tables.scratch_file import scratch_file
from pembina.exchange.tables.separator import separator_of, split_rows
from pembina.exchange.tables.table import Table
from pembina.exchange.tables.text_shape import TextShape, pieces, text_shape, utf8_pieces
from pembina.exchange.tables.unreadable import UnreadableFileError

_LINES_LOOKED_AT = 200
_LONGEST_LINE = 4_000_000
_WHITE = "' ' || chr(9) || chr(10) || chr(13) || chr(160)"


@dataclass(frozen=True, slots=True)
class Layout:
    """Separator, header, and the line of the file the header ends on."""

    separator: str
    header: Header
    header_line: int


def read_delimited(data: bytes | Path, *, name: str, max_rows: int) -> Table:
    """Read a text table; see `pembina.exchange.tables.read_table`."""
    shape = text_shape(data)
    layout = _layout(data, shape, name)
    if isinstance(data, Path) and shape.plain:
        return _load(str(data.resolve()), layout, shape, name=name, max_rows=max_rows)
    chunks = pieces(data) if shape.plain else utf8_pieces(data, shape)
    with scratch_file(chunks) as path:
        return _load(path, layout, shape, name=name, max_rows=max_rows)


def _layout(data: bytes | Path, shape: TextShape, name: str) -> Layout:
    start = b"".join(islice(utf8_pieces(data, shape), 1))
    lines = start.decode("utf-8", "replace").lstrip("\ufeff").splitlines(keepends=True)[:_LINES_LOOKED_AT]
    if not any(line.strip() for line in lines):
        raise _nothing_below(name, None)
    separator = separator_of(lines)
    rows = split_rows(lines, separator)
    header = find_header([row for _, row in rows], name=name)
    return Layout(separator, header, rows[header.index][0])


def _load(path: str, layout: Layout, shape: TextShape, *, name: str, max_rows: int) -> Table:
    names = layout.header.names
    connection = open_engine([path])
    try:
        connection.execute(_loading_query(path, layout), [max_rows + 1])
    except duckdb.OutOfMemoryException:
        raise _too_large(name, max_rows) from None
    except duckdb.Error as error:
        raise _unreadable(name, error) from None
    _refuse_ragged(connection, names, name)
    blank = shape.blank_lines
    return finished_table(
        connection,
        name=name,
        header=layout.header,
        header_row=layout.header_line,
        blank_lines=blank[blank > layout.header_line] - layout.header_line,
        separator=layout.separator,
        max_rows=max_rows,
    )


def finished_table(
    connection: duckdb.DuckDBPyConnection,
    *,
    name: str,
    header: Header,
    header_row: int,
    blank_lines: Any = None,
    separator: str = "",
    numeric: frozenset[str] = frozenset(),
    max_rows: int,
) -> Table:
    """Drop rows without any content, refuse a table that is empty or too long, and wrap it."""
    empty = " AND ".join(f"c{i} IS NULL" for i in range(len(header.names)))
    connection.execute(f"DELETE FROM data WHERE {empty}")
    (count,) = connection.execute("SELECT count(*) FROM data").fetchall()[0]
    refuse_count(count, name=name, header_row=header_row, max_rows=max_rows)
    blank = np.array([], dtype=np.int64) if blank_lines is None else blank_lines
    return Table(name, header.names, count, numeric, separator, header.notes, header_row, blank, connection)


def refuse_count(count: int, *, name: str, header_row: int, max_rows: int) -> None:
    """Refuse a table without a row, or with too many."""
    if count == 0:
        raise _nothing_below(name, header_row)
    if count > max_rows:
        raise _too_large(name, max_rows)


def _loading_query(path: str, layout: Layout) -> str:
    width = len(layout.header.names)
    columns = ", ".join(f"'c{i}': 'VARCHAR'" for i in range(width))
    cells = ", ".join(f"nullif(trim(c{i}, {_WHITE}), '') AS c{i}" for i in range(width))
    quoted_path = path.replace("'", "''")
    return f"""
        CREATE TABLE data AS
        SELECT row_number() OVER () AS r, {cells}
        FROM read_csv('{quoted_path}', auto_detect = false, header = false, skip = {layout.header_line},
                      delim = '{layout.separator}', quote = '"', escape = '"', columns = {{{columns}}},
                      max_line_size = {_LONGEST_LINE}, store_rejects = true, rejects_limit = 5)
        LIMIT ?"""


def _refuse_ragged(connection: duckdb.DuckDBPyConnection, names: Sequence[str], name: str) -> None:
    rejected = connection.execute(
        "SELECT line, error_type, csv_line FROM reject_errors ORDER BY line LIMIT 1"
    ).fetchall()
    if not rejected:
        return
    row, kind, line = rejected[0]
    how = {
        "MISSING COLUMNS": ("kurang kolom", "too few cells"),
        "TOO MANY COLUMNS": ("kelebihan kolom", "too many cells"),
        "UNQUOTED VALUE": ("tanda kutip yang tidak ditutup", "a quotation mark that is not closed"),
    }.get(kind, ("susunan yang tidak terbaca", "an unreadable layout"))
    raise UnreadableFileError(
        Text(
            id=f"Baris {row} dari {name}: {how[0]}; kepala tabel mempunyai {len(names)} kolom.",
            en=f"Row {row} of {name}: {how[1]}; the header has {len(names)} columns.",
        ),
        Text(
            id="Samakan jumlah kolom setiap baris; hapus baris jumlah atau catatan di bawah tabel.",
            en="Give every row the same number of cells; remove totals or notes below the table.",
        ),
        row=row,
        value=(line or "")[:80],
    )


def _nothing_below(name: str, header_row: int | None) -> UnreadableFileError:
    if header_row is None:
        return UnreadableFileError(
            Text(id=f"Berkas {name} kosong.", en=f"File {name} is empty."),
            Text(id="Pilih berkas yang berisi data.", en="Choose a file that holds data."),
        )
    return UnreadableFileError(
        Text(
            id=f"{name} hanya berisi nama kolom (baris {header_row}), tanpa data.",
            en=f"{name} holds column names only (row {header_row}), no data.",
        ),
        Text(id="Tambahkan baris data di bawahnya.", en="Add rows of data below them."),
        row=header_row,
    )


def _too_large(name: str, max_rows: int) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"{name} melebihi batas {max_rows} baris atau memori {MEMORY_LIMIT}.",
            en=f"{name} exceeds the limit of {max_rows} rows or {MEMORY_LIMIT} of memory.",
        ),
        Text(
            id="Sisakan hanya kolom yang diperlukan, atau ringkas dahulu per unit dan bulan.",
            en="Keep only the columns needed, or summarise by unit and month first.",
        ),
    )


def _unreadable(name: str, error: duckdb.Error) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"{name} tidak dapat dibaca sebagai tabel: {str(error).splitlines()[0]}",
            en=f"{name} cannot be read as a table: {str(error).splitlines()[0]}",
        ),
        Text(
            id="Simpan ulang sebagai CSV (UTF-8) atau XLSX lalu coba lagi.",
            en="Save it again as CSV (UTF-8) or XLSX and try again.",
        ),
    )
