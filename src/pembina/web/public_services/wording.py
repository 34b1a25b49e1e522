"""Promises, hours and moments as people say them."""

from datetime import datetime

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pembina.core.rules.service_time import (
    PromisedTime,
    TimeUnit,
    UnusableTimesError,
    Week,
    WorkingCalendar,
    due_at,
    weekly_minutes,
)
from pembina.web.components.formatting import MISSING, day, in_language, number

ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
MORNING = 10


def promised_words(promised: PromisedTime | None) -> str:
    """``3 hari kerja``; a dash where nothing is promised."""
    if promised is None:
        return MISSING
    words = {
        TimeUnit.MINUTES: ngettext("%(count)s menit kerja", "%(count)s menit kerja", promised.amount),
        TimeUnit.HOURS: ngettext("%(count)s jam kerja", "%(count)s jam kerja", promised.amount),
        TimeUnit.WORKING_DAYS: ngettext("%(count)s hari kerja", "%(count)s hari kerja", promised.amount),
    }
    return words[promised.unit] % {"count": number(promised.amount)}


def due_sentence(promised: PromisedTime | None, calendar: WorkingCalendar, *, now: datetime) -> str:
    """Say by when a request received today at ten would be due by a calendar, and from when it counts."""
    if promised is None:
        return ""
    received = now.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    try:
        due = due_at(received=received, promised=promised, calendar=calendar)
    except UnusableTimesError as refused:
        return f"{in_language(refused.message)} {in_language(refused.remedy)}"
    told = {"due": moment(due.at), "from": moment(due.arrived), "promise": promised_words(promised)}
    if due.arrived > received:
        return _("Diterima hari ini pukul 10.00 (tutup): dihitung sejak %(from)s, paling lambat %(due)s.") % told
    return _("Diterima hari ini pukul 10.00: paling lambat %(due)s.") % told


def moment(at: datetime) -> str:
    """``Rabu, 25 November 2026 pukul 16.00 WIB``, on the clock of the moment's own zone."""
    zone = ZONES.get(str(at.tzinfo), at.tzname() or "")
    told = {"weekday": formats.date_format(at, "l"), "day": day(at.date()), "time": f"{at:%H.%M}", "zone": zone}
    return _("%(weekday)s, %(day)s pukul %(time)s %(zone)s") % told


def week_rows(week: Week) -> list[tuple[str, str]]:
    """Return each day of the week with its hours."""
    closed = _("Tutup")
    return [
        (weekday(number), ", ".join(str(piece).replace("-", "–") for piece in hours) or closed)
        for number, hours in enumerate(week)
    ]


def hours_a_week(week: Week) -> str:
    """``37,5 jam sepekan``."""
    return _("%(hours)s jam sepekan") % {"hours": number(weekly_minutes(week) / 60, 1)}


def weekday(number: int) -> str:
    """Return the name of a day of the week, Monday being 0."""
    return [_("Senin"), _("Selasa"), _("Rabu"), _("Kamis"), _("Jumat"), _("Sabtu"), _("Minggu")][number]
