"""A run is asked for, computed by a worker, and kept for good: with its data, or with why it failed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db.models import Max

from pembina.core.text import Text
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.impact.enums import DesignState, EvaluationState, RunState
from pembina.domain.impact.freezing import DrawnPanel
from pembina.domain.impact.models import Evaluation, EvaluationDesign, EvaluationRun, FrozenPanel
from pembina.domain.impact.result import data_hash, result_hash
from pembina.domain.impact.run_refusals import (
    ASK_AGAIN,
    STOPPED,
    MonthOutsideError,
    NotLockedError,
    RunGoingError,
    TooEarlyError,
)
from pembina.domain.impact.whole_months import month_of, moved

RUNNABLE = (EvaluationState.LOCKED, EvaluationState.DECIDED)
GOING = (RunState.WAITING, RunState.RUNNING)
LONGEST_RUN = timedelta(hours=2)


@dataclass(frozen=True)
class FrozenFile:
    """The data of one outcome and the file they were frozen into."""

    panel: DrawnPanel
    content: bytes


def ask_for_run(*, evaluation: Evaluation, by: User, at: datetime, data_until: date | None = None) -> EvaluationRun:
    """Ask for a run of the latest locked design; a worker computes it (`exchange.impact.asking` queues it).

    `data_until` is a day within the last month to use; without it, the last month of the window that has ended. A run
    that has been under way for hours has stopped with its worker and is noted as failed.

    Raises
    ------
    NotLockedError, RunGoingError, MonthOutsideError, TooEarlyError
    """
    with one_event():
        kept = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
        design = kept.designs.filter(state=DesignState.LOCKED).order_by("-version").first()
        if kept.state not in RUNNABLE or design is None:
            raise NotLockedError
        _require_no_other(kept, at)
        until = _last_month(design, data_until, on=local_date(at))
        number = (kept.runs.aggregate(last=Max("number"))["last"] or 0) + 1
        run = EvaluationRun.objects.create(
            evaluation=kept, design=design, number=number, data_until=until, asked_by=by, asked_at=at
        )
        changes = {"number": ("", str(number)), "data_until": ("", until.isoformat()),
                   "version": ("", str(design.version))}  # fmt: skip
        record("ask_for_run", on=run, by=by, at=at, changes=changes, created=True)
    return run


def begin_run(*, run: EvaluationRun, steps: int) -> bool:
    """Take a waiting run up; say whether it was still waiting."""
    begun = EvaluationRun.objects.filter(pk=run.pk, state=RunState.WAITING).update(
        state=RunState.RUNNING, progress_done=0, progress_total=steps
    )
    return bool(begun)


def note_progress(*, run: EvaluationRun, done: int, total: int) -> None:
    """Write down how far a run has come."""
    EvaluationRun.objects.filter(pk=run.pk, state=RunState.RUNNING).update(progress_done=done, progress_total=total)


def finish_run(
    *,
    run: EvaluationRun,
    files: Sequence[FrozenFile],
    result: dict[str, Any],
    levels: dict[str, Any],
    cautions: list[dict[str, Any]],
    code_version: str,
    at: datetime,
) -> EvaluationRun:
    """Keep what a run found with the data it found it in, sealed in the chain; does nothing to a run that has ended."""
    with one_event():
        kept = EvaluationRun.objects.select_for_update().get(pk=run.pk)
        if kept.state != RunState.RUNNING:
            return kept
        panels = FrozenPanel.objects.bulk_create(_frozen(kept, file, at) for file in files)
        kept.state, kept.finished_at, kept.code_version = RunState.DONE, at, code_version
        kept.progress_done = kept.progress_total
        kept.result, kept.levels, kept.cautions = result, levels, cautions
        kept.data_hash, kept.result_hash = data_hash(panel.sha256 for panel in panels), result_hash(result)
        kept.save()
        changes = {"data_hash": ("", kept.data_hash), "result_hash": ("", kept.result_hash)}
        record("finish_run", on=kept, by=kept.asked_by, at=at, changes=changes)
        seal(kind=ChainKind.RUN_FINISHED, subject=kept, content=_sealed(kept), by=kept.asked_by, at=at)
    return kept


def fail_run(*, run: EvaluationRun, problem: Text, remedy: Text, at: datetime) -> EvaluationRun:
    """Note that a run failed and what can be done; does nothing to a run that has ended."""
    with one_event():
        kept = EvaluationRun.objects.select_for_update().get(pk=run.pk)
        if kept.state in GOING:
            kept.state, kept.finished_at = RunState.FAILED, at
            kept.failure = {"message": _both(problem), "remedy": _both(remedy)}
            kept.save(update_fields=["state", "finished_at", "failure"])
            changes = {"state": (RunState.RUNNING.value, RunState.FAILED.value)}
            record("fail_run", on=kept, by=kept.asked_by, at=at, changes=changes, why=problem.id)
    return kept


def _require_no_other(evaluation: Evaluation, at: datetime) -> None:
    for other in evaluation.runs.filter(state__in=GOING):
        if at - other.asked_at <= LONGEST_RUN:
            raise RunGoingError(other.number)
        fail_run(run=other, problem=STOPPED, remedy=ASK_AGAIN, at=at)


def _last_month(design: EvaluationDesign, asked: date | None, *, on: date) -> date:
    """Return the first day of the last month to use: one that has ended, after the first planned start."""
    latest = min(design.last_month, moved(month_of(on), -1))
    until = month_of(asked) if asked else latest
    planned = design.units.filter(planned_month__isnull=False).order_by("planned_month")
    first = planned.values_list("planned_month", flat=True).first()
    if asked and not design.first_month <= until <= latest:
        raise MonthOutsideError(design.first_month, latest)
    if first is None or until < first or until <= design.first_month:
        raise TooEarlyError(first, until)
    return until


def _frozen(run: EvaluationRun, file: FrozenFile, at: datetime) -> FrozenPanel:
    panel = file.panel
    return FrozenPanel(
        run=run, outcome=panel.outcome, content=file.content, sha256=sha256(file.content).hexdigest(),
        rows=panel.columns.rows, units=panel.units, months=panel.months, exclusions=panel.exclusions, frozen_at=at,
    )  # fmt: skip


def _sealed(run: EvaluationRun) -> dict[str, Any]:
    return {
        "evaluation": run.evaluation.title, "number": run.number, "design": run.design.digest,
        "data_until": run.data_until.isoformat(), "data": run.data_hash, "result": run.result_hash,
        "code": run.code_version,
    }  # fmt: skip


def _both(text: Text) -> dict[str, str]:
    return {"id": text.id, "en": text.en}
