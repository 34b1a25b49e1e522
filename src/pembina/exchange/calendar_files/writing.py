"""Writing one event as iCalendar: folded at 75 octets, escaped, in UTC, lines ended as RFC 5545 asks."""

from dataclasses import dataclass
from datetime import UTC, datetime

WIDEST = 75
PRODUCT = "-//Pembina//Forum warga//ID"
# RFC 5545 section 3.3.11: what stands for something else in a text, the escape itself first.
ESCAPED = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n"))


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event; all moments are aware. `identity` is unique in the world and stays the same for later revisions."""

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


def event_calendar(event: CalendarEvent) -> bytes:
    """Return the file. UTC needs no VTIMEZONE; each calendar shows it on its own clock."""
    told = [
        ("UID", event.identity),
        ("DTSTAMP", _utc(event.written_at)),
        ("DTSTART", _utc(event.starts_at)),
        ("DTEND", _utc(event.ends_at)),
        ("SEQUENCE", str(event.revision)),
        ("STATUS", "CANCELLED" if event.is_cancelled else "CONFIRMED"),
        ("SUMMARY", _text(event.title)),
        ("LOCATION", _text(event.place)),
        ("DESCRIPTION", _text(event.description)),
        ("URL", event.address),
    ]
    lines = [f"{name}:{value}" for name, value in told if value]
    around = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "METHOD:PUBLISH", "BEGIN:VEVENT"]
    return b"".join(_folded(line) for line in [*around, *lines, "END:VEVENT", "END:VCALENDAR"])


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(words: str) -> str:
    for sign, written in ESCAPED:
        words = words.replace(sign, written)
    # Other control characters are not allowed at all.
    return "".join(sign for sign in words if (sign >= " " and sign != "\x7f") or sign == "\t")


def _folded(line: str) -> bytes:
    """Break a long line before the octet that would be too many, never within a character."""
    parts, room, part = [], WIDEST, b""
    for sign in line:
        written = sign.encode()
        if len(part) + len(written) > room:
            parts.append(part)
            # The space that begins a continuation counts as well.
            part, room = b"", WIDEST - 1
        part += written
    return b"\r\n ".join([*parts, part]) + b"\r\n"
