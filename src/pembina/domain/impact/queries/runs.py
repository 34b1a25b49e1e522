"""The runs of evaluations: whose they are to read, the latest, and what belongs to one."""

from datetime import date

from django.db.models import QuerySet

from pembina.domain.access.models import User
from pembina.domain.impact.enums import RunState
from pembina.domain.impact.models import Evaluation, EvaluationRun, FrozenPanel
from pembina.domain.impact.permissions import evaluations_designed_by, evaluations_seen_by

GOING = (RunState.WAITING, RunState.RUNNING)


def runs_seen_by(actor: User, *, on: date) -> QuerySet[EvaluationRun]:
    """Return the runs that `actor` may read: those of the evaluations seen."""
    seen = evaluations_seen_by(actor, on=on)
    found = EvaluationRun.objects.filter(evaluation__in=seen.values("pk"))
    return found.select_related("evaluation__programme", "design", "asked_by")


def designs_evaluation(actor: User, evaluation: Evaluation, *, on: date) -> bool:
    """Say whether `actor` asks for the runs of an evaluation and records what they found."""
    return evaluations_designed_by(actor, on=on).filter(pk=evaluation.pk).exists()


def runs_of(evaluation: Evaluation) -> QuerySet[EvaluationRun]:
    """Return the runs of an evaluation, the latest first."""
    return EvaluationRun.objects.filter(evaluation=evaluation).select_related("design", "asked_by")


def done_runs(evaluation: Evaluation) -> QuerySet[EvaluationRun]:
    """Return those that have a result, the latest first."""
    return runs_of(evaluation).filter(state=RunState.DONE)


def going_run(evaluation: Evaluation) -> EvaluationRun | None:
    """Return the run that waits or is being computed; None where nothing is under way."""
    return runs_of(evaluation).defer("result", "levels").filter(state__in=GOING).first()


def panels_of(run: EvaluationRun) -> QuerySet[FrozenPanel]:
    """Return the frozen panels of a run without their content, in the order of the outcomes."""
    return run.panels.defer("content").select_related("outcome").order_by("outcome__position")
