"""What a plan of waves would be able to see, told from the units' own past.

The headline is a fixed linear functional of the outcomes (`design`), so that its variance under a plan follows from the
units' autocovariance in the past: ``sum_c w_c' S w_c / n_c``. The minimum detectable effect is the standard error times
the sum of the quantiles of the test's level and of the power asked for (Bloom 1995, Evaluation Review 19); with few
degrees of freedom the test's quantile is that of t, and the other one is stretched as the noncentral t is (Johnson &
Welch 1940, Biometrika 31). Re-assignment knows the spread from all units together. `placebo_power` is the check by
brute force: it lets pretended waves run over the real past and counts.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pembina.core.effect.arrays import FloatArray
from pembina.core.effect.design import FixedDesign
from pembina.core.effect.distributions import normal_quantile, normal_survival, student_t_quantile
from pembina.core.effect.inference import Method
from pembina.core.effect.notes import Note, RefusedError
from pembina.core.effect.past_series import PastSeries
from pembina.core.effect.power_wording import bought_sentence, detectable_sentence
from pembina.core.effect.question import Question
from pembina.core.effect.wave_plan import WavePlan
from pembina.core.text import Text

POWER = 0.8


@dataclass(frozen=True, slots=True)
class Detectable:
    """What one plan can see.

    Attributes
    ----------
    effect : the smallest true effect that is found with probability ``power``, in the outcome's unit; infinity where
        so few units leave nothing to find
    power : the probability asked for
    power_at_smallest : probability to find the question's smallest effect that matters; None where nobody named one
    error : standard error of the headline
    freedom : degrees of freedom of the test, infinity for the normal
    method : how the interval will be made
    because : in a sentence
    """

    plan: WavePlan
    effect: float
    power: float
    error: float
    freedom: float
    alpha: float
    method: Method
    notes: tuple[Note, ...]
    because: Text
    power_at_smallest: float | None = None

    def power_at(self, effect: float) -> float:
        """Return the probability that a true effect of this size is found, on its own side of zero."""
        if math.isinf(self.effect):
            return 0.0
        critical, stretch = _test(self.method, self.freedom, self.alpha)
        return 1 - normal_survival((abs(effect) / self.error - critical) / stretch)


@dataclass(frozen=True, slots=True)
class Bought:
    """What an enlarged plan would see, beside the plan as it is; ``gain`` is by how much smaller the effect may be."""

    more_months: int
    more_units: int
    larger: Detectable
    gain: float
    because: Text


def detectable_effect(past: PastSeries, plan: WavePlan, question: Question, *, power: float = POWER) -> Detectable:
    """Return what the plan can see.

    Raises
    ------
    RefusedError
        A power outside (0.5, 1), one treated unit, or a plan in which nothing can be compared.
    """
    design = _checked(plan, question, power)
    parts = design.variance_parts(past.covariance(plan.months))
    error, freedom = math.sqrt(float(parts.sum())), _freedom(design, parts)
    critical, stretch = _test(design.method, freedom, question.alpha)
    effect = error * (critical + stretch * normal_quantile(power)) if design.can_reject else math.inf
    found = Detectable(
        plan, effect, power, error, freedom, question.alpha, design.method,
        past.notes(plan.units, plan.months), Text(id="", en=""),
    )  # fmt: skip
    smallest = question.smallest_effect
    sure = None if smallest is None else found.power_at(smallest)
    return replace(found, power_at_smallest=sure, because=detectable_sentence(plan, effect, power, sure, question))


def detectable_by_plan(
    past: PastSeries, plans: Sequence[WavePlan], question: Question, *, power: float = POWER
) -> tuple[Detectable, ...]:
    """Return what each plan can see, in the given order."""
    return tuple(detectable_effect(past, plan, question, power=power) for plan in plans)


def what_more_buys(
    past: PastSeries, plan: WavePlan, question: Question, *, months: int = 1, units: int = 5, power: float = POWER
) -> tuple[Bought, Bought]:
    """Return what so many months more, and so many units more, would buy."""
    now = detectable_effect(past, plan, question, power=power)
    longer = detectable_effect(past, plan.with_months(months), question, power=power)
    wider = detectable_effect(past, plan.with_units(units), question, power=power)
    return _bought(now, longer, question, months, 0), _bought(now, wider, question, 0, units)


def _bought(now: Detectable, larger: Detectable, question: Question, months: int, units: int) -> Bought:
    gain = now.effect - larger.effect if math.isfinite(now.effect) else (0.0 if math.isinf(larger.effect) else math.inf)
    return Bought(
        months, units, larger, gain, bought_sentence(now.effect, larger.effect, question, months=months, units=units)
    )


def _checked(plan: WavePlan, question: Question, power: float) -> FixedDesign:
    if not 0.5 < power < 1:
        raise RefusedError(
            "invalid_power",
            Text(id="Peluang yang diminta tidak dapat dipakai.", en="The power asked for cannot be used."),
            Text(id="Isi nilai di atas 0,5 dan di bawah 1.", en="Give a value above 0.5 and below 1."),
        )
    design = FixedDesign(plan.cohort, plan.months, replace(question, strata={}))
    if (question.comparison == "never" and not plan.never) or not (plan.never or len(plan.starts) > 1):
        raise _nothing_to_compare()
    if design.method is Method.NONE:
        raise RefusedError(
            "one_treated_unit",
            Text(id="Hanya satu unit yang ikut dan dapat dibandingkan.", en="Only one unit joins and can be compared."),
            Text(id="Rencanakan sedikitnya dua unit yang ikut.", en="Plan at least two units that join."),
        )
    return design


def _freedom(design: FixedDesign, parts: FloatArray) -> float:
    """Return the degrees of freedom of the design's interval; re-assignment knows the spread from all units."""
    if design.method is Method.ANALYTIC:
        return math.inf
    if design.method is Method.RANDOMISATION:
        return float(design.sizes.sum() - 1)
    return float(parts.sum() ** 2 / (parts**2 / (design.sizes - 1)).sum())


def _test(method: Method, freedom: float, alpha: float) -> tuple[float, float]:
    """Return the critical value of the test in standard errors, and the spread of its statistic beyond the normal."""
    critical = float(student_t_quantile(1 - alpha / 2, freedom))
    return critical, 1.0 if method is Method.RANDOMISATION else math.sqrt(1 + critical**2 / (2 * freedom))


def _nothing_to_compare() -> RefusedError:
    return RefusedError(
        "no_comparison",
        Text(
            id="Dalam rencana ini tidak ada unit yang menunggu sebagai pembanding.",
            en="In this plan no unit waits to be compared with.",
        ),
        Text(
            id="Bagi unit dalam dua gelombang atau lebih, atau sisakan unit yang tidak ikut.",
            en="Divide the units into two waves or more, or leave some out.",
        ),
    )
