"""Service requests become one figure a unit and month; nothing is dropped in silence."""

import numpy as np
import pytest

from needed import shared
from pembina.exchange.panel_files import panel_from_columns
from pembina.exchange.service_requests import (
    read_requests,
    starts_from_options,
    starts_from_table,
    zone_minutes,
)
from pembina.exchange.tables import UnreadableFileError, read_table


def requests(rows, figure="median-days", starts=(), **options):
    data = "\n".join(["u;masuk;selesai", *rows]).encode()
    return read_requests(
        read_table(data, name="izin.csv"),
        unit="u",
        received="masuk",
        completed="selesai",
        figure=figure,
        starts=starts_from_options(starts),
        **options,
    )


def codes(columns):
    return [note.code for note in columns.notes]


def test_median_and_percentile_by_month_of_receipt():
    rows = [f"A;2024-01-{d:02d};2024-02-{d:02d}" for d in (1, 2)] + ["A;2024-02-01;2024-02-11"]
    found = requests(rows)
    assert found.outcome.tolist() == [31, 10]
    assert list(found.period_names.values()) == ["2024-01", "2024-02"]
    days = [f"A;2024-01-01;2024-01-{d:02d}" for d in range(1, 12)]
    assert requests(days, "p90-days").outcome.tolist() == [9]


def test_an_open_request_counts_as_the_longest():
    rows = ["A;2024-01-01;2024-01-03", "A;2024-01-01;2024-01-05", "A;2024-01-01;"]
    found = requests(rows)
    assert found.outcome.tolist() == [4]
    note = next(note for note in found.notes if note.code == "requests_open")
    assert "1 dari 3" in note.message.id
    assert "baris 4" in note.message.id


def test_a_month_with_more_than_half_of_it_open_is_missing_and_said():
    found = requests(["A;2024-01-01;2024-01-03", "A;2024-01-01;", "A;2024-01-02;", "B;2024-01-01;2024-01-03"])
    assert np.isnan(found.outcome).tolist() == [True, False]
    assert "month_not_known" in codes(found)


def test_share_on_time_counts_an_open_request_as_late_once_it_is():
    rows = ["A;2024-01-01;2024-01-03", "A;2024-01-01;2024-02-20", "A;2024-01-01;", "A;2024-02-19;"]
    found = requests(rows, "share-on-time", standard_days=14)
    assert found.outcome.tolist()[0] == pytest.approx(100 / 3)
    assert np.isnan(found.outcome[1])


def test_share_on_time_needs_its_standard():
    with pytest.raises(UnreadableFileError, match="14 hari") as refused:
        requests(["A;2024-01-01;2024-01-03"], "share-on-time")
    assert refused.value.option == "--standard-days"


def test_impossible_and_incomplete_rows_are_counted_listed_and_left_out():
    rows = [
        "A;2024-01-01;2024-01-03",
        "A;2024-01-05;2024-01-04",
        "A;1900-01-01;2024-01-04",
        "A;0000-00-00 00:00:00;2024-01-04",
        ";2024-01-05;2024-01-06",
        "A;;2024-01-06",
    ]
    found = requests(rows)
    assert found.outcome.tolist() == [2]
    assert set(codes(found)) == {"requests_impossible", "requests_without_unit", "requests_without_receipt"}
    assert "baris 3, 4, 5" in found.notes[0].message.id


def test_a_zero_duration_is_listed_and_left_out_unless_only_dates_are_known():
    found = requests(["A;2024-01-01 08:00;2024-01-01 08:00", "A;2024-01-01 08:00;2024-01-02 08:00"])
    assert found.outcome.tolist() == [1]
    assert codes(found) == ["requests_zero_duration"]
    assert requests(["A;2024-01-01;2024-01-01"]).outcome.tolist() == [0]


def test_dates_before_1990_stand_for_none():
    found = requests(["A;1989-12-31;2024-01-04", "A;2024-01-01;2024-01-03"])
    assert found.outcome.tolist() == [2]
    assert codes(found) == ["requests_impossible"]


def test_a_quantile_is_a_value_that_occurred():
    rows = ["A;2024-01-01;2024-01-03", "A;2024-01-01;2024-01-07"]
    assert requests(rows).outcome.tolist() == [2]


