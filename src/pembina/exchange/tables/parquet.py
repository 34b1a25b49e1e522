"""Read Parquet: numbers with a fraction stay numbers, everything else becomes text."""

from pathlib import Path

import duckdb

from pembina.core.text import Text
from pembina.exchange.tables.delimited import finished_table
from pembina.exchange.tables.engine import open_engine
from pembina.exchange.tables.header import Header
from pembina.exchange.tables.scratch_file import scratch_file
from pembina.exchange.tables.table import Table
from pembina.exchange.tables.text_shape import pieces
from pembina.exchange.tables.unreadable import UnreadableFileError

_NUMBERS = ("DOUBLE", "FLOAT", "DECIMAL")


def read_parquet(data: bytes | Path, *, name: str, max_rows: int) -> Table:
    """Read Parquet; see `pembina.exchange.tables.read_table`."""
    if isinstance(data, Path):
        return _load(str(data.resolve()), name, max_rows)
    with scratch_file(pieces(data)) as path:
        return _load(path, name, max_rows)


def _load(path: str, name: str, max_rows: int) -> Table:
    connection = open_engine([path])
    source = "read_parquet('{}')".format(path.replace("'", "''"))
    try:
        described = connection.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
        names = tuple(str(row[0]) for row in described)
        numeric = frozenset(str(row[0]) for row in described if str(row[1]).startswith(_NUMBERS))
        quoted = [(i, column.replace('"', '""')) for i, column in enumerate(names)]
        cells = ", ".join(
            f'CAST("{column}" AS DOUBLE) AS c{i}'
            if names[i] in numeric
            else f"nullif(trim(CAST(\"{column}\" AS VARCHAR)), '') AS c{i}"
            for i, column in quoted
        )
        connection.execute(
            f"CREATE TABLE data AS SELECT row_number() OVER () AS r, {cells} FROM {source} LIMIT ?", [max_rows + 1]
        )
    except duckdb.Error as error:
        raise _damaged(name, error) from None
    # Parquet has no header line: the first record is row 1.
    return finished_table(
        connection, name=name, header=Header(names, 0, ()), header_row=0, numeric=numeric, max_rows=max_rows
    )


def _damaged(name: str, error: duckdb.Error) -> UnreadableFileError:
    first = str(error).splitlines()[0]
    return UnreadableFileError(
        Text(id=f"Berkas Parquet {name} tidak terbaca: {first}", en=f"Parquet file {name} cannot be read: {first}"),
        Text(id="Tulis ulang berkasnya, atau simpan sebagai CSV.", en="Write the file again, or save it as CSV."),
    )
