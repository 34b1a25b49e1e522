"""What was achieved of an indicator that nobody's ledger knows, noted by the person; later notes stand beside."""

from datetime import date, datetime
from decimal import Decimal

from pembina.core.rules.goal_progress import UnusableGoalError, achievement
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.performance.enums import IndicatorSource, PlanState
from pembina.domain.performance.models import Indicator, Realisation
from pembina.domain.performance.operations.plan_access import locked, require_owner
from pembina.domain.performance.plan_content import measure_told
from pembina.domain.performance.plan_refusals import (
    RealisationDayError,
    RealisationIncompleteError,
    RealisationReadError,
    UnusableAmountError,
)


def note_realisation(
    *, indicator: Indicator, until: date, amount: Decimal | None, words: str, by: User, at: datetime
) -> Realisation:
    """Keep what was achieved up to a day, in full also above target; a correction is one more, the earlier one stays.

    Raises ``PlanStepError``, ``NotYourExpectationsError``, ``RealisationReadError``, ``RealisationIncompleteError``,
    ``RealisationDayError``, ``UnusableAmountError``.
    """
    on = local_date(at)
    with one_event():
        plan = locked(indicator.goal.plan, PlanState.AGREED)
        require_owner(plan, actor=by)
        kept = Indicator.objects.get(pk=indicator.pk, goal__plan=plan)
        if kept.source != IndicatorSource.REPORTED:
            raise RealisationReadError
        if not words.strip() or kept.is_measured != (amount is not None):
            raise RealisationIncompleteError
        if not plan.starts_on <= until <= min(plan.ends_on, on):
            raise RealisationDayError(plan.starts_on, max(plan.starts_on, min(plan.ends_on, on)))
        _require_amount(kept, amount, on)
        made = Realisation.objects.create(
            indicator=kept, until=until, amount=amount, words=words.strip(), noted_by=by, noted_at=at
        )
        changes = {"amount": ("", str(amount if amount is not None else "")), "until": ("", until.isoformat())}
        record("note_realisation", on=plan, by=by, at=at, changes=changes)
    return made


def _require_amount(indicator: Indicator, amount: Decimal | None, on: date) -> None:
    if amount is None:
        return
    try:
        achievement(measure=measure_told(indicator), realised=amount, on=on)
    except UnusableGoalError as refused:
        raise UnusableAmountError(refused.message, refused.remedy) from refused
