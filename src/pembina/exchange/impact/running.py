"""One run from its data to its result. Computed from the frozen files themselves, as anybody would repeat it."""

from collections.abc import Callable
from datetime import datetime

from pembina.core.effect.frozen_study import frozen_result
from pembina.domain.impact.design_warnings import cautions_of
from pembina.domain.impact.freezing import draw_panels
from pembina.domain.impact.levels import levels_of
from pembina.domain.impact.models import EvaluationRun
from pembina.domain.impact.operations.runs import FrozenFile, begin_run, fail_run, finish_run, note_progress
from pembina.domain.impact.questions import asked_of
from pembina.domain.impact.refusals import RefusedError
from pembina.domain.impact.run_refusals import OUR_MISTAKE, TELL_US
from pembina.exchange.impact.code_version import code_version
from pembina.exchange.impact.panel_parquet import read_panel, write_panel

Clock = Callable[[], datetime]


def carry_out(run: EvaluationRun, *, clock: Clock) -> EvaluationRun:
    """Compute a waiting run and keep its result, or why it failed; a mistake of ours goes on to the log as well.

    `clock` tells the time: when the data are drawn, and when the result is kept. A run that does not wait any more is
    left alone.
    """
    steps = run.design.outcomes.count() + 1
    if not begin_run(run=run, steps=steps):
        run.refresh_from_db()
        return run
    try:
        return _computed(run, steps, clock)
    except RefusedError as told:
        return fail_run(run=run, problem=told.message, remedy=told.remedy, at=clock())
    except BaseException:  # a worker that is told to stop tells it too
        fail_run(run=run, problem=OUR_MISTAKE, remedy=TELL_US, at=clock())
        raise


def _computed(run: EvaluationRun, steps: int, clock: Clock) -> EvaluationRun:
    asked = asked_of(run.design)
    files = [FrozenFile(panel, write_panel(panel.columns)) for panel in draw_panels(run, asked=asked, at=clock())]
    panels = {
        file.panel.outcome.position: read_panel(file.content, name=f"panel {file.panel.outcome.position}")
        for file in files
    }
    result = frozen_result(
        asked, panels, progress=lambda done, _total: note_progress(run=run, done=done + 1, total=steps)
    )
    at = clock()
    # Levels 1 to 3 are those of one programme; beside a joint effect they would tell of half of it.
    levels = {} if run.evaluation.is_joint else levels_of(run.evaluation.programme, at=at)
    return finish_run(
        run=run, files=files, result=result, levels=levels, cautions=cautions_of(run), code_version=code_version(),
        at=at,
    )  # fmt: skip
