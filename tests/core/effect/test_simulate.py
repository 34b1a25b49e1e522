"""The simulated programme: reproducible, with a known truth, and misleading to a naive look."""

import csv
import io

import numpy as np
import pytest

from pembina.core.effect.evaluation import evaluate
from pembina.core.effect.question import Question
from pembina.core.effect.simulate import autocorrelated_noise, simulate_programme, wave_starts


def test_the_same_seed_gives_the_same_rows() -> None:
    first, second, other = simulate_programme(seed=1), simulate_programme(seed=1), simulate_programme(seed=2)
    assert first.as_rows() == second.as_rows()
    assert first.as_rows() != other.as_rows()


def test_the_sample_fools_before_after_and_not_the_comparison() -> None:
    sample = simulate_programme()
    found = evaluate(sample.panel, Question(lower_is_better=True, smallest_effect=1.0))
    assert abs(found.naive.change) > 2 * abs(sample.truth)
    assert found.headline.ci_low <= sample.truth <= found.headline.ci_high
    assert found.verdict.code == "effective"


def test_late_reporters_leave_months_out() -> None:
    assert len(simulate_programme(late_reporters=0.0).unit) == 60 * 36
    assert len(simulate_programme(late_reporters=0.5).unit) < 60 * 36


def test_rows_survive_a_csv_file() -> None:
    sample = simulate_programme(units=12, periods=12, waves=2)
    file = io.StringIO()
    writer = csv.DictWriter(file, list(sample.as_rows()[0]))
    writer.writeheader()
    writer.writerows(sample.as_rows())
    file.seek(0)
    read = list(csv.DictReader(file))
    assert read == sample.as_rows()
    assert {row["mulai"] for row in read} == {"", "4", "10"}


@pytest.mark.parametrize(("units", "never_share", "never"), [(60, 0.2, 12), (10, 0.0, 0)])
def test_share_that_never_joins(units: int, never_share: float, never: int) -> None:
    sample = simulate_programme(units=units, never_share=never_share)
    assert int((sample.panel.cohort == sample.panel.never).sum()) == never


def test_waves_start_in_the_middle_of_the_time() -> None:
    assert wave_starts(36, 4).tolist() == [9, 15, 21, 27]


def test_noise_has_unit_variance_and_the_asked_autocorrelation() -> None:
    noise = autocorrelated_noise(np.random.default_rng(1), (4000, 20), 0.5)
    assert noise.var(axis=0) == pytest.approx(np.ones(20), abs=0.1)
    assert np.mean(noise[:, 1:] * noise[:, :-1]) == pytest.approx(0.5, abs=0.02)
