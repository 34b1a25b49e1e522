"""Goals and their indicators: achievement in either direction, a score, soft warnings, and when a plan is agreed."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.goal_progress.formula import Achievement, Gap, GoalState, Percentage, achievement
from pembina.core.rules.goal_progress.measures import Aspect, Direction, Measure
from pembina.core.rules.goal_progress.perspectives import (
    Perspective,
    PerspectiveFinding,
    missing_perspectives,
    perspectives,
)
from pembina.core.rules.goal_progress.planning import (
    DraftUse,
    Partner,
    PlanStanding,
    PlanState,
    draft_use,
    plan_standing,
)
from pembina.core.rules.goal_progress.refusals import Refusal, UnusableGoalError
from pembina.core.rules.goal_progress.score import Basis, Score, indicator_score
from pembina.core.rules.goal_progress.wording import (
    AspectFinding,
    Risk,
    WordFinding,
    absolute_words,
    aspects,
    missing_aspects,
    risks,
)

__all__ = [
    "Achievement",
    "Aspect",
    "AspectFinding",
    "Basis",
    "Direction",
    "DraftUse",
    "Gap",
    "GoalState",
    "Measure",
    "NotInForceError",
    "Partner",
    "Percentage",
    "Perspective",
    "PerspectiveFinding",
    "PlanStanding",
    "PlanState",
    "Refusal",
    "Risk",
    "Score",
    "UnusableGoalError",
    "WordFinding",
    "absolute_words",
    "achievement",
    "aspects",
    "draft_use",
    "indicator_score",
    "missing_aspects",
    "missing_perspectives",
    "perspectives",
    "plan_standing",
    "risks",
]
