"""Records of expectations, feedback and appraisal."""

from pembina.domain.performance.models.goals import Goal, Indicator, Realisation
from pembina.domain.performance.models.periods import EvaluationPeriod
from pembina.domain.performance.models.plans import BehaviourExpectation, PerformancePlan, PlanNote
from pembina.domain.performance.models.results import PerformanceResult, ResultImport, ResultImportRow

__all__ = [
    "BehaviourExpectation",
    "EvaluationPeriod",
    "Goal",
    "Indicator",
    "PerformancePlan",
    "PerformanceResult",
    "PlanNote",
    "Realisation",
    "ResultImport",
    "ResultImportRow",
]
