"""From values to places."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembina.web.components.charts.scale import every, present, round_step, runs, scale_over

VALUES = st.lists(st.floats(-1e9, 1e9).filter(lambda v: v == 0 or abs(v) > 1e-6), min_size=1, max_size=30)


@given(VALUES)
def test_every_value_has_a_place_between_the_ends(values):
    scale = scale_over(values)
    assert all(-1e-6 <= scale.place(value) <= 1 + 1e-6 for value in values)


@given(VALUES)
def test_there_are_two_to_eight_ticks_in_ascending_order(values):
    ticks = scale_over(values).ticks
    assert 2 <= len(ticks) <= 8
    assert list(ticks) == sorted(set(ticks))


def test_ticks_are_round_numbers():
    assert scale_over([82, 94]).ticks == (80, 85, 90, 95)
    assert scale_over([-2.9, 0.4]).ticks == (-3, -2, -1, 0, 1)


def test_one_value_or_equal_values_stand_inside_the_scale():
    assert 0 < scale_over([5]).place(5) < 1
    assert 0 < scale_over([-3, -3, -3]).place(-3) < 1
    assert 0 < scale_over([0, 0]).place(0) < 1


def test_nothing_at_all_still_has_a_scale():
    assert scale_over([None, math.nan]).ticks == (0, 0.25, 0.5, 0.75, 1)


def test_zero_is_included_when_asked():
    assert scale_over([82, 94], include=(0.0,)).low == 0


@pytest.mark.parametrize(("values", "digits"), [([0, 100], 0), ([0, 1], 2), ([0, 0.02], 3), ([0, 8], 0)])
def test_digits_tell_neighbouring_ticks_apart(values, digits):
    assert scale_over(values).digits == digits


@pytest.mark.parametrize(("raw", "step"), [(3, 5), (1, 1), (0.21, 0.25), (7e-5, 1e-4), (2.4e6, 2.5e6)])
def test_a_step_is_rounded_up_to_a_plain_number(raw, step):
    assert round_step(raw) == pytest.approx(step)


def test_a_missing_value_parts_the_line():
    assert runs([1, None, 3, 4, math.nan]) == [[(0, 1.0)], [(2, 3.0), (3, 4.0)]]
    assert runs([None, None]) == []


def test_what_is_not_a_number_is_not_present():
    assert present([1, None, math.inf, math.nan, -2]) == [1, -2]


def test_labels_are_thinned_around_the_anchor():
    assert every(11, 7, anchor=5) == [1, 3, 5, 7, 9]
    assert every(3, 7) == [0, 1, 2]
    assert every(0, 7) == []
