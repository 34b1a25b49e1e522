"""The clocks after an appraisal: document, report, objection and decision, each in working days of its own."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.objection_deadlines.formula import (
    StepDeadline,
    StepStanding,
    StepState,
    step_deadline,
    step_standing,
)
from pembina.core.rules.objection_deadlines.refusals import Refusal, UnusableClockError
from pembina.core.rules.objection_deadlines.rights import ObjectionRight, RightState, objection_right
from pembina.core.rules.objection_deadlines.steps import (
    Actor,
    EvaluationWindow,
    Since,
    Step,
    StepRule,
    annual_window,
    steps,
)

__all__ = [
    "Actor",
    "EvaluationWindow",
    "NotInForceError",
    "ObjectionRight",
    "Refusal",
    "RightState",
    "Since",
    "Step",
    "StepDeadline",
    "StepRule",
    "StepStanding",
    "StepState",
    "UnusableClockError",
    "annual_window",
    "objection_right",
    "step_deadline",
    "step_standing",
    "steps",
]
