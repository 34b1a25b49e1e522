"""Work for everybody of a period is asked for, taken up by a worker, and ends with what came of it."""

from datetime import datetime, timedelta

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.performance.appraisal_enums import RunKind, RunState
from pembina.domain.performance.appraisal_refusals import PeriodClosedError, RunGoingError
from pembina.domain.performance.models import AppraisalRun, EvaluationPeriod

GOING = (RunState.WAITING, RunState.RUNNING)
LONGEST_RUN = timedelta(hours=1)
STOPPED = Text(id="Pekerjaannya berhenti di tengah jalan.", en="The work stopped half way.")
ASK_AGAIN = Text(
    id="Minta sekali lagi; yang sudah selesai tidak diulang.", en="Ask once more; what is done is not done twice."
)


def ask_for_appraisal_run(*, period: EvaluationPeriod, kind: RunKind, by: User, at: datetime) -> AppraisalRun:
    """Ask for work on a period; a worker does it. Raises ``PeriodClosedError``, ``RunGoingError``."""
    with one_event():
        kept = EvaluationPeriod.objects.select_for_update().get(pk=period.pk)
        if kept.closed_at is not None:
            raise PeriodClosedError(kept.label)
        for other in kept.runs.filter(state__in=GOING):
            if at - other.asked_at <= LONGEST_RUN:
                raise RunGoingError
            fail_appraisal_run(run=other, problem=STOPPED, remedy=ASK_AGAIN, at=at)
        run = AppraisalRun.objects.create(period=kept, kind=kind.value, asked_by=by, asked_at=at)
        record("ask_for_appraisal_run", on=run, by=by, at=at, changes={"kind": ("", kind.value)}, created=True)
    return run


def begin_appraisal_run(*, run: AppraisalRun) -> bool:
    """Take waiting work up; say whether it was still waiting."""
    waiting = AppraisalRun.objects.filter(pk=run.pk, state=RunState.WAITING)
    return bool(waiting.update(state=RunState.RUNNING))


def note_appraisal_progress(*, run: AppraisalRun, done: int, total: int) -> None:
    """Write down how far the work has come."""
    AppraisalRun.objects.filter(pk=run.pk, state=RunState.RUNNING).update(progress_done=done, progress_total=total)


def finish_appraisal_run(*, run: AppraisalRun, counts: dict[str, int], at: datetime) -> None:
    """Keep what came of the work; does nothing to one that has ended."""
    with one_event():
        kept = AppraisalRun.objects.select_for_update().get(pk=run.pk)
        if kept.state != RunState.RUNNING:
            return
        kept.state, kept.counts, kept.finished_at = RunState.DONE, counts, at
        kept.progress_done = kept.progress_total
        kept.save(update_fields=["state", "counts", "finished_at", "progress_done"])
        changes = {name: ("", str(count)) for name, count in counts.items()}
        record("finish_appraisal_run", on=kept, by=kept.asked_by, at=at, changes=changes)


def fail_appraisal_run(*, run: AppraisalRun, problem: Text, remedy: Text, at: datetime) -> None:
    """Note that the work failed and what can be done; does nothing to one that has ended."""
    with one_event():
        kept = AppraisalRun.objects.select_for_update().get(pk=run.pk)
        if kept.state not in GOING:
            return
        told = {"message": {"id": problem.id, "en": problem.en}, "remedy": {"id": remedy.id, "en": remedy.en}}
        kept.state, kept.failure, kept.finished_at = RunState.FAILED, told, at
        kept.save(update_fields=["state", "failure", "finished_at"])
        record("fail_appraisal_run", on=kept, by=kept.asked_by, at=at, why=problem.id)
