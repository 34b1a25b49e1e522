"""Gains between two tests: published results, an independent package, and what is left out."""

from decimal import Decimal
from math import inf, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from pembina.core.learning import PersonGain, Scores, UnusableScoresError, batch_gain, paired_difference, person_gain

# Additional hours of sleep of ten patients under two drugs (Student 1908, Biometrika 6, 1-25; R's data set `sleep`).
FIRST_DRUG = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND_DRUG = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
# Cross- less self-fertilised maize in eighths of an inch (Darwin's data; Fisher 1935, The Design of Experiments, 17).
DARWIN = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]


def batch(pre, post):
    return {str(number): Scores(*pair) for number, pair in enumerate(zip(pre, post, strict=True))}


def test_students_sleep_data_give_his_t_and_the_interval_that_r_prints():
    found = batch_gain(batch(FIRST_DRUG, SECOND_DRUG), highest=None, lowest=None)
    got = found.difference
    assert (found.paired, got.degrees) == (10, 9)
    assert got.mean == pytest.approx(1.58, abs=1e-12)
    assert got.t == pytest.approx(4.0621, abs=5e-5)
    assert (got.low, got.high) == pytest.approx((0.7001142, 2.4598858), abs=5e-8)
    assert found.class_normalised is found.mean_normalised is None


def test_darwins_maize_gives_fishers_t():
    got = paired_difference(DARWIN)
    assert (got.n, got.degrees) == (15, 14)
    assert got.mean == pytest.approx(314 / 15)
    assert got.t == pytest.approx(2.148, abs=5e-4)
    assert 0 < got.low < 1  # Fisher: just beyond 2.145, the value of 5 %


@pytest.mark.parametrize(("pre", "post", "gain"), [(70, 80, 1 / 3), (90, 95, 0.5)])
def test_hakes_gain_as_explained_for_crouch_and_mazur(pre, post, gain):
    """Hake 1998, Am. J. Phys. 66, 64; the two examples of a published summary of Crouch & Mazur 2001."""
    assert person_gain(Scores(pre, post), highest=100) == PersonGain(post - pre, pytest.approx(gain))
    assert batch_gain({"Sari": Scores(pre, post)}, highest=100).class_normalised == pytest.approx(gain)


def test_the_two_averages_of_the_normalised_gain_differ():
    """(80 - 50) / (100 - 50) of the means; the mean of 1/2 and 1/1 of the persons."""
    found = batch_gain(batch([20, 80], [60, 100]), highest=100)
    assert found.class_normalised == pytest.approx(0.6)
    assert found.mean_normalised == pytest.approx(0.75)


def test_who_was_at_the_top_before_has_no_normalised_gain():
    found = batch_gain(batch([100, 50], [90, 75]), highest=100)
    assert person_gain(Scores(100, 90), highest=100) == PersonGain(-10.0, None)
    assert (found.at_ceiling, found.mean_normalised) == (1, pytest.approx(0.5))
    assert found.class_normalised == pytest.approx(7.5 / 25)
    assert batch_gain(batch([100], [100]), highest=100).class_normalised is None


def test_who_took_one_test_is_left_out_and_told_never_zero():
    scores = {
        "Sari": Scores(40, 70), "Budi": Scores(60, 80), "Rina": Scores(10, None), "Dewi": Scores(None, 90),
        "stranger": Scores(None, None),
    }  # fmt: skip
    found = batch_gain(scores, highest=100)
    assert (found.paired, found.only_pre, found.only_post, found.neither, found.left_out) == (2, 1, 1, 1, 2)
    assert (found.mean_pre, found.mean_post, found.difference.mean) == (50, 75, 25)
    assert "hanya mengikuti salah satu tes: 2 orang" in found.because.id
    assert person_gain(scores["Rina"], highest=100) == PersonGain(None, None)


def test_below_two_pairs_there_is_no_interval():
    nobody, one = batch_gain({}, highest=100), batch_gain(batch([40], [70]), highest=100)
    assert (nobody.difference.mean, nobody.mean_pre, nobody.class_normalised) == (None, None, None)
    assert "Belum ada" in nobody.because.id
    assert (one.difference.mean, one.difference.low, one.difference.deviation) == (30, None, None)
    assert "tidak dapat dihitung selang" in one.because.id


def test_the_same_gain_for_all_gives_no_error_whatever_the_decimals():
    for pre, post in (([10.2, 5.0, 0.1], [10.3, 5.1, 0.2]), ([Decimal("10.2"), Decimal(5)], [Decimal("10.3"), 5.1])):
        found = batch_gain(batch(pre, post), highest=100).difference
        assert (found.mean, found.deviation, found.t, found.low) == (pytest.approx(0.1), 0.0, None, None)


def test_the_sentence_says_whether_chance_alone_would_do():
    more = batch_gain(batch([40, 50, 45, 60], [70, 75, 80, 85]), highest=100).because
    same = batch_gain(batch([40, 50, 45, 60], [45, 40, 50, 58]), highest=100).because
    assert ("bukan sekadar kebetulan" in more.id, "more than chance" in more.en) == (True, True)
    assert "belum dapat dibedakan" in same.id
    assert "selang 95%" in more.id


@pytest.mark.parametrize("scores", [Scores(-1, 5), Scores(5, 101), Scores(nan, 5), Scores(5, inf), Scores(None, 300)])
def test_scores_outside_the_scale_are_refused(scores):
    with pytest.raises(UnusableScoresError) as refusal:
        batch_gain({"Sari": scores}, highest=100)
    assert refusal.value.remedy.en


@pytest.mark.parametrize("arguments", [{"highest": 0}, {"highest": nan}, {"highest": 5, "lowest": 5}])
def test_a_scale_without_room_is_refused(arguments):
    with pytest.raises(UnusableScoresError):
        person_gain(Scores(0, 0), **arguments)


def test_a_confidence_that_is_none_is_refused():
    with pytest.raises(UnusableScoresError):
        batch_gain({}, highest=100, confidence=95)


@given(st.integers(2, 60), st.integers(0, 2**32 - 1), st.sampled_from([0.8, 0.95, 0.99]))
def test_an_independent_package_agrees(n, seed, confidence):
    rng = np.random.default_rng(seed)
    pre, post = rng.uniform(0, 60, n), rng.uniform(20, 100, n)
    found = batch_gain(batch(pre.tolist(), post.tolist()), highest=100, confidence=confidence)
    theirs = stats.ttest_rel(post, pre)
    interval = theirs.confidence_interval(confidence)
    assert found.difference.t == pytest.approx(theirs.statistic, rel=1e-9, abs=1e-9)
    assert (found.difference.low, found.difference.high) == pytest.approx(
        (interval.low, interval.high), rel=1e-8, abs=1e-8
    )
    assert found.mean_normalised == pytest.approx(np.mean((post - pre) / (100 - pre)))
    assert found.class_normalised == pytest.approx((post.mean() - pre.mean()) / (100 - pre.mean()))
    assert found.difference.effect_size == pytest.approx(np.mean(post - pre) / np.std(post - pre, ddof=1))
