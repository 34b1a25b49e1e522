"""Estimates by time since the start, all against the last period before it, with their covariance.

Bounds on what may have differed between the units that joined and their comparison ask for one base period, unlike the
published event tables, which compare each earlier period with the one before it.
"""

import math
from dataclasses import dataclass

import numpy as np

from pembina.core.effect import aggregation
from pembina.core.effect.aggregation import CellEffects
from pembina.core.effect.arrays import FloatArray
from pembina.core.effect.contrasts import Contrasts
from pembina.core.effect.distributions import normal_quantile, student_t_quantile
from pembina.core.effect.estimation import Evidence
from pembina.core.effect.group_time import Cell, group_time_effects
from pembina.core.effect.inference import ANALYTIC_FROM
from pembina.core.effect.moments import Moments
from pembina.core.effect.notes import RefusedError
from pembina.core.effect.parameters import Parameters, averaged, parameters_of
from pembina.core.text import Text

MOST_BEFORE = 6
MOST_AFTER = 6
FREEDOM_PER_LEAD = 4


@dataclass(frozen=True)
class EventStudy:
    """B estimates before the reference period and A from the start on, without a gap between them.

    Attributes
    ----------
    before : B, the number of earlier periods; the reference period itself, whose estimate is 0, is left out
    values : (B + A,) in time order, in the unit of the outcome
    covariance : (B + A, B + A) of the values
    freedom : degrees of freedom behind the covariance; infinity where it is known

    Raises
    ------
    RefusedError
        No period before the reference or none after the start, a covariance of another shape, one with a missing or
        zero variance, or one with too few degrees of freedom for so many earlier periods.
    """

    before: int
    values: FloatArray
    covariance: FloatArray
    freedom: float = math.inf

    def __post_init__(self) -> None:
        size = self.values.size
        if not 1 <= self.before < size:
            raise _too_short()
        fits = self.covariance.shape == (size, size) and bool(np.isfinite(self.values).all())
        few = self.before > 1 and self.freedom <= self.before
        if few or not (fits and np.isfinite(self.covariance).all() and (np.diagonal(self.covariance) > 0).all()):
            raise _no_covariance()

    @property
    def after(self) -> int:
        """A, the number of periods from the start on."""
        return self.values.size - self.before


def steps_of(before: int, size: int) -> FloatArray:
    """Return the (size, size) matrix that takes the values to the changes from each period to the next, in time order.

    The reference period, whose value is 0, stands after the first ``before`` values.
    """
    with_reference = np.insert(np.eye(size), before, 0.0, axis=0)
    steps: FloatArray = np.diff(with_reference, axis=0)
    return steps


def event_study(evidence: Evidence, *, before: int = MOST_BEFORE, after: int = MOST_AFTER) -> EventStudy:
    """Return the last periods before the start and the first from it on, without covariates, averaged over the waves.

    At most ``before`` and ``after`` periods, and no more earlier ones than the units bear: four degrees of freedom
    (Satterthwaite, of the least certain later estimate) for each. The covariance, with fewer than 20 units in a wave
    that of the design (n - 1), is widened by the square of the ratio of the t quantile to the normal one. The window
    ends where a period rests on a single unit of a wave.

    Raises
    ------
    RefusedError
        Fewer than two periods before the start, nothing after it, or no variance in the first of them.
    """
    moments = evidence.moments
    events = _events(moments, evidence)
    parts = _parts(events.contrasts, moments)
    sure = np.isfinite(parts).all(axis=0) & (parts.sum(axis=0) > 0)
    times = [
        label if isinstance(label, int) and known else None for label, known in zip(events.labels, sure, strict=True)
    ]
    if 0 not in times and 0 in events.labels:
        raise _no_covariance()
    earlier, later = _unbroken(times, range(-2, -2 - before, -1))[::-1], _unbroken(times, range(after))
    if not (earlier and later):
        raise _too_short()
    freedom = _freedom(parts[:, [times.index(time) for time in later]], moments)
    earlier = earlier[-max(1, int(freedom // FREEDOM_PER_LEAD)) :]
    chosen = events.contrasts.select([times.index(time) for time in (*earlier, *later)])
    covariance = _covariance(chosen, moments, freedom, evidence.question.alpha)
    return EventStudy(len(earlier), chosen.estimates(moments), covariance, freedom)


def _events(moments: Moments, evidence: Evidence) -> Parameters:
    att = group_time_effects(moments, comparison=evidence.question.comparison, base="universal")
    base = parameters_of(att, moments)
    cells = tuple(label for label in att.labels if isinstance(label, Cell))
    if not any(cell.event_time >= 0 for cell in cells):
        raise _too_short()
    effects = CellEffects(cells, att.estimates(moments), moments.starts, moments.sizes)
    return averaged(base, aggregation.by_event_time(effects))


def _unbroken(times: list[int | None], wanted: range) -> list[int]:
    """Return the wanted times up to the first that is not there."""
    there = []
    for time in wanted:
        if time not in times:
            break
        there.append(time)
    return there


def _parts(events: Contrasts, moments: Moments) -> FloatArray:
    """Return (C, K) what each cohort adds to the variance; NaN where one observed unit leaves none."""
    parts: FloatArray = np.diagonal(events.cohort_covariances(moments), axis1=1, axis2=2)
    return np.where(np.isnan(parts), np.nan, np.maximum(parts, 0.0))


def _freedom(parts: FloatArray, moments: Moments) -> float:
    """Return the fewest degrees of freedom of the later estimates, whose (C, A) parts of the variance are known."""
    freedom = np.maximum(moments.sizes - 1, 1)[:, None]
    return float((parts.sum(axis=0) ** 2 / (parts**2 / freedom).sum(axis=0)).min())


def _covariance(chosen: Contrasts, moments: Moments, freedom: float, alpha: float) -> FloatArray:
    level = 1 - alpha / 2
    widened = float(student_t_quantile(level, freedom)) / normal_quantile(level)
    if int(moments.sizes.min()) >= ANALYTIC_FROM:
        return widened**2 * chosen.analytic_covariance(moments)
    by_design: FloatArray = widened**2 * chosen.cohort_covariances(moments).sum(axis=0)
    return by_design


def _too_short() -> RefusedError:
    return RefusedError(
        "sensitivity_too_short",
        Text(
            id="Periode sebelum mulai terlalu sedikit untuk menilai seberapa jauh pembandingnya boleh menyimpang.",
            en="There are too few periods before the start to judge how far the comparison may be off.",
        ),
        Text(
            id="Sertakan sedikitnya dua periode sebelum mulai dan satu periode sesudahnya.",
            en="Include at least two periods before the start and one after it.",
        ),
    )


def _no_covariance() -> RefusedError:
    return RefusedError(
        "sensitivity_no_covariance",
        Text(
            id="Ketidakpastian tiap periode tidak dapat dihitung dari unit sebanyak ini.",
            en="The uncertainty of each period cannot be computed from so few units.",
        ),
        Text(
            id="Gabungkan gelombang yang hanya berisi satu unit dengan gelombang lain.",
            en="Join a wave of one unit with another wave.",
        ),
    )
