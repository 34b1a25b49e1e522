"""Writing events as iCalendar.

All moments are in UTC. Indonesia has three zones and no summer time: an instant in UTC means the same in Jakarta,
Makassar and Jayapura, needs no VTIMEZONE that a calendar might misread, and is shown by each on its own clock. Where a
wall clock matters ("09.00 WITA", for who travels), the caller writes it into the description.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

PRODUCT = "-//Pembina//Forum warga//ID"
FEED_PRODUCT = "-//Pembina//Kalender pegawai//ID"
# Parsers that split text as Python or Unicode does would see a new line here, and in it a property.
LINE_ENDS = ("\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event; all moments are aware. `identity` is unique in the world and stays the same for later revisions.

    `alarms` are the minutes before the begin at which a calendar reminds; most feeds are better off without.
    """

    identity: str
    title: str
    starts_at: datetime
    ends_at: datetime
    written_at: datetime
    place: str = ""
    description: str = ""
    address: str = ""
    is_cancelled: bool = False
    revision: int = 0
    alarms: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class CalendarFeed:
    """The calendar of one person: its name as the calendar shows it, and how often it should be asked for anew."""

    name: str
    events: Sequence[CalendarEvent]
    description: str = ""
    refresh: timedelta = timedelta(hours=6)


def event_calendar(event: CalendarEvent) -> bytes:
    """Return the file of one event."""
    return _written([event], _calendar(PRODUCT))


def event_feed(feed: CalendarFeed) -> bytes:
    """Return the feed, by begin; of events with one identity only the latest revision, as a calendar would keep it.

    The same feed gives the same bytes, so that it can carry an ETag.
    """
    calendar = _calendar(FEED_PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    # RFC 7986, and what calendars knew before it.
    for name in ("name", "x-wr-calname"):
        calendar.add(name, _text(feed.name))
    for name in ("description", "x-wr-caldesc"):
        if feed.description:
            calendar.add(name, _text(feed.description))
    calendar.add("refresh-interval", feed.refresh, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", _duration(feed.refresh))
    latest: dict[str, CalendarEvent] = {}
    for event in sorted(feed.events, key=lambda event: event.revision):
        latest[event.identity] = event
    return _written(sorted(latest.values(), key=lambda event: (event.starts_at, event.identity)), calendar)


def _calendar(product: str) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", product)
    calendar.add("method", "PUBLISH")
    return calendar


def _written(events: Iterable[CalendarEvent], calendar: Calendar) -> bytes:
    for event in events:
        calendar.add_component(_event(event))
    content: bytes = calendar.to_ical()
    return content


def _event(event: CalendarEvent) -> Event:
    told = Event()
    told.add("uid", _line(event.identity))
    told.add("dtstamp", event.written_at.astimezone(UTC))
    told.add("dtstart", event.starts_at.astimezone(UTC))
    told.add("dtend", event.ends_at.astimezone(UTC))
    told.add("sequence", event.revision)
    told.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    told.add("summary", _text(event.title))
    texts = (("location", _text(event.place)), ("description", _text(event.description)), ("url", _line(event.address)))
    for name, value in texts:
        if value:
            told.add(name, value)
    # Nobody wants to be reminded of what does not take place.
    for minutes in () if event.is_cancelled else event.alarms:
        told.add_component(_alarm(minutes, event.title))
    return told


def _alarm(minutes: int, title: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _text(title))
    alarm.add("trigger", -timedelta(minutes=minutes))
    return alarm


def _text(words: str) -> str:
    """Return words without what no text may hold: control characters save tab and line end, halves of a character."""
    for end in LINE_ENDS:
        words = words.replace(end, "\n")
    # A byte order mark within a text is taken for one before it, by some.
    words = words.replace("\ufeff", "")
    return "".join(sign for sign in words if sign in "\t\n" or unicodedata.category(sign) not in ("Cc", "Cs"))


def _line(value: str) -> str:
    """Return a value that is no text and so cannot be escaped: nothing that breaks a line, no blank."""
    return "".join(sign for sign in value if sign > " " and unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp"))


def _duration(length: timedelta) -> str:
    minutes = int(length.total_seconds()) // 60
    return f"PT{minutes // 60}H" if minutes % 60 == 0 else f"PT{minutes}M"
