"""Days and times as files of SP4N-LAPOR! write them: 2026-11-03 14:22, 03/11/2026 14.22 WIB, 3 November 2026."""

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo

from pembina.exchange.staff.dates import day_of

_TIME = re.compile(r"^(?P<day>.*?\d)[ T,]+(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.\d+)?)?$")
_ZONES = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}
END_OF_DAY = time(23, 59, 59)


def moment_of(text: str, *, zone: str, ends: bool) -> datetime | None:
    """Return the moment on the clock of `zone`; a day without a time is its begin, or its end where it `ends`."""
    words = text.strip().removesuffix("Z").split()
    if words and words[-1].lower() in _ZONES:
        zone = _ZONES[words.pop().lower()]
    written = " ".join(words)
    found = _TIME.match(written)
    day = day_of(found["day"] if found else written)
    if day is None:
        return None
    clock = END_OF_DAY if ends else time.min
    if found:
        hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
        if hour > 23 or minute > 59 or second > 59:
            return None
        clock = time(hour, minute, second)
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone))
