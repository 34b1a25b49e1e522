"""How wrong may the comparison be before the conclusion falls?

Two ways of being wrong, after Rambachan & Roth (2023), Review of Economic Studies 90: the units that joined and their
comparison drift apart so many times as fast as they were ever seen to before the start (`relative_magnitudes`), or
their difference bends by so much from period to period (`smoothness`). Each gives an interval for every size of the
mistake, and the size at which the interval first holds no effect: the breakdown value.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from pembina.core.effect.arrays import FloatArray
from pembina.core.effect.distributions import normal_quantile
from pembina.core.effect.estimation import Evidence
from pembina.core.effect.event_study import MOST_AFTER, MOST_BEFORE, EventStudy, event_study, steps_of
from pembina.core.effect.question import Question
from pembina.core.effect.relative_magnitudes import Interval, RelativeBounds
from pembina.core.effect.robust_wording import bends_sentence, drifts_sentence
from pembina.core.effect.smoothness import SmoothnessBounds
from pembina.core.text import Text

MULTIPLES = (0.0, 0.5, 1.0, 1.5, 2.0)
MOST_DRIFT = 10.0
PRECISION = 1e-3
DOUBLINGS = 60
CUTS = 16


@dataclass(frozen=True, slots=True)
class Bounded:
    """The robust interval if the comparison is off by at most ``bound``; in the unit of the outcome."""

    bound: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The mistake at which the conclusion falls.

    Attributes
    ----------
    value : smallest bound whose interval holds ``against``, to three digits below; 0 if already that of no mistake
        does; infinity if none that was tried does
    against : the effect that the conclusion rules out, in the unit of the outcome
    sentence : in plain words
    """

    value: float
    against: float
    sentence: Text


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Robust intervals of one average effect.

    Attributes
    ----------
    before, after : number of earlier periods used, and of periods from the start on
    estimate : the average effect, in the unit of the outcome
    as_it_stands : its interval if the comparison is right
    drifts : by how many times the largest earlier step the comparison drifts from one period to the next
    drift_breakdown : that of ``drifts``
    bends : by how much the slope of the difference changes from one period to the next, in the outcome's unit
    bend_breakdown : that of ``bends``
    largest_bend : the largest change of slope seen before the start; NaN with fewer than two earlier periods
    """

    before: int
    after: int
    estimate: float
    as_it_stands: Interval
    drifts: tuple[Bounded, ...]
    drift_breakdown: Breakdown
    bends: tuple[Bounded, ...]
    bend_breakdown: Breakdown
    largest_bend: float


def check_sensitivity(
    evidence: Evidence, *, before: int = MOST_BEFORE, after: int = MOST_AFTER, against: float = 0.0
) -> Sensitivity:
    """Return the robust intervals of the average effect over the first ``after`` periods from the start on.

    Estimated by the comparison of the question without covariates, also where the timing was drawn by lot: there the
    drift before the start is chance, and a low breakdown value says that the chance was large.

    Raises
    ------
    RefusedError
        As `event_study`.
    """
    study = event_study(evidence, before=before, after=after)
    return sensitivity_of(study, np.full(study.after, 1 / study.after), evidence.question, against=against)


def sensitivity_of(
    study: EventStudy,
    target: FloatArray,
    question: Question,
    *,
    against: float = 0.0,
    drifts: Sequence[float] = MULTIPLES,
    bends: Sequence[float] | None = None,
) -> Sensitivity:
    """Return the robust intervals of ``target @ effects``.

    Parameters
    ----------
    target : (A,) weights of the periods from the start on
    against : effect that the conclusion rules out
    drifts : sizes of the drift shown, as multiples of the largest earlier step
    bends : sizes of the bend shown, in the outcome's unit; None takes multiples of the largest one seen before
    """
    drifting, smooth = _drifting(study, target, question.alpha), SmoothnessBounds(study, target, question.alpha)
    seen, scale = _bend_seen(study)
    estimate = float(target @ study.values[study.before :])
    drift = _breakdown(drifting, against, most=MOST_DRIFT, first=MOST_DRIFT, cuts=1)
    bend = _breakdown(smooth.interval, against, most=math.inf, first=scale, cuts=CUTS)
    return Sensitivity(
        before=study.before,
        after=study.after,
        estimate=estimate,
        as_it_stands=_as_it_stands(study, target, question.alpha),
        drifts=_shown(drifting, drifts),
        drift_breakdown=Breakdown(drift, against, drifts_sentence(drift, estimate, question, against, most=MOST_DRIFT)),
        bends=_shown(smooth.interval, [scale * multiple for multiple in MULTIPLES] if bends is None else bends),
        bend_breakdown=Breakdown(bend, against, bends_sentence(bend, estimate, question, against, seen=seen)),
        largest_bend=seen,
    )


def _drifting(study: EventStudy, target: FloatArray, alpha: float) -> Callable[[float], Interval]:
    return lambda bound: RelativeBounds(study.before, study.covariance, target, bound, alpha).interval(study.values)


def _shown(interval: Callable[[float], Interval], bounds: Sequence[float]) -> tuple[Bounded, ...]:
    found = [(bound, interval(bound)) for bound in bounds]
    return tuple(Bounded(bound, ends.low, ends.high) for bound, ends in found)


def _as_it_stands(study: EventStudy, target: FloatArray, alpha: float) -> Interval:
    estimate = float(target @ study.values[study.before :])
    variance = float(target @ study.covariance[study.before :, study.before :] @ target)
    margin = normal_quantile(1 - alpha / 2) * math.sqrt(variance)
    return Interval(estimate - margin, estimate + margin)


def _bend_seen(study: EventStudy) -> tuple[float, float]:
    """Return the largest bend before the start, NaN if there is none to see, and a scale for the bends to try."""
    steps = (steps_of(study.before, study.values.size) @ study.values)[: study.before]
    bends = np.abs(np.diff(steps))
    seen = float(bends.max()) if bends.size else math.nan
    error = math.sqrt(float(np.diagonal(study.covariance).min()))
    return seen, seen if seen > 0 else error


def _breakdown(interval: Callable[[float], Interval], against: float, *, most: float, first: float, cuts: int) -> float:
    """Return by bisection where the interval first holds the value: 0 at once, infinity not up to ``most``.

    Intervals whose center moves with the bound need not lie within each other, so that for them the stretch in which
    the value enters is walked through in ``cuts`` before it is bisected.
    """
    if not interval(0.0).leaves_out(against):
        return 0.0
    low, high = 0.0, first
    for _ in range(DOUBLINGS):
        if not interval(high).leaves_out(against):
            break
        if high >= most:
            return math.inf
        low, high = high, 2 * high
    for cut in np.linspace(low, high, cuts + 1)[1:-1].tolist():
        if not interval(cut).leaves_out(against):
            high = cut
            break
        low = cut
    while high - low > PRECISION * high:
        middle = (low + high) / 2
        low, high = (middle, high) if interval(middle).leaves_out(against) else (low, middle)
    return low
