"""Instants and time zones, exact to the microsecond.

The zone data of `zoneinfo` is a published table, as a regulation's parameters are, and no environment: the same name
and instant give the same offset everywhere. So the cellar may read it. Inside, an instant is the whole number of
microseconds since 1970 in UTC; no float ever holds a time.
"""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from pembina.core.rules.service_time import refusals

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
FIRST_YEAR, LAST_YEAR = 1900, 2199
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
INDONESIAN = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}

_MICROSECOND = timedelta(microseconds=1)
# No zone has changed its clock twice within half a day since clocks are kept by zones.
_STEP = timedelta(hours=12)

Change = tuple[int, int]
"""An instant and the offset in force from it on, both in microseconds."""


@lru_cache(maxsize=512)
def zone_of(name: str) -> ZoneInfo:
    """Return the zone of an IANA name or of WIB, WITA, WIT; refuse any other."""
    try:
        return ZoneInfo(INDONESIAN.get(name.upper(), name))
    except (KeyError, ValueError, OSError):
        raise refusals.unknown_zone(name) from None


def microseconds(instant: datetime) -> int:
    """Return an aware instant as microseconds since 1970; refuse a naive one and far years."""
    count = any_microseconds(instant)
    if not FIRST_YEAR <= instant.year <= LAST_YEAR:
        raise refusals.out_of_range(instant, FIRST_YEAR, LAST_YEAR)
    return count


def any_microseconds(instant: datetime) -> int:
    """Return the same for any year, as files hold them; refuse a naive instant."""
    if instant.utcoffset() is None:
        raise refusals.naive(instant)
    return (instant - EPOCH) // _MICROSECOND


def instant_of(count: int, zone: str) -> datetime:
    """Return microseconds since 1970 as an instant on the clock of a zone."""
    return (EPOCH + timedelta(microseconds=count)).astimezone(zone_of(zone))


def local_day(count: int, zone: str) -> date:
    """Return the date on the wall calendar of a zone."""
    return instant_of(count, zone).date()


def midnight(day: date) -> int:
    """Return the wall time 00.00 of a day as if the wall showed UTC."""
    return (day - EPOCH.date()).days * DAY


def changes_around(zone: str, first: date, last: date) -> list[Change]:
    """Return the offsets in force from two days before `first` to two days after `last`, each from when on."""
    years = range((first - timedelta(days=2)).year, (last + timedelta(days=2)).year + 1)
    found: list[Change] = []
    for change in (change for year in years for change in _changes_of_year(zone, year)):
        if not found or change[1] != found[-1][1]:
            found.append(change)
    return found


@lru_cache(maxsize=4096)
def _changes_of_year(zone: str, year: int) -> tuple[Change, ...]:
    known = zone_of(zone)
    at, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    found = [((at - EPOCH) // _MICROSECOND, _offset(known, at))]
    while at < end:
        after = min(at + _STEP, end)
        if _offset(known, after) != found[-1][1]:
            found.append(_change_between(known, at, after))
        at = after
    return tuple(found)


def _change_between(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """Return the first whole second at which the new offset holds."""
    old = _offset(zone, before)
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    return (after - EPOCH) // _MICROSECOND, _offset(zone, after)


def _offset(zone: ZoneInfo, at: datetime) -> int:
    return (at.astimezone(zone).utcoffset() or timedelta()) // _MICROSECOND
