"""A period as people write it: 2024-03, 03/2024, Maret 2024, 1-3-2024, 2024-TW1, Semester 1 2024, 202403."""

import re
from dataclasses import dataclass

MONTHS = {
    **dict.fromkeys(("januari", "january", "jan"), 1),
    **dict.fromkeys(("februari", "pebruari", "february", "feb", "peb"), 2),
    **dict.fromkeys(("maret", "march", "mar", "mrt"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    **dict.fromkeys(("mei", "may"), 5),
    **dict.fromkeys(("juni", "june", "jun"), 6),
    **dict.fromkeys(("juli", "july", "jul"), 7),
    **dict.fromkeys(("agustus", "august", "agu", "agt", "ags", "agust", "aug"), 8),
    **dict.fromkeys(("september", "sep", "sept"), 9),
    **dict.fromkeys(("oktober", "october", "okt", "oct"), 10),
    **dict.fromkeys(("november", "nopember", "nov", "nop"), 11),
    **dict.fromkeys(("desember", "december", "des", "dec"), 12),
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTER = r"(?:q|tw|triwulan|kuartal)"
_HALF = r"(?:s|smt|semester|h)"
_ORDINAL = r"([1-4]|i{1,3}|iv)"
_CLOCK = r"(?:[t ]\d{1,2}[:.]\d{2}.*)?"

_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})(?:[-/.](\d{{1,2}}){_CLOCK})?")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}){_CLOCK}")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})[\s-])?([a-z]+)\.?[\s\-/']*(\d{4}|\d{2})")
_NAMED_YEAR_FIRST = re.compile(r"(\d{4})[\s\-/]([a-z]+)")
_COMPACT = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])?")
_PARTS = (
    (3, re.compile(rf"(?P<year>\d{{4}})[\s\-/]*{_QUARTER}[\s.\-]*(?P<part>{_ORDINAL})")),
    (3, re.compile(rf"{_QUARTER}[\s.\-]*(?P<part>{_ORDINAL})[\s\-/,]+(?P<year>\d{{4}})")),
    (6, re.compile(rf"(?P<year>\d{{4}})[\s\-/]*{_HALF}[\s.\-]*(?P<part>{_ORDINAL})")),
    (6, re.compile(rf"{_HALF}[\s.\-]*(?P<part>{_ORDINAL})[\s\-/,]+(?P<year>\d{{4}})")),
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A period of the calendar: the month it begins (year x 12 + month - 1) and how many months it spans."""

    month: int
    span: int


def moment_of(text: str) -> Moment | None:
    """Read a month, date, quarter or half-year; None if it is none. A date with slashes has the day first."""
    text = " ".join(text.lower().split())
    return _numeric_date(text) or _named_month(text) or _part_of_year(text)


def compact_moment(number: int) -> Moment | None:
    """Read 202403 or 20240301; None if the number is no such date."""
    found = _COMPACT.fullmatch(str(number))
    return _month(found[1], found[2]) if found else None


def whole_number(text: str) -> int | None:
    """Read 2003, 12 or 2003.0 (a whole number that a program wrote with a fraction); None if it is none."""
    found = re.fullmatch(r"([+-]?\d{1,15})(?:[.,]0+)?", text.strip())
    return int(found[1]) if found else None


def _numeric_date(text: str) -> Moment | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _month(found[1], found[2], found[3])
    if found := _DAY_FIRST.fullmatch(text):
        return _month(found[3], found[2], found[1])
    if found := _MONTH_FIRST.fullmatch(text):
        return _month(found[2], found[1])
    return None


def _named_month(text: str) -> Moment | None:
    found = _NAMED.fullmatch(text)
    if found and found[2] in MONTHS:
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        return _month(str(year), str(MONTHS[found[2]]), found[1])
    found = _NAMED_YEAR_FIRST.fullmatch(text)
    return _month(found[1], str(MONTHS[found[2]])) if found and found[2] in MONTHS else None


def _part_of_year(text: str) -> Moment | None:
    for span, pattern in _PARTS:
        if found := pattern.fullmatch(text):
            part = _ROMAN.get(found["part"]) or int(found["part"])
            if part * span <= 12:
                return Moment(int(found["year"]) * 12 + (part - 1) * span, span)
    return None


def _month(year: str, month: str, day: str | None = None) -> Moment | None:
    if not (1900 <= int(year) <= 2200 and 1 <= int(month) <= 12 and 1 <= int(day or 1) <= 31):
        return None
    return Moment(int(year) * 12 + int(month) - 1, 1)
