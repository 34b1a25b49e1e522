"""The assignments of waves to units that the lot could have made."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from pembina.core.effect.arrays import IntArray, LabelArray


@dataclass(frozen=True, slots=True)
class Assignments:
    """Assignments of cohorts to units.

    Attributes
    ----------
    labels : (R, n) position of each unit's cohort among the cohorts; row 0 is what happened
    exhaustive : whether these are all the distinct assignments there are
    """

    labels: LabelArray
    exhaustive: bool


def possible_assignments(places: IntArray, *, draws: int, seed: int, strata: IntArray | None = None) -> Assignments:
    """Return all distinct assignments if there are at most ``draws + 1``, else what happened and ``draws`` draws.

    Parameters
    ----------
    places : (n,) position of each unit's cohort
    strata : (n,) stratum of each unit; labels move only within a stratum
    """
    stratum = np.zeros_like(places) if strata is None else strata
    groups = [np.flatnonzero(stratum == value) for value in np.unique(stratum)]
    if math.prod(_arrangement_count(places[group]) for group in groups) <= draws + 1:
        return Assignments(_all_assignments(places, groups), exhaustive=True)
    rng = np.random.default_rng(seed)
    labels = np.tile(places.astype(np.int16), (draws + 1, 1))
    for group in groups:
        labels[1:, group] = rng.permuted(labels[1:, group], axis=1)
    return Assignments(labels, exhaustive=False)


def _arrangement_count(places: IntArray) -> int:
    counts = np.unique(places, return_counts=True)[1].tolist()
    return math.factorial(len(places)) // math.prod(math.factorial(count) for count in counts)


def _all_assignments(places: IntArray, groups: list[IntArray]) -> LabelArray:
    rows = [places]
    for choice in product(*(list(_arrangements(places[group])) for group in groups)):
        labels = places.copy()
        for group, arrangement in zip(groups, choice, strict=True):
            labels[group] = arrangement
        if not np.array_equal(labels, places):
            rows.append(labels)
    return np.array(rows, dtype=np.int16)


def _arrangements(places: IntArray) -> Iterator[IntArray]:
    """Yield every distinct order of a multiset of labels."""
    label = places.min()
    count = int((places == label).sum())
    if count == len(places):
        yield places
        return
    for chosen in combinations(range(len(places)), count):
        others = np.setdiff1d(np.arange(len(places)), chosen)
        for rest in _arrangements(places[places != label]):
            order = np.full_like(places, label)
            order[others] = rest
            yield order
