"""Community satisfaction index (IKM) of a survey, PermenPANRB 14/2017."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.satisfaction_index.answers import (
    ELEMENTS,
    Missing,
    ScoreCounts,
    UnusableAnswersError,
    count_scores,
)
from pembina.core.rules.satisfaction_index.formula import (
    ElementResult,
    SatisfactionIndex,
    Weight,
    satisfaction_index,
)
from pembina.core.rules.satisfaction_index.sample_size import needed_respondents

__all__ = [
    "ELEMENTS",
    "ElementResult",
    "Missing",
    "NotInForceError",
    "SatisfactionIndex",
    "ScoreCounts",
    "UnusableAnswersError",
    "Weight",
    "count_scores",
    "needed_respondents",
    "satisfaction_index",
]
