"""Numbers and dates as people read them."""

import math
from datetime import date

import pytest
from django.utils import translation

from pembina.web.components.formatting import day, month, named_once, number, percent, signed, significant_digits


@pytest.mark.parametrize(("language", "written"), [("id", "1.234,5"), ("en", "1,234.5")])
def test_a_number_follows_the_language(language, written):
    with translation.override(language):
        assert number(1234.5, 1) == written


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_date_is_written_out(language):
    with translation.override(language):
        assert day(date(2026, 11, 21)) == "21 November 2026"


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("id", "2023-10", "Oktober 2023"),
        ("en", "2023-10", "October 2023"),
        ("id", "2024", "2024"),
        ("id", "2023-13", "2023-13"),
    ],
)
def test_only_a_month_is_said_in_words(language, written, said):
    with translation.override(language):
        assert month(written) == said


def test_august_has_its_own_name_in_each_language():
    with translation.override("id"):
        assert day(date(2026, 8, 17)) == "17 Agustus 2026"


@pytest.mark.parametrize("missing", [None, math.nan, math.inf])
def test_a_missing_number_is_a_dash(missing):
    assert number(missing) == signed(missing) == "–"


def test_signs_are_shown_only_where_something_is_left_after_rounding():
    assert signed(0.4) == "0"
    assert signed(2.0) == "+2"
    assert number(-0.2) == "0"
    assert number(-3) == "−3"


def test_a_share_becomes_a_percentage():
    with translation.override("id"):
        assert percent(0.876, 1) == "87,6%"
        assert percent(None) == "–"


@pytest.mark.parametrize(("values", "digits"), [([0.0412], 3), ([2.31], 2), ([45.0], 1), ([1234.0], 0), ([0.0], 0)])
def test_digits_show_three_significant_figures(values, digits):
    assert significant_digits(values) == digits


def test_a_name_that_many_bear_is_said_once_with_their_number():
    assert named_once(["Izin usaha", "KTP", "Izin usaha"]) == "Izin usaha (2), KTP"
    assert named_once([]) == ""
