"""The picture of a plan: who waits and who has started, in months that count whole."""

from datetime import date

import pytest

from pembina.web.components.charts.staircase import Stair, StaircaseChart

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 1)
ROWS = [
    Stair("Gelombang 1", "3 unit", date(2026, 4, 1)),
    Stair("Gelombang 2", "3 unit", date(2026, 7, 1)),
    Stair("Pembanding", "2 unit", None),
]


def drawn(*rows):
    return StaircaseChart("Rencana", rows, FIRST, LAST).figure()


def test_a_bar_runs_from_the_start_to_the_end_of_the_last_month():
    drawing = "".join(drawn(ROWS[0]).drawing)
    share = (date(2026, 4, 1) - FIRST).days / 365
    assert f'x="{100 * share:.2f}%"' in drawing
    assert f'width="{100 * (1 - share):.2f}%"' in drawing


def test_those_that_stay_out_have_no_bar_and_are_told():
    figure = drawn(*ROWS)
    assert "".join(figure.drawing).count("bar s1") == 2
    assert figure.rows[2] == ("Pembanding", "2 unit", "tetap di luar")
    assert figure.description == (
        "2 gelombang, yang pertama 1 April 2026 dan yang terakhir 1 Juli 2026. "
        "Satu kelompok tetap di luar sampai akhir."
    )


@pytest.mark.parametrize(("rows", "words"), [([], "Belum ada gelombang."), (ROWS[:1], "Satu gelombang, mulai 1 April")])
def test_few_waves_are_told_as_they_are(rows, words):
    assert drawn(*rows).description.startswith(words)
