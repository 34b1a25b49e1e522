"""Moments and lengths of time as people say them: ``21 November 2026 14.05 WIB``, ``2 jam 15 menit``."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.core.rules.service_time import Measure, PromisedTime, TimeUnit
from pembina.domain.people.enums import TimeZone
from pembina.web.components.formatting import MISSING, number

MICROSECOND = timedelta(microseconds=1)
MINUTE, HOUR, DAY = 60, 3600, 86_400


def moment(time: datetime | None, zone: str) -> str:
    """Return a time on the clock of an office, with its zone."""
    if time is None:
        return MISSING
    local = time.astimezone(ZoneInfo(zone))
    return f"{formats.date_format(local, 'j F Y H.i')} {TimeZone(zone).label}"


def clock(time: datetime | None, zone: str, *, year: bool = True) -> str:
    """Return a time as briefly as a list needs it: ``21 Nov 2026 14.05``, or without the year."""
    form = "j M Y H.i" if year else "j M H.i"
    return MISSING if time is None else formats.date_format(time.astimezone(ZoneInfo(zone)), form)


def length(time: timedelta | None) -> str:
    """Return a length of time in its two largest units; a minute is the least."""
    if time is None:
        return MISSING
    seconds = max(0, int(time.total_seconds()))
    if seconds >= DAY:
        return _joined(_days(seconds // DAY), _hours(seconds % DAY // HOUR))
    if seconds >= HOUR:
        return _joined(_hours(seconds // HOUR), _minutes(seconds % HOUR // MINUTE))
    return _minutes(seconds // MINUTE) or _("kurang dari 1 menit")


def working_length(used: int | None, measure: Measure) -> str:
    """Return a working time or a number of working days, as it is measured."""
    if used is None:
        return MISSING
    if measure is Measure.WORKING_DAYS:
        if not used:
            return _("hari yang sama")
        return ngettext("%(count)s hari kerja", "%(count)s hari kerja", used) % {"count": number(used)}
    return _("%(time)s jam kerja") % {"time": in_hours(used)} if used >= HOUR * 10**6 else _working_minutes(used)


def as_parts(used: int | None, measure: Measure) -> tuple[str, str]:
    """Return the same as a number and its unit, for where the number is written large."""
    if used is None:
        return MISSING, ""
    if measure is Measure.WORKING_DAYS:
        return number(used), ngettext("hari kerja", "hari kerja", used)
    if used < HOUR * 10**6:
        minutes = used // (MINUTE * 10**6)
        return number(minutes), ngettext("menit kerja", "menit kerja", minutes)
    return in_hours(used), _("jam kerja")


def in_hours(microseconds: int) -> str:
    """Return working time as 7,5 hours: a working day is no day of 24 hours, so days would mislead."""
    return number(microseconds / (HOUR * 10**6), 1)


def promise(promised: PromisedTime | None) -> str:
    """Return a promised time as the standard prints it."""
    if promised is None:
        return MISSING
    words = {
        TimeUnit.MINUTES: ngettext("%(count)s menit kerja", "%(count)s menit kerja", promised.amount),
        TimeUnit.HOURS: ngettext("%(count)s jam kerja", "%(count)s jam kerja", promised.amount),
        TimeUnit.WORKING_DAYS: ngettext("%(count)s hari kerja", "%(count)s hari kerja", promised.amount),
    }
    return words[promised.unit] % {"count": number(promised.amount)}


def _working_minutes(used: int) -> str:
    minutes = used // (MINUTE * 10**6)
    return ngettext("%(count)s menit kerja", "%(count)s menit kerja", minutes) % {"count": number(minutes)}


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _days(count: int) -> str:
    return ngettext("%(count)s hari", "%(count)s hari", count) % {"count": number(count)}


def _hours(count: int) -> str:
    return ngettext("%(count)s jam", "%(count)s jam", count) % {"count": count} if count else ""


def _minutes(count: int) -> str:
    return ngettext("%(count)s menit", "%(count)s menit", count) % {"count": count} if count else ""
