"""A decision rule as data: the first line that applies decides. A government locks its own with the design."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product
from typing import Any

from pembina.core.effect.verdict import Code
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.programme_decision.guards import GuardState
from pembina.core.rules.programme_decision.refusals import Refusal, refused
from pembina.core.text import Text

PACKAGE = "pembina.core.rules.programme_decision"
_CONDITIONS = {"serious_harm", "verdict", "guards", "earlier"}


class Action(StrEnum):
    """What is done with a programme."""

    CONTINUE = "continue"
    EXPAND = "expand"
    FIX = "fix"
    STOP = "stop"

    @property
    def label(self) -> Text:
        """Return its word."""
        return _ACTIONS[self]


_ACTIONS = {
    Action.CONTINUE: Text(id="dilanjutkan", en="continue"),
    Action.EXPAND: Text(id="dikembangkan", en="expand"),
    Action.FIX: Text(id="diperbaiki", en="fix"),
    Action.STOP: Text(id="dihentikan", en="stop"),
}


class Certainty(StrEnum):
    """Whose rule it is."""

    CONVENTION = "convention"
    GOVERNMENT = "government"

    @property
    def sentence(self) -> Text:
        """Return it in words, for whoever opens how a decision came about."""
        return _CERTAINTIES[self]


_CERTAINTIES = {
    Certainty.CONVENTION: Text(
        id="Aturan ini ketentuan program, bukan peraturan; pemerintah dapat menetapkan aturannya sendiri.",
        en="This is a rule of the program, not a regulation; a government may set its own.",
    ),
    Certainty.GOVERNMENT: Text(
        id="Aturan ini ditetapkan oleh pemerintah ini.", en="This rule was set by this government."
    ),
}


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a rule may ask about.

    Attributes
    ----------
    verdict : of the effect engine
    guards : the worst state of what is guarded
    serious_harm : whether somebody was seriously harmed
    earlier : evaluations in a row before this one with the same verdict
    """

    verdict: Code
    guards: GuardState = GuardState.NONE
    serious_harm: bool = False
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a rule; an empty condition always holds."""

    key: str
    action: Action
    label: Text
    verdicts: frozenset[Code] = frozenset()
    guards: frozenset[GuardState] = frozenset()
    serious_harm: bool | None = None
    earlier: int = 0

    def applies(self, to: Situation) -> bool:
        """Say whether all its conditions hold."""
        return (
            (not self.verdicts or to.verdict in self.verdicts)
            and (not self.guards or to.guards in self.guards)
            and self.serious_harm in (None, to.serious_harm)
            and to.earlier >= self.earlier
        )


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """Lines in order.

    Raises
    ------
    UnusableDecisionError : a situation that no line answers, or one with harm in which the programme would expand
    """

    lines: tuple[Line, ...]
    article: str
    certainty: Certainty

    def __post_init__(self) -> None:
        for situation in _situations(max((line.earlier for line in self.lines), default=0)):
            harms = situation.serious_harm or situation.verdict is Code.HARMFUL
            if self.line_for(situation).action is Action.EXPAND and harms:
                raise refused(Refusal.EXPANDS_HARM, _described(situation))

    def line_for(self, situation: Situation) -> Line:
        """Return the first line that applies."""
        found = next((line for line in self.lines if line.applies(situation)), None)
        if found is None:
            raise refused(Refusal.INCOMPLETE, _described(situation))
        return found


def rule_in_force(*, on: date) -> DecisionRule:
    """Return the rule of the program on a day; raises ``NotInForceError`` before the first."""
    told = parameters_in_force(PACKAGE, on=on)
    return rule_from(told["lines"], article=told["article"], certainty=Certainty(told["certainty"]))


def rule_from(
    lines: Sequence[Mapping[str, Any]], *, article: str, certainty: Certainty = Certainty.GOVERNMENT
) -> DecisionRule:
    """Read a rule from plain lines, as `parameters.yaml` writes them; raises ``UnusableDecisionError``."""
    return DecisionRule(tuple(_line(told) for told in lines), article, certainty)


def plain_lines(rule: DecisionRule) -> list[dict[str, Any]]:
    """Return the lines as plain data, always in the same order, to be stored and hashed with a design."""
    return [
        {
            "key": line.key,
            "when": {
                **({"serious_harm": line.serious_harm} if line.serious_harm is not None else {}),
                **({"verdict": sorted(code.value for code in line.verdicts)} if line.verdicts else {}),
                **({"guards": sorted(state.value for state in line.guards)} if line.guards else {}),
                **({"earlier": line.earlier} if line.earlier else {}),
            },
            "action": line.action.value,
            "id": line.label.id,
            "en": line.label.en,
        }
        for line in rule.lines
    ]


def _line(told: Mapping[str, Any]) -> Line:
    when = told.get("when", {})
    strange = set(when) - _CONDITIONS
    if strange:
        raise refused(Refusal.UNKNOWN_WORD, ", ".join(sorted(strange)))
    try:
        return Line(
            key=told["key"],
            action=Action(told["action"]),
            label=Text(id=told["id"], en=told["en"]),
            verdicts=frozenset(Code(code) for code in when.get("verdict", ())),
            guards=frozenset(GuardState(state) for state in when.get("guards", ())),
            serious_harm=when.get("serious_harm"),
            earlier=int(when.get("earlier", 0)),
        )
    except (KeyError, ValueError) as error:
        raise refused(Refusal.UNKNOWN_WORD, str(error)) from error


def _situations(most_earlier: int) -> Iterator[Situation]:
    """Yield every situation a rule can tell from another."""
    for verdict, guards, harm, earlier in product(Code, GuardState, (False, True), range(most_earlier + 1)):
        yield Situation(verdict, guards, harm, earlier)


def _described(situation: Situation) -> str:
    harm = ", serious_harm" if situation.serious_harm else ""
    return f"{situation.verdict.value}, {situation.guards.value}{harm}"
