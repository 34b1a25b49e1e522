"""Panel files: periods as people write them, starts, guesses, and refusals with the rows of the file."""

import numpy as np
import pytest

from needed import shared
from pembina.core.effect import RefusedError
from pembina.exchange.panel_files import (
    guess_columns,
    panel_from_columns,
    read_panel,
    refusal_with_rows,
)
from pembina.exchange.panel_files.moments import moment_of
from pembina.exchange.tables import UnreadableFileError, read_table

MARCH = 2024 * 12 + 2

MISTYPED = [("Februari 2024", "12,5"), ("Marte 2024", "11,0"), ("April 2024", "9,5")]


def table(rows, head="unit;waktu;y;mulai"):
    return read_table("\n".join([head, *rows]).encode(), name="panel.csv")


def panel(rows, **options):
    return read_panel(table(rows), unit="unit", time="waktu", outcome="y", start="mulai", **options)


def refusal(rows):
    with pytest.raises(UnreadableFileError) as refused:
        panel(rows)
    assert refused.value.remedy.en
    return refused.value


def engine_refusal(rows):
    read = table(rows)
    columns = read_panel(read, unit="unit", time="waktu", outcome="y", start="mulai")
    with pytest.raises(RefusedError) as refused:
        panel_from_columns(columns)
    return refusal_with_rows(refused.value, read, columns, column="mulai")


@pytest.mark.parametrize(
    "text",
    [
        "2024-03",
        "2024/3",
        "03/2024",
        "3-2024",
        "2024-03-15",
        "15-03-2024",
        "1/3/2024",
        "2024-03-01T00:00:00",
        "Mar 2024",
        "Maret 2024",
        "MARET-2024",
        "Mar-24",
        "15 Maret 2024",
        "2024 March",
    ],
)
def test_a_month_is_known_however_it_is_written(text):
    assert moment_of(text).month == MARCH


@pytest.mark.parametrize("text", ["2024Q2", "2024-TW2", "2024-Q2", "TW II 2024", "Triwulan 2 2024", "Q2/2024"])
def test_a_quarter_is_known_however_it_is_written(text):
    moment = moment_of(text)
    assert (moment.month, moment.span) == (2024 * 12 + 3, 3)


@pytest.mark.parametrize(
    "text", ["13/13/2024", "2024-13", "2024Q5", "Semester 3 2024", "besok", "Foo 2024", "0-0-2024"]
)
def test_what_is_no_period_is_none(text):
    assert moment_of(text) is None


@pytest.mark.parametrize(
    ("times", "labels"),
    [
        (["2003", "2004"], ["2003", "2004"]),
        (["1", "2", "4"], ["1", "2", "4"]),
        (["1.0", "2.0"], ["1", "2"]),
        (["2024-11", "2024-12", "2025-01"], ["2024-11", "2024-12", "2025-01"]),
        (["202412", "202501"], ["2024-12", "2025-01"]),
        (["2024-TW4", "2025-TW1"], ["2024-TW4", "2025-TW1"]),
        (["2024-01-01", "2024-04-01", "2024-10-01"], ["2024-TW1", "2024-TW2", "2024-TW4"]),
        (["2023-01-01", "2024-01-01", "2026-01-01"], ["2023", "2024", "2026"]),
        (["Semester 2 2024", "Semester 1 2025"], ["2024-S2", "2025-S1"]),
    ],
)
def test_periods_keep_their_distance_and_their_labels(times, labels):
    columns = panel([f"A;{time};1;" for time in times])
    assert list(columns.period_names.values()) == labels


def test_a_gap_in_the_calendar_stays_a_gap():
    assert np.diff(panel(["A;2024-01;1;", "A;2024-02;1;", "A;2024-06;1;"]).period).tolist() == [1, 4]


@pytest.mark.parametrize("never", ["", "0", "never", "Tidak  pernah", "-", "NaN", "null", "NA"])
def test_never_is_known_however_it_is_written(never):
    assert np.isnan(panel([f"A;2024-01;1;{never}", "B;2024-01;1;2024-01"]).start[0])


def test_a_date_of_start_is_floored_to_its_period():
    assert panel(["A;2024-01;1;17-03-2024", "A;2024-02;1;17-03-2024"]).start.tolist() == [MARCH, MARCH]
    quarters = panel(["A;2024Q1;1;2024-05-02", "A;2024Q2;1;2024-05-02"])
    assert quarters.start[0] == quarters.period[1]
    assert panel(["A;2003;1;2004-05-01", "A;2004;1;2004-05-01"]).start[0] == 2004


def test_a_start_after_the_last_period_is_kept_for_the_engine_to_note():
    rows = [f"{u};{t};{t * k};{s}" for k, (u, s) in enumerate([("A", 2), ("B", 9), ("C", "")], 1) for t in (1, 2, 3)]
    found = panel_from_columns(panel(rows))
    assert found.cohort.tolist() == [1, 3, 3]
    assert "start_after_last_period" in [note.code for note in found.notes]


