"""The hours of an event on the clock of its unit."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.formats import time_format
from django.utils.translation import get_language

from pembina.domain.services.models import Forum
from pembina.web.components.formatting import day


def hours(moment: datetime | time) -> str:
    """``09.30``, in English ``09:30``."""
    return time_format(moment, "H:i" if get_language() == "en" else "H.i")


def when(forum: Forum) -> str:
    """``22 November 2026, 09.00–11.30 WITA``; both days where there are two."""
    starts, ends = (moment.astimezone(forum.zone) for moment in (forum.starts_at, forum.ends_at))
    until = hours(ends) if starts.date() == ends.date() else f" {day(ends.date())}, {hours(ends)}"
    gap = "–" if starts.date() == ends.date() else " –"
    return f"{day(starts.date())}, {hours(starts)}{gap}{until} {zone_word(forum)}"


def zone_word(forum: Forum) -> str:
    return str(forum.unit.get_time_zone_display())


def moment_there(moment: datetime, forum: Forum) -> str:
    """A moment of the past in the time of the unit."""
    there = moment.astimezone(forum.zone)
    return f"{day(there.date())}, {hours(there)} {zone_word(forum)}"


def at_clock(on: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return the moment at which the unit's clock shows `clock` on a day."""
    return datetime.combine(on, clock, tzinfo=zone)
