"""What a run found becomes the record of level 4 of the programme."""

from datetime import datetime

from django.utils.timezone import localdate

from pembina.domain.access.models import User
from pembina.domain.development.enums import EvaluationLevel
from pembina.domain.development.models import EvaluationPlan
from pembina.domain.development.operations.programme_steps import note_evaluation
from pembina.domain.impact.joint_refusals import JointOnlyError
from pembina.domain.impact.models import EvaluationRun
from pembina.domain.impact.ruling import require_deciding_run


def record_level_four(*, run: EvaluationRun, finding: str, by: User, at: datetime) -> None:
    """Put on record that level 4 was judged by a run; said again, it corrects what stood there.

    Nobody picks the run that suits: it is the one that decides. Raises ``RunNotDoneError``, ``OldDesignError`` or
    ``NewerRunError`` for another, ``JointOnlyError`` where two programmes were judged together, ``WrongStepError`` for
    a programme that does not run, and ``ReasonMissingError`` without a finding.
    """
    require_deciding_run(run)
    if run.evaluation.is_joint:
        raise JointOnlyError
    plan = EvaluationPlan.objects.select_related("programme").get(
        programme=run.evaluation.programme_id, level=EvaluationLevel.RESULTS
    )
    note_evaluation(plan=plan, on=localdate(at), finding=finding, by=by, at=at)
