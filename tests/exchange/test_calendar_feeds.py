"""Feeds of many events: another parser reads what we wrote, in each Indonesian zone, whatever the titles hold."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject

from needed import shared
from pembina.exchange.calendar_files import CalendarEvent, CalendarFeed, event_calendar, event_feed

ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
WRITTEN = datetime(2026, 11, 1, tzinfo=UTC)


def event(number=1, *, zone="Asia/Makassar", starts=datetime(2026, 12, 1, 9, 0), **more):  # noqa: DTZ001
    begins = starts.replace(tzinfo=ZoneInfo(zone))
    told = {
        "identity": f"sesi-{number}@pembina.contoh.go.id", "title": f"Sesi {number}", "starts_at": begins,
        "ends_at": begins + timedelta(hours=2), "written_at": WRITTEN,
    }  # fmt: skip
    return CalendarEvent(**{**told, **more})


def feed(*events, **more):
    return event_feed(CalendarFeed(**{"name": "Belajar Sari", "events": events, **more}))


def parsed(written):
    """Return the calendar as the other library sees it; it refuses what is not well-formed."""
    return vobject.readOne(written.decode())


def events_of(written):
    return parsed(written).contents.get("vevent", [])


def test_a_feed_has_a_name_and_says_when_to_ask_again():
    calendar = parsed(feed(event(), description="Sesi; pelatihan, dan rapat", refresh=timedelta(minutes=90)))
    assert calendar.contents["x-wr-calname"][0].value == calendar.contents["name"][0].value == "Belajar Sari"
    assert calendar.contents["x-published-ttl"][0].value == "PT90M"
    (refresh,) = calendar.contents["refresh-interval"]
    assert (refresh.value, refresh.params) == ("PT1H30M", {"VALUE": ["DURATION"]})
    assert calendar.method.value == "PUBLISH"


def test_an_empty_feed_is_a_calendar_too():
    assert events_of(feed()) == []


def test_each_event_tells_all_of_itself():
    (found,) = events_of(feed(event(place="Aula, lt. 2", description="a\nb; c", address="https://contoh.go.id/s/1?a=b;c",
                                    revision=4, alarms=(60, 1440))))  # fmt: skip
    assert (found.uid.value, found.sequence.value, found.status.value) == (
        "sesi-1@pembina.contoh.go.id", "4", "CONFIRMED"
    )  # fmt: skip
    assert (found.location.value, found.description.value) == ("Aula, lt. 2", "a\nb; c")
    assert found.url.value == "https://contoh.go.id/s/1?a=b;c"
    assert [alarm.trigger.value for alarm in found.valarm_list] == [-timedelta(hours=1), -timedelta(days=1)]


def test_a_cancelled_event_stays_in_the_feed_without_alarms():
    (found,) = events_of(feed(event(is_cancelled=True, revision=2, alarms=(60,))))
    assert (found.status.value, found.sequence.value) == ("CANCELLED", "2")
    assert "valarm" not in found.contents


def test_of_one_identity_the_latest_revision_is_told():
    found = events_of(feed(event(revision=2, title="baru"), event(revision=1, title="lama"), event(2)))
    assert [(each.uid.value[:6], each.summary.value) for each in found] == [("sesi-1", "baru"), ("sesi-2", "Sesi 2")]


def test_the_same_events_give_the_same_bytes_in_any_order():
    events = [event(number, starts=datetime(2026, 12, number, 9, 0)) for number in range(1, 20)]  # noqa: DTZ001
    assert feed(*events) == feed(*reversed(events))


@pytest.mark.parametrize("clock", [(0, 0), (1, 30), (6, 59), (9, 0), (23, 45)])
@pytest.mark.parametrize("zone", ZONES)
def test_an_instant_survives_the_way_through_the_three_zones(zone, clock):
    """Written in one zone, read by a calendar in each: the same instant, and the right hour on that clock."""
    starts = datetime(2026, 12, 31, *clock)  # noqa: DTZ001
    (found,) = events_of(feed(event(zone=zone, starts=starts)))
    begins = found.dtstart.value
    assert begins == starts.replace(tzinfo=ZoneInfo(zone))
    for other in ZONES:
        shown = begins.astimezone(ZoneInfo(other))
        hours = ZONES.index(other) - ZONES.index(zone)
        assert shown.replace(tzinfo=None) == starts + timedelta(hours=hours)
        again = event(zone=other, starts=shown.replace(tzinfo=None), ends_at=shown + timedelta(hours=2))
        assert feed(again) == feed(event(zone=zone, starts=starts))


def hostile():
    """Return lines of the published broken samples, and signs that parsers take for the end of a line."""
    lines = {
        "END:VEVENT\r\nBEGIN:VEVENT\nX:1",
        "a\rb",
        "\x00\x07\x1b[2J",
        "é" * 90,
        "\N{FAMILY}" * 40,
        "\\",
        "\\n\\,;:",
    }
    lines |= {f"a{sign}END:VCALENDAR" for sign in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\ud800\ufeff"}
    for file in sorted(shared("ics_samples").glob("*.ics")):
        lines |= set(re.split(r"\r\n|\n|\r", file.read_bytes().decode("utf-8", "replace")))
    return sorted(line for line in lines if line.strip())


def test_no_title_breaks_a_feed():
    """Each line of the 116 published samples, good and broken, becomes title, place and description of an event."""
    lines = hostile()
    assert len(lines) > 1_000
    events = [event(n, title=line, place=line, description=f"{line}\n{line}") for n, line in enumerate(lines)]
    written = feed(*events, name="".join(lines[:50]))
    found = events_of(written)
    assert len(found) == len(lines)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    by_uid = {each.uid.value: each for each in found}
    for each in events:
        shown = by_uid[each.identity]
        assert kept(shown.summary.value) == kept(each.title)
        assert kept(shown.description.value) == kept(each.description)


def kept(text):
    """Return the visible signs of a text: control characters and the kind of blank do not count."""
    return re.sub(r"[\s\x00-\x20\x7f-\x9f\ud800-\udfff\ufeff]+", "", text)


def test_the_lines_of_a_feed_are_its_own():
    written = feed(*[event(n, title=line) for n, line in enumerate(hostile())]).decode()
    names = {re.match(r"[A-Z-]+", line)[0] for line in re.sub(r"\r\n[ \t]", "", written).split("\r\n") if line}
    assert names == {
        "BEGIN", "END", "VERSION", "PRODID", "METHOD", "CALSCALE", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL",
        "X-PUBLISHED-TTL", "UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY",
    }  # fmt: skip


def test_an_address_cannot_bring_a_line_of_its_own():
    (found,) = events_of(feed(event(address="https://contoh.go.id/\r\nATTENDEE:x\u2028y", identity="a\nUID:b")))
    assert found.url.value == "https://contoh.go.id/ATTENDEE:xy"
    assert found.uid.value == "aUID:b"


def test_one_event_alone_reads_the_same():
    told = event(title="Dengar warga", place="Aula")
    (alone,), (among,) = events_of(event_calendar(told)), events_of(feed(told))
    assert alone.contents.keys() == among.contents.keys()
    assert alone.dtstart.value == among.dtstart.value
