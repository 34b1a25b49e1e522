"""An officer decides whether answers count, with a reason, and takes a decision back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db.models import QuerySet

from pembina.domain.access.audit import Touched, one_event, record_many
from pembina.domain.access.models import User
from pembina.domain.services.enums import Verdict
from pembina.domain.services.models import ResponseDecision, SurveyResponse
from pembina.domain.services.survey_refusals import AnswersChangedError, DecisionReasonMissingError, NothingDecidedError

AT_A_TIME = 500


@dataclass(frozen=True, slots=True)
class Seen:
    """What was looked at before deciding: the number of the last answer, and what tells all of them from others."""

    last: int
    digest: str

    @classmethod
    def of(cls, answers: Iterable[int]) -> "Seen":
        """Remember answers by their numbers."""
        numbers = sorted(answers)
        return cls(numbers[-1] if numbers else 0, sha256(",".join(map(str, numbers)).encode()).hexdigest())


def decide_responses(
    *,
    responses: QuerySet[SurveyResponse],
    verdict: Verdict,
    reason: str,
    by: User,
    at: datetime,
    seen: Seen | None = None,
) -> int:
    """Keep or leave out answers for a reason; an earlier decision is replaced and stays on record. Return how many.

    Raises
    ------
    DecisionReasonMissingError
    AnswersChangedError : `responses` are not those that were `seen`
    """
    if not reason.strip():
        raise DecisionReasonMissingError
    with one_event():
        chosen = list(responses.select_for_update(of=("self",)).order_by("pk"))
        if seen is not None and Seen.of(each.pk for each in chosen) != seen:
            raise AnswersChangedError
        for part in _parts(chosen):
            _undo(part, by, at)
            decisions = [
                ResponseDecision(response=each, verdict=verdict, reason=reason.strip(), by=by, at=at) for each in part
            ]
            ResponseDecision.objects.bulk_create(decisions)
            _count(part, is_excluded=verdict == Verdict.EXCLUDE)
            subjects = [Touched(each, {"verdict": ("", verdict.value)}) for each in part]
            record_many("decide_response", subjects=subjects, by=by, at=at, why=reason.strip())
    return len(chosen)


def undo_decisions(*, responses: QuerySet[SurveyResponse], by: User, at: datetime) -> int:
    """Take back what was decided: the answers count again, and stand undecided. Raises ``NothingDecidedError``."""
    with one_event():
        decided = responses.filter(decisions__undone_at__isnull=True, decisions__isnull=False)
        chosen = list(decided.select_for_update(of=("self",)).order_by("pk"))
        if not chosen:
            raise NothingDecidedError
        for part in _parts(chosen):
            before = {each.response_id: each.verdict for each in _live(part)}
            _undo(part, by, at)
            _count(part, is_excluded=False)
            subjects = [Touched(each, {"verdict": (before.get(each.pk, ""), "")}) for each in part]
            record_many("undo_decision", subjects=subjects, by=by, at=at)
    return len(chosen)


def _parts(chosen: list[SurveyResponse]) -> Iterable[list[SurveyResponse]]:
    return (chosen[start : start + AT_A_TIME] for start in range(0, len(chosen), AT_A_TIME))


def _live(part: list[SurveyResponse]) -> QuerySet[ResponseDecision]:
    return ResponseDecision.objects.filter(response__in=[each.pk for each in part], undone_at__isnull=True)


def _undo(part: list[SurveyResponse], by: User, at: datetime) -> None:
    _live(part).update(undone_at=at, undone_by=by)


def _count(part: list[SurveyResponse], *, is_excluded: bool) -> None:
    SurveyResponse.objects.filter(pk__in=[each.pk for each in part]).update(is_excluded=is_excluded)
