"""A column as whole-number codes into its distinct values, so that each value is parsed once, not each cell."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pembina.exchange.tables.table import Table


@dataclass(frozen=True, slots=True)
class CodedColumn:
    """Distinct values in order of first appearance, and per row the position of its value, -1 for an empty cell."""

    values: tuple[str, ...]
    codes: NDArray[np.int64]


def coded_column(table: Table, column: str) -> CodedColumn:
    """Read a column as codes."""
    text = table.text(column)
    kind = f"value_of_{table.cell(column)}"
    table.query(f"DROP TYPE IF EXISTS {kind}")
    table.query(
        f"CREATE TYPE {kind} AS ENUM (SELECT v FROM (SELECT {text} AS v, r FROM data) WHERE v IS NOT NULL "
        "GROUP BY v ORDER BY min(r))"
    )
    values = tuple(str(row[0]) for row in table.query(f"SELECT unnest(enum_range(NULL::{kind}))"))
    codes = table.arrays(f"SELECT enum_code(({text})::{kind}) AS code FROM data")["code"]
    return CodedColumn(values, np.ma.filled(codes.astype(np.int64), -1))
