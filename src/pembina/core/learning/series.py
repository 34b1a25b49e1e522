"""Days of a routine series: every Friday, every second week, every first Friday or last Tuesday of a month.

A day that is to be skipped, a holiday say, is dropped or moved to the next working day, and which one is always told.
A day moved onto another one of the series, or past the end, is dropped: two meetings on one day are none more.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pembina.core.learning.refused import RefusedInputError
from pembina.core.text import Text

LONGEST = timedelta(days=3660)
LAST_YEAR = 2199
LAST = -1
USUAL_WEEK = frozenset(range(5))
"""Monday (0) to Friday (4)."""

_WEEKDAYS = Text(
    id="Senin Selasa Rabu Kamis Jumat Sabtu Minggu",
    en="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)
_POSITIONS = {
    1: Text(id="pertama", en="first"),
    2: Text(id="kedua", en="second"),
    3: Text(id="ketiga", en="third"),
    4: Text(id="keempat", en="fourth"),
    5: Text(id="kelima", en="fifth"),
    LAST: Text(id="terakhir", en="last"),
}


class UnusableSeriesError(RefusedInputError):
    """The rule or the stretch of time gives no series."""


class OnSkip(StrEnum):
    """What becomes of a day that is to be skipped."""

    DROP = "drop"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Weekly:
    """One weekday of every `every`-th week, counted from the first such weekday on or after `since`.

    Attributes
    ----------
    weekday : 0 Monday to 6 Sunday
    since : the series begins here; needed so that every second week is the same one whoever asks for which months
    every : 1 for each week

    Raises
    ------
    UnusableSeriesError : no such weekday, or fewer than one week
    """

    weekday: int
    since: date
    every: int = 1

    def __post_init__(self) -> None:
        _check_weekday(self.weekday)
        _check_every(self.every)


@dataclass(frozen=True, slots=True)
class Monthly:
    """One weekday of the month by its position, in every `every`-th month, counted from the month of `since`.

    Attributes
    ----------
    weekday : 0 Monday to 6 Sunday
    position : 1 to 5, or -1 for the last; a month without a fifth is left out
    since : the series begins here
    every : 1 for each month

    Raises
    ------
    UnusableSeriesError : no such weekday or position, or fewer than one month
    """

    weekday: int
    position: int
    since: date
    every: int = 1

    def __post_init__(self) -> None:
        _check_weekday(self.weekday)
        _check_every(self.every)
        if self.position not in _POSITIONS:
            raise _unusable(f"Urutan {self.position}", f"Position {self.position}", _POSITION_REMEDY)


SeriesRule = Weekly | Monthly


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """A day of a series; `planned` is what the rule gave, another one where it was moved."""

    day: date
    planned: date

    @property
    def is_moved(self) -> bool:
        """Say whether it was moved."""
        return self.day != self.planned


@dataclass(frozen=True, slots=True)
class SeriesDays:
    """The days of a series in order, and those that the rule gave and that were dropped."""

    days: tuple[SeriesDay, ...]
    dropped: tuple[date, ...]

    @property
    def moved(self) -> tuple[SeriesDay, ...]:
        """Return the days that were moved."""
        return tuple(day for day in self.days if day.is_moved)


def series_days(
    rule: SeriesRule,
    first: date,
    last: date,
    *,
    skip: Collection[date] = (),
    on_skip: OnSkip = OnSkip.DROP,
    working: Collection[int] = USUAL_WEEK,
) -> SeriesDays:
    """Return the days of a series whose planned day lies from `first` to `last`, both included.

    Parameters
    ----------
    skip : days on which nothing takes place
    working : weekdays onto which a day may be moved; the rule itself may name another, an extra Saturday say

    Raises
    ------
    UnusableSeriesError : `last` before `first`, more than ten years, after 2199, a weekday that is
        none, no weekday to move onto
    """
    _check_stretch(first, last)
    for weekday in working:
        _check_weekday(weekday)
    if on_skip is OnSkip.MOVE and not working:
        raise _unusable("Memindahkan hari tanpa hari kerja", "Moving days without a working day", _WORKING_REMEDY)
    planned = list(_planned(rule, first, last))
    skipped = frozenset(skip)
    kept = {day: day for day in planned if day not in skipped}
    dropped: list[date] = []
    for day in (day for day in planned if day in skipped):
        moved = _next_working(day, last, skipped, frozenset(working)) if on_skip is OnSkip.MOVE else None
        if moved is None or moved in kept:
            dropped.append(day)
        else:
            kept[moved] = day
    return SeriesDays(tuple(SeriesDay(day, kept[day]) for day in sorted(kept)), tuple(dropped))


def described(rule: SeriesRule) -> Text:
    """Return a rule in words, without a capital: "Jumat pertama setiap bulan", "Tuesday, every 2 weeks"."""
    day = Text(id=_WEEKDAYS.id.split()[rule.weekday], en=_WEEKDAYS.en.split()[rule.weekday])
    if isinstance(rule, Weekly):
        if rule.every == 1:
            return Text(id=f"setiap {day.id}", en=f"every {day.en}")
        return Text(id=f"{day.id}, setiap {rule.every} minggu", en=f"{day.en}, every {rule.every} weeks")
    which = _POSITIONS[rule.position]
    if rule.every == 1:
        return Text(id=f"{day.id} {which.id} setiap bulan", en=f"the {which.en} {day.en} of every month")
    return Text(
        id=f"{day.id} {which.id}, setiap {rule.every} bulan",
        en=f"the {which.en} {day.en}, every {rule.every} months",
    )


def _planned(rule: SeriesRule, first: date, last: date) -> Iterator[date]:
    found = _weekly(rule, last) if isinstance(rule, Weekly) else _monthly(rule, last)
    return (day for day in found if max(first, rule.since) <= day <= last)


def _weekly(rule: Weekly, last: date) -> Iterator[date]:
    begin = rule.since.toordinal() + (rule.weekday - rule.since.weekday()) % 7
    return (date.fromordinal(number) for number in range(begin, last.toordinal() + 1, 7 * rule.every))


def _monthly(rule: Monthly, last: date) -> Iterator[date]:
    begin, end = _month(rule.since), _month(last)
    for month in range(begin, end + 1, rule.every):
        days = list(_weekdays_of(month, rule.weekday))
        if rule.position == LAST:
            yield days[-1]
        elif rule.position <= len(days):
            yield days[rule.position - 1]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _weekdays_of(month: int, weekday: int) -> Iterator[date]:
    year, index = divmod(month, 12)
    begin = date(year, index + 1, 1)
    day = begin.toordinal() + (weekday - begin.weekday()) % 7
    for number in range(day, day + 35, 7):
        if date.fromordinal(number).month == begin.month:
            yield date.fromordinal(number)


def _next_working(day: date, last: date, skipped: frozenset[date], working: frozenset[int]) -> date | None:
    for number in range(day.toordinal() + 1, last.toordinal() + 1):
        candidate = date.fromordinal(number)
        if candidate not in skipped and candidate.weekday() in working:
            return candidate
    return None


_WEEKDAY_REMEDY = Text(id="Pilih Senin (0) sampai Minggu (6).", en="Choose Monday (0) to Sunday (6).")
_POSITION_REMEDY = Text(id="Pilih 1 sampai 5, atau yang terakhir.", en="Choose 1 to 5, or the last.")
_EVERY_REMEDY = Text(id="Isi bilangan bulat mulai dari 1.", en="Give a whole number from 1.")
_STRETCH_REMEDY = Text(
    id="Isi akhir sesudah awal, paling lama sepuluh tahun, sampai 2199.",
    en="Give an end after the start, within ten years, up to 2199.",
)
_WORKING_REMEDY = Text(id="Sebut paling sedikit satu hari kerja.", en="Name at least one working day.")


def _unusable(indonesian: str, english: str, remedy: Text) -> UnusableSeriesError:
    return UnusableSeriesError(Text(id=f"{indonesian} tidak dapat dipakai.", en=f"{english} cannot be used."), remedy)


def _check_weekday(weekday: int) -> None:
    if weekday not in range(7):
        raise _unusable(f"Hari {weekday}", f"Weekday {weekday}", _WEEKDAY_REMEDY)


def _check_every(every: int) -> None:
    if every < 1:
        raise _unusable(f"Jarak {every}", f"A distance of {every}", _EVERY_REMEDY)


def _check_stretch(first: date, last: date) -> None:
    if not timedelta(0) <= last - first <= LONGEST or last.year > LAST_YEAR:
        said = f"{first.isoformat()}–{last.isoformat()}"
        raise _unusable(f"Rentang {said}", f"The stretch {said}", _STRETCH_REMEDY)
