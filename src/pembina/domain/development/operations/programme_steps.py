"""The steps of a programme: approved, sent back, started, closed or dropped; and each evaluation as it is done."""

from datetime import date, datetime

from pembina.core.text import Text
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import BatchState, FundingSource, ProgrammeState
from pembina.domain.development.models import Batch, EvaluationPlan, Programme
from pembina.domain.development.operations.programmes import locked_programme
from pembina.domain.development.programme_refusals import (
    BatchesBegunError,
    BatchesOpenError,
    ProgrammeIncompleteError,
    TooEarlyError,
)
from pembina.domain.development.refusals import ReasonMissingError

OVER = (BatchState.FINISHED, BatchState.CANCELLED)
NOT_BEGUN = (BatchState.PLANNED, BatchState.CANCELLED)
# A programme without any figure of a service could never be shown to have worked.
NO_SERVICE = Text(id="layanan yang hendak digerakkan belum dipilih", en="no service is named whose figure is to move")
NO_CURRICULUM = Text(id="kurikulumnya belum dipilih", en="no curriculum is chosen")
NO_BUDGET = Text(id="anggarannya belum diisi", en="the budget is missing")


def approve_programme(*, programme: Programme, by: User, at: datetime) -> None:
    """Lock outcome and evaluation; raises ``ProgrammeIncompleteError``."""
    with one_event():
        kept = locked_programme(programme, ProgrammeState.DRAFT)
        if missing := missing_for_approval(kept):
            raise ProgrammeIncompleteError(missing)
        kept.approved_by, kept.approved_at = by, at
        _move(kept, ProgrammeState.APPROVED, "approved_by", "approved_at")
        changes = {"state": (str(ProgrammeState.DRAFT), str(ProgrammeState.APPROVED))}
        record("approve_programme", on=kept, by=by, at=at, changes=changes)


def missing_for_approval(programme: Programme) -> list[Text]:
    """Return what a draft lacks."""
    lacking = [
        (not programme.services.exists(), NO_SERVICE),
        (not programme.curricula.exists(), NO_CURRICULUM),
        (programme.budget is None and programme.funding != FundingSource.NONE, NO_BUDGET),
    ]
    return [text for is_missing, text in lacking if is_missing]


def send_back_programme(*, programme: Programme, reason: str, by: User, at: datetime) -> None:
    """Open an approved programme for changes again, before anybody has begun; raises ``BatchesBegunError``."""
    why = _reason(reason)
    with one_event():
        kept = locked_programme(programme, ProgrammeState.APPROVED)
        begun = Batch.objects.filter(programme=kept).exclude(state__in=NOT_BEGUN).count()
        if begun:
            raise BatchesBegunError(begun)
        kept.approved_by = kept.approved_at = None
        _move(kept, ProgrammeState.DRAFT, "approved_by", "approved_at")
        changes = {"state": (str(ProgrammeState.APPROVED), str(ProgrammeState.DRAFT))}
        record("send_back_programme", on=kept, by=by, at=at, changes=changes, why=why)


def start_programme(*, programme: Programme, by: User, at: datetime) -> None:
    """Let an approved programme run from that day on."""
    with one_event():
        kept = locked_programme(programme, ProgrammeState.APPROVED)
        kept.started_on = local_date(at)
        _move(kept, ProgrammeState.RUNNING, "started_on")
        changes = {"state": (str(ProgrammeState.APPROVED), str(ProgrammeState.RUNNING))}
        record("start_programme", on=kept, by=by, at=at, changes=changes)


def close_programme(*, programme: Programme, note: str, by: User, at: datetime) -> None:
    """End a running programme with a word about it; its evaluations stay due. Raises ``BatchesOpenError``."""
    _end(programme, (ProgrammeState.RUNNING,), ProgrammeState.CLOSED, _reason(note), by, at)


def drop_programme(*, programme: Programme, reason: str, by: User, at: datetime) -> None:
    """Give up a programme that never ran; raises ``BatchesOpenError``."""
    before = (ProgrammeState.DRAFT, ProgrammeState.APPROVED)
    _end(programme, before, ProgrammeState.DROPPED, _reason(reason), by, at)


def note_evaluation(*, plan: EvaluationPlan, on: date, finding: str, by: User, at: datetime) -> None:
    """Put on record that a level was judged and what was found; said again, it corrects what stood there."""
    found = _reason(finding)
    if on > local_date(at):
        raise TooEarlyError(on)
    with one_event():
        locked_programme(plan.programme, ProgrammeState.RUNNING, ProgrammeState.CLOSED)
        kept = EvaluationPlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
        before = kept.done_on.isoformat() if kept.done_on else ""
        changes = {"done_on": (before, on.isoformat()), "finding": (kept.finding, found)}
        kept.done_on, kept.finding = on, found
        kept.save(update_fields=["done_on", "finding"])
        changes["level"] = ("", str(kept.level))
        record("note_evaluation", on=plan.programme, by=by, at=at, changes=changes)


def note_programme_export(*, programmes: int, filters: str, by: User, at: datetime) -> None:
    """Write down that `by` takes the board along, with the names of owners."""
    with one_event():
        changes = {"records": ("", str(programmes)), "filters": ("", filters)}
        record("export_programmes", on=by, by=by, at=at, changes=changes)


def _end(
    programme: Programme, before: tuple[ProgrammeState, ...], to: ProgrammeState, why: str, by: User, at: datetime
) -> None:
    with one_event():
        kept = locked_programme(programme, *before)
        going = Batch.objects.filter(programme=kept).exclude(state__in=OVER).count()
        if going:
            raise BatchesOpenError(going)
        was, kept.closed_on, kept.end_note = kept.state, local_date(at), why
        _move(kept, to, "closed_on", "end_note")
        operation = {"state": (str(was), str(to))}
        if to is ProgrammeState.CLOSED:
            record("close_programme", on=kept, by=by, at=at, changes=operation, why=why)
        else:
            record("drop_programme", on=kept, by=by, at=at, changes=operation, why=why)


def _move(programme: Programme, state: ProgrammeState, *also: str) -> None:
    programme.state = state
    programme.save(update_fields=["state", *also])


def _reason(written: str) -> str:
    if not written.strip():
        raise ReasonMissingError
    return written.strip()
