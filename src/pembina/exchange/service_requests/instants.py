"""SQL expressions that read an instant as people and programs write it; parsed a column at a time."""

_DAY_FIRST = tuple(
    f"%d{mark}%m{mark}%Y{clock}"
    for mark in ("-", "/", ".")
    for clock in ("", " %H:%M", " %H:%M:%S", " %H.%M", " %H.%M.%S")
)
_ISO = r"^(\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{2}(:\d{2}(\.\d{1,9})?)?)?)"
_OFFSET = r"\d{1,2}:\d{2}[\d:.]*\s?(Z|[+-]\d{2}(:?\d{2})?)$"


def wall_time(cell: str) -> str:
    """Return the SQL of the time on the wall: the date and clock as written, without its offset.

    Understood are ISO 8601, day-month-year with - / or ., and the day numbers of spreadsheets. A null date of a
    database (0000-00-00) reads as 1900, so that it is counted as impossible like other placeholders.
    """
    formats = ", ".join(f"'{form}'" for form in _DAY_FIRST)
    return f"""coalesce(
        TRY_CAST(replace(regexp_extract({cell}, '{_ISO}', 1), 'T', ' ') AS TIMESTAMP),
        TRY_STRPTIME({cell}, [{formats}]),
        CASE WHEN TRY_CAST(replace({cell}, ',', '.') AS DOUBLE) BETWEEN 1 AND 80000
             THEN TIMESTAMP '1899-12-30' + to_seconds(round(TRY_CAST(replace({cell}, ',', '.') AS DOUBLE) * 86400)) END,
        CASE WHEN {cell} LIKE '0000-%' THEN TIMESTAMP '1900-01-01' END)"""


def offset_minutes(cell: str) -> str:
    """Return the SQL of the offset east of Greenwich in minutes, NULL where none is written."""
    found = f"regexp_extract({cell}, '{_OFFSET}', 1)"
    hours = f"TRY_CAST({found}[1:3] AS INTEGER) * 60"
    minutes = f"CASE WHEN length({found}) > 3 THEN TRY_CAST(right({found}, 2) AS INTEGER) ELSE 0 END"
    signed = f"{hours} + ({minutes}) * (CASE WHEN {found}[1] = '-' THEN -1 ELSE 1 END)"
    return f"CASE {found} WHEN '' THEN NULL WHEN 'Z' THEN 0 ELSE {signed} END"


def has_clock(cell: str) -> str:
    """Return the SQL that tells whether a time of day is written, not a date alone."""
    return rf"regexp_matches({cell}, '\d[ T]\d{{1,2}}[:.]\d{{2}}|^\d+[.,]\d*[1-9]\d*$')"
