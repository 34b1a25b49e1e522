"""Days as files of staff write them: 31-12-1985, 31/12/1985, 1985-12-31, 31 Desember 1985, 19851231, and 31412."""

import re
from datetime import date, timedelta
from functools import lru_cache

YEARS = range(1900, 2101)
# The day before the first of the calendar of spreadsheets, with the leap day that never was.
SERIAL_ZERO = date(1899, 12, 30)
_MIDNIGHT = r"(?:[T ]00:00(?::00(?:\.0+)?)?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_MIDNIGHT}")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}}){_MIDNIGHT}")
_IN_WORDS = re.compile(r"(\d{1,2})[- ]([a-z]+)\.?[- ](\d{4})")
_TOGETHER = re.compile(r"(\d{4})(\d\d)(\d\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_MONTHS = (
    "januari january", "februari february pebruari", "maret march", "april", "mei may", "juni june", "juli july",
    "agustus august agt ags", "september", "oktober october", "november nopember", "desember december",
)  # fmt: skip


@lru_cache(maxsize=1 << 15)
def day_of(text: str) -> date | None:
    """Return the day, None where the text is no day or could be two."""
    if found := _YEAR_FIRST.fullmatch(text) or _TOGETHER.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := _DAY_FIRST.fullmatch(text):
        return _day(found[3], found[2], found[1])
    if found := _SERIAL.fullmatch(text):
        day = SERIAL_ZERO + timedelta(days=int(found[1]))
        return day if day.year in YEARS else None
    if found := _IN_WORDS.fullmatch(text.lower()):
        month = _month(found[2])
        return _day(found[3], month, found[1]) if month else None
    return None


def _month(word: str) -> str:
    """Return the number of the month: its name in full, or its first three letters or more."""
    fits = [n for n, names in enumerate(_MONTHS, start=1) if any(name.startswith(word) for name in names.split())]
    return str(fits[0]) if len(word) >= 3 and len(fits) == 1 else ""


def _day(year: str, month: str, day: str) -> date | None:
    if int(year) not in YEARS:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
