"""Guess which column is the unit, the time, the outcome and the start, by name and by content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from pembina.core.text import Text
from pembina.exchange.panel_files.periods import Calendar, Place, calendar_of, start_of
from pembina.exchange.tables import Table, UnreadableFileError

_ROWS_LOOKED_AT = 4_000
_COLUMNS_LOOKED_AT = 40
CONFIDENT = 0.6

NAMES = {
    "unit": "unit unitkerja opd upt uptd upd instansi dinas kantor satker satuankerja puskesmas sekolah kecamatan "
    "kelurahan desa kabupaten kota daerah region county id kode group firm office agency",
    "time": "time waktu periode period bulan month tahun year tanggal date triwulan kuartal quarter semester t ym",
    "start": "start mulai mulaiprogram tanggalmulai bulanmulai startdate firsttreat firsttreated treatmentstart cohort "
    "kohort gelombang mulaipelatihan tglmulai gname g gvar",
    "outcome": "outcome hasil capaian nilai y rata rerata ratarata median hari days lama lamalayanan waktulayanan ikm "
    "skor score indeks index complaints pengaduan keluhan value",
}


@dataclass(frozen=True, slots=True)
class Guess:
    """A column for a role (None if there is none), how sure (0 to 1), and why."""

    column: str | None
    confidence: float
    reason: Text

    @property
    def is_sure(self) -> bool:
        """Tell whether to go on without asking."""
        return self.confidence >= CONFIDENT


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """Which column plays which role."""

    unit: Guess
    time: Guess
    outcome: Guess
    start: Guess

    @property
    def confident(self) -> bool:
        """Tell whether every role is sure enough to go on without asking."""
        return all(guess.is_sure for guess in (self.unit, self.time, self.outcome, self.start))


@dataclass(frozen=True, slots=True)
class _Sample:
    """The first rows by column."""

    columns: tuple[str, ...]
    cells: dict[str, tuple[str, ...]]

    def constant_within(self, unit: str, column: str) -> bool:
        seen: dict[str, str] = {}
        pairs = zip(self.cells[unit], self.cells[column], strict=True)
        return all(seen.setdefault(name, value) == value for name, value in pairs)

    def distinct(self, column: str) -> list[str]:
        return list(dict.fromkeys(cell for cell in self.cells[column] if cell))


def guess_columns(table: Table) -> ColumnGuess:
    """Guess the roles: unit and time together name a row once, the start is constant in a unit."""
    rows = table.first_rows(_ROWS_LOOKED_AT)
    columns = table.columns[:_COLUMNS_LOOKED_AT]
    sample = _Sample(columns, dict(zip(table.columns, zip(*rows, strict=True), strict=True)))
    unit, time = _key(sample)
    if unit.column is None or time.column is None:
        return ColumnGuess(unit, time, _nothing(), _nothing())
    left = [column for column in columns if column not in (unit.column, time.column)]
    calendar = _as_calendar(sample.distinct(time.column))
    starts = [
        column
        for column in left
        if (calendar and _could_be_start(sample, unit.column, time.column, column, calendar))
        or (calendar is None and named_like("start", column) == 1)
    ]
    start = _best("start", starts)
    figures = [column for column in left if column != start.column and _could_be_outcome(sample, unit.column, column)]
    return ColumnGuess(unit, time, _best("outcome", figures), start)


def named_like(role: str, column: str) -> float:
    """Return 1 for a usual name of the role, 0.5 for a name with such a word in it, else 0."""
    words = [word for word in re.split(r"[\W_]+", column.lower()) if word]
    usual = NAMES[role].split()
    if "".join(words) in usual:
        return 1.0
    return 0.5 if any(_like_one_of(usual, word) for word in words) else 0.0


def _like_one_of(usual: Sequence[str], word: str) -> bool:
    return word in usual or any(len(name) > 4 and word.startswith(name) for name in usual)


def _key(sample: _Sample) -> tuple[Guess, Guess]:
    """Find the unit and time that together occur once; where rows are double or mistyped, fall back on the names."""
    periods = [column for column in sample.columns if _as_calendar(sample.distinct(column)) is not None]
    pairs = [
        (unit, time)
        for unit, time in permutations(sample.columns, 2)
        if time in periods and named_like("start", time) < 1 and _names_rows_once(sample, unit, time)
    ]
    sure = bool(pairs)
    if not pairs:
        times = [
            c for c in sample.columns if named_like("start", c) < 1 and (c in periods or named_like("time", c) == 1)
        ]
        pairs = [(u, t) for u, t in permutations(sample.columns, 2) if t in times and named_like("unit", u)]
    scored = sorted(pairs, key=lambda pair: -_key_score(*pair))
    if not scored:
        return _nothing(), _nothing()
    best = scored[0]
    tied = len(scored) > 1 and _key_score(*scored[1]) == _key_score(*best)
    by_content = 0.7 if sure and not tied else 0.3
    return tuple(_with_reason(role, column, by_content) for role, column in zip(("unit", "time"), best, strict=True))  # type: ignore[return-value]


def _key_score(unit: str, time: str) -> float:
    return named_like("unit", unit) + named_like("time", time) - named_like("time", unit) - named_like("unit", time)


def _names_rows_once(sample: _Sample, unit: str, time: str) -> bool:
    pairs = list(zip(sample.cells[unit], sample.cells[time], strict=True))
    many = 2 <= len(sample.distinct(unit)) < len(pairs) and len(sample.distinct(time)) < len(pairs)
    return many and len(set(pairs)) == len(pairs)


def _as_calendar(values: Sequence[str]) -> Calendar | None:
    if not 2 <= len(values) <= 1_000:
        return None
    try:
        return calendar_of(values, [Place("", 0)] * len(values))[0]
    except UnreadableFileError:
        return None


def _could_be_start(sample: _Sample, unit: str, time: str, column: str, calendar: Calendar) -> bool:
    if not sample.distinct(column) or not sample.constant_within(unit, column):
        return named_like("start", column) == 1
    try:
        starts = {start_of(value, calendar, Place("", 0)) for value in sample.distinct(column)}
    except UnreadableFileError:
        return named_like("start", column) == 1
    periods = set(calendar_of(sample.distinct(time), [Place("", 0)] * len(sample.distinct(time)))[1])
    return named_like("start", column) > 0 or bool(starts & periods)


def _could_be_outcome(sample: _Sample, unit: str, column: str) -> bool:
    if sample.constant_within(unit, column) or len(sample.distinct(column)) < 2:
        return named_like("outcome", column) == 1
    numeric = [value for value in sample.distinct(column) if re.fullmatch(r"[+-]?[\d.,]+(e[+-]?\d+)?%?", value.lower())]
    return len(numeric) * 2 > len(sample.distinct(column))


def _best(role: str, candidates: Sequence[str]) -> Guess:
    if not candidates:
        return _nothing()
    ranked = sorted(candidates, key=lambda column: -named_like(role, column))
    tied = len(ranked) > 1 and named_like(role, ranked[1]) == named_like(role, ranked[0])
    return _with_reason(role, ranked[0], 0.3 if tied else 0.7)


def _with_reason(role: str, column: str, by_content: float) -> Guess:
    by_name = named_like(role, column)
    confidence = min(1.0, by_content + (0.3 if by_name else 0.0))
    if by_name and by_content > 0.5:
        reason = Text(id="nama dan isinya cocok", en="name and content fit")
    elif by_name:
        reason = Text(id="namanya cocok, isinya belum pasti", en="the name fits, the content is not certain")
    elif by_content > 0.5:
        reason = Text(id="satu-satunya kolom yang isinya cocok", en="the only column whose content fits")
    else:
        reason = Text(id="ada kolom lain yang sama mungkinnya", en="another column is just as likely")
    return Guess(column, confidence, reason)


def _nothing() -> Guess:
    return Guess(None, 0.0, Text(id="tidak ada kolom yang cocok", en="no column fits"))
