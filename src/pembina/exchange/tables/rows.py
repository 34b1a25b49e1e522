"""A table row by row, for what must look at each row anyway; only the columns asked for leave it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from operator import itemgetter

from pembina.core.text import Text
from pembina.exchange.tables.delimited import refuse_count
from pembina.exchange.tables.table import Table
from pembina.exchange.tables.workbook import SheetRows, holds_fractions, written

# The row as a person counts it, and its cells; None for an empty one.
Row = tuple[int, Sequence[str | None]]
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Rows:
    """Columns as written in the header, how many rows hold anything, notes, and `take` to go through them once.

    `has_fractions` tells of a column whether it holds figures with a fraction, not text: a code 1.10 has become 1.1.
    """

    columns: tuple[str, ...]
    row_count: int
    notes: tuple[Text, ...]
    take: Callable[[Sequence[str]], Iterator[Row]] = field(repr=False, compare=False)
    has_fractions: Callable[[str], bool] = field(repr=False, compare=False)


def rows_of_table(table: Table) -> Rows:
    """Go through a table of the engine, which is closed at the end."""

    def take(columns: Sequence[str]) -> Iterator[Row]:
        cells = ", ".join(table.text(column) for column in columns)
        answer = table.connection.execute(f"SELECT r, {cells} FROM data ORDER BY r")
        while block := answer.fetchmany(_AT_ONCE):
            for record, *values in block:
                yield table.file_row(record), values
        table.connection.close()

    return Rows(table.columns, table.row_count, table.notes, take, table.numeric.__contains__)


def rows_of_sheet(sheet: SheetRows, *, name: str, max_rows: int) -> Rows:
    """Go through a sheet as it is."""
    names, first = sheet.header.names, sheet.header.index + 2
    width = len(names)
    filled = [(number, row) for number, row in enumerate(sheet.body, start=first) if _holds_anything(row, width)]
    refuse_count(len(filled), name=name, header_row=first - 1, max_rows=max_rows)

    def take(columns: Sequence[str]) -> Iterator[Row]:
        picked = _picker([names.index(column) for column in columns])
        for number, row in filled:
            yield number, [(cell if type(cell) is str else written(cell)) or None for cell in picked(row)]

    def has_fractions(column: str) -> bool:
        return holds_fractions(sheet.body, names.index(column))

    return Rows(names, len(filled), sheet.header.notes, take, has_fractions)


def _picker(places: Sequence[int]) -> Callable[[Sequence[object]], Sequence[object]]:
    """Return what takes the cells at these places out of a row, in C."""
    if len(places) == 1:
        return lambda row: (row[places[0]],)
    return itemgetter(*places)


def _holds_anything(row: Sequence[object], width: int) -> bool:
    """Tell whether one of the first cells is more than blanks; nearly every row says so in its first."""
    return any(cell != "" and not (type(cell) is str and cell.isspace()) for cell in islice(row, width))
