"""Pages ask here for a run, which a worker then computes."""

from datetime import date, datetime

from django.db import transaction

from pembina.domain.access.models import User
from pembina.domain.impact.models import Evaluation, EvaluationRun
from pembina.domain.impact.operations.runs import ask_for_run
from pembina.exchange.impact.tasks import compute_run


def ask_to_run(*, evaluation: Evaluation, by: User, at: datetime, data_until: date | None = None) -> EvaluationRun:
    """Ask for a run and queue it once it is on record; refused as `ask_for_run`."""
    run = ask_for_run(evaluation=evaluation, by=by, at=at, data_until=data_until)
    transaction.on_commit(lambda: compute_run.enqueue(run.pk))
    return run
