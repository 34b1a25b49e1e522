"""How often a design's headline is wrong: size, coverage and power by simulation.

The proof in docs/effect.md comes from here (benchmarks/size_and_coverage.py and the tests). Planning the waves of a
programme asks the same of its units' own past: `power` and `placebo_power`.
"""

from dataclasses import dataclass

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray
from pembina.core.effect.design import FixedDesign, Headlines
from pembina.core.effect.inference import Method
from pembina.core.effect.simulate import autocorrelated_noise

BATCH = 500


@dataclass(frozen=True, slots=True)
class Noise:
    """What the simulated outcomes consist of besides the effect, in standard deviations.

    ``level`` between units, ``common`` monthly steps of the walk all units share, ``own`` monthly noise of each unit
    with first-order autocorrelation ``ar``.
    """

    level: float = 2.0
    common: float = 1.0
    own: float = 1.0
    ar: float = 0.5


@dataclass(frozen=True, slots=True)
class Operating:
    """Shares over the simulations.

    Attributes
    ----------
    method : how the design's headline interval is made; NONE means that the design is refused
    false_positives : with no effect, p at or below 1 - confidence
    coverage : with no effect, and with ``effect``, the interval holds the truth
    power : with ``effect``, p at or below 1 - confidence
    spread : standard deviation of the estimate
    """

    method: Method
    false_positives: float
    coverage: tuple[float, float]
    power: float
    spread: float


def operating_characteristics(
    design: FixedDesign, *, effect: float, simulations: int, seed: int, noise: Noise | None = None
) -> Operating | None:
    """Simulate a design; None where it is refused, because no interval exists.

    Parameters
    ----------
    effect : true effect, in standard deviations of the monthly noise if that is one
    simulations : outcomes drawn, the same noise without and with the effect
    """
    if design.method is Method.NONE:
        return None
    rng = np.random.default_rng(seed)
    treated = np.arange(design.periods)[None, :] >= design.cohort[:, None]
    without, with_effect = [], []
    for first in range(0, simulations, BATCH):
        outcomes = _outcomes(rng, design, min(BATCH, simulations - first), noise or Noise())
        without.append(_judged(design.headlines(outcomes), 0.0, design.question.alpha))
        with_effect.append(_judged(design.headlines(outcomes + effect * treated), effect, design.question.alpha))
    null, real = np.hstack(without), np.hstack(with_effect)
    return Operating(
        design.method,
        float(null[0].mean()),
        (float(null[1].mean()), float(real[1].mean())),
        float(real[0].mean()),
        float(null[2].std()),
    )


def _outcomes(rng: np.random.Generator, design: FixedDesign, count: int, noise: Noise) -> FloatArray:
    """Draw (count, n, T) outcomes without an effect."""
    units, periods = len(design.cohort), design.periods
    level = noise.level * rng.standard_normal((count, units, 1))
    common = noise.common * rng.standard_normal((count, 1, periods)).cumsum(axis=2)
    return level + common + noise.own * autocorrelated_noise(rng, (count, units, periods), noise.ar)


def _judged(headlines: Headlines, truth: float, alpha: float) -> FloatArray:
    """Return (3, S): found, covered, estimate."""
    found: BoolArray = headlines.uncertainty.p <= alpha
    covered = (headlines.uncertainty.low <= truth) & (truth <= headlines.uncertainty.high)
    return np.array([found, covered, headlines.estimate], dtype=np.float64)
