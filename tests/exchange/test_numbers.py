"""Figures are read in the form the column as a whole has, or refused; never guessed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pembina.exchange.tables import UnreadableFileError, number_column, read_table


def column(cells, separator=";", **options):
    lines = "\n".join(f"{i}{separator}{cell}" for i, cell in enumerate(cells))
    return number_column(read_table(f"no{separator}y\n{lines}\n".encode(), name="x.csv"), "y", **options)


def refusal(cells, **options):
    with pytest.raises(UnreadableFileError) as refused:
        column(cells, **options)
    assert refused.value.column == "y"
    assert refused.value.remedy.en
    return refused.value


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1,5", "2"], [1.5, 2]),
        (["1.234,5", "1.234"], [1234.5, 1234]),
        (["1.234.567", "1.234"], [1234567, 1234]),
        (["0,125", "1,250"], [0.125, 1.25]),
        (["1.5", "1.234"], [1.5, 1.234]),
        (["0.094", "0.1257", "-12.5"], [0.094, 0.1257, -12.5]),
        (["1,234.5", "1,234"], [1234.5, 1234]),
        (["1e3", "2.5E-1"], [1000, 0.25]),
        ([" 7 ", "1 000", "-3"], [7, 1000, -3]),
        (["85%", "90,5%"], [85, 90.5]),
    ],
)
def test_the_column_decides_its_decimal_sign(cells, expected):
    assert column(cells).values.tolist() == pytest.approx(expected)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.floats(-9e6, 9e6).map(lambda x: round(x, 2)), min_size=1, max_size=20))
def test_two_decimals_read_back_in_either_form(numbers):
    indonesian = [f"{x:,.2f}".translate(str.maketrans(",.", ".,")) for x in numbers]
    english = [f"{x:,.2f}" for x in numbers]
    assert column(indonesian).values.tolist() == pytest.approx(numbers)
    assert column(english).values.tolist() == pytest.approx(numbers)


def test_an_empty_cell_stays_missing_and_words_for_missing_are_counted():
    read = column(["1", "", "NA"])
    assert np.isnan(read.values).tolist() == [False, True, True]
    assert "1 sel" in read.notes[0].id


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_stands_for_an_empty_cell(dash):
    assert np.isnan(column(["1,5", dash]).values).tolist() == [False, True]


def test_a_cell_is_quoted_as_it_is_written():
    error = refusal(["1,5", "Sangat Baik"])
    assert error.value == "Sangat Baik"
    assert error.message.id == "Kolom “y” baris 3: “Sangat Baik” bukan angka."


def test_text_is_refused_with_rows_and_count():
    error = refusal(["1", "rusak", "2", "rusak", "hilang"])
    assert (error.row, error.value) == (3, "rusak")
    assert "3 sel" in error.message.id
    assert "“hilang” (6)" in error.message.id


@pytest.mark.parametrize("cell", ["inf", "-Infinity", "1e999", "∞"])
def test_infinite_values_are_refused_by_row(cell):
    error = refusal(["1.5", cell])
    assert error.row == 3
    assert "tak hingga" in error.message.id


def test_mixed_decimals_are_refused_with_both_cells():
    error = refusal(["1,5", "2.5"])
    assert "“1,5”, baris 2" in error.message.id
    assert "“2.5”, baris 3" in error.message.id


@pytest.mark.parametrize("cells", [["1.234", "2.345"], ["1.234", "850"], ["1,234", "9"]])
def test_what_may_be_thousands_or_decimals_is_refused(cells):
    assert "ribuan atau desimal" in refusal(cells).message.id


def test_a_stated_decimal_sign_decides_and_contradiction_is_refused():
    assert column(["1.234"], decimals="comma").values.tolist() == [1234]
    assert column(["1.234"], decimals="point").values.tolist() == [1.234]
    assert refusal(["1.234", "1.5"], decimals="comma").value == "1.5"


def test_three_decimals_throughout_in_a_comma_file_are_decimals_and_said():
    read = column(["1.234", "12.500"], separator=",")
    assert read.values.tolist() == [1.234, 12.5]
    assert "1,234" in read.notes[0].id


def test_percent_signs_must_be_on_all_cells():
    assert refusal(["85%", "90"]).row == 3
