"""The before-after change of the treated units: what everybody computes, and why it misleads."""

import math
from dataclasses import dataclass

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.effect.panel import Panel
from pembina.core.effect.wording import signed, with_unit
from pembina.core.text import Text

WORTH_SAYING = 0.1


@dataclass(frozen=True, slots=True)
class Naive:
    """Means over all observed unit-periods of the treated units before and after their start.

    Attributes
    ----------
    before, after, change : in the unit of the outcome
    change_percent : change as a percentage of ``before``; None where ``before`` is 0
    drift : change of the units that had not started, over the same periods; NaN where there is none
    mix : change that comes only from which units are counted: those that start early have more periods after the
        start, those that start late more before it, and their levels differ; NaN where it cannot be told
    """

    before: float
    after: float
    change: float
    change_percent: float | None
    drift: float
    mix: float = math.nan

    def sentence(self, honest: float, *, decimals: int, unit: str = "") -> Text:
        """Say why this differs from the honest estimate, with as many decimals as that is written with."""
        change, effect = (with_unit(signed(value, decimals), unit) for value in (self.change, honest))
        if math.isnan(self.drift):
            return Text(
                id=f"Sebelum-sesudah saja menunjukkan perubahan {change.id}, dengan pembanding {effect.id}: "
                "angka sebelum-sesudah ikut menghitung perubahan yang akan terjadi tanpa program.",
                en=f"Before-after alone shows a change of {change.en}, against a comparison {effect.en}: "
                "before-after also counts what would have changed without the programme.",
            )
        drift = with_unit(signed(self.drift, decimals), unit)
        mix = self._mix_sentence(honest, decimals, unit)
        return Text(
            id=f"Sebelum-sesudah saja menunjukkan perubahan {change.id}. Unit yang belum mulai berubah {drift.id} pada "
            f"periode yang sama; bagian itu bukan hasil program.{mix.id} Dengan pembanding, dampaknya {effect.id}.",
            en=f"Before-after alone shows a change of {change.en}. Units that had not started changed by {drift.en} "
            f"over the same periods; that part is not the programme's.{mix.en} Against a comparison the effect is "
            f"{effect.en}.",
        )

    def _mix_sentence(self, honest: float, decimals: int, unit: str) -> Text:
        """Say what the mix of units adds, where a reader who adds up the other numbers would miss it."""
        if not abs(self.mix) > WORTH_SAYING * max(abs(self.change), abs(honest)):
            return Text(id="", en="")
        mix = with_unit(signed(self.mix, decimals), unit)
        return Text(
            id=f" Unit yang mulai awal dan yang mulai belakangan juga berbeda tingkatnya; itu menyumbang {mix.id}.",
            en=f" Units that start early and late also differ in level; that accounts for {mix.en}.",
        )


def naive_change(panel: Panel) -> Naive:
    """Return the before-after change of the units that start within the panel."""
    started = panel.treated_cells()
    treated = (panel.cohort != panel.never)[:, None]
    earlier, later = (panel.observed & treated & side for side in (~started, started))
    before, after = (float(panel.outcome[cells].mean()) if cells.any() else math.nan for cells in (earlier, later))
    change = after - before
    share = None if before == 0 or math.isnan(change) else 100 * change / abs(before)
    path = untreated_path(panel)
    drift = _average(path, later.sum(axis=0)) - _average(path, earlier.sum(axis=0))
    return Naive(before, after, change, share, drift, _mix(panel, path, earlier, later))


def _mix(panel: Panel, path: FloatArray, earlier: BoolArray, later: BoolArray) -> float:
    """Return how far the units' levels differ between the cells after and before the start.

    A unit's level is its mean before the start once the path of the untreated is taken off.
    """
    known = ~np.isnan(path)
    before, after = (earlier & known).sum(axis=1), (later & known).sum(axis=1)
    usable = before > 0
    if not (after * usable).sum():
        return math.nan
    above = np.where(earlier & known, panel.outcome - np.nan_to_num(path), 0.0).sum(axis=1)
    level = np.divide(above, before, out=np.zeros(before.shape), where=usable)
    return float(level @ (after * usable) / (after * usable).sum() - level @ before / before.sum())


def untreated_path(panel: Panel) -> FloatArray:
    """Return (T,) how the units not yet started moved since the first period: the sum of their mean monthly changes.

    A month's change is the mean over the units observed in it and in the month before; NaN once none is left.
    """
    step = np.diff(panel.outcome, axis=1)
    step = np.where(panel.treated_cells()[:, 1:], np.nan, step)
    count = (~np.isnan(step)).sum(axis=0)
    mean = np.divide(np.nansum(step, axis=0), count, out=np.full(count.shape, np.nan), where=count > 0)
    return np.concatenate([[0.0], np.cumsum(mean)])


def _average(path: FloatArray, cells: IntArray) -> float:
    """Average the path over the periods where it is known, by the number of cells in each."""
    weights = np.where(np.isnan(path), 0, cells)
    return float(np.nan_to_num(path) @ weights / weights.sum()) if weights.sum() else math.nan
