"""In which month each unit started: from a column, a second file, or options."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pembina.core.text import Text
from pembina.exchange.panel_files.guess import named_like
from pembina.exchange.panel_files.periods import Place
from pembina.exchange.tables import Table, UnreadableFileError

# How messages name the starts that no column holds; the row is the position in the list.
AS_WRITTEN = "UNIT=BULAN"


@dataclass(frozen=True, slots=True)
class Starts:
    """Unit to its start as written and where it stands; a unit that is absent never starts."""

    written: Mapping[str, tuple[str, Place]]


def starts_from_options(options: Iterable[str]) -> Starts:
    """Read ``UNIT=YYYY-MM`` options."""
    written: dict[str, tuple[str, Place]] = {}
    for position, option in enumerate(options, start=1):
        unit, equals, start = option.rpartition("=")
        if not equals or not unit.strip() or not start.strip():
            raise UnreadableFileError(
                Text(id=f"“{option}” bukan UNIT=BULAN.", en=f"“{option}” is not UNIT=MONTH."),
                Text(
                    id="Tulis unit, tanda sama dengan, lalu bulannya, misalnya: Dinas A=2024-03.",
                    en="Write the unit, an equals sign and the month, for example: Office A=2024-03.",
                ),
                value=option,
                option="--start-of",
            )
        _add(written, unit.strip(), start.strip(), Place(AS_WRITTEN, position))
    return Starts(written)


def starts_from_table(table: Table, *, unit: str | None = None, start: str | None = None) -> Starts:
    """Read the start of each unit from two columns, by default those named so, else the first two."""
    unit = unit or _column(table, "unit", 0)
    start = start or _column(table, "start", 1)
    pairs = table.query(
        f"SELECT {table.text(unit)} AS u, {table.text(start)} AS s, min(r) FROM data "
        "WHERE u IS NOT NULL AND s IS NOT NULL GROUP BY u, s ORDER BY min(r)"
    )
    written: dict[str, tuple[str, Place]] = {}
    for name, value, record in pairs:
        _add(written, str(name), str(value), Place(start, table.file_row(record)))
    return Starts(written)


def _column(table: Table, role: str, position: int) -> str:
    best = max(table.columns, key=lambda column: named_like(role, column))
    if named_like(role, best):
        return best
    if position < len(table.columns):
        return table.columns[position]
    raise UnreadableFileError(
        Text(id=f"{table.name} tidak memuat kolom unit dan mulai.", en=f"{table.name} has no unit and start."),
        Text(id="Tulis dua kolom: unit, mulai.", en="Write two columns: unit, start."),
    )


def _add(written: dict[str, tuple[str, Place]], unit: str, start: str, place: Place) -> None:
    first = written.setdefault(unit, (start, place))
    if first[0] != start:
        raise UnreadableFileError(
            Text(
                id=f"Kolom “{place.column}” baris {place.row}: unit {unit} mulai dua kali, {first[0]} dan {start}.",
                en=f"Column “{place.column}” row {place.row}: unit {unit} has two starts, {first[0]} and {start}.",
            ),
            Text(id="Setiap unit hanya mempunyai satu mulai.", en="Give every unit one start."),
            column=place.column,
            row=place.row,
            value=start,
        )
