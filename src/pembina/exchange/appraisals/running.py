"""One piece of work on a period from beginning to end; what fails is kept with what to do about it."""

from collections.abc import Callable
from datetime import datetime

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError
from pembina.domain.performance.appraisal_enums import RunKind
from pembina.domain.performance.models import AppraisalRun
from pembina.domain.performance.operations.appraisal_runs import (
    begin_appraisal_run,
    fail_appraisal_run,
    finish_appraisal_run,
    note_appraisal_progress,
)
from pembina.domain.performance.operations.closing import close_appraisals
from pembina.domain.performance.operations.making import make_appraisals

Clock = Callable[[], datetime]
WORK = {RunKind.MAKE: make_appraisals, RunKind.CLOSE: close_appraisals}
OUR_MISTAKE = Text(id="Terjadi kesalahan di pihak kami.", en="Something went wrong on our side.")
TELL_US = Text(
    id="Beri tahu pengelola sistem; yang sudah selesai tersimpan.", en="Tell the administrator; what is done is kept."
)


def carry_out(run: AppraisalRun, *, clock: Clock) -> AppraisalRun:
    """Do waiting work and keep what came of it, or why it failed; what does not wait any more is left alone."""
    if begin_appraisal_run(run=run):
        try:
            counts = WORK[RunKind(run.kind)](
                period=run.period, by=run.asked_by, at=clock(),
                progress=lambda done, total: note_appraisal_progress(run=run, done=done, total=total),
            )  # fmt: skip
            finish_appraisal_run(run=run, counts=counts, at=clock())
        except RefusedError as told:
            fail_appraisal_run(run=run, problem=told.message, remedy=told.remedy, at=clock())
        except BaseException:  # a worker that is told to stop tells it too
            fail_appraisal_run(run=run, problem=OUR_MISTAKE, remedy=TELL_US, at=clock())
            raise
    run.refresh_from_db()
    return run
