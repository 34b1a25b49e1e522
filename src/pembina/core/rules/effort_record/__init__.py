"""Process and effort: a third record beside the two legal ratings, in parts, without a total."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.effort_record.difficulty import (
    AgreedDifficulty,
    Agreement,
    AgreementState,
    Difficulty,
    DifficultyStep,
    agreed_difficulty,
    difficulties,
    last_day_to_agree,
)
from pembina.core.rules.effort_record.formula import EffortRecord, effort_record
from pembina.core.rules.effort_record.improvement import Improvement, ImprovementState, QualityGuard, improvement
from pembina.core.rules.effort_record.refusals import Refusal, UnusableEffortError
from pembina.core.rules.effort_record.timeliness import TimedStep, Timeliness, timeliness

__all__ = [
    "AgreedDifficulty",
    "Agreement",
    "AgreementState",
    "Difficulty",
    "DifficultyStep",
    "EffortRecord",
    "Improvement",
    "ImprovementState",
    "NotInForceError",
    "QualityGuard",
    "Refusal",
    "TimedStep",
    "Timeliness",
    "UnusableEffortError",
    "agreed_difficulty",
    "difficulties",
    "effort_record",
    "improvement",
    "last_day_to_agree",
    "timeliness",
]
