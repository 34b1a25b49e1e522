"""Who starts when, before it is known who: sizes and months of the waves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from pembina.core.effect.arrays import IntArray
from pembina.core.effect.notes import RefusedError
from pembina.core.effect.simulate import wave_starts
from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class WavePlan:
    """Waves of a programme within the months that will be observed.

    Attributes
    ----------
    sizes : units of each wave, the first wave first
    starts : month of each wave's start, counted from 0, strictly ascending; months before the first start count too
    months : T, all months observed
    never : units that stay out until the end

    Raises
    ------
    RefusedError
        Sizes and starts that do not match, an empty wave, a start outside the months, or in the first one.
    """

    sizes: tuple[int, ...]
    starts: tuple[int, ...]
    months: int
    never: int = 0

    def __post_init__(self) -> None:
        ascending = all(first < then for first, then in zip(self.starts, self.starts[1:], strict=False))
        within = all(1 <= start < self.months for start in self.starts)
        matching = len(self.sizes) == len(self.starts) > 0 and min(self.sizes) > 0 and self.never >= 0
        if not (ascending and within and matching):
            raise _no_plan()

    @classmethod
    def evenly(cls, *, units: int, waves: int, months: int, never: int = 0) -> "WavePlan":
        """Return waves of equal size, one unit more or less, evenly from a quarter to three quarters of the months."""
        starts = wave_starts(months, waves).tolist() if waves > 0 and months > 0 else []
        if len(starts) != waves or units - never < waves:
            raise _no_plan()
        return cls(_shared_out(units - never, waves), tuple(starts), months, never)

    @property
    def units(self) -> int:
        """n, all units."""
        return sum(self.sizes) + self.never

    @property
    def cohort(self) -> IntArray:
        """(n,) index of the first treated month; T for never."""
        return np.repeat((*self.starts, self.months), (*self.sizes, self.never)).astype(np.int64)

    def with_units(self, more: int) -> "WavePlan":
        """Return the plan with more units, dealt to the waves in turn and, if some stay out, to those as well."""
        groups = (*self.sizes, self.never) if self.never else self.sizes
        grown = [size + extra for size, extra in zip(groups, _shared_out(more, len(groups)), strict=True)]
        return replace(self, sizes=tuple(grown[: len(self.sizes)]), never=grown[-1] if self.never else 0)

    def with_months(self, more: int) -> "WavePlan":
        """Return the plan with more months at the end.

        Without units that stay out nothing is compared once the last wave has started; it then starts later by as much.
        """
        starts = self.starts if self.never else (*self.starts[:-1], self.starts[-1] + more)
        return replace(self, starts=starts, months=self.months + more)


def plans(*, units: int, waves: Sequence[int], months: Sequence[int], never: int = 0) -> tuple[WavePlan, ...]:
    """Return the even plan of every number of waves with every number of months."""
    return tuple(WavePlan.evenly(units=units, waves=w, months=m, never=never) for w in waves for m in months)


def _shared_out(units: int, groups: int) -> tuple[int, ...]:
    whole, rest = divmod(units, groups)
    return tuple(whole + (place < rest) for place in range(groups))


def _no_plan() -> RefusedError:
    return RefusedError(
        "impossible_plan",
        Text(id="Rencana gelombang ini tidak mungkin.", en="This plan of waves is impossible."),
        Text(
            id="Isi setiap gelombang dengan sedikitnya satu unit, dan mulai berurutan sesudah bulan pertama serta "
            "sebelum bulan terakhir berakhir.",
            en="Give every wave at least one unit, and start them one after another, after the first month and before "
            "the last one is over.",
        ),
    )
