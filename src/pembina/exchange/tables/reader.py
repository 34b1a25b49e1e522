"""One door for table files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pembina.core.text import Text
from pembina.exchange.tables.delimited import read_delimited
from pembina.exchange.tables.kinds import Kind, kind_of
from pembina.exchange.tables.parquet import read_parquet
from pembina.exchange.tables.rows import Rows, rows_of_sheet, rows_of_table
from pembina.exchange.tables.table import Table
from pembina.exchange.tables.unreadable import UnreadableFileError
from pembina.exchange.tables.workbook import read_workbook, sheet_rows

UPLOAD_LIMIT = 50 * 1024 * 1024
"""Bytes a page accepts; the command line reads files of any size within `MAX_ROWS`."""

MAX_ROWS = 20_000_000
"""Measured: `pembina effect` on 10 million rows (195 MB of CSV) takes 37 s of CPU and 1.8 GB."""


def read_table(
    data: bytes | Path,
    *,
    name: str,
    sheet: str | None = None,
    limit_bytes: int | None = None,
    max_rows: int = MAX_ROWS,
) -> Table:
    """Read a CSV, XLSX, XLS, ODS or Parquet table; what it is follows from its content, not from its name.

    Parameters
    ----------
    data : the content, or the path of a file; bytes are never written to disk where the system has memory files
    name : how to call the file in messages
    sheet : name of the sheet of a workbook; without it the first sheet with data, which a note then says
    limit_bytes, max_rows : refuse a larger file

    Raises
    ------
    UnreadableFileError : with column, row and value where one is to blame, and always a remedy
    """
    with _opening(name):
        _refuse_large(data, name, limit_bytes)
        return _table(data, kind_of(data, name=name), name, sheet, max_rows)


def read_rows(data: bytes | Path, *, name: str, sheet: str | None = None, max_rows: int = MAX_ROWS) -> Rows:
    """Read the same files as `read_table` for whoever goes through them row by row.

    A workbook comes without the way through the engine, which takes as long again as reading it.
    """
    with _opening(name):
        kind = kind_of(data, name=name)
        if kind == "workbook":
            return rows_of_sheet(sheet_rows(data, name=name, sheet=sheet), name=name, max_rows=max_rows)
        return rows_of_table(_table(data, kind, name, sheet, max_rows))


def _table(data: bytes | Path, kind: Kind, name: str, sheet: str | None, max_rows: int) -> Table:
    if kind == "parquet":
        return read_parquet(data, name=name, max_rows=max_rows)
    if kind == "workbook":
        return read_workbook(data, name=name, sheet=sheet, max_rows=max_rows)
    return read_delimited(data, name=name, max_rows=max_rows)


@contextmanager
def _opening(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _cannot_open(name, error) from None


def _refuse_large(data: bytes | Path, name: str, limit_bytes: int | None) -> None:
    size = len(data) if isinstance(data, bytes) else data.stat().st_size
    if limit_bytes is not None and size > limit_bytes:
        raise UnreadableFileError(
            Text(
                id=f"{name} berukuran {size >> 20} MB; batasnya {limit_bytes >> 20} MB.",
                en=f"{name} has {size >> 20} MB; the limit is {limit_bytes >> 20} MB.",
            ),
            Text(
                id="Sisakan kolom yang diperlukan, atau pakai perintah `pembina effect` untuk berkas besar.",
                en="Keep only the columns needed, or use the command `pembina effect` for large files.",
            ),
        )


def _cannot_open(name: str, error: OSError) -> UnreadableFileError:
    reasons = {
        FileNotFoundError: ("tidak ditemukan", "does not exist"),
        IsADirectoryError: ("adalah folder, bukan berkas", "is a folder, not a file"),
        PermissionError: ("tidak boleh dibaca oleh akun ini", "may not be read by this account"),
    }
    reason = reasons.get(type(error), (f"tidak dapat dibuka: {error.strerror}", f"cannot be opened: {error.strerror}"))
    return UnreadableFileError(
        Text(id=f"{name} {reason[0]}.", en=f"{name} {reason[1]}."),
        Text(id="Periksa letak dan izin berkasnya.", en="Check where the file is and who may read it."),
    )
