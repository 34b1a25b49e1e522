"""A table in memory: named columns of text or numbers, each row with its place in the file."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from pembina.core.text import Text
from pembina.exchange.tables.unreadable import UnreadableFileError


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of a file, held by DuckDB as ``data(r, c0, c1, …)`` in the order of the file.

    Attributes
    ----------
    name : name of the file, to speak about it
    columns : names as written in the header
    row_count : number of rows with data
    numeric : columns that hold true numbers (a workbook or Parquet), not text that may be read as such
    separator : the separator of a text file, empty otherwise
    notes : what the reader did that the person should know
    """

    name: str
    columns: tuple[str, ...]
    row_count: int
    numeric: frozenset[str]
    separator: str
    notes: tuple[Text, ...]
    header_row: int
    blank_lines: NDArray[np.int64] = field(repr=False, compare=False)
    connection: duckdb.DuckDBPyConnection = field(repr=False, compare=False)

    def named(self, column: str) -> str:
        """Return the column's name as written, found without regard to case, or refuse with the likely one."""
        by_folded = {name.casefold(): name for name in self.columns}
        if column in self.columns:
            return column
        if column.strip().casefold() in by_folded:
            return by_folded[column.strip().casefold()]
        raise self._no_such_column(column)

    def cell(self, column: str) -> str:
        """Return the SQL name of a column; only such names, never a name of the file, enter a query."""
        return f"c{self.columns.index(self.named(column))}"

    def text(self, column: str) -> str:
        """Return the SQL expression of a column as text; a whole number reads 2003, never 2003.0."""
        cell = self.cell(column)
        if self.named(column) not in self.numeric:
            return cell
        whole = f"isfinite({cell}) AND {cell} = trunc({cell}) AND abs({cell}) < 1e15"
        return f"CASE WHEN {whole} THEN CAST(CAST({cell} AS BIGINT) AS VARCHAR) ELSE CAST({cell} AS VARCHAR) END"

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run a query on ``data`` that returns few rows."""
        return self.connection.execute(sql, list(parameters)).fetchall()

    def arrays(self, sql: str) -> dict[str, NDArray[Any]]:
        """Run a query on ``data`` that returns one row each row, in the order of the file, as masked arrays."""
        return self.connection.execute(sql).fetchnumpy()

    def first_rows(self, limit: int) -> list[tuple[str, ...]]:
        """Return the first rows as text, empty cells as ''."""
        cells = ", ".join(f"coalesce({self.text(column)}, '')" for column in self.columns)
        return self.query(f"SELECT {cells} FROM data LIMIT ?", [limit])

    def file_row(self, record: int) -> int:
        """Return the row in the file, as a person counts it, of the record numbered `record` (``data.r``)."""
        if not self.blank_lines.size:
            return self.header_row + record
        # The k-th line that is not blank is line k + b, where b blank lines come before it.
        blanks_before = self.blank_lines - np.arange(self.blank_lines.size)
        return int(self.header_row + record + np.searchsorted(blanks_before, record, side="right"))

    def file_rows(self, positions: Iterable[int]) -> list[int]:
        """Return the rows in the file of 0-based positions in the arrays of this table."""
        return [
            self.file_row(self.query("SELECT r FROM data LIMIT 1 OFFSET ?", [int(position)])[0][0])
            for position in positions
        ]

    def _no_such_column(self, column: str) -> UnreadableFileError:
        near = difflib.get_close_matches(column, self.columns, n=1)
        listed = ", ".join(f"“{name}”" for name in self.columns[:20])
        return UnreadableFileError(
            Text(
                id=f"Kolom “{column}” tidak ada di {self.name}; kolomnya: {listed}.",
                en=f"There is no column “{column}” in {self.name}; its columns are {listed}.",
            ),
            Text(
                id=f"Mungkin maksudnya “{near[0]}”." if near else "Pilih salah satu nama itu.",
                en=f"Perhaps “{near[0]}” is meant." if near else "Choose one of these names.",
            ),
            column=column,
        )
