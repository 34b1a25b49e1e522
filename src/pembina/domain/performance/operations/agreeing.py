"""The rater agrees to a plan or returns it; who stood in, and when, stays on record."""

from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.letters import Occasion, tell
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.operations.plan_access import locked, moved, require_decider
from pembina.domain.performance.plan_refusals import ReturnReasonError


def agree_expectations(*, plan: PerformancePlan, by: User, at: datetime, comment: str = "") -> None:
    """Set a proposed plan; what it replaces is replaced from now on.

    Of two who agree at once one wins, and the other gets ``PlanStepError``. Raises ``NotYourExpectationsError``.
    """
    with one_event():
        kept = locked(plan, PlanState.PROPOSED)
        decider = require_decider(kept, actor=by, moment=at)
        if kept.replaces_id is not None:
            PerformancePlan.objects.filter(pk=kept.replaces_id).update(state=PlanState.REPLACED)
        kept.agreed_by, kept.agreed_at, kept.comment = by, at, comment.strip()
        changes = moved(kept, PlanState.AGREED, "agreed_by", "agreed_at", "comment")
        record(
            "agree_expectations", on=kept, by=by, at=at, changes=changes, why=kept.comment, acting_as=decider.acting_as
        )
        tell(Occasion.PLAN_AGREED, [kept.person_id])


def return_expectations(*, plan: PerformancePlan, comment: str, by: User, at: datetime) -> None:
    """Give a proposed plan back with what should be different; raises ``ReturnReasonError``."""
    if not comment.strip():
        raise ReturnReasonError
    with one_event():
        kept = locked(plan, PlanState.PROPOSED)
        decider = require_decider(kept, actor=by, moment=at)
        kept.comment = comment.strip()
        changes = moved(kept, PlanState.RETURNED, "comment")
        record(
            "return_expectations", on=kept, by=by, at=at, changes=changes, why=kept.comment,
            acting_as=decider.acting_as,
        )  # fmt: skip
        tell(Occasion.PLAN_RETURNED, [kept.person_id])
