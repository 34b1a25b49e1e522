"""The records of impact."""

from pembina.domain.impact.models.decisions import (
    Decision,
    DecisionPublication,
    DecisionSignature,
    FollowUpTask,
)
from pembina.domain.impact.models.designs import DesignOutcome, DesignSigner, DesignUnit, Evaluation, EvaluationDesign
from pembina.domain.impact.models.runs import EvaluationRun, FrozenPanel

__all__ = [
    "Decision",
    "DecisionPublication",
    "DecisionSignature",
    "DesignOutcome",
    "DesignSigner",
    "DesignUnit",
    "Evaluation",
    "EvaluationDesign",
    "EvaluationRun",
    "FollowUpTask",
    "FrozenPanel",
]
