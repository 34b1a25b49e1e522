"""Periods of a column as consecutive whole numbers: months, quarters, half-years, years, or a plain counter."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd
from typing import Literal

from pembina.core.text import Text
from pembina.exchange.panel_files.moments import Moment, compact_moment, moment_of, whole_number
from pembina.exchange.tables import UnreadableFileError

NEVER_WORDS = ("never", "tidak pernah", "belum", "-", "–", "0", "0.0", "na", "n/a", "nan", "null", "none", "nat", "inf")
Kind = Literal["counter", "calendar"]


@dataclass(frozen=True, slots=True)
class Calendar:
    """How the periods of a file count.

    Attributes
    ----------
    kind : "counter" keeps whole numbers (years, 1 to 60) as they are; "calendar" counts months, quarters or years
    step : months in a period of a calendar: 1, 3, 6 or 12
    anchor : month of the year, 0 to step - 1, in which a period begins
    years : a counter whose numbers are years
    """

    kind: Kind
    step: int = 1
    anchor: int = 0
    years: bool = False

    def number(self, moment: Moment) -> int:
        """Return the number of the period in which a moment begins; a gap in the calendar stays a gap."""
        return (moment.month - self.anchor) // self.step

    def label(self, number: int) -> str:
        """Return a period as a person writes it."""
        if self.kind == "counter":
            return str(number)
        year, month = divmod(number * self.step + self.anchor, 12)
        if self.step == 12 and self.anchor == 0:
            return str(year)
        if self.step in (3, 6) and self.anchor == 0:
            return f"{year}-{'TW' if self.step == 3 else 'S'}{month // self.step + 1}"
        return f"{year}-{month + 1:02d}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, to speak about it."""

    column: str
    row: int


def calendar_of(values: Sequence[str], places: Sequence[Place]) -> tuple[Calendar, list[int]]:
    """Decide how a column counts and return the period of each distinct value.

    Raises
    ------
    UnreadableFileError : a value is no period, or the column mixes forms that do not fit together
    """
    numbers = [whole_number(value) for value in values]
    if all(number is not None for number in numbers):
        compact = [compact_moment(number) for number in numbers if number is not None]
        moments = [moment for moment in compact if moment is not None]
        if len(moments) < len(values):
            plain = [number for number in numbers if number is not None]
            return Calendar("counter", years=all(1900 <= number <= 2200 for number in plain)), plain
    else:
        moments = [_moment(value, place) for value, place in zip(values, places, strict=True)]
    calendar = _calendar(moments, values, places)
    return calendar, [calendar.number(moment) for moment in moments]


def start_of(value: str, calendar: Calendar, place: Place) -> float:
    """Return the period in which a unit starts, NaN for never; a date is floored to its period."""
    if " ".join(value.lower().split()) in NEVER_WORDS:
        return float("nan")
    number, moment = whole_number(value), moment_of(value)
    if calendar.kind == "counter":
        if number is not None:
            return float(number)
        if moment is not None and calendar.years:
            return float(moment.month // 12)
        raise _unlike_the_periods(value, place)
    if number is not None:
        year = Moment(number * 12 + calendar.anchor, 12) if 1900 <= number <= 2200 else None
        moment = compact_moment(number) or year
    if moment is None:
        raise _no_period(value, place)
    if moment.span > calendar.step:
        raise _too_coarse(value, calendar, place)
    return float(calendar.number(moment))


def _moment(value: str, place: Place) -> Moment:
    number = whole_number(value)
    moment = moment_of(value) if number is None else compact_moment(number)
    if moment is None:
        raise _no_period(value, place)
    return moment


def _calendar(moments: Sequence[Moment], values: Sequence[str], places: Sequence[Place]) -> Calendar:
    span = moments[0].span
    for moment, value, place in zip(moments, values, places, strict=True):
        if moment.span != span:
            raise _mixed(values[0], value, place)
    months = [moment.month for moment in moments]
    # Dates a year (a quarter) apart throughout are years (quarters); a single date says nothing and stays a month.
    common = gcd(*(month - months[0] for month in months))
    step = span if span > 1 else next((months_in for months_in in (12, 6, 3) if common and common % months_in == 0), 1)
    return Calendar("calendar", step, months[0] % step)


def _no_period(value: str, place: Place) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Kolom “{place.column}” baris {place.row}: “{value}” bukan periode yang dikenal.",
            en=f"Column “{place.column}” row {place.row}: “{value}” is not a period known here.",
        ),
        Text(
            id="Tulis seperti 2024-03, 03/2024, Maret 2024, 1-3-2024 (hari-bulan-tahun), 2024-TW1, 2024, atau 1, 2, 3.",
            en="Write it like 2024-03, 03/2024, March 2024, 1-3-2024 (day-month-year), 2024Q1, 2024, or 1, 2, 3.",
        ),
        column=place.column,
        row=place.row,
        value=value,
    )


def _mixed(first: str, value: str, place: Place) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Kolom “{place.column}” mencampur bentuk periode: “{first}” dan “{value}” (baris {place.row}).",
            en=f"Column “{place.column}” mixes forms of periods: “{first}” and “{value}” (row {place.row}).",
        ),
        Text(id="Pakai satu bentuk untuk seluruh kolom.", en="Use one form throughout the column."),
        column=place.column,
        row=place.row,
        value=value,
    )


def _unlike_the_periods(value: str, place: Place) -> UnreadableFileError:
    return UnreadableFileError(
        Text(
            id=f"Kolom “{place.column}” baris {place.row}: “{value}” tidak sejalan dengan periode berupa bilangan.",
            en=f"Column “{place.column}” row {place.row}: “{value}” does not fit periods that are whole numbers.",
        ),
        Text(
            id="Tulis mulai dengan bilangan yang sama seperti kolom waktu; kosongkan bila tidak pernah.",
            en="Write the start in the same numbers as the time column; leave it empty for never.",
        ),
        column=place.column,
        row=place.row,
        value=value,
    )


def _too_coarse(value: str, calendar: Calendar, place: Place) -> UnreadableFileError:
    example = calendar.label(2024 * 12 // calendar.step)
    return UnreadableFileError(
        Text(
            id=f"Kolom “{place.column}” baris {place.row}: “{value}” lebih kasar daripada periode datanya.",
            en=f"Column “{place.column}” row {place.row}: “{value}” is coarser than the periods of the data.",
        ),
        Text(id=f"Tulis periodenya, misalnya {example}.", en=f"Write the period, for example {example}."),
        column=place.column,
        row=place.row,
        value=value,
    )
