"""Service requests as a panel of units and months."""

from collections.abc import Sequence

import numpy as np

from pembina.core.effect.notes import Note
from pembina.core.rules.service_time.flaws import FIRST_PLAUSIBLE
from pembina.core.text import Text
from pembina.exchange.panel_files import Calendar, PanelColumns
from pembina.exchange.panel_files.periods import start_of
from pembina.exchange.requests.instants import has_clock, offset_minutes, wall_time
from pembina.exchange.service_requests.figures import Figure, figure_sql
from pembina.exchange.service_requests.starts import Starts
from pembina.exchange.tables import Table, UnreadableFileError

MONTHS = Calendar("calendar")
_LISTED = 5
LAST_YEAR = 2100


def read_requests(
    table: Table,
    *,
    unit: str,
    received: str,
    completed: str,
    figure: Figure,
    starts: Starts,
    standard_days: float | None = None,
    zone: int | None = None,
) -> PanelColumns:
    """Aggregate requests to one figure a unit and month of receipt.

    Parameters
    ----------
    unit, received, completed : columns; an empty `completed` is an open request
    figure : "median-days", "p90-days", or "share-on-time" (percent within `standard_days`)
    starts : in which month each unit started
    zone : minutes east of Greenwich, for the month of receipt and for times written without an offset; without it a
        time is taken as its own offset says, and all times must have one or none

    Raises
    ------
    UnreadableFileError : naming column, row, value and remedy
    """
    aggregate = figure_sql(figure, standard_days)
    _parse(table, unit, received, completed)
    for column, wall in ((received, "received"), (completed, "completed")):
        _refuse_unparsed(table, column, wall)
    _refuse_mixed_offsets(table, received, zone)
    _judge(table, zone)
    cells = table.query(f"""
        WITH ends AS (SELECT max(greatest(received_utc, coalesce(completed_utc, received_utc))) AS last FROM judged
                      WHERE usable),
        requests AS (SELECT unit, month, days, (last - received_utc) / 86400 AS age FROM judged, ends WHERE usable)
        SELECT unit, month, {aggregate} FROM requests GROUP BY unit, month ORDER BY unit, month""")
    if not cells:
        raise _no_request(table)
    return _columns(cells, starts, (*_reading_notes(table), *_row_notes(table)))


def _parse(table: Table, unit: str, received: str, completed: str) -> None:
    rec, com = table.text(received), table.text(completed)
    table.query(f"""
        CREATE OR REPLACE TEMP TABLE parsed AS
        SELECT r, {table.text(unit)} AS unit, {rec} AS received_text, {com} AS completed_text,
               {wall_time(rec)} AS received, {wall_time(com)} AS completed,
               {offset_minutes(rec)} AS received_offset, {offset_minutes(com)} AS completed_offset,
               {has_clock(rec)} AND coalesce({has_clock(com)}, true) AS clocked
        FROM data""")


def _judge(table: Table, zone: int | None) -> None:
    """Write the table ``judged``: seconds since 1970, days (infinite while open), and what is wrong with a row."""
    assumed = 0 if zone is None else zone
    local = "received" if zone is None else f"make_timestamp(CAST((received_utc + {zone * 60}) * 1000000 AS BIGINT))"
    table.query(f"""
        CREATE OR REPLACE TEMP TABLE judged AS
        WITH instants AS (
            SELECT *, epoch(received) - coalesce(received_offset, {assumed}) * 60 AS received_utc,
                   epoch(completed) - coalesce(completed_offset, {assumed}) * 60 AS completed_utc FROM parsed),
        spans AS (
            SELECT *, CASE WHEN completed IS NULL THEN 'infinity'::DOUBLE
                           WHEN clocked THEN (completed_utc - received_utc) / 86400
                           ELSE date_diff('day', received::DATE, completed::DATE) END AS days FROM instants)
        SELECT r, unit, received_utc, completed_utc, days,
               year({local}) * 12 + month({local}) - 1 AS month,
               unit IS NULL AS unitless, received IS NULL AS undated,
               coalesce(days < 0 OR least(received_utc, completed_utc) * 1000000 < {FIRST_PLAUSIBLE}
                        OR greatest(year(received), year(completed)) > {LAST_YEAR}, false) AS impossible,
               coalesce(days = 0 AND clocked, false) AS immediate,
               NOT (unitless OR undated OR impossible OR immediate) AS usable
        FROM spans""")


def _columns(cells: Sequence[tuple[str, int, float | None]], starts: Starts, notes: Sequence[Note]) -> PanelColumns:
    names = tuple(sorted({cell[0] for cell in cells}))
    position = {name: i for i, name in enumerate(names)}
    unit = np.asarray([position[cell[0]] for cell in cells], dtype=np.int64)
    figures = np.asarray([np.nan if cell[2] is None else cell[2] for cell in cells], dtype=np.float64)
    unknown = ~np.isfinite(figures)
    by_unit = np.asarray([_start(name, starts) for name in names], dtype=np.float64)
    return PanelColumns(
        unit=unit,
        period=np.asarray([cell[1] for cell in cells], dtype=np.int64),
        outcome=np.where(unknown, np.nan, figures),
        start=by_unit[unit],
        covariates=np.empty((len(cells), 0)),
        unit_names=names,
        calendar=MONTHS,
        notes=(*notes, *_unknown_note(cells, unknown), *_start_notes(names, starts)),
    )


def _start(name: str, starts: Starts) -> float:
    if name not in starts.written:
        return float("nan")
    value, place = starts.written[name]
    return start_of(value, MONTHS, place)


def _reading_notes(table: Table) -> list[Note]:
    return [Note("file_reading", message) for message in table.notes]


