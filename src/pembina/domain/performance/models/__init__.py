"""Records of expectations, feedback and appraisal."""

from pembina.domain.performance.models.goals import Goal, Indicator, Realisation
from pembina.domain.performance.models.periods import EvaluationPeriod
from pembina.domain.performance.models.plans import BehaviourExpectation, PerformancePlan, PlanNote
from pembina.domain.performance.models.templates import GoalTemplate, TemplateUse

__all__ = [
    "BehaviourExpectation",
    "EvaluationPeriod",
    "Goal",
    "GoalTemplate",
    "Indicator",
    "PerformancePlan",
    "PlanNote",
    "Realisation",
    "TemplateUse",
]
