"""Which columns the cohort means are taken of: levels, and differences where cells are missing.

With a balanced panel every parameter is linear in the T mean levels. With missing cells the rule is that a comparison
of two periods uses the units observed in both, so that each pair of periods in use is a column of its own.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pembina.core.effect.arrays import FloatArray, IntArray
from pembina.core.effect.panel import Panel

Pair = tuple[int, int]


@dataclass(frozen=True)
class Features:
    """Columns 0..T-1 are levels; the rest are ``outcome[later] - outcome[base]`` for each pair (base, later)."""

    periods: int
    pairs: tuple[Pair, ...] = ()

    @classmethod
    def of(cls, panel: Panel) -> "Features":
        """Return the columns the panel needs: levels if balanced, else also all pairs with a base in use."""
        periods = len(panel.periods)
        if panel.is_balanced:
            return cls(periods)
        bases = {cohort - 1 for cohort in panel.treated_cohorts}
        long = {(base, later) for base in bases for later in range(periods) if later != base}
        short = {(later - 1, later) for later in range(1, periods)}
        return cls(periods, tuple(sorted(long | short)))

    @property
    def count(self) -> int:
        """F, the number of columns."""
        return self.periods + len(self.pairs)

    @cached_property
    def _position(self) -> dict[Pair, int]:
        return {pair: self.periods + place for place, pair in enumerate(self.pairs)}

    def differences(self, base: IntArray, later: IntArray) -> tuple[IntArray, FloatArray]:
        """Return (K, J) columns and (J,) coefficients of the changes from ``base`` (K,) to ``later`` (K,)."""
        if self.pairs:
            columns = [[self._position[pair]] for pair in zip(base.tolist(), later.tolist(), strict=True)]
            return np.array(columns, dtype=np.int64).reshape(-1, 1), np.ones(1)
        return np.stack([later, base], axis=1), np.array([1.0, -1.0])

    def matrix(self, outcome: FloatArray) -> FloatArray:
        """Return (n, F) columns of (n, T) outcomes; NaN where a cell it needs is missing."""
        if not self.pairs:
            return outcome
        base, later = np.asarray(self.pairs).T
        return np.hstack([outcome, outcome[:, later] - outcome[:, base]])
