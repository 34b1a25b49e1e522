"""One row a request: columns by any usual name, times by any usual spelling."""

from datetime import datetime, timedelta

import pytest

from pembina.core.rules.service_time import MISSING
from pembina.core.rules.service_time.zones import any_microseconds

HEAD = "No Permohonan;Tanggal Masuk;Tanggal Selesai;Status;Kanal"


def instant(text):
    return any_microseconds(datetime.fromisoformat(text))


def codes(found):
    return {(finding.row, finding.code) for finding in found.findings}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-03-31T01:59:59.999+01:00", "2024-03-31T01:59:59.999+01:00"),
        ("2024-03-31T03:00:00.000+02:00", "2024-03-31T03:00:00+02:00"),
        ("2024-03-01 08:30", "2024-03-01T08:30:00+07:00"),
        ("1-3-2024 08.30", "2024-03-01T08:30:00+07:00"),
        ("01/03/2024 08:30:15,250 WITA", "2024-03-01T08:30:15.250+08:00"),
        ("1 Maret 2024, 08.30 WIB", "2024-03-01T08:30:00+07:00"),
        ("5 Agt 2024 09:00 WIT", "2024-08-05T09:00:00+09:00"),
        ("45352.5", "2024-03-01T12:00:00+07:00"),
    ],
)
def test_a_time_is_read_exactly_as_it_was_meant(read, written, meant):
    found = read(HEAD, f'"A";"{written}";;;')
    assert found.rows.received.tolist() == [instant(meant)]


def test_an_hour_that_summer_time_takes_away_is_not_counted(read):
    found = read(HEAD, "A;2024-03-31T01:30:00+01:00;2024-03-31T03:30:00+02:00;;")
    assert found.spans.tolist() == [timedelta(hours=1) // timedelta(microseconds=1)]


def test_the_zone_of_a_service_stands_in_where_none_is_written(read):
    rows = ("A;IZIN-01;2024-03-01 08:00", "B;izin usaha;2024-03-01 08:00")
    found = read("nomor;layanan;diterima", *rows, service="")
    assert found.rows.service.tolist() == [7, 8]
    assert found.rows.received[0] - found.rows.received[1] == timedelta(hours=1) // timedelta(microseconds=1)
    assert set(read("nomor;layanan;diterima", *rows, service="", zone="UTC").rows.received.tolist()) == {
        instant("2024-03-01T08:00:00+00:00")
    }


def test_mere_dates_are_known_as_such(read):
    assert read(HEAD, "A;1-3-2024;4-3-2024;;", "B;2024-03-01 08:00;4-3-2024;;").rows.dates_only.all()
    assert read(HEAD, "A;2024-03-01 00:00:00;2024-03-04 00:00;;").rows.dates_only.all()
    assert not read(HEAD, "A;2024-03-01 08:00;;;").rows.dates_only.any()


def test_what_cannot_be_taken_is_refused_row_by_row_and_the_rest_is_read(read):
    found = read(
        HEAD, "A;2024-03-01;;;", ";2024-03-01;;;", "B;13/31/2024;;;", "A;2024-03-02;;;", "C;2024-03-01;;Selesai;",
        f"{'x' * 65};2024-03-01;;;", "D;2024-03-01;kemarin;;",
    )  # fmt: skip
    assert found.rows.number == ["A"]
    assert codes(found) == {
        (3, "no_number"), (4, "bad_received"), (5, "repeated_number"), (6, "end_without_time"), (7, "long_number"),
        (8, "bad_ended"),
    }  # fmt: skip
    assert next(f for f in found.findings if f.row == 4).column == "Tanggal Masuk"
    assert (found.row_count, found.refused_rows) == (7, 6)
    assert read(HEAD, ";kemarin;;;").refused_rows == 1


def test_rows_without_a_number_are_not_taken_for_one_another(read):
    found = read(HEAD, ";2024-03-01;;;", ";2024-03-01;;;")
    assert codes(found) == {(2, "no_number"), (3, "no_number")}
    assert found.refused == {"no_number": 2}


def test_an_impossible_row_is_kept_for_the_record(read):
    found = read(HEAD, "A;2024-03-02;2024-03-01;;", "B;1900-01-01;2024-03-01;;", "C;0000-00-00;;;", "D;;;;x")
    assert found.rows.number == ["A", "B", "C", "D"]
    assert found.rows.received[3] == MISSING
    assert not found.refused


def test_a_service_that_is_not_known_is_refused_with_what_was_written(read):
    found = read("nomor;layanan;diterima", "A;Izin Terbang;2024-03-01", service="")
    assert [(f.code, f.value, f.column) for f in found.findings] == [("unknown_service", "Izin Terbang", "layanan")]


def test_words_of_channel_and_status(read):
    found = read(
        HEAD, "A;2024-03-01;;Diproses;Loket", "B;2024-03-01;2024-03-02;Dibatalkan;e-mail", "C;2024-03-01;;Draf;x",
        "D;2024-03-01;2024-03-02;Diproses;WhatsApp", "E;2024-03-01;;;dukun",
    )  # fmt: skip
    assert found.rows.number == ["A", "B", "D", "E"]
    assert found.rows.channel == ["counter", "online", "phone", "other"]
    assert found.rows.withdrawn.tolist() == [False, True, False, False]
    assert found.rows.says_open.tolist() == [True, False, False, False]
    assert codes(found) == {(5, "open_with_end")}


def test_a_pause_of_our_template(read):
    head = "Nomor permohonan;Diterima;Selesai;Jeda mulai;Jeda selesai;Alasan jeda"
    found = read(
        head, "A;2024-03-01 08:00;;2024-03-01 09:00;;Menunggu instansi lain", "B;2024-03-01 08:00;;;2024-03-01 09:00;"
    )
    assert found.rows.pause_reason == ["other_office"]
    assert found.rows.pause_ended.tolist() == [MISSING]
    assert found.rows.says_pauses
    assert codes(found) == {(3, "pause_without_beginning")}


def test_emoji_and_marks_of_formulas_stay_what_they_are(read):
    found = read(HEAD, "=1+1;2024-03-01;;;", "😀-1;2024-03-01;;;")
    assert found.rows.number == ["=1+1", "😀-1"]
