"""Pages ask here for work on a period, which a worker then does."""

from datetime import datetime

from django.db import transaction

from pembina.domain.access.models import User
from pembina.domain.performance.appraisal_enums import RunKind
from pembina.domain.performance.models import AppraisalRun, EvaluationPeriod
from pembina.domain.performance.operations.appraisal_runs import ask_for_appraisal_run
from pembina.exchange.appraisals.tasks import work_on_period


def ask_for_work(*, period: EvaluationPeriod, kind: RunKind, by: User, at: datetime) -> AppraisalRun:
    """Ask for work on a period and queue it once it is on record; refused as `ask_for_appraisal_run`."""
    run = ask_for_appraisal_run(period=period, kind=kind, by=by, at=at)
    transaction.on_commit(lambda: work_on_period.enqueue(run.pk))
    return run
