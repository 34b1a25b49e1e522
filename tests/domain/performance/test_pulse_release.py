"""What may be published of a pulse: a thousand attacks by everything one can see learn nothing about one rater."""

from random import Random

import numpy as np
import pytest

from pembina.domain.performance.pulse_release import FEWEST, Group, published_cuts

SEEDS = range(40)
ATTACKS = 1_000


def parts(counts, *, leader="l", office="o"):
    """Return the groups of one leader with so many answers in each part."""
    inner = [Group((leader, place), count, leader, together=True) for place, count in enumerate(counts)]
    return [*inner, Group(leader, sum(counts), office)]


@pytest.mark.parametrize(
    ("counts", "published"),
    [((4, 4), {"l", ("l", 0), ("l", 1)}), ((5, 3), {"l"}), ((2, 2), {"l"}), ((3, 0), set()), ((4, 0), {"l"})],
)
def test_parts_are_told_only_where_both_are_large_enough(counts, published):
    assert published_cuts(parts(counts, office=None)) == published


def test_what_remains_of_an_office_is_nobody_or_large_enough():
    small = [*parts((4, 0), leader="a"), *parts((3, 0), leader="b"), Group("o", 7)]
    assert published_cuts(small) == {"a"}
    enough = [*parts((4, 0), leader="a"), *parts((3, 0), leader="b"), *parts((1, 0), leader="c"), Group("o", 8)]
    assert published_cuts(enough) == {"a", "o"}


def test_what_an_office_hides_is_hidden_from_the_whole_too():
    tree = [Group("all", 15), Group("o", 7, "all"), Group("p", 8, "all")]
    tree += [*parts((4, 0), leader="a", office="o"), *parts((3, 0), leader="b", office="o")]
    tree += parts((8, 0), leader="c", office="p")
    assert published_cuts(tree) == {"a", "c", "p"}


def world(chance):
    """Return the groups of a random government and, by their keys, which raters each is about."""
    raters, about, within = 0, {("all",): set()}, {("all",): None}
    for office in range(chance.randint(1, 5)):
        within["office", office] = ("all",)
        for leader in range(chance.randint(1, 5)):
            within["leader", office, leader] = ("office", office)
            for part in range(2):
                key = ("part", office, leader, part)
                within[key] = ("leader", office, leader)
                said = set(range(raters, raters := raters + chance.randint(0, 7)))
                for each in (key, within[key], ("office", office), ("all",)):
                    about.setdefault(each, set()).update(said)
    groups = [Group(key, len(about[key]), above, key[0] == "part") for key, above in within.items()]
    return groups, about, raters


def rows(published, about, raters):
    """Return what is published as rows over the raters: a mean of known size is a sum of answers."""
    seen = np.zeros((len(published), max(raters, 1)))
    for row, key in enumerate(sorted(published, key=str)):
        seen[row, list(about[key])] = 1
    return seen


@pytest.mark.parametrize("seed", SEEDS)
def test_no_rater_can_be_reckoned_from_everything_published(seed):
    groups, about, raters = world(Random(seed))
    seen = rows(published_cuts(groups), about, raters)
    known = np.linalg.matrix_rank(seen) if len(seen) else 0
    for rater in range(raters):
        wanted = np.zeros((1, seen.shape[1]))
        wanted[0, rater] = 1
        assert np.linalg.matrix_rank(np.vstack([seen, wanted])) == known + 1


@pytest.mark.parametrize("seed", SEEDS)
def test_a_thousand_random_filters_never_leave_fewer_than_four(seed):
    groups, about, raters = world(Random(seed))
    seen = rows(published_cuts(groups), about, raters)
    chance = np.random.default_rng(seed)
    weights = chance.integers(-2, 3, size=(ATTACKS, len(seen)))
    left = (weights @ seen) if len(seen) else np.zeros((ATTACKS, 1))
    for row in left[np.any(left != 0, axis=1)]:
        _values, sizes = np.unique(row[row != 0], return_counts=True)
        assert sizes.min() >= FEWEST


def test_the_attack_finds_what_a_naive_release_gives_away():
    """Without the rule for what remains, the attacks above succeed: they can fail."""
    groups, about, raters = world(Random(1))
    naive = [group.key for group in groups if group.count >= FEWEST]
    seen = rows(naive, about, raters)
    left = np.random.default_rng(1).integers(-2, 3, size=(ATTACKS, len(seen))) @ seen
    sizes = [np.unique(row[row != 0], return_counts=True)[1].min() for row in left if row.any()]
    assert min(sizes) < FEWEST
