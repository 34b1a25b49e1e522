"""Records of expectations, feedback and appraisal."""

from pembina.domain.performance.models.counselling import CounsellingNote, CounsellingReport
from pembina.domain.performance.models.feedback import Feedback, FeedbackEarlier, FeedbackRequest
from pembina.domain.performance.models.goals import Goal, Indicator, Realisation
from pembina.domain.performance.models.guidance import GuidanceMeeting, GuidanceOpinion, GuidanceRecord
from pembina.domain.performance.models.periods import EvaluationPeriod
from pembina.domain.performance.models.plans import BehaviourExpectation, PerformancePlan, PlanNote
from pembina.domain.performance.models.pulse import (
    PulseFigure,
    PulseInvitation,
    PulsePart,
    PulseRound,
    PulseTally,
)

__all__ = [
    "BehaviourExpectation",
    "CounsellingNote",
    "CounsellingReport",
    "EvaluationPeriod",
    "Feedback",
    "FeedbackEarlier",
    "FeedbackRequest",
    "Goal",
    "GuidanceMeeting",
    "GuidanceOpinion",
    "GuidanceRecord",
    "Indicator",
    "PerformancePlan",
    "PlanNote",
    "PulseFigure",
    "PulseInvitation",
    "PulsePart",
    "PulseRound",
    "PulseTally",
    "Realisation",
]
