import numpy as np
import pytest

from pembina.core.effect.features import Features
from pembina.core.effect.moments import merge_moments, panel_moments

from .panels import random_panel


def assert_same(left, right, level):
    for one, other in zip(left.cohorts, right.cohorts, strict=True):
        assert (one.cohort, one.n) == (other.cohort, other.n)
        for name in ("mean", "common", "skew", "scatter"):
            expected = getattr(other, name)
            scale = max(1.0, level, float(np.abs(other.scatter).max()))
            np.testing.assert_allclose(getattr(one, name), expected, rtol=1e-12, atol=1e-12 * scale * one.n)


@pytest.mark.parametrize("missing", [0.0, 0.2])
@pytest.mark.parametrize("level", [0.0, 1e6])
def test_merged_partitions_equal_one_pass(missing, level):
    rng = np.random.default_rng(7)
    panel = random_panel(rng, units=90, missing=missing)
    panel.outcome[:] += level
    columns = Features.of(panel)
    parts = np.array_split(rng.permutation(90), 4)
    masks = [np.isin(np.arange(90), part) for part in parts]
    merged = merge_moments(panel_moments(panel.of_units(mask), columns) for mask in masks)
    assert_same(merged, panel_moments(panel, columns), level)


def test_covariance_of_the_mean_is_the_sample_covariance_over_n():
    panel = random_panel(np.random.default_rng(3))
    described = panel_moments(panel).cohorts[0]
    rows = panel.outcome[panel.cohort == described.cohort]
    expected = np.cov(rows, rowvar=False) / len(rows)
    np.testing.assert_allclose(described.covariance_of_mean(corrected=True), expected, rtol=1e-12)
    np.testing.assert_allclose(described.mean, rows.mean(axis=0), rtol=1e-12)


def test_missing_cells_are_counted_pair_by_pair():
    panel = random_panel(np.random.default_rng(4), missing=0.3)
    moments = panel_moments(panel)
    described = moments.cohorts[0]
    rows = moments.features.matrix(panel.outcome[panel.cohort == described.cohort])
    np.testing.assert_allclose(described.mean, np.nanmean(rows, axis=0), rtol=1e-12)
    np.testing.assert_array_equal(described.count, (~np.isnan(rows)).sum(axis=0))


def test_partitions_of_different_columns_do_not_merge():
    panel = random_panel(np.random.default_rng(5))
    other = random_panel(np.random.default_rng(5), missing=0.2)
    with pytest.raises(ValueError, match="different columns"):
        merge_moments([panel_moments(panel), panel_moments(other)])
    with pytest.raises(ValueError, match="no partition"):
        merge_moments([])