@pytest.mark.parametrize(
    ("rows", "column", "row"),
    [
        (["A;2024-01;1;", "A;besok;1;"], "waktu", 3),
        (["A;2024-01;1;", "A;2024Q1;1;"], "waktu", 3),
        (["A;2024-01;1;", "A;;1;"], "waktu", 3),
        (["A;1;1;", ";2;1;"], "unit", 3),
        (["A;2024-01;1;", "A;2024-02;1;nanti"], "mulai", 3),
        (["A;2024-01;1;2024", "A;2024-02;1;2024"], "mulai", 2),
        (["A;1;1;2024-01", "A;2;1;2024-01"], "mulai", 2),
        (["A;1;1;", "A;2;x;"], "y", 3),
    ],
)
def test_a_wrong_cell_is_named_by_column_and_row(rows, column, row):
    error = refusal(rows)
    assert (error.column, error.row) == (column, row)


def test_one_column_cannot_play_two_roles():
    with pytest.raises(UnreadableFileError, match="dua peran"):
        read_panel(table(["A;1;1;"]), unit="unit", time="unit", outcome="y", start="mulai")


def test_a_column_of_amounts_is_no_time():
    assert "terlalu banyak" in refusal([f"A;{i};1;" for i in range(2_001)]).message.id


def test_engine_refusals_come_out_with_rows_of_the_file():
    doubled = engine_refusal(["A;1;1;2", "", "A;2;2;2", "A;2;3;2", "B;1;1;", "B;2;2;"])
    assert doubled.row == 5
    changing = engine_refusal(["A;1;1;2", "A;2;2;1", "B;1;1;", "B;2;2;"])
    assert (changing.row, changing.column) == (3, "mulai")
    assert "unit A, periode 2" in changing.message.id


def test_period_zero_beside_start_zero_is_said():
    notes = panel(["A;0;1;0", "A;1;2;0"]).notes
    assert any("0" in note.message.id for note in notes)


def test_covariates_come_along():
    read = table(["A;1;1;;7,5", "B;1;1;;8"], head="unit;waktu;y;mulai;penduduk")
    columns = read_panel(read, unit="unit", time="waktu", outcome="y", start="mulai", covariates=["penduduk"])
    assert columns.covariates.tolist() == [[7.5], [8.0]]


def test_roles_are_guessed_from_names_and_content():
    rows = [
        f"{i};{u};{t};{i * 7 % 5},5;{s}"
        for i, (u, s, t) in enumerate(
            (u, s, t) for u, s in (("Dinas A", "2024-02"), ("Dinas B", "")) for t in ("2024-01", "2024-02", "2024-03")
        )
    ]
    guess = guess_columns(table(rows, head="no;opd;bulan;lama_hari;mulai_program"))
    found = (guess.unit.column, guess.time.column, guess.outcome.column, guess.start.column)
    assert found == ("opd", "bulan", "lama_hari", "mulai_program")
    assert guess.confident


def test_an_unclear_file_is_not_guessed_with_confidence():
    rows = [f"{u};{t};{t + u};{t * u}" for u in (1, 2, 3) for t in (1, 2, 3)]
    assert not guess_columns(table(rows, head="a;b;c;d")).confident


def test_a_month_that_is_mistyped_leaves_the_names_to_go_by():
    rows = [f"{office};{month};{figure};Maret 2024" for office in "AB" for month, figure in MISTYPED]
    guess = guess_columns(table(rows, head="Unit;Bulan;Lama proses;Mulai pelatihan"))
    found = (guess.unit.column, guess.time.column, guess.outcome.column, guess.start.column)
    assert found == ("Unit", "Bulan", "Lama proses", "Mulai pelatihan")


def test_the_reference_panel_is_guessed_and_read():
    read = read_table(shared("mpdta_did_reference/mpdta.csv"), name="mpdta.csv")
    guess = guess_columns(read)
    assert (guess.unit.column, guess.time.column, guess.start.column) == ("countyreal", "year", "first.treat")
    columns = read_panel(read, unit="countyreal", time="year", outcome="lemp", start="first.treat")
    assert panel_from_columns(columns).outcome.shape == (500, 5)


def test_a_long_file_is_read_whole_from_its_path(tmp_path):
    path = tmp_path / "long.csv"
    lines = (f"U{u},{t},{(u * t) % 97}.5,{60 if u % 2 else ''}" for u in range(2_000) for t in range(1, 101))
    path.write_text("unit,waktu,y,mulai\n" + "\n".join(lines) + "\n")
    columns = read_panel(read_table(path, name=path.name), unit="unit", time="waktu", outcome="y", start="mulai")
    assert columns.outcome.size == 200_000
    assert columns.outcome.sum() == sum((u * t) % 97 + 0.5 for u in range(2_000) for t in range(1, 101))
    assert np.isnan(columns.start).sum() == 100_000
