"""A bag of whole-number rows that can be added to and taken from exactly: what a month keeps of its requests."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil

import numpy as np

from pembina.core.rules.service_time.timeline import Integers


@dataclass(frozen=True, eq=False)
class Multiset:
    """K different rows of D whole numbers in ascending order, and how often each occurs.

    Attributes
    ----------
    rows : (K, D)
    counts : (K,) at least 1
    """

    rows: Integers
    counts: Integers

    @classmethod
    def of(cls, rows: Integers) -> "Multiset":
        """Count the rows of an (N, D) array, or the values of an (N,) one."""
        table = rows.reshape(rows.shape[0], -1) if rows.ndim > 1 else rows.reshape(-1, 1)
        return cls._gathered(table, np.ones(table.shape[0], dtype=np.int64))

    @classmethod
    def empty(cls, columns: int = 1) -> "Multiset":
        """Return the bag of nothing."""
        return cls(np.empty((0, columns), dtype=np.int64), np.empty(0, dtype=np.int64))

    @classmethod
    def union(cls, bags: Iterable["Multiset"], *, columns: int = 1) -> "Multiset":
        """Return all bags in one, at the cost of sorting once."""
        parts = [cls.empty(columns), *bags]
        return cls._gathered(np.concatenate([bag.rows for bag in parts]), np.concatenate([b.counts for b in parts]))

    @cached_property
    def size(self) -> int:
        """Return how many rows there are, repeated ones each time."""
        return int(self.counts.sum())

    @property
    def values(self) -> Integers:
        """(K,) the first column."""
        return self.rows[:, 0]

    def plus(self, other: "Multiset") -> "Multiset":
        """Return both bags together."""
        return self._combined(other, other.counts)

    def minus(self, other: "Multiset") -> "Multiset":
        """Return this bag without the rows of another; refuse to take what is not there."""
        return self._combined(other, -other.counts)

    def quantile(self, share: Fraction) -> int:
        """Return the smallest value that at least `share` of the rows do not exceed (Hyndman & Fan 1996, type 1)."""
        if not self.size:
            raise ValueError("nothing has no quantile")
        rank = max(1, ceil(share * self.size))
        return int(self.values[np.searchsorted(np.cumsum(self.counts), rank)])

    def mean(self) -> Fraction:
        """Return the exact mean of the first column."""
        total = sum(int(value) * int(count) for value, count in zip(self.values, self.counts, strict=True))
        return Fraction(total, self.size)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Multiset):
            return NotImplemented
        return np.array_equal(self.rows, other.rows) and np.array_equal(self.counts, other.counts)

    __hash__ = None  # type: ignore[assignment]  # arrays inside

    def _combined(self, other: "Multiset", counts: Integers) -> "Multiset":
        if not other.counts.size:
            return self
        both = self._gathered(np.concatenate((self.rows, other.rows)), np.concatenate((self.counts, counts)))
        if both.counts.size and int(both.counts.min()) < 0:
            raise ValueError("a row that was never added cannot be taken away")
        return both

    @classmethod
    def _gathered(cls, rows: Integers, counts: Integers) -> "Multiset":
        """Sort the rows, add up the counts of equal ones and drop those that cancel out."""
        if not rows.shape[0]:
            return cls(rows, counts)
        order = np.lexsort(rows.T[::-1])
        rows, counts = rows[order], counts[order]
        starts = np.concatenate(([0], 1 + np.flatnonzero((rows[1:] != rows[:-1]).any(axis=1))))
        summed = np.add.reduceat(counts, starts)
        kept = summed != 0
        return cls(rows[starts][kept], summed[kept])
