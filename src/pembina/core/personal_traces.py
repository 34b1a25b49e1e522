"""What in a text points to a person or is a way to one: e-mail addresses, telephone numbers, NIK, NIP and accounts.

Only what has a shape is found. A name, a street or the day of a visit has none: whoever publishes a text reads it
first.
"""

import re

MAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
NUMBER = re.compile(r"(?<![\w])[+(]{0,2}\d(?:[\s.\-()/]{0,2}\d){6,}")
CODE = re.compile(r"(?<!\w)[0-9A-Za-z]{4}(?:-[0-9A-Za-z]{4}){3}(?!\w)")
"""A follow-up code as it was shown."""

_YEAR = r"(?:19|20)\d\d"
_DAY = rf"\d{{1,2}}[-/.\s]\d{{1,2}}[-/.\s]{_YEAR}|{_YEAR}-\d{{2}}-\d{{2}}"
_HOUR = r"(?:[01]?\d|2[0-4])\.[0-5]\d"
_SPAN = rf"(?:{_DAY}|{_YEAR}|{_HOUR})"
_WHEN = re.compile(rf"{_SPAN}(?:[-/\s]{{1,2}}{_SPAN})*")
"""Days, years and hours are written with as many digits as a telephone number."""
_MONEY = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_LONGEST_SUM = 9
"""Digits; a longer sum is one only behind Rp, for 62.812.345.678 is a telephone number too."""


def personal_traces(text: str) -> tuple[str, ...]:
    """Return what is found as it stands in the text, in its order, each once.

    A run of seven digits or more counts, with blanks, points, hyphens, strokes and brackets between them or without,
    unless it is a day, hours, years or a sum of money.
    """
    found = {match.start(): match.group() for pattern in (MAIL, CODE) for match in pattern.finditer(text)}
    for match in NUMBER.finditer(text):
        if not _is_harmless(match.group(), before=text[: match.start()]):
            found.setdefault(match.start(), match.group())
    return tuple(dict.fromkeys(found[place] for place in sorted(found)))


def _is_harmless(written: str, *, before: str) -> bool:
    if _WHEN.fullmatch(written):
        return True
    digits = sum(sign.isdigit() for sign in written)
    is_sum = digits <= _LONGEST_SUM or before.rstrip(" .").casefold().endswith("rp")
    return is_sum and _MONEY.fullmatch(written) is not None
