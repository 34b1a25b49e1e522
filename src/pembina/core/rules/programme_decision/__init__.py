"""What follows from an evaluation by a rule locked beforehand: continue, expand, fix or stop a programme."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.programme_decision.formula import Finding, ProgrammeDecision, programme_decision
from pembina.core.rules.programme_decision.guards import Guard, GuardState
from pembina.core.rules.programme_decision.refusals import Refusal, UnusableDecisionError
from pembina.core.rules.programme_decision.rule import (
    Action,
    Certainty,
    DecisionRule,
    Line,
    Situation,
    plain_lines,
    rule_from,
    rule_in_force,
)

__all__ = [
    "Action",
    "Certainty",
    "DecisionRule",
    "Finding",
    "Guard",
    "GuardState",
    "Line",
    "NotInForceError",
    "ProgrammeDecision",
    "Refusal",
    "Situation",
    "UnusableDecisionError",
    "plain_lines",
    "programme_decision",
    "rule_from",
    "rule_in_force",
]
