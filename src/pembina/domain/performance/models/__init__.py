"""Records of expectations, feedback and appraisal."""

from pembina.domain.performance.models.appraisals import Appraisal, AppraisalPaper, AppraisalRun, PatternReason
from pembina.domain.performance.models.counselling import CounsellingNote, CounsellingReport
from pembina.domain.performance.models.effort import DifficultyAgreement, NamedGuard, StepRemark
from pembina.domain.performance.models.feedback import Feedback, FeedbackEarlier, FeedbackRequest
from pembina.domain.performance.models.goals import Goal, Indicator, Realisation
from pembina.domain.performance.models.guidance import GuidanceMeeting, GuidanceOpinion, GuidanceRecord
from pembina.domain.performance.models.manuals import IndicatorManual
from pembina.domain.performance.models.objections import Objection
from pembina.domain.performance.models.organisation_ratings import OrganisationRating
from pembina.domain.performance.models.periods import EvaluationPeriod
from pembina.domain.performance.models.plans import BehaviourExpectation, PerformancePlan, PlanNote
from pembina.domain.performance.models.pulse import (
    PulseFigure,
    PulseInvitation,
    PulsePart,
    PulseRound,
    PulseTally,
)
from pembina.domain.performance.models.results import PerformanceResult, ResultImport, ResultImportRow
from pembina.domain.performance.models.strategies import StrategyBlock
from pembina.domain.performance.models.templates import GoalTemplate, TemplateUse

__all__ = [
    "Appraisal",
    "AppraisalPaper",
    "AppraisalRun",
    "BehaviourExpectation",
    "CounsellingNote",
    "CounsellingReport",
    "DifficultyAgreement",
    "EvaluationPeriod",
    "Feedback",
    "FeedbackEarlier",
    "FeedbackRequest",
    "Goal",
    "GoalTemplate",
    "GuidanceMeeting",
    "GuidanceOpinion",
    "GuidanceRecord",
    "Indicator",
    "IndicatorManual",
    "NamedGuard",
    "Objection",
    "OrganisationRating",
    "PatternReason",
    "PerformancePlan",
    "PerformanceResult",
    "PlanNote",
    "PulseFigure",
    "PulseInvitation",
    "PulsePart",
    "PulseRound",
    "PulseTally",
    "Realisation",
    "ResultImport",
    "ResultImportRow",
    "StepRemark",
    "StrategyBlock",
    "TemplateUse",
]
