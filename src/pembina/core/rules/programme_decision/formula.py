"""What the locked rule says about a programme; the human decision stands beside it and may depart with a reason."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pembina.core.effect.verdict import LABELS, Code, code_for
from pembina.core.effect.wording import decimals_for, figure, signed, with_unit
from pembina.core.rules.programme_decision.guards import Guard, GuardState, together
from pembina.core.rules.programme_decision.refusals import Refusal, refused
from pembina.core.rules.programme_decision.rule import Action, Certainty, DecisionRule, Line, Situation, rule_in_force
from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """What an evaluation found.

    Attributes
    ----------
    verdict : of the effect engine
    estimate, low, high : the headline and its interval, in the outcome's unit; None where the evidence is not credible
    smallest_effect : smallest change that matters, positive; None if nobody said
    lower_is_better : whether a fall of the outcome is the benefit

    Raises
    ------
    UnusableDecisionError : no interval with a verdict that needs one, or a verdict that does not follow from it
    """

    verdict: Code
    estimate: float | None
    low: float | None
    high: float | None
    smallest_effect: float | None
    lower_is_better: bool = False
    unit: str = ""

    def __post_init__(self) -> None:
        if self.verdict is Code.NOT_CREDIBLE:
            return
        if self.estimate is None or self.low is None or self.high is None:
            raise refused(Refusal.NO_INTERVAL)
        if not all(math.isfinite(value) for value in (self.estimate, self.low, self.high)):
            raise refused(Refusal.NO_INTERVAL)
        if self.low > self.high:
            raise refused(Refusal.BACKWARDS, self.verdict.value)
        worst, best = (-self.high, -self.low) if self.lower_is_better else (self.low, self.high)
        if code_for(worst, best, self.smallest_effect) is not self.verdict:
            raise refused(Refusal.CONTRADICTION, self.verdict.value)

    @property
    def because(self) -> Text:
        """Return it in a sentence."""
        label = LABELS[self.verdict]
        if self.verdict is Code.NOT_CREDIBLE or self.estimate is None or self.low is None or self.high is None:
            return Text(id=f"Putusan evaluasi: {label.id}.", en=f"Verdict of the evaluation: {label.en}.")
        decimals = decimals_for((self.high - self.low) or abs(self.estimate))
        effect = with_unit(signed(self.estimate, decimals), self.unit)
        low, high = signed(self.low, decimals), signed(self.high, decimals)
        least = self._smallest()
        return Text(
            id=f"Dampak program {effect.id} (antara {low.id} dan {high.id}){least.id}: {label.id}.",
            en=f"The effect of the programme is {effect.en} (between {low.en} and {high.en}){least.en}: {label.en}.",
        )

    def _smallest(self) -> Text:
        if self.smallest_effect is None:
            return Text(id="", en="")
        size = with_unit(figure(self.smallest_effect, decimals_for(self.smallest_effect)), self.unit)
        return Text(
            id=f", dampak terkecil yang berarti {size.id}", en=f", the smallest effect that matters is {size.en}"
        )


@dataclass(frozen=True, slots=True)
class ProgrammeDecision:
    """What the rule says.

    Attributes
    ----------
    action : continue, expand, fix or stop
    line : key of the line that decided
    guards : the worst state of what is guarded
    article, certainty : whose rule it is
    because : the effect, each guard, harm, and the line that decided, a sentence each
    """

    action: Action
    line: str
    guards: GuardState
    article: str
    certainty: Certainty
    because: tuple[Text, ...]


def programme_decision(
    *,
    finding: Finding,
    guards: Sequence[Guard] = (),
    serious_harm: bool,
    earlier: int = 0,
    on: date,
    rule: DecisionRule | None = None,
) -> ProgrammeDecision:
    """Return what the rule says about a programme.

    Parameters
    ----------
    guards : what must not get worse, named in the design; one that was not measured has no interval
    serious_harm : whether somebody was seriously harmed by the programme
    earlier : evaluations in a row before this one with the same verdict
    on : day whose rule of the program holds where no `rule` is given
    rule : the one that was locked with the design

    Raises
    ------
    UnusableDecisionError : a negative number of earlier evaluations
    NotInForceError : before the first rule of the program
    """
    if earlier < 0:
        raise refused(Refusal.EARLIER)
    chosen = rule_in_force(on=on) if rule is None else rule
    state = together(guards)
    line = chosen.line_for(Situation(finding.verdict, state, serious_harm, earlier))
    because = [finding.because, *(guard.because for guard in guards), *_harm(serious_harm=serious_harm), _decided(line)]
    return ProgrammeDecision(line.action, line.key, state, chosen.article, chosen.certainty, tuple(because))


def _harm(*, serious_harm: bool) -> list[Text]:
    if not serious_harm:
        return []
    return [Text(id="Ada kerugian berat yang dilaporkan.", en="Serious harm was reported.")]


def _decided(line: Line) -> Text:
    action = line.action.label
    return Text(
        id=f"Menurut aturan: {line.label.id} Keputusan menurut aturan: {action.id}.",
        en=f"By the rule: {line.label.en} Decision by the rule: {action.en}.",
    )
