"""The units' past, before anybody joins: what the noise of a programme to come will look like."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pembina.core.effect.arrays import FloatArray, IntArray
from pembina.core.effect.notes import Note, RefusedError
from pembina.core.text import Text

FEWEST_UNITS = 4
FEWEST_MONTHS = 3
SETTLED_SHARE = 2 / 3


@dataclass(frozen=True)
class PastSeries:
    """(n, P) outcomes of n units in P consecutive months, complete; ``left_out`` units had missing months.

    What all units share in a month is common to every comparison and is taken off where it would matter.
    """

    outcome: FloatArray
    left_out: int = 0

    @classmethod
    def of(cls, outcome: FloatArray) -> "PastSeries":
        """Return the units observed in every month.

        Raises
        ------
        RefusedError
            Fewer than four such units, fewer than three months, or units that never differ.
        """
        complete = np.isfinite(outcome).all(axis=1)
        kept = outcome[complete]
        if len(kept) < FEWEST_UNITS or outcome.shape[1] < FEWEST_MONTHS:
            raise _too_little()
        if not np.ptp(kept - kept.mean(axis=0)) > 0:
            raise _constant()
        return cls(np.asarray(kept, dtype=np.float64), int((~complete).sum()))

    @property
    def units(self) -> int:
        """n, the number of units."""
        return len(self.outcome)

    @property
    def months(self) -> int:
        """P, the number of months."""
        return int(self.outcome.shape[1])

    def notes(self, units: int, months: int) -> tuple[Note, ...]:
        """Return what to know about a plan of so many units and months on this past."""
        found = [
            _left_out(self.left_out) if self.left_out else None,
            _longer(months, self.months) if months > self.months else None,
            _more_units(units, self.units) if units > self.units else None,
        ]
        return tuple(note for note in found if note is not None)

    @cached_property
    def autocovariance(self) -> FloatArray:
        """(P,) covariance, across units, of two months so far apart, the common movement taken off.

        Where fewer than a third of the months pair up, and beyond, the mean of those lags stands for each.
        """
        deviation = self.outcome - self.outcome.mean(axis=0)
        covariance = deviation.T @ deviation / (self.units - 1)
        lags = np.array([np.diagonal(covariance, lag).mean() for lag in range(self.months)])
        settled = max(1, math.ceil(SETTLED_SHARE * self.months))
        lags[settled:] = lags[settled:].mean() if settled < self.months else lags[-1]
        return lags

    def covariance(self, months: int) -> FloatArray:
        """Return (T, T) the covariance of so many months, as if every month were like any other."""
        apart = np.abs(np.subtract.outer(np.arange(months), np.arange(months)))
        stationary = self.autocovariance[np.minimum(apart, self.months - 1)]
        spread, axes = np.linalg.eigh(stationary)
        covariance: FloatArray = (axes * np.maximum(spread, 0.0)) @ axes.T
        return covariance

    def drawn(self, rng: np.random.Generator, *, units: int, months: int, count: int) -> FloatArray:
        """Draw (count, units, months) pieces of the past, units in random order.

        Units repeat only where more are planned than there are. A plan longer than the past goes on with the past of
        other units about each unit's own level, the same months for all.
        """
        order = self._orders(rng, units, count)
        blocks = math.ceil(months / self.months)
        level = self.outcome.mean(axis=1)
        series = self.outcome[order]
        for _ in range(blocks - 1):
            others = rng.permuted(order, axis=1)
            more = self.outcome[others] + (level[order] - level[others])[:, :, None]
            series = np.concatenate([series, more], axis=2)
        first = rng.integers(series.shape[2] - months + 1, size=count)
        window = first[:, None, None] + np.arange(months)
        return np.take_along_axis(series, np.broadcast_to(window, (count, units, months)), axis=2)

    def _orders(self, rng: np.random.Generator, units: int, count: int) -> IntArray:
        everyone = np.tile(np.arange(self.units), (count, 1))
        order = rng.permuted(everyone, axis=1)[:, :units]
        extra = rng.integers(self.units, size=(count, max(0, units - self.units)))
        return rng.permuted(np.hstack([order, extra]), axis=1).astype(np.int64)


def _left_out(units: int) -> Note:
    message = Text(
        id=f"{units} unit tidak dipakai karena bulannya tidak lengkap.",
        en=f"{units} units are left out because some of their months are missing.",
    )
    return Note("past_left_out", message)


def _longer(months: int, past: int) -> Note:
    message = Text(
        id=f"Rencana {months} bulan lebih panjang dari masa lalu yang tercatat ({past} bulan); kelanjutannya dianggap "
        "serupa.",
        en=f"The plan of {months} months is longer than the recorded past ({past} months); what follows is taken to be "
        "like it.",
    )
    return Note("past_too_short", message)


def _more_units(units: int, past: int) -> Note:
    message = Text(
        id=f"Rencana memuat {units} unit, masa lalu yang lengkap ada untuk {past}; sisanya dianggap serupa.",
        en=f"The plan has {units} units, a complete past is known for {past}; the others are taken to be like them.",
    )
    return Note("past_fewer_units", message)


def _too_little() -> RefusedError:
    return RefusedError(
        "past_too_little",
        Text(
            id="Masa lalu yang lengkap terlalu sedikit untuk merencanakan.",
            en="There is too little of a complete past to plan with.",
        ),
        Text(
            id=f"Sertakan sedikitnya {FEWEST_UNITS} unit dengan {FEWEST_MONTHS} bulan tanpa bolong.",
            en=f"Include at least {FEWEST_UNITS} units with {FEWEST_MONTHS} months without gaps.",
        ),
    )


def _constant() -> RefusedError:
    return RefusedError(
        "past_constant",
        Text(id="Semua unit bergerak sama persis pada masa lalu.", en="All units moved exactly alike in the past."),
        Text(id="Periksa apakah kolom capaian benar.", en="Check that the outcome column is the right one."),
    )
