"""What follows from a decision: noted down, told differently, ended with a word, taken up again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.models import Partner
from pembina.domain.impact.decision_refusals import DueTooEarlyError, WordMissingError
from pembina.domain.impact.enums import TaskState
from pembina.domain.impact.models import Decision, FollowUpTask
from pembina.domain.impact.proposals import Proposal, open_proposals
from pembina.domain.impact.refusals import WrongStepError
from pembina.domain.people.models import Person


@dataclass(frozen=True, slots=True)
class TaskTold:
    """All that is told about a task: what, by whom, with which partner, until when."""

    kind: str
    title: str
    owner: Person
    due_on: date
    partner: Partner | None = None


def put_task(*, decision: Decision, told: TaskTold, by: User, at: datetime) -> FollowUpTask:
    """Note down what follows from a decision; raises ``DueTooEarlyError``."""
    _require_due(decision, told.due_on)
    with one_event():
        made = FollowUpTask.objects.create(decision=decision, made_by=by, made_at=at, **_fields(told))
        changes = {name: ("", value) for name, value in _in_words(told).items() if value}
        record("put_task", on=made, by=by, at=at, changes=changes, created=True)
    return made


def put_proposed_tasks(
    *, decision: Decision, owner: Person, proposals: Sequence[Proposal], by: User, at: datetime
) -> list[FollowUpTask]:
    """Note down what usually follows, all for one person to do; what is noted down already is passed over."""
    with one_event():
        # Two who press the button at once do not note everything twice.
        kept = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
        known = kept.tasks.values_list("kind", flat=True)
        wanted = {proposal.kind for proposal in proposals}
        decided = local_date(kept.decided_at)
        return [
            put_task(
                decision=kept,
                told=TaskTold(proposal.kind.value, str(proposal.title), owner, proposal.due_on(decided)),
                by=by,
                at=at,
            )
            for proposal in open_proposals(kept, known)
            if proposal.kind in wanted
        ]


def edit_task(*, task: FollowUpTask, told: TaskTold, by: User, at: datetime) -> None:
    """Tell an open task differently; raises ``WrongStepError``, ``DueTooEarlyError``."""
    with one_event():
        kept = _locked(task, TaskState.OPEN)
        _require_due(kept.decision, told.due_on)
        before, after = _in_words(_told_of(kept)), _in_words(told)
        changes: Changes = {name: (before[name], after[name]) for name in after if before[name] != after[name]}
        for name, value in _fields(told).items():
            setattr(kept, name, value)
        kept.save()
        record("put_task", on=kept, by=by, at=at, changes=changes)


def end_task(*, task: FollowUpTask, state: TaskState, note: str, by: User, at: datetime) -> None:
    """Close a task as done or dropped, with a word about it; raises ``WordMissingError``, ``WrongStepError``."""
    if not note.strip():
        raise WordMissingError
    with one_event():
        kept = _locked(task, TaskState.OPEN)
        kept.state, kept.ended_on, kept.note = state, local_date(at), note.strip()
        kept.save(update_fields=["state", "ended_on", "note"])
        changes = {"state": (TaskState.OPEN.value, state.value), "note": ("", kept.note)}
        record("end_task", on=kept, by=by, at=at, changes=changes)


def reopen_task(*, task: FollowUpTask, by: User, at: datetime) -> None:
    """Take up again what was closed; how it was closed stays in the trail."""
    with one_event():
        kept = _locked(task, TaskState.DONE, TaskState.DROPPED)
        changes = {"state": (kept.state, TaskState.OPEN.value), "note": (kept.note, "")}
        kept.state, kept.ended_on, kept.note = TaskState.OPEN.value, None, ""
        kept.save(update_fields=["state", "ended_on", "note"])
        record("reopen_task", on=kept, by=by, at=at, changes=changes)


def note_tasks_export(*, tasks: int, filters: str, by: User, at: datetime) -> None:
    """Write down that `by` takes the list of tasks along, with the names of those who do them."""
    changes = {"records": ("", str(tasks)), "filters": ("", filters)}
    record("export_tasks", on=by, by=by, at=at, changes=changes)


def _locked(task: FollowUpTask, *before: TaskState) -> FollowUpTask:
    found = FollowUpTask.objects.select_for_update(of=("self",)).select_related("decision", "owner")
    kept = found.get(pk=task.pk)
    if kept.state not in before:
        raise WrongStepError(str(kept.get_state_display()))
    return kept


def _require_due(decision: Decision, due_on: date) -> None:
    decided = local_date(decision.decided_at)
    if due_on < decided:
        raise DueTooEarlyError(decided)


def _told_of(task: FollowUpTask) -> TaskTold:
    return TaskTold(task.kind, task.title, task.owner, task.due_on, task.partner)


def _fields(told: TaskTold) -> dict[str, object]:
    return {name: getattr(told, name) for name in ("kind", "title", "owner", "due_on", "partner")}


def _in_words(told: TaskTold) -> dict[str, str]:
    return {
        "kind": told.kind,
        "title": told.title,
        "owner": told.owner.titled_name,
        "due_on": told.due_on.isoformat(),
        "partner": told.partner.name if told.partner else "",
    }