def _row_notes(table: Table) -> list[Note]:
    """Count and list the rows that are open, impossible, at once done, or without unit or date."""
    opened, total = table.query("SELECT count(*) FILTER (isinf(days)), count(*) FROM judged WHERE usable")[0]
    notes = []
    if opened:
        notes.append(_open_note(table, opened, total))
    for code, condition, message_id, message_en in (
        (
            "requests_impossible",
            "impossible",
            "selesai sebelum diterima, atau bertanggal mustahil; tidak dihitung",
            "end before they begin, or have an impossible date; they are not counted",
        ),
        (
            "requests_zero_duration",
            "immediate",
            "selesai tepat pada saat diterima; tidak dihitung",
            "end at the very moment they were received; they are not counted",
        ),
        ("requests_without_unit", "unitless", "tanpa unit; tidak dihitung", "have no unit; they are not counted"),
        (
            "requests_without_receipt",
            "undated AND NOT unitless",
            "tanpa tanggal terima; tidak dihitung",
            "have no date of receipt; they are not counted",
        ),
    ):
        count, rows = _rows_where(table, condition)
        if count:
            notes.append(
                Note(
                    code,
                    Text(
                        id=f"{count} permohonan {message_id} (baris {rows}).",
                        en=f"{count} requests {message_en} (rows {rows}).",
                    ),
                )
            )
    return notes


def _open_note(table: Table, opened: int, total: int) -> Note:
    _, rows = _rows_where(table, "usable AND isinf(days)")
    share = f"{100 * opened / total:.1f}"
    return Note(
        "requests_open",
        Text(
            id=f"{opened} dari {total} permohonan ({share.replace('.', ',')}%) belum selesai dan dihitung sebagai yang "
            f"terlama di bulannya, tidak dibuang (baris {rows}).",
            en=f"{opened} of {total} requests ({share}%) are still open and count as the longest of their month; they "
            f"are not dropped (rows {rows}).",
        ),
    )


def _rows_where(table: Table, condition: str) -> tuple[int, str]:
    count = int(table.query(f"SELECT count(*) FROM judged WHERE {condition}")[0][0])
    records = table.query(f"SELECT r FROM judged WHERE {condition} ORDER BY r LIMIT {_LISTED}")
    listed = ", ".join(str(table.file_row(record)) for (record,) in records)
    return count, listed + (", …" if count > _LISTED else "")


def _unknown_note(cells: Sequence[tuple[str, int, float | None]], unknown: np.ndarray) -> list[Note]:
    if not unknown.any():
        return []
    first = cells[int(np.argmax(unknown))]
    where = f"{first[0]}, {MONTHS.label(first[1])}"
    count = int(unknown.sum())
    return [
        Note(
            "month_not_known",
            Text(
                id=f"{count} bulan-unit kosong karena terlalu banyak permohonan belum selesai; yang pertama {where}.",
                en=f"{count} unit-months are missing since too many of their requests are open; the first is {where}.",
            ),
        )
    ]


def _start_notes(names: Sequence[str], starts: Starts) -> list[Note]:
    strangers = [name for name in starts.written if name not in names]
    if not strangers:
        return []
    listed = ", ".join(strangers[:_LISTED])
    return [
        Note(
            "start_of_unknown_unit",
            Text(
                id=f"Mulai diberikan untuk unit yang tidak ada di data: {listed}.",
                en=f"A start is given for units that are not in the data: {listed}.",
            ),
        )
    ]


def _refuse_unparsed(table: Table, column: str, wall: str) -> None:
    wrong = table.query(
        f"SELECT r, {wall}_text, count(*) OVER () FROM parsed WHERE {wall}_text IS NOT NULL AND {wall} IS NULL "
        "ORDER BY r LIMIT 1"
    )
    if not wrong:
        return
    record, value, count = wrong[0]
    row = table.file_row(record)
    raise UnreadableFileError(
        Text(
            id=f"Kolom “{column}” baris {row}: “{value}” bukan tanggal; seluruhnya {count} sel.",
            en=f"Column “{column}” row {row}: “{value}” is not a date; {count} cells in all.",
        ),
        Text(
            id="Tulis seperti 2024-03-01T08:30:00+07:00, 2024-03-01, atau 1-3-2024 08:30; kosongkan bila belum ada.",
            en="Write it like 2024-03-01T08:30:00+07:00, 2024-03-01 or 1-3-2024 08:30; or leave it empty.",
        ),
        column=column,
        row=row,
        value=str(value),
    )


def _refuse_mixed_offsets(table: Table, column: str, zone: int | None) -> None:
    if zone is not None:
        return
    with_offset, without = table.query("""
        SELECT count(received_offset) + count(completed_offset),
               count(received) + count(completed) - count(received_offset) - count(completed_offset) FROM parsed""")[0]
    if with_offset and without:
        raise UnreadableFileError(
            Text(
                id=f"{with_offset} waktu memuat selisih zona dan {without} tidak.",
                en=f"{with_offset} times have a zone offset and {without} have none.",
            ),
            Text(
                id="Nyatakan zona waktu bagi yang tanpa selisih: WIB, WITA, atau WIT.",
                en="State the time zone of those without: WIB, WITA or WIT.",
            ),
            column=column,
            option="--zone",
        )


def _no_request(table: Table) -> UnreadableFileError:
    return UnreadableFileError(
        Text(id=f"Tidak ada permohonan terhitung di {table.name}.", en=f"{table.name} has no usable request."),
        Text(id="Periksa kolom unit dan tanggal terima.", en="Check the columns of the unit and the date of receipt."),
    )