@pytest.mark.parametrize(
    ("received", "completed"),
    [
        ("2024-03-01T08:00:00+07:00", "2024-03-02T21:00:00+08:00"),
        ("2024-03-01T01:00:00Z", "2024-03-02T13:00:00.000Z"),
        ("2024-03-01T08:00:00+0700", "2024-03-02T20:00:00+07"),
        ("01-03-2024 08:00", "2/3/2024 20.00"),
        ("45352.3333333333", "45353,8333333333"),
        ("2024-03-01 08:00:00", "2024-03-02 20:00:00"),
    ],
)
def test_times_are_understood_however_they_are_written(received, completed):
    assert requests([f"A;{received};{completed}"]).outcome.tolist() == pytest.approx([1.5], abs=1e-4)


def test_offsets_across_summer_time_are_honoured():
    found = requests(["A;2011-10-29T12:00:00+02:00;2011-10-31T12:00:00+01:00"])
    assert found.outcome.tolist() == pytest.approx([2 + 1 / 24])


def test_the_month_is_that_of_the_place():
    row = "A;2024-01-31T23:30:00Z;2024-02-02T00:00:00Z"
    assert list(requests([row]).period_names.values()) == ["2024-01"]
    assert list(requests([row], zone=zone_minutes("WIB")).period_names.values()) == ["2024-02"]


def test_times_with_and_without_offset_need_a_zone():
    rows = ["A;2024-03-01T08:00:00+07:00;2024-03-02 08:00:00"]
    with pytest.raises(UnreadableFileError, match="WIB, WITA") as refused:
        requests(rows)
    assert refused.value.option == "--zone"
    assert requests(rows, zone=420).outcome.tolist() == [1]


def test_a_date_without_a_clock_counts_whole_days():
    assert requests(["A;2024-03-01 16:00;2024-03-01"]).outcome.tolist() == [0]


def test_a_cell_that_is_no_date_is_named():
    with pytest.raises(UnreadableFileError) as refused:
        requests(["A;2024-03-01;", "A;kemarin;"])
    assert (refused.value.column, refused.value.row, refused.value.value) == ("masuk", 3, "kemarin")


@pytest.mark.parametrize(
    ("zone", "minutes"), [("WIB", 420), ("wita", 480), ("Asia/Jayapura", 540), ("+05:30", 330), ("-03", -180)]
)
def test_zones_by_name_and_offset(zone, minutes):
    assert zone_minutes(zone) == minutes


def test_starts_from_options_and_from_a_file_agree():
    table = read_table(b"mulai,opd\n2024-03,Dinas = A\n,B\n", name="mulai.csv")
    options = starts_from_options(["Dinas = A=2024-03"])
    by_file = {unit: start for unit, (start, _) in starts_from_table(table).written.items()}
    assert by_file == {unit: start for unit, (start, _) in options.written.items()} == {"Dinas = A": "2024-03"}


def test_two_starts_for_a_unit_and_malformed_options_are_refused():
    with pytest.raises(UnreadableFileError, match="dua kali"):
        starts_from_options(["A=2024-03", "A=2024-04"])
    with pytest.raises(UnreadableFileError, match="UNIT=BULAN"):
        starts_from_options(["A 2024-03"])


def test_a_start_for_an_unknown_unit_is_said():
    assert "start_of_unknown_unit" in codes(requests(["A;2024-01-01;2024-01-02"], starts=["Z=2024-03"]))


def test_a_real_permit_log_becomes_a_panel():
    columns = read_requests(
        read_table(shared("permit_receipt_wabo/cases.csv"), name="cases.csv"),
        unit="group",
        received="startdate",
        completed="enddate",
        figure="median-days",
        starts=starts_from_options(["Group 2=2011-03", "Group 8=2011-06"]),
    )
    messages = {note.code: note.message.id for note in columns.notes}
    assert "825" in messages["requests_without_unit"]
    assert messages["requests_impossible"].startswith("2 ")
    assert len(columns.unit_names) == 7
    assert len(panel_from_columns(columns).periods) == 14
