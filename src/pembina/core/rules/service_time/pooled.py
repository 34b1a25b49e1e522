"""The same figures as of one service and one month, for very many groups of requests at once.

A group is a unit in a month, with the requests of all its services. `quantiles` gives for each what `survival_curve`
gives for one, to the last digit: the products are taken in the same order.
"""

from fractions import Fraction

import numpy as np

from pembina.core.rules.service_time.survival import Floats
from pembina.core.rules.service_time.timeline import Integers

# As `survival_curve`: a product of many fractions may miss a share by a few last digits.
_TOLERANCE = 1e-9


def quantiles(
    *, group: Integers, value: Integers, done: Integers, undone: Integers, groups: int, share: Fraction
) -> Floats:
    """Return (G,) by when at least `share` of each group are done; NaN where too many are open to say, or for nothing.

    Parameters
    ----------
    group : (R,) number of the group of each row, below `groups`
    value : (R,) how long requests took or have lasted
    done, undone : (R,) how many requests took just so long, and how many had lasted so long when last seen
    """
    found = np.full(groups, np.nan)
    group, value, done, undone = _gathered(group, value, done, undone)
    left = _still_there(group, done + undone, groups)
    events = done > 0
    group, value, done, left = group[events], value[events], done[events], left[events]
    # A product with a zero in it is exactly zero, as `survival_curve` writes it.
    factor = np.where(left == done, 0.0, 1.0 - done / left)
    sizes = np.bincount(group, minlength=groups)
    starts = np.cumsum(sizes) - sizes
    limit = float(1 - share) + _TOLERANCE
    for chosen, width in _of_like_size(sizes):
        inside = np.arange(width)[None, :] < sizes[chosen][:, None]
        where = np.where(inside, starts[chosen][:, None] + np.arange(width)[None, :], 0)
        reached = (np.cumprod(np.where(inside, factor[where], 1.0), axis=1) <= limit) & inside
        first = np.argmax(reached, axis=1)
        at = where[np.arange(chosen.size), first]
        found[chosen] = np.where(reached.any(axis=1), value[at], np.nan)
    return found


def _gathered(
    group: Integers, value: Integers, done: Integers, undone: Integers
) -> tuple[Integers, Integers, Integers, Integers]:
    """Sort by group and value, and add up the rows of equal ones."""
    if not group.size:
        return group, value, done, undone
    order = np.lexsort((value, group))
    group, value, done, undone = group[order], value[order], done[order], undone[order]
    new = np.concatenate(([True], (group[1:] != group[:-1]) | (value[1:] != value[:-1])))
    starts = np.flatnonzero(new)
    return group[starts], value[starts], np.add.reduceat(done, starts), np.add.reduceat(undone, starts)


def _still_there(group: Integers, weight: Integers, groups: int) -> Integers:
    """(R,) how many of the group had lasted at least as long; rows are sorted by group and value."""
    total = np.zeros(groups, dtype=np.int64)
    np.add.at(total, group, weight)
    before = np.cumsum(weight) - weight
    earlier_groups = np.cumsum(total) - total
    return total[group] - (before - earlier_groups[group])


def _of_like_size(sizes: Integers) -> list[tuple[Integers, int]]:
    """Return the groups that hold something, together with those of about their size, and the largest size."""
    found, upper, largest = [], 1, int(sizes.max(initial=0))
    while upper < 2 * largest:
        chosen = np.flatnonzero((sizes > upper // 2) & (sizes <= upper))
        if chosen.size:
            found.append((chosen, int(sizes[chosen].max())))
        upper *= 2
    return found
