"""The picture of waves: a day stands at its place, plan and fact differ by shape, and the sentence counts them."""

from datetime import date

import pytest

from pembina.web.components.charts.waves import WaveChart, WaveRow, following_month

FIRST, LAST, TODAY = date(2026, 1, 1), date(2026, 12, 31), date(2026, 7, 1)
ON_TIME = WaveRow("A", "gelombang 1", date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1))
MOVED = WaveRow("B", "gelombang 2", date(2026, 4, 1), date(2026, 5, 1))
LEFT = WaveRow(
    "C", "gelombang 2", date(2026, 4, 1), date(2026, 4, 1), date(2026, 4, 1), date(2026, 6, 1), has_left=True
)


def drawn(*rows):
    return WaveChart("Gelombang", rows, FIRST, LAST, TODAY).figure()


def test_a_day_stands_at_its_share_of_the_months():
    chart = WaveChart("Gelombang", [ON_TIME], FIRST, LAST, TODAY)
    assert chart.place(FIRST) == 0
    assert chart.place(date(2026, 7, 2)) == pytest.approx(182 / 365)
    assert chart.place(date(2030, 1, 1)) == 1


@pytest.mark.parametrize(
    ("row", "shapes"),
    [
        (ON_TIME, {"dot hollow": 1, '"dot"': 1, "bar s1": 1, "target": 0, "×": 0}),
        (MOVED, {"dot hollow": 1, '"dot"': 0, "bar s1": 0, "target": 1, "×": 0}),
        (LEFT, {"dot hollow": 1, '"dot"': 1, "bar s1": 1, "target": 0, "×": 1}),
    ],
)
def test_plan_and_fact_differ_by_shape(row, shapes):
    drawing = "".join(drawn(row).drawing)
    assert {shape: drawing.count(shape) for shape in shapes} == shapes


def test_what_is_real_ends_today_or_on_leaving():
    width = f"{100 * 181 / 365:.2f}"
    assert f'width="{width}%"' in "".join(drawn(ON_TIME).drawing)
    assert f'width="{100 * 61 / 365:.2f}%"' in "".join(drawn(LEFT).drawing)


def test_the_sentence_and_the_table_tell_the_same():
    figure = drawn(ON_TIME, MOVED, LEFT)
    assert figure.description.startswith("2 dari 3 sudah mulai; 1 lebih lambat dari rencana semula.")
    assert figure.rows[1] == ("B", "gelombang 2", "1 April 2026", "1 Mei 2026", "–", "–")
    assert figure.rows[2][-1] == "1 Juni 2026"


def test_no_waves_say_so():
    assert drawn().description == "Belum ada gelombang."


def test_december_is_followed_by_january():
    assert following_month(date(2026, 12, 31)) == date(2027, 1, 1)
