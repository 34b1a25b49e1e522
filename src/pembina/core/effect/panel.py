"""A panel: units in rows, periods in columns, and the period in which each unit started."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pembina.core.effect import panel_checks as checks
from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.effect.notes import Note


@dataclass(frozen=True)
class Panel:
    """What was observed, in the shape the engine works on.

    Attributes
    ----------
    outcome : (n, T) outcome of each unit in each period, in the unit of the figure; NaN where nothing was observed
    cohort : (n,) index into ``periods`` of the first treated period; T means never (or after the last period)
    units, periods : the n labels and the T period numbers, ascending
    covariates : (n, P) values that do not change over time, or (n, 0)
    period_names : the T periods as people write them
    notes : what a reader must know about the input
    """

    outcome: FloatArray
    cohort: IntArray
    units: tuple[Hashable, ...]
    periods: tuple[int, ...]
    covariates: FloatArray = field(default_factory=lambda: np.empty((0, 0)))
    period_names: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        """Write periods as their numbers where nobody named them."""
        if not self.period_names:
            object.__setattr__(self, "period_names", tuple(str(period) for period in self.periods))

    @property
    def never(self) -> int:
        """The cohort number that means never treated: T."""
        return len(self.periods)

    @cached_property
    def observed(self) -> BoolArray:
        """(n, T) whether the outcome is there."""
        return ~np.isnan(self.outcome)

    @cached_property
    def is_balanced(self) -> bool:
        """Whether every unit is observed in every period."""
        return bool(self.observed.all())

    @cached_property
    def cohorts(self) -> tuple[int, ...]:
        """The cohorts present, ascending; the never-treated last."""
        return tuple(np.unique(self.cohort).tolist())

    @property
    def treated_cohorts(self) -> tuple[int, ...]:
        """The cohorts that start within the panel."""
        return tuple(cohort for cohort in self.cohorts if cohort != self.never)

    @cached_property
    def sizes(self) -> IntArray:
        """(C,) number of units of each cohort, in the order of ``cohorts``."""
        return np.unique(self.cohort, return_counts=True)[1].astype(np.int64)

    def of_units(self, keep: BoolArray) -> "Panel":
        """Return the panel of the kept units; ``keep`` is (n,)."""
        units = tuple(label for label, kept in zip(self.units, keep.tolist(), strict=True) if kept)
        return replace(
            self, outcome=self.outcome[keep], cohort=self.cohort[keep], units=units, covariates=self.covariates[keep]
        )

    def treated_cells(self) -> BoolArray:
        """(n, T) whether the unit had started in the period."""
        return np.arange(len(self.periods))[None, :] >= self.cohort[:, None]


def panel_from_long(
    unit: ArrayLike,
    period: ArrayLike,
    outcome: ArrayLike,
    start: ArrayLike,
    *,
    covariates: ArrayLike | None = None,
    period_names: Mapping[int, str] | None = None,
) -> Panel:
    """Lay long rows out as a panel, saying what was left out and refusing what has no answer.

    Parameters
    ----------
    unit : (R,) label of the unit of each row
    period : (R,) whole numbers
    outcome : (R,) figure of the unit in the period; NaN where missing
    start : (R,) first treated period of the unit; NaN, 0, infinity or a period after the last one mean never
    covariates : (R, P) values that do not change within a unit
    period_names : how people write each period, where its number is not that

    Raises
    ------
    RefusedError
        Infinite or absurdly large outcomes, duplicate unit-periods, a start or covariate that changes within a unit,
        fewer than two units or periods, a constant outcome, nobody treated, or nothing to compare with.
    """
    rows = _Rows.coded(unit, period, outcome, start)
    checks.refuse_infinite(rows.outcome)
    checks.refuse_out_of_range(rows.outcome, "outcome")
    checks.refuse_small(len(rows.units), len(rows.periods))
    checks.refuse_duplicates(rows.unit * len(rows.periods) + rows.period, len(rows.units) * len(rows.periods))
    starts = checks.constant_within_unit(rows.unit, rows.start, len(rows.units), "start")
    values = checks.constant_columns(rows.unit, covariates, len(rows.units))
    wide = np.full((len(rows.units), len(rows.periods)), np.nan)
    wide[rows.unit, rows.period] = rows.outcome
    names = tuple((period_names or {}).get(number, str(number)) for number in rows.periods)
    return _without_unusable(
        Panel(wide, _cohorts(starts, rows.periods), rows.units, rows.periods, values, names), starts
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """Long rows with unit and period coded as positions."""

    unit: IntArray
    period: IntArray
    outcome: FloatArray
    start: FloatArray
    units: tuple[Hashable, ...]
    periods: tuple[int, ...]

    @classmethod
    def coded(cls, unit: ArrayLike, period: ArrayLike, outcome: ArrayLike, start: ArrayLike) -> "_Rows":
        unit_labels, unit_codes = _codes(np.asarray(unit))
        period_labels, period_codes = _codes(np.asarray(period, dtype=np.int64))
        return cls(
            unit_codes,
            period_codes,
            np.asarray(outcome, dtype=np.float64),
            np.asarray(start, dtype=np.float64),
            tuple(unit_labels.tolist()),
            tuple(period_labels.tolist()),
        )


def _codes(labels: NDArray[np.generic]) -> tuple[NDArray[np.generic], IntArray]:
    """Sorted distinct labels and the position of each; small integers by counting instead of sorting."""
    if labels.size and np.issubdtype(labels.dtype, np.integer):
        low, high = int(labels.min()), int(labels.max())
        if high - low < 4 * labels.size + 1024:
            shifted = labels.astype(np.int64) - low
            present = np.zeros(high - low + 1, dtype=bool)
            present[shifted] = True
            return np.flatnonzero(present).astype(labels.dtype) + labels.dtype.type(low), (np.cumsum(present) - 1)[
                shifted
            ]
    found, codes = np.unique(labels, return_inverse=True)
    return found, codes.astype(np.int64)


def _without_unusable(panel: Panel, start: FloatArray) -> Panel:
    """Leave out units already treated at the first period, never observed, or without a covariate; say so."""
    keep, notes = checks.usable_units(panel.outcome, panel.cohort, panel.covariates, panel.units)
    notes += checks.start_notes(start, panel.periods, panel.units)
    if not keep.all():
        panel = panel.of_units(keep)
    checks.refuse_unanswerable(panel.outcome, panel.cohort, panel.never)
    notes += checks.describe(panel.outcome, panel.cohort, panel.period_names, panel.units)
    notes += checks.gap_note(panel.periods)
    return replace(panel, notes=tuple(notes))


def _cohorts(start: FloatArray, periods: tuple[int, ...]) -> IntArray:
    """(n,) index of the first period at or after the start; T for never, 0 for treated from the beginning on."""
    never = np.isnan(start) | (start == 0) | np.isinf(start)
    index = np.searchsorted(np.asarray(periods, dtype=np.float64), np.where(never, np.inf, start), side="left")
    return index.astype(np.int64)
