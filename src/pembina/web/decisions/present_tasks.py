"""What follows from decisions, one row each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.impact.enums import TaskState
from pembina.domain.impact.models import FollowUpTask
from pembina.domain.impact.queries.decisions import SOON
from pembina.domain.impact.queries.tasks import is_late
from pembina.web.components.formatting import day, number

TONES = {TaskState.OPEN: "info", TaskState.DONE: "success", TaskState.DROPPED: ""}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task; `clock` says how it stands with its day. Without an address the visitor reads the decision not."""

    pk: int
    value: str
    title: str
    kind: str
    programme: str
    address: str
    owner: str
    partner: str
    due: str
    clock: str
    clock_tone: str
    state: str
    tone: str
    note: str
    is_open: bool
    may_end: bool


def task_rows(
    tasks: Iterable[FollowUpTask], *, on: date, nip: str, keeps: bool, readable: frozenset[int]
) -> list[TaskRow]:
    """Return rows of tasks with their names; `nip` is that of the visitor, `readable` the decisions in sight."""
    return [_task_row(task, on, ends=keeps or task.owner.nip == nip, readable=readable) for task in tasks]


def _task_row(task: FollowUpTask, on: date, *, ends: bool, readable: frozenset[int]) -> TaskRow:
    clock, tone = _clock(task, on)
    is_open = task.state == TaskState.OPEN
    read = task.decision_id in readable
    return TaskRow(
        pk=task.pk,
        value=str(task.pk),
        title=task.title,
        kind=str(task.get_kind_display()),
        programme=task.decision.evaluation.programme.title,
        address=reverse("decisions:show", args=[task.decision_id]) if read else "",
        owner=task.owner.titled_name,
        partner=task.partner.name if task.partner else "",
        due=day(task.due_on),
        clock=clock,
        clock_tone=tone,
        state=str(task.get_state_display()),
        tone=TONES[TaskState(task.state)],
        note=task.note,
        is_open=is_open,
        may_end=is_open and ends,
    )


def _clock(task: FollowUpTask, on: date) -> tuple[str, str]:
    late = is_late(task, on)
    if task.state != TaskState.OPEN:
        return (_("selesai terlambat"), "warning") if late and task.state == TaskState.DONE else ("", "")
    if late:
        return _("terlambat %s hari") % number((on - task.due_on).days), "danger"
    if task.due_on <= on + SOON:
        return _("%s hari lagi") % number((task.due_on - on).days), "warning"
    return "", ""
