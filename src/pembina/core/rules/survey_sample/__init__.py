"""How far a survey can be trusted: sums that add up, sampling error, change of the index, cells too small to show."""

from pembina.core.rules.survey_sample.change import IndexChange, UnlikeWeightsError, index_change
from pembina.core.rules.survey_sample.error import SamplingError, sampling_error
from pembina.core.rules.survey_sample.result import SurveyResult, TargetSample, survey_result
from pembina.core.rules.survey_sample.small_cells import SafeCells, safe_cells
from pembina.core.rules.survey_sample.small_scores import (
    hidden_elements,
    is_of_few,
    shows_scores,
    smallest_cell,
    why_hidden,
)
from pembina.core.rules.survey_sample.sums import AnswerSums, added, sums_of

__all__ = [
    "AnswerSums",
    "IndexChange",
    "SafeCells",
    "SamplingError",
    "SurveyResult",
    "TargetSample",
    "UnlikeWeightsError",
    "added",
    "hidden_elements",
    "index_change",
    "is_of_few",
    "safe_cells",
    "sampling_error",
    "shows_scores",
    "smallest_cell",
    "sums_of",
    "survey_result",
    "why_hidden",
]
