"""What was ticked on the page of a test or of a reaction form."""

from collections.abc import Mapping, Sequence

from pembina.domain.development.models import Question
from pembina.domain.development.models.reactions import HIGHEST, LONGEST_REMARK, LOWEST
from pembina.domain.development.operations.reactions import ReactionSheet

MOST_FIELDS = 500


def answers_in(sent: Mapping[str, str], questions: Sequence[Question]) -> dict[int, int]:
    """Return the chosen answers by question; one that is no number of a choice is left out."""
    told = {question.pk: sent.get(f"q{question.pk}", "") for question in questions}
    return {pk: int(value) for pk, value in told.items() if value.isascii() and value.isdigit() and len(value) < 16}


def sheet_in(sent: Mapping[str, str]) -> ReactionSheet:
    """Return the answers of a reaction form; what is no 1-4 counts as not answered."""
    allowed = {str(score): score for score in range(LOWEST, HIGHEST + 1)}
    scores = {name: allowed[value] for name, value in list(sent.items())[:MOST_FIELDS] if value in allowed}
    return ReactionSheet(scores, sent.get("remark", "").replace("\0", "")[:LONGEST_REMARK])
