"""The rows of a panel file as the arrays of the effect engine."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pembina.core.effect.notes import Note, RefusedError
from pembina.core.effect.panel import Panel, panel_from_long
from pembina.core.text import Text
from pembina.exchange.panel_files.periods import Calendar, Place, calendar_of, start_of
from pembina.exchange.tables import (
    CodedColumn,
    Decimals,
    Table,
    UnreadableFileError,
    coded_column,
    number_column,
)

MOST_PERIODS = 2_000


@dataclass(frozen=True, slots=True)
class PanelColumns:
    """R rows of unit and period.

    Attributes
    ----------
    unit : (R,) position of the unit in `unit_names`
    period : (R,) number of the period, consecutive in the calendar
    outcome : (R,) NaN where the cell is empty
    start : (R,) number of the first treated period, NaN for never
    covariates : (R, P), P may be 0
    unit_names : names of the units, ascending
    calendar : how the period numbers read as labels
    notes : what the person should know about the reading
    """

    unit: NDArray[np.int64]
    period: NDArray[np.int64]
    outcome: NDArray[np.float64]
    start: NDArray[np.float64]
    covariates: NDArray[np.float64]
    unit_names: tuple[str, ...]
    calendar: Calendar
    notes: tuple[Note, ...]

    @property
    def period_names(self) -> dict[int, str]:
        """Labels of the period numbers that occur."""
        return {int(number): self.calendar.label(int(number)) for number in np.unique(self.period)}


def read_panel(
    table: Table,
    *,
    unit: str,
    time: str,
    outcome: str,
    start: str,
    covariates: Sequence[str] = (),
    decimals: Decimals = "auto",
) -> PanelColumns:
    """Read a long panel: one row a unit and period.

    Raises
    ------
    UnreadableFileError : naming column, row, value and remedy
    """
    _refuse_shared({"unit": unit, "time": time, "outcome": outcome, "start": start}, table)
    names, units = _units(table, unit)
    calendar, periods = _periods(table, time)
    figures = number_column(table, outcome, decimals=decimals)
    extra = [number_column(table, column, decimals=decimals) for column in covariates]
    notes = [*table.notes, *figures.notes, *(note for column in extra for note in column.notes)]
    starts = _starts(table, start, calendar)
    if calendar.kind == "counter" and (periods == 0).any() and "0" in coded_column(table, start).values:
        notes.append(_zero_is_never(start))
    return PanelColumns(
        units,
        periods,
        figures.values,
        starts,
        np.column_stack([column.values for column in extra]) if extra else np.empty((table.row_count, 0)),
        names,
        calendar,
        tuple(Note("file_reading", message) for message in notes),
    )


def panel_from_columns(columns: PanelColumns) -> Panel:
    """Lay the rows out as the engine's panel, with the names of units and periods and the notes of the reading.

    Raises
    ------
    RefusedError : `rows` are positions in the arrays; see `refusal_with_rows`
    """
    panel = panel_from_long(
        np.asarray(columns.unit_names)[columns.unit],
        columns.period,
        columns.outcome,
        columns.start,
        covariates=columns.covariates if columns.covariates.shape[1] else None,
        period_names=columns.period_names,
    )
    return replace(panel, notes=(*columns.notes, *panel.notes))


OF_OUTCOME = {"infinite_outcome", "constant_outcome", "outcome_out_of_range"}
OF_TIME = {"duplicate_unit_period", "one_period"}


def blamed_column(
    refusal: RefusedError, *, unit: str, time: str, outcome: str, start: str, covariates: Sequence[str]
) -> str:
    """Return the column of the file a refusal of the engine is about; the start where no other is to blame."""
    if refusal.covariate is not None:
        return covariates[refusal.covariate]
    if refusal.code in OF_OUTCOME:
        return outcome
    if refusal.code in OF_TIME:
        return time
    return unit if refusal.code == "one_unit" else start


def refusal_with_rows(
    refusal: RefusedError, table: Table, columns: PanelColumns, *, column: str
) -> UnreadableFileError:
    """Say a refusal of the engine with the rows of the file, and the unit and period of the first of them."""
    if not refusal.rows:
        return UnreadableFileError(refusal.message, refusal.remedy, column=column)
    rows = table.file_rows(refusal.rows)
    first = refusal.rows[0]
    unit = columns.unit_names[int(columns.unit[first])]
    period = columns.calendar.label(int(columns.period[first]))
    listed = ", ".join(str(row) for row in rows)
    message = Text(
        id=f"{refusal.message.id} Kolom “{column}”, baris {listed}; yang pertama: unit {unit}, periode {period}.",
        en=f"{refusal.message.en} Column “{column}”, rows {listed}; the first is unit {unit}, period {period}.",
    )
    return UnreadableFileError(message, refusal.remedy, column=column, row=rows[0])


def places(table: Table, column: str, coded: CodedColumn) -> list[Place]:
    """Return where each distinct value of a column first stands in the file."""
    _, positions = np.unique(coded.codes, return_index=True)
    firsts = positions[-len(coded.values) :] if coded.values else positions[:0]
    return [Place(column, row) for row in table.file_rows(firsts)]


def _units(table: Table, column: str) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    coded = coded_column(table, column)
    _refuse_empty(table, column, coded)
    order = np.argsort(np.asarray(coded.values), kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(order.size)
    return tuple(coded.values[i] for i in order), rank[coded.codes]


def _periods(table: Table, column: str) -> tuple[Calendar, NDArray[np.int64]]:
    coded = coded_column(table, column)
    _refuse_empty(table, column, coded)
    if len(coded.values) > MOST_PERIODS:
        raise _too_many_periods(column, len(coded.values))
    calendar, numbers = calendar_of(coded.values, places(table, column, coded))
    return calendar, np.asarray(numbers, dtype=np.int64)[coded.codes]


def _starts(table: Table, column: str, calendar: Calendar) -> NDArray[np.float64]:
    coded = coded_column(table, column)
    if len(coded.values) > MOST_PERIODS:
        raise _too_many_periods(column, len(coded.values))
    where = places(table, column, coded)
    numbers = [start_of(value, calendar, place) for value, place in zip(coded.values, where, strict=True)]
    # The empty cell has code -1, which takes the last element: never.
    return np.asarray([*numbers, np.nan], dtype=np.float64)[coded.codes]


def _refuse_empty(table: Table, column: str, coded: CodedColumn) -> None:
    empty = np.flatnonzero(coded.codes < 0)
    if not empty.size:
        return
    row = table.file_rows(empty[:1])[0]
    raise UnreadableFileError(
        Text(
            id=f"Kolom “{column}” kosong di {empty.size} baris, yang pertama baris {row}.",
            en=f"Column “{column}” is empty in {empty.size} rows, the first being row {row}.",
        ),
        Text(
            id="Isi selnya, atau hapus baris yang bukan data (jumlah, catatan).",
            en="Fill the cell, or remove rows that are no data (totals, notes).",
        ),
        column=column,
        row=row,
        value="",
    )


def _refuse_shared(roles: dict[str, str], table: Table) -> None:
    seen: dict[str, str] = {}
    for role, column in roles.items():
        name = table.named(column)
        other = seen.setdefault(name, role)
        if other != role:
            raise UnreadableFileError(
                Text(
                    id=f"Kolom “{name}” dipilih untuk dua peran: {other} dan {role}.",
                    en=f"Column “{name}” is chosen for two roles: {other} and {role}.",
                ),
                Text(id="Pilih kolom yang berbeda.", en="Choose different columns."),
                column=name,
            )


def _too_many_periods(column: str, count: int) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Kolom “{column}” berisi {count} nilai berbeda, terlalu banyak untuk periode.",
            en=f"Column “{column}” holds {count} different values, too many for periods.",
        ),
        Text(
            id="Ringkas datanya per bulan, atau nyatakan bahwa satu baris berisi satu permohonan.",
            en="Summarise the data by month, or state that one row is one service request.",
        ),
        column=column,
        option="--requests",
    )


def _zero_is_never(column: str) -> Text:
    return Text(
        id=f"Angka 0 di kolom “{column}” dibaca sebagai tidak pernah mulai, walau ada periode 0.",
        en=f"The number 0 in column “{column}” is read as never, although there is a period 0.",
    )
