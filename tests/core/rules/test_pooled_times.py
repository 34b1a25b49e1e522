"""Many groups at once give what each gives by itself, to the last digit."""

from fractions import Fraction

import numpy as np
import pytest

from pembina.core.rules.service_time.multiset import Multiset
from pembina.core.rules.service_time.pooled import quantiles
from pembina.core.rules.service_time.survival import survival_curve

GROUPS = 60


def drawn(seed):
    """Return rows of groups from empty to some hundred requests, with ties between the done and the others."""
    random = np.random.default_rng(seed)
    sizes = random.integers(0, 4, GROUPS) ** 5
    group = np.repeat(np.arange(GROUPS), sizes)
    value = random.integers(0, 40, group.size)
    is_done = random.uniform(size=group.size) < random.uniform(size=GROUPS)[group]
    order = random.permutation(group.size)
    group, value, is_done = group[order], value[order], is_done[order]
    return group, value, is_done.astype(np.int64), (~is_done).astype(np.int64)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("share", [Fraction(1, 2), Fraction(9, 10)])
def test_each_group_has_the_quantile_of_its_own_survival_curve(seed, share):
    group, value, done, undone = drawn(seed)
    found = quantiles(group=group, value=value, done=done, undone=undone, groups=GROUPS, share=share)
    for number in range(GROUPS):
        own = group == number
        curve = survival_curve(
            done=Multiset.of(value[own & (done > 0)]), undone=Multiset.of(value[own & (undone > 0)])
        )  # fmt: skip
        expected = curve.quantile(share)
        assert np.isnan(found[number]) if expected is None else found[number] == expected


def test_nothing_at_all_has_no_quantile():
    nothing = np.empty(0, dtype=np.int64)
    found = quantiles(group=nothing, value=nothing, done=nothing, undone=nothing, groups=2, share=Fraction(1, 2))
    assert np.isnan(found).tolist() == [True, True]
