"""The frozen data of one outcome as Parquet, and back.

Columns: ``unit`` (code), ``month`` (first day), ``outcome`` (the figure, empty where nothing was observed), ``count``
(requests or answers behind it), ``planned_start`` and ``actual_start`` (first day of the month, empty for never).
The same data written by the same version of DuckDB give the same bytes.
"""

import tempfile
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from pembina.core.effect.arrays import FloatArray
from pembina.core.effect.frozen_study import FrozenColumns
from pembina.core.text import Text
from pembina.exchange.tables.engine import open_engine
from pembina.exchange.tables.scratch_file import scratch_file
from pembina.exchange.tables.unreadable import UnreadableFileError

NAMES = ("unit", "month", "outcome", "count", "planned_start", "actual_start")
MONTH = "CAST(make_date({0} // 12, {0} % 12 + 1, 1) AS DATE)"
NUMBER = "CAST(year({0}) * 12 + month({0}) - 1 AS {1})"


def write_panel(columns: FrozenColumns) -> bytes:
    """Return the file."""
    months = {name: MONTH.format(f"CAST({name} AS BIGINT)") for name in ("month", "planned", "actual")}
    selected = (
        f"SELECT unit, {months['month']} AS month, outcome, CAST(count AS INTEGER) AS count, "
        f"{months['planned']} AS planned_start, {months['actual']} AS actual_start FROM drawn"
    )
    with tempfile.TemporaryDirectory(prefix="pembina-panel-") as folder:
        path = str(Path(folder).resolve() / "panel.parquet")
        connection = open_engine([path])
        connection.register(
            "drawn",
            {
                "unit": np.array(columns.unit, dtype=object), "month": columns.month, "outcome": columns.outcome,
                "count": columns.count, "planned": columns.planned, "actual": columns.actual,
            },
        )  # fmt: skip
        connection.execute(f"COPY ({selected}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
        connection.close()
        return Path(path).read_bytes()


def read_panel(content: bytes, *, name: str) -> FrozenColumns:
    """Return the data of a file; `name` is what it is called where it cannot be read.

    Raises ``UnreadableFileError`` for a file that is damaged or lacks a column.
    """
    with scratch_file([content]) as path:
        try:
            connection = open_engine([path])
            held = {row[0] for row in connection.execute(f"DESCRIBE SELECT * FROM read_parquet('{path}')").fetchall()}
            if lacking := [column for column in NAMES if column not in held]:
                raise _lacks(name, lacking)
            numbers = (
                f"SELECT CAST(unit AS VARCHAR) AS unit, {NUMBER.format('month', 'BIGINT')} AS month, "
                f"CAST(outcome AS DOUBLE) AS outcome, CAST(count AS BIGINT) AS count, "
                f"{NUMBER.format('planned_start', 'DOUBLE')} AS planned, "
                f"{NUMBER.format('actual_start', 'DOUBLE')} AS actual FROM read_parquet('{path}')"
            )
            told = connection.execute(numbers).fetchnumpy()
        except duckdb.Error as error:
            raise _damaged(name, error) from None
    return FrozenColumns(
        unit=tuple(str(code) for code in told["unit"].tolist()),
        month=np.asarray(told["month"], dtype=np.int64),
        outcome=_floats(told["outcome"]),
        count=np.asarray(told["count"], dtype=np.int64),
        planned=_floats(told["planned"]),
        actual=_floats(told["actual"]),
    )


def _floats(column: Any) -> FloatArray:
    """Return numbers with NaN where the file holds nothing."""
    return np.asarray(np.ma.filled(np.ma.asarray(column, dtype=np.float64), np.nan), dtype=np.float64)


def _lacks(name: str, columns: list[str]) -> UnreadableFileError:
    listed = ", ".join(columns)
    return UnreadableFileError(
        Text(id=f"{name} tidak mempunyai kolom {listed}.", en=f"{name} has no column {listed}."),
        Text(id="Pakai data beku yang diunduh dari Pembina.", en="Use the frozen data downloaded from Pembina."),
    )


def _damaged(name: str, error: duckdb.Error) -> UnreadableFileError:
    first = str(error).splitlines()[0]
    return UnreadableFileError(
        Text(id=f"Berkas Parquet {name} tidak terbaca: {first}", en=f"Parquet file {name} cannot be read: {first}"),
        Text(id="Unduh sekali lagi dari Pembina.", en="Download it from Pembina once more."),
    )
