import pytest

from pembina.core.effect.wording import decimals_for, figure, percent, signed, with_unit


@pytest.mark.parametrize(
    ("value", "decimals", "indonesian", "english"),
    [(1234.5, 1, "1.234,5", "1,234.5"), (-0.04, 2, "−0,04", "−0.04"), (-0.001, 1, "0,0", "0.0"), (7, 0, "7", "7")],
)
def test_figures_in_both_languages(value: float, decimals: int, indonesian: str, english: str) -> None:
    assert (figure(value, decimals).id, figure(value, decimals).en) == (indonesian, english)


def test_a_change_says_its_direction_unless_it_is_written_as_zero() -> None:
    assert [signed(value, 1).id for value in (2, -2, 0.04, -0.04)] == ["+2,0", "−2,0", "0,0", "0,0"]


def test_a_unit_follows_its_figure_where_there_is_one() -> None:
    assert with_unit(figure(2, 0), "hari").id == "2 hari"
    assert with_unit(figure(2, 0), "").id == "2"


@pytest.mark.parametrize(("spread", "decimals"), [(0.047, 3), (0.85, 2), (1.9, 1), (25, 0), (1e9, 0), (0, 2)])
def test_decimals_keep_two_digits_of_what_is_known(spread: float, decimals: int) -> None:
    assert decimals_for(spread) == decimals


def test_percentages_are_whole() -> None:
    assert percent(0.95).id == "95%"
