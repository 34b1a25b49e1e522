"""Distribution functions against published tables, an independent library and their own laws."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from pembina.core.effect.distributions import (
    chi_square_survival,
    f_survival,
    normal_quantile,
    normal_survival,
    student_t_quantile,
    student_t_survival,
)


@pytest.mark.parametrize(
    ("df", "printed"), [(1, 12.706), (2, 4.303), (5, 2.571), (9, 2.262), (30, 2.042), (120, 1.980)]
)
def test_student_t_quantiles_of_the_printed_table(df: int, printed: float) -> None:
    assert round(float(student_t_quantile(0.975, df)), 3) == printed


@pytest.mark.parametrize(("df", "printed"), [(1, 3.841), (5, 11.070), (10, 18.307), (30, 43.773), (100, 124.342)])
def test_chi_square_points_of_the_printed_table(df: int, printed: float) -> None:
    assert chi_square_survival(printed, df) == pytest.approx(0.05, abs=5e-6 * 10)


def test_student_1908_sleep_data_p_value() -> None:
    assert round(2 * float(student_t_survival(4.0621, 9)), 6) == 0.002833


def test_infinite_degrees_of_freedom_are_the_normal() -> None:
    assert float(student_t_quantile(0.975, math.inf)) == normal_quantile(0.975)
    assert float(student_t_survival(1.3, math.inf)) == normal_survival(1.3)


@given(st.floats(0.3, 5000), st.floats(-40, 40))
def test_student_t_survival_agrees_with_an_independent_library(df: float, t: float) -> None:
    assert float(student_t_survival(t, df)) == pytest.approx(stats.t.sf(t, df), rel=1e-9, abs=1e-13)


@given(st.floats(0.5, 5000), st.floats(0.001, 0.999))
def test_student_t_quantile_inverts_the_survival(df: float, probability: float) -> None:
    quantile = float(student_t_quantile(probability, df))
    assert float(student_t_survival(quantile, df)) == pytest.approx(1 - probability, rel=1e-9)


@given(st.floats(0.3, 2000), st.floats(0, 3000))
def test_chi_square_survival_agrees_with_an_independent_library(df: float, x: float) -> None:
    assert chi_square_survival(x, df) == pytest.approx(stats.chi2.sf(x, df), rel=1e-9, abs=1e-13)


def test_unknown_degrees_of_freedom_stay_unknown() -> None:
    assert math.isnan(float(student_t_quantile(0.975, math.nan)))
    assert math.isnan(float(student_t_survival(1.0, math.nan)))


@given(st.floats(1e-6, 50), st.floats(0.5, 60), st.floats(0.5, 500))
def test_f_survival_agrees_with_an_independent_library(value: float, above: float, below: float) -> None:
    assert f_survival(value, above, below) == pytest.approx(stats.f.sf(value, above, below), rel=1e-9, abs=1e-12)


def test_f_point_of_the_printed_table() -> None:
    assert f_survival(3.3258, 5, 10) == pytest.approx(0.05, abs=1e-5)


def test_f_close_to_zero_is_the_arc_tangent() -> None:
    assert 1 - f_survival(1e-12, 1, 1) == pytest.approx(2 / math.pi * math.atan(1e-6), rel=1e-9)
