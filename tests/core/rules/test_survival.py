"""Time with open requests: a published example, exact fractions, agreement without open ones, coverage."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.service_time.multiset import Multiset
from pembina.core.rules.service_time.survival import survival_curve

# Remission in weeks of 21 + 21 patients (Freireich et al. 1963; Gehan 1965): the standard example of textbooks.
TREATED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
TREATED_OPEN = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
UNTREATED = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
LEVEL = Fraction(95, 100)
HALF = Fraction(1, 2)

times = st.lists(st.integers(1, 12), max_size=15)


def curve(done, undone=()):
    return survival_curve(done=bag(done), undone=bag(undone))


def bag(values):
    return Multiset.of(np.array(values, dtype=np.int64))


def test_published_curve_of_the_treated():
    found = curve(TREATED, TREATED_OPEN)
    assert found.times.tolist() == [6, 7, 10, 13, 16, 22, 23]
    assert found.at_risk.tolist() == [21, 17, 15, 12, 11, 7, 6]
    assert found.undone.round(4).tolist() == [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
    errors = np.sqrt(found.variance).round(4).tolist()
    assert errors == [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]


def test_published_medians_with_their_intervals():
    treated, untreated = curve(TREATED, TREATED_OPEN), curve(UNTREATED)
    assert (treated.quantile(HALF), treated.median_interval(level=LEVEL)) == (23, (13, None))
    assert (untreated.quantile(HALF), untreated.median_interval(level=LEVEL)) == (8, (4, 11))


@given(times, times)
def test_the_curve_equals_exact_fractions(done, undone):
    share, expected = Fraction(1), []
    for time in sorted(set(done)):
        at_risk = sum(other >= time for other in [*done, *undone])
        share *= 1 - Fraction(done.count(time), at_risk)
        expected.append((time, share))
    found = curve(done, undone)
    assert found.undone.tolist() == pytest.approx([float(share) for _, share in expected])
    for quantile in (HALF, Fraction(9, 10)):
        first = next((time for time, share in expected if share <= 1 - quantile), None)
        assert found.quantile(quantile) == first


@given(st.lists(st.integers(1, 50), min_size=1, max_size=40), st.fractions(Fraction(1, 100), 1))
def test_without_open_requests_it_is_the_plain_quantile(done, share):
    assert curve(done).quantile(share) == bag(done).quantile(share)
    smallest = min(time for time in done if sum(other <= time for other in done) >= share * len(done))
    assert bag(done).quantile(share) == smallest


@given(times, times, st.integers(1, 5))
def test_an_open_request_never_makes_a_service_look_faster(done, undone, age):
    with_more, before = curve(done, [*undone, 100 + age]).quantile(HALF), curve(done, undone).quantile(HALF)
    assert with_more is None or with_more >= before


def test_all_open_says_nothing():
    found = curve([], [3, 4, 5])
    assert found.quantile(HALF) is None
    assert found.median_interval(level=LEVEL) == (None, None)


def test_the_interval_covers_the_true_median_as_often_as_it_says():
    rng, runs, covered = np.random.default_rng(20260105), 1500, 0
    true = np.log(2) * 10_000
    for _ in range(runs):
        took, age = rng.exponential(10_000, 80), rng.uniform(0, 30_000, 80)
        done = took <= age
        found = survival_curve(done=bag(took[done].astype(np.int64)), undone=bag(age[~done].astype(np.int64)))
        low, high = found.median_interval(level=LEVEL)
        covered += (low is None or low <= true) and (high is None or true < high)
    # Three standard errors of the simulation are 0.017.
    assert covered / runs == pytest.approx(0.95, abs=0.02)
