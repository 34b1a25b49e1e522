"""The minimum group: named cases, and a thousand attacks by everything published that learn nothing about one rater."""

from datetime import date
from importlib.resources import files
from random import Random

import numpy as np
import pytest
import yaml

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.group_privacy import Group, NotInForceError, published_cuts, smallest_group

CASES = yaml.safe_load((files("pembina.core.rules.group_privacy") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
FEWEST = smallest_group(on=TODAY)
SEEDS = range(40)
ATTACKS = 1_000


def published(groups):
    return published_cuts(groups=groups, on=TODAY).keys


def grouped(offices):
    """Return the groups of a named case: parts within leaders within offices within everything."""
    total = 0
    groups = []
    for office, leaders in offices.items():
        told = {leader: sum(counts) for leader, counts in leaders.items()}
        for leader, counts in leaders.items():
            groups += [Group(f"{leader}/{place}", n, leader, together=True) for place, n in enumerate(counts)]
            groups.append(Group(leader, told[leader], office))
        groups.append(Group(office, sum(told.values()), "all"))
        total += sum(told.values())
    return [*groups, Group("all", total)]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_named_cases(case):
    assert published(grouped(case["offices"])) == frozenset(case["published"])


def test_the_smallest_group_has_its_article_and_is_not_in_force_before_its_day():
    found = published_cuts(groups=[], on=TODAY)
    assert (found.smallest, found.keys) == (FEWEST, frozenset())
    assert "Pasal 18" in found.article
    assert found.certainty is Certainty.CONVENTION
    with pytest.raises(NotInForceError):
        published_cuts(groups=[], on=date(2022, 2, 6))


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


def rows(told, about, raters):
    """Return what is told as rows over the raters: a mean of known size is a sum of answers."""
    seen = np.zeros((len(told), max(raters, 1)))
    for row, key in enumerate(sorted(told, key=str)):
        seen[row, list(about[key])] = 1
    return seen


@pytest.mark.parametrize("seed", SEEDS)
def test_no_rater_can_be_reckoned_from_everything_published(seed):
    groups, about, raters = world(Random(seed))
    seen = rows(published(groups), about, raters)
    known = np.linalg.matrix_rank(seen) if len(seen) else 0
    for rater in range(raters):
        wanted = np.zeros((1, seen.shape[1]))
        wanted[0, rater] = 1
        assert np.linalg.matrix_rank(np.vstack([seen, wanted])) == known + 1


@pytest.mark.parametrize("seed", SEEDS)
def test_a_thousand_random_filters_never_leave_fewer_than_four(seed):
    groups, about, raters = world(Random(seed))
    seen = rows(published(groups), about, raters)
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
