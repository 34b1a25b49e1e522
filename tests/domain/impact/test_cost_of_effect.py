"""What a unit of improvement cost, and when there is no such figure."""

from decimal import Decimal

import pytest

from pembina.core.effect.verdict import Code
from pembina.core.rules.programme_decision import Finding
from pembina.domain.impact.cost import cost_of_effect

MONEY = Decimal(1_200_000)


def found(verdict, estimate, low, high, *, lower=True):
    return Finding(verdict, estimate, low, high, 1.0, lower_is_better=lower, unit="hari")


def test_a_known_effect_has_a_cost_between_two_bounds():
    cost = cost_of_effect(spent=MONEY, finding=found(Code.EFFECTIVE, -2.0, -3.0, -1.0), unit_months=100)
    assert (cost.point, cost.low, cost.high) == (6_000.0, 4_000.0, 12_000.0)
    assert "Rp6.000 (antara Rp4.000 dan Rp12.000), dari dampak 2,00 hari sebulan" in cost.because.id


def test_it_is_the_same_where_a_rise_is_better():
    cost = cost_of_effect(spent=MONEY, finding=found(Code.EFFECTIVE, 2.0, 1.0, 3.0, lower=False), unit_months=100)
    assert (cost.point, cost.low, cost.high) == (6_000.0, 4_000.0, 12_000.0)


def test_an_interval_with_zero_has_no_upper_bound():
    cost = cost_of_effect(spent=MONEY, finding=found(Code.INCONCLUSIVE, -1.0, -3.0, 1.5), unit_months=100)
    assert (cost.low, cost.high) == (4_000.0, None)
    assert cost.point == 12_000.0
    assert "batas atasnya tidak ada" in cost.because.id


def test_where_the_estimate_itself_is_worse_only_the_least_is_told():
    cost = cost_of_effect(spent=MONEY, finding=found(Code.INCONCLUSIVE, 0.5, -1.2, 2.2), unit_months=100)
    assert (cost.point, cost.high) == (None, None)
    assert cost.low == pytest.approx(10_000.0)


def test_harm_costs_nothing_per_improvement():
    cost = cost_of_effect(spent=MONEY, finding=found(Code.HARMFUL, 2.0, 1.0, 3.0), unit_months=100)
    assert (cost.point, cost.low, cost.high) == (None, None, None)
    assert "tidak di sisi yang membaik" in cost.because.id


def test_without_an_effect_nothing_is_known():
    finding = Finding(Code.NOT_CREDIBLE, None, None, None, None)
    assert "tidak dapat dihitung" in cost_of_effect(spent=MONEY, finding=finding, unit_months=0).because.id
    known = found(Code.EFFECTIVE, -2.0, -3.0, -1.0)
    assert cost_of_effect(spent=MONEY, finding=known, unit_months=0).point is None


def test_nothing_spent_costs_nothing():
    cost = cost_of_effect(spent=Decimal(0), finding=found(Code.EFFECTIVE, -2.0, -3.0, -1.0), unit_months=100)
    assert (cost.point, cost.low, cost.high) == (0.0, 0.0, 0.0)
