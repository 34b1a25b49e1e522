"""How often the engine says what is true, beside how often the design had promised that it would."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from pembina.core.effect.arrays import IntArray
from pembina.core.effect.demonstration.governments import SimulatedPanel
from pembina.core.effect.demonstration.scenarios import BENEFITS, CLAIMS, Scenario
from pembina.core.effect.evaluation import Evaluation, evaluate
from pembina.core.effect.power import Detectable, detectable_effect
from pembina.core.effect.verdict import Code


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of one programme in one government.

    Attributes
    ----------
    promised : probability of a right verdict, told from the months before the first start
    covered : whether the interval holds the effect that the comparison can show
    praised : whether a before-after comparison alone would have reported an improvement that matters
    """

    code: Code
    estimate: float
    promised: float
    covered: bool
    praised: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Shares over governments, of one programme.

    Attributes
    ----------
    codes : share of each verdict
    right, promised : share of right verdicts, beside the mean of what each design promised
    wrong : share in which something was claimed that is not so, a benefit or a harm
    """

    scenario: Scenario
    governments: int
    codes: dict[Code, float]
    right: float
    promised: float
    wrong: float
    covered: float
    praised: float
    estimate: float


def judge(simulated: SimulatedPanel, *, start: IntArray | None = None, draws: int = 999) -> Judged:
    """Ask the engine about a programme, by the planned start where no other is given."""
    scenario, by = simulated.scenario, simulated.planned if start is None else start
    question = scenario.question(draws=draws)
    found = evaluate(simulated.panel(by), question)
    visible = simulated.visible if start is None else scenario.effect
    plan = detectable_effect(simulated.past, scenario.plan, question)
    return Judged(
        found.verdict.code,
        found.headline.estimate,
        promised_rate(plan, scenario, visible),
        bool(found.headline.ci_low <= visible <= found.headline.ci_high),
        _praised(found, scenario),
    )


def promised_rate(plan: Detectable, scenario: Scenario, visible: float) -> float:
    """Return how probable the design makes a right verdict, before there are any data.

    For a benefit or a harm the power at the effect that can be seen; for an effect of which the whole interval is to
    reach the smallest that matters the power at what it has beyond that; else what is left over by the claims.
    """
    if scenario.right == {Code.EFFECTIVE}:
        return plan.power_at(abs(visible) - scenario.smallest)
    if scenario.right & CLAIMS:
        return plan.power_at(visible)
    return 1 - max(plan.alpha, plan.power_at(visible))


def tally_of(scenario: Scenario, judged: Iterable[Judged]) -> Tally:
    """Count what was said over many governments."""
    every = list(judged)
    counted = Counter(one.code for one in every)
    shares = {code: counted[code] / len(every) for code in Code}
    return Tally(
        scenario,
        len(every),
        shares,
        sum(shares[code] for code in scenario.right),
        float(np.mean([one.promised for one in every])),
        sum(shares[code] for code in wrong_about(scenario)),
        float(np.mean([one.covered for one in every])),
        float(np.mean([one.praised for one in every])),
        float(np.mean([one.estimate for one in every])),
    )


def chance_range(rate: float, governments: int, *, sure: float = 0.99) -> tuple[float, float]:
    """Return between which shares so many governments lie, with this certainty, where each is right at this rate."""
    weights = [
        math.comb(governments, hits) * rate**hits * (1 - rate) ** (governments - hits)
        for hits in range(governments + 1)
    ]
    below = np.cumsum(weights)
    low, high = (int(np.searchsorted(below, tail)) for tail in ((1 - sure) / 2, (1 + sure) / 2))
    return low / governments, min(high, governments) / governments


def wrong_about(scenario: Scenario) -> frozenset[Code]:
    """Return the verdicts that claim what is not so: a benefit or harm of nothing, or one of the other sign."""
    if scenario.benefit > 0:
        return frozenset({Code.HARMFUL})
    return BENEFITS if scenario.benefit < 0 else CLAIMS


def _praised(found: Evaluation, scenario: Scenario) -> bool:
    change = -found.naive.change if scenario.lower_is_better else found.naive.change
    return bool(change >= scenario.smallest)
