"""An event as iCalendar, as RFC 5545 asks for it."""

from datetime import UTC, datetime, timedelta, timezone

from pembina.exchange.calendar_files import CalendarEvent, event_calendar

NINE = datetime(2026, 12, 1, 9, 0, tzinfo=timezone(timedelta(hours=8)))
EVENT = {"identity": "forum-1@contoh", "starts_at": NINE, "ends_at": NINE + timedelta(hours=2), "written_at": NINE}


def lines(**more):
    written = event_calendar(CalendarEvent(**{**EVENT, "title": "Dengar warga", **more}))
    return written.replace(b"\r\n ", b"").decode().split("\r\n")


def test_it_is_one_event_in_utc():
    found = lines()
    assert found[0] == "BEGIN:VCALENDAR"
    assert found[-3:] == ["END:VEVENT", "END:VCALENDAR", ""]
    for line in ("VERSION:2.0", "DTSTART:20261201T010000Z", "DTEND:20261201T030000Z", "STATUS:CONFIRMED", "SEQUENCE:0"):
        assert line in found
    assert not any(line.startswith(("LOCATION", "DESCRIPTION", "URL")) for line in found)


def test_signs_with_a_meaning_are_escaped_and_no_line_is_smuggled_in():
    found = lines(title="a;b,c\\d", description="satu\r\ndua\nEND:VEVENT", place="Aula\x00 \x07besar")
    assert "SUMMARY:a\\;b\\,c\\\\d" in found
    assert "DESCRIPTION:satu\\ndua\\nEND:VEVENT" in found
    assert "LOCATION:Aula besar" in found


def test_lines_are_folded_between_characters_at_75_octets():
    title = "Musyawarah \N{FAMILY} warga desa é " * 12
    written = event_calendar(CalendarEvent(**{**EVENT, "title": title}))
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    written.decode()
    assert f"SUMMARY:{title}".encode() in written.replace(b"\r\n ", b"")


def test_a_cancelled_one_says_so_with_a_later_revision():
    assert {"STATUS:CANCELLED", "SEQUENCE:3"} <= set(lines(is_cancelled=True, revision=3))


def test_times_without_an_hour_of_difference_stay():
    assert "DTSTART:20260101T000000Z" in lines(starts_at=datetime(2026, 1, 1, tzinfo=UTC))
