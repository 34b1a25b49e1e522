"""What somebody filled in, checked before anything else looks at it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.services.models import SurveyResponse
from pembina.domain.services.models.responses import LONGEST_SUGGESTION
from pembina.domain.services.survey_refusals import (
    NothingAnsweredError,
    TextTooLongError,
    UnansweredError,
    WrongScoreError,
)

SCORES = frozenset((1, 2, 3, 4))


@dataclass(frozen=True, slots=True)
class Answered:
    """The nine answers by the keys of the elements, the profile, and what was written freely.

    An element that is absent or None was not answered. Words of the profile are the values of the enums, empty where
    nothing was said.
    """

    answers: Mapping[str, int | None]
    service_id: int | None = None
    sex: str = ""
    age_band: str = ""
    education: str = ""
    occupation: str = ""
    suggestion: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """Return the columns of a response that hold it."""
        said = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "answers"}
        return {**said, **{element: self.answers.get(element) for element in ELEMENTS}}

    def check(self, *, complete: bool) -> None:
        """Refuse a score outside 1-4, an overlong text, and what is missing: everything, or, `complete`, anything.

        Raises
        ------
        WrongScoreError, TextTooLongError, UnansweredError, NothingAnsweredError
        """
        for element, score in self.answers.items():
            if score is not None and (type(score) is not int or score not in SCORES or element not in ELEMENTS):
                raise WrongScoreError(element, score)
        if len(self.suggestion) > LONGEST_SUGGESTION:
            raise TextTooLongError(LONGEST_SUGGESTION)
        missing = tuple(element for element in ELEMENTS if self.answers.get(element) is None)
        if missing and complete:
            raise UnansweredError(missing)
        if len(missing) == len(ELEMENTS):
            raise NothingAnsweredError

    def equals(self, stored: SurveyResponse) -> bool:
        """Say whether a stored answer holds the same."""
        return all(getattr(stored, name) == value for name, value in self.columns.items())
