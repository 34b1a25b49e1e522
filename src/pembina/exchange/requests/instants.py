"""SQL expressions that read an instant as people and programs write it; parsed a column at a time."""

from functools import reduce

_MONTHS = (
    "januari|january|jan", "februari|pebruari|february|feb", "maret|march|mar", "april|apr", "mei|may",
    "juni|june|jun", "juli|july|jul", "agustus|august|agu|ags|agt|aug", "september|sept|sep",
    "oktober|october|okt|oct", "november|nopember|nov|nop", "desember|december|des|dec",
)  # fmt: skip
_ZONES = {"Z": 0, "UTC": 0, "GMT": 0, "WIB": 420, "WITA": 480, "WIT": 540}
_MARK = rf"(?:{'|'.join(_ZONES)}|[+-]\d{{2}}(?::?\d{{2}})?)"
_ISO = rf"^(\d{{4}}-\d{{1,2}}-\d{{1,2}}(?:[ T]\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,9}})?)?)?)\s?{_MARK}?$"
_CLOCK = r"(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?)?"
_DAY_FIRST = rf"^(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ](\d{{4}}){_CLOCK}\s?{_MARK}?$"
_AS_ISO = r"\3-\2-\1 \4:\5:\6.\7"
_OFFSET = rf"\d{{1,2}}[:.]\d{{2}}[\d:.,]*\s?({_MARK})$"


def wall_time(cell: str) -> str:
    """Return the SQL of the time on the wall: the date and clock as written, without its offset.

    Understood are ISO 8601, day-month-year with - / or ., months in words, and the day numbers of spreadsheets. A null
    date of a database (0000-00-00) reads as 1900, so that it is counted as impossible like other placeholders.
    """
    number = f"TRY_CAST(replace({cell}, ',', '.') AS DOUBLE)"
    worded = reduce(
        lambda text, month: rf"regexp_replace({text}, '\b({month[1]})\b\.?', '{month[0]}', 'i')",
        enumerate(_MONTHS, start=1),
        cell,
    )
    return f"""coalesce(
        TRY_CAST(replace(regexp_extract({cell}, '{_ISO}', 1), 'T', ' ') AS TIMESTAMP),
        {_day_first(cell)},
        CASE WHEN regexp_matches({cell}, '^\\d{{1,2}}[- ][A-Za-z]{{3}}') THEN {_day_first(worded)} END,
        CASE WHEN {number} BETWEEN 1 AND 80000
             THEN TIMESTAMP '1899-12-30' + to_seconds(round({number} * 86400)) END,
        CASE WHEN {cell} LIKE '0000-%' THEN TIMESTAMP '1900-01-01' END)"""


def _day_first(text: str) -> str:
    iso = f"rtrim(regexp_replace({text}, '{_DAY_FIRST}', '{_AS_ISO}'), ' :.')"
    return f"CASE WHEN regexp_matches({text}, '{_DAY_FIRST}') THEN TRY_CAST({iso} AS TIMESTAMP) END"


def offset_minutes(cell: str) -> str:
    """Return the SQL of the offset east of Greenwich in minutes, NULL where none is written."""
    found = f"regexp_extract({cell}, '{_OFFSET}', 1)"
    named = " ".join(f"WHEN '{name}' THEN {minutes}" for name, minutes in _ZONES.items())
    hours = f"TRY_CAST({found}[1:3] AS INTEGER) * 60"
    minutes = f"CASE WHEN length({found}) > 3 THEN TRY_CAST(right({found}, 2) AS INTEGER) ELSE 0 END"
    signed = f"{hours} + ({minutes}) * (CASE WHEN {found}[1] = '-' THEN -1 ELSE 1 END)"
    return f"CASE {found} WHEN '' THEN NULL {named} ELSE {signed} END"


def has_clock(cell: str) -> str:
    """Return the SQL that tells whether a time of day is written, not a date alone."""
    return rf"regexp_matches({cell}, '\d[ T,]+\d{{1,2}}[:.]\d{{2}}|^\d+[.,]\d*[1-9]\d*$')"


def is_midnight(wall: str) -> str:
    """Return the SQL that tells whether a wall time stands at midnight exactly, as programs write a mere date."""
    return f"({wall} = date_trunc('day', {wall}))"


def microseconds_of(wall: str, offset: str) -> str:
    """Return the SQL of an instant as microseconds since 1970, from the wall time and its offset in minutes.

    No calendar of Python reaches beyond the years 1 to 9999, and programs write 0001-01-01 for none. What lies before
    1900 reads as 1900, which is as impossible.
    """
    first, last = "TIMESTAMP '1900-01-01'", "TIMESTAMP '9999-12-30'"
    held = f"CASE WHEN {wall} < {first} THEN {first} WHEN {wall} > {last} THEN {last} ELSE {wall} END"
    return f"epoch_us({held}) - {offset} * 60000000"
