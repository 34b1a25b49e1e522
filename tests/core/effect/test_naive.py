"""The before-after change, and what part of it the untreated units show too."""

import math

import numpy as np
import pytest

from pembina.core.effect.naive import naive_change, untreated_path
from pembina.core.effect.panel import Panel


def panel_of(outcome, cohort) -> Panel:
    values = np.asarray(outcome, dtype=float)
    units, periods = values.shape
    return Panel(values, np.asarray(cohort), tuple(range(units)), tuple(range(periods)), np.empty((units, 0)))


def test_means_are_over_all_observed_months_of_the_treated_units() -> None:
    found = naive_change(panel_of([[10, 10, 4, 6], [20, np.nan, 20, 8], [1, 1, 1, 1]], [2, 3, 4]))
    assert (found.before, found.after, found.change, found.change_percent) == (15.0, 6.0, -9.0, -60.0)


def test_a_trend_shared_by_all_is_found_as_drift() -> None:
    trend = np.arange(8.0)
    levels = np.array([2.0, 2.0, 9.0, -4.0])[:, None]
    found = naive_change(panel_of(levels - trend, [3, 5, 8, 8]))
    assert found.drift == pytest.approx(found.change)


def test_missing_cells_do_not_move_the_path_of_the_untreated() -> None:
    outcome = np.array([[0.0], [100.0], [3.0]]) + np.arange(6.0)
    outcome[1, 2:4] = np.nan
    np.testing.assert_allclose(untreated_path(panel_of(outcome, [4, 6, 6])), np.arange(6.0))


def test_no_untreated_unit_left_means_no_path() -> None:
    path = untreated_path(panel_of(np.ones((2, 4)), [1, 2]))
    assert np.isnan(path).tolist() == [False, False, True, True]


def test_change_percent_is_undefined_from_zero() -> None:
    assert naive_change(panel_of([[0, 0, 3], [1, 2, 1]], [2, 3])).change_percent is None


def test_sentence_names_the_part_that_is_not_the_programmes() -> None:
    found = naive_change(panel_of([[20.0, 10.0], [20.0, 16.0]], [1, 2]))
    assert found.sentence(-6.0, decimals=1, unit="hari").id == (
        "Sebelum-sesudah saja menunjukkan perubahan −10,0 hari. Unit yang belum mulai berubah −4,0 hari pada periode "
        "yang sama; bagian itu bukan hasil program. Dengan pembanding, dampaknya −6,0 hari."
    )


def test_sentence_without_a_known_drift_still_warns() -> None:
    found = naive_change(panel_of([[1.0, np.nan], [np.nan, 4.0]], [1, 1]))
    assert math.isnan(found.drift)
    assert "without the programme" in found.sentence(1.0, decimals=0).en


def test_drift_mix_and_effect_add_up_to_the_change() -> None:
    rng = np.random.default_rng(6)
    cohort = np.array([2, 2, 3, 5, 5, 8, 8])
    level, trend = rng.normal(scale=5, size=(7, 1)), np.cumsum(rng.normal(size=8))
    effect = -3.0 * (np.arange(8) >= cohort[:, None])
    found = naive_change(panel_of(level + trend + effect, cohort))
    assert found.drift + found.mix - 3.0 == pytest.approx(found.change)
    assert abs(found.mix) > 0.1


def test_the_mix_of_units_is_told_where_it_matters() -> None:
    early_is_high = naive_change(panel_of([[9.0, 9, 9, 9], [1, 1, 1, 1], [4, 4, 4, 4]], [1, 3, 4]))
    assert early_is_high.mix == pytest.approx(early_is_high.change)
    assert "itu menyumbang" in early_is_high.sentence(0.0, decimals=1).id
    alike = naive_change(panel_of([[4.0, 3], [4, 4]], [1, 2]))
    assert "menyumbang" not in alike.sentence(-1.0, decimals=1).id
