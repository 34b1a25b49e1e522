"""What follows from a decision is proposed, noted once, ended with a word, and taken up again."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.impact.deciding import Deciding
from pembina.domain.access.events import AuditEvent
from pembina.domain.impact.decision_refusals import DueTooEarlyError, WordMissingError
from pembina.domain.impact.enums import TaskKind, TaskState
from pembina.domain.impact.models import FollowUpTask
from pembina.domain.impact.operations.tasks import (
    TaskTold,
    edit_task,
    end_task,
    put_proposed_tasks,
    put_task,
    reopen_task,
)
from pembina.domain.impact.permissions import tasks_kept_by, tasks_reported_by
from pembina.domain.impact.proposals import open_proposals, proposals_for
from pembina.domain.impact.queries.tasks import is_late, late, own_tasks, tasks_seen_by
from pembina.domain.impact.refusals import WrongStepError

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def deciding(person):
    made = Deciding(person=person, at=NOON)
    made.decision = made.decide()
    made.owner = made.programme.owner
    return made


@pytest.fixture
def task(deciding):
    return put_task(decision=deciding.decision, told=told(deciding), by=deciding.bupati, at=NOON)


def told(deciding, **other):
    due = deciding.today + timedelta(days=30)
    plan = {"kind": TaskKind.NEXT_WAVE, "title": "Gelombang 3", "owner": deciding.owner, "due_on": due}
    return TaskTold(**(plan | other))


@pytest.mark.parametrize(
    ("action", "kind"),
    [("expand", "next_wave"), ("fix", "curriculum"), ("continue", "career_credit"), ("stop", "public_note")],
)
def test_every_action_has_what_usually_follows(action, kind):
    kinds = [proposal.kind for proposal in proposals_for(action)]
    assert kind in kinds
    assert TaskKind.PUBLIC_NOTE in kinds


def test_what_is_proposed_is_noted_once(deciding):
    wanted = open_proposals(deciding.decision, ())
    args = {"decision": deciding.decision, "owner": deciding.owner, "proposals": wanted, "by": deciding.bupati}
    made = put_proposed_tasks(**args, at=NOON)
    assert [one.kind for one in made] == ["next_wave", "career_credit", "public_note"]
    assert made[2].due_on == deciding.today + timedelta(days=14)
    assert put_proposed_tasks(**args, at=NOON) == []


def test_a_task_is_not_due_before_the_decision(deciding):
    with pytest.raises(DueTooEarlyError):
        put_task(
            decision=deciding.decision, told=told(deciding, due_on=deciding.today - timedelta(days=1)),
            by=deciding.bupati, at=NOON,
        )  # fmt: skip


def test_a_task_is_told_differently_until_it_ends(deciding, task):
    partner = deciding.training.partner()
    edit_task(task=task, told=told(deciding, title="Gelombang 4", partner=partner), by=deciding.rina, at=NOON)
    event = AuditEvent.objects.filter(operation="put_task").latest("pk")
    assert event.changes == {"title": ["Gelombang 3", "Gelombang 4"], "partner": ["", partner.name]}
    end_task(task=task, state=TaskState.DONE, note="Selesai", by=deciding.rina, at=NOON)
    with pytest.raises(WrongStepError):
        edit_task(task=task, told=told(deciding), by=deciding.rina, at=NOON)


def test_a_task_ends_with_a_word_and_is_taken_up_again(deciding, task):
    with pytest.raises(WordMissingError):
        end_task(task=task, state=TaskState.DONE, note=" ", by=deciding.rina, at=NOON)
    end_task(task=task, state=TaskState.DROPPED, note="Dana tidak ada", by=deciding.rina, at=NOON)
    with pytest.raises(WrongStepError):
        end_task(task=task, state=TaskState.DONE, note="Lagi", by=deciding.rina, at=NOON)
    reopen_task(task=task, by=deciding.rina, at=NOON)
    task.refresh_from_db()
    assert (task.state, task.ended_on, task.note) == (TaskState.OPEN, None, "")
    with pytest.raises(WrongStepError):
        reopen_task(task=task, by=deciding.rina, at=NOON)


def test_late_is_open_after_its_day_or_ended_after_it(deciding, task):
    after = task.due_on + timedelta(days=1)
    assert not is_late(task, task.due_on)
    assert is_late(task, after)
    FollowUpTask.objects.update(state=TaskState.DONE, ended_on=after, note="Selesai")
    task.refresh_from_db()
    assert is_late(task, deciding.today)
    assert FollowUpTask.objects.filter(late(deciding.today)).count() == 1
    FollowUpTask.objects.update(ended_on=task.due_on)
    assert not FollowUpTask.objects.filter(late(after)).exists()


def test_who_does_a_task_reports_on_it_and_keeps_it_not(deciding, task, sari, dewi):
    FollowUpTask.objects.update(owner=deciding.training.person(sari))
    on = deciding.today
    assert own_tasks(sari).get() == task
    assert tasks_reported_by(sari, on=on).get() == task
    assert not tasks_kept_by(sari, on=on).exists()
    assert not tasks_seen_by(dewi, on=on).exists()
    assert tasks_seen_by(deciding.lia, on=on).get() == task
