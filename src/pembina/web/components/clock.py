"""Hours on the clock of a place: what people read, and what they typed."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.formats import time_format
from django.utils.translation import get_language

from pembina.web.components.formatting import day

ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def hours(moment: datetime | time) -> str:
    """``09.30``, in English ``09:30``."""
    return time_format(moment, "H:i" if get_language() == "en" else "H.i")


def stretch(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> str:
    """``22 November 2026, 09.00–11.30 WITA``; both days where there are two."""
    starts, ends = starts_at.astimezone(zone), ends_at.astimezone(zone)
    word = ZONES.get(zone.key, zone.key)
    if starts.date() == ends.date():
        return f"{day(starts.date())}, {hours(starts)}–{hours(ends)} {word}"
    return f"{day(starts.date())}, {hours(starts)} – {day(ends.date())}, {hours(ends)} {word}"


def moment_there(moment: datetime, zone: ZoneInfo) -> str:
    """``22 November 2026, 09.00 WITA``."""
    there = moment.astimezone(zone)
    return f"{day(there.date())}, {hours(there)} {ZONES.get(zone.key, zone.key)}"


def at_clock(on: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the moment at which the clock of a zone shows `clock` on a day."""
    return datetime.combine(on, clock, tzinfo=zone)
