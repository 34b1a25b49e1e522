"""Questions about what follows from decisions: what is somebody's own, what is late."""

from datetime import date

from django.db.models import F, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.impact.enums import TaskState
from pembina.domain.impact.models import FollowUpTask
from pembina.domain.impact.queries.decisions import decisions_seen_by


def own_tasks(actor: User) -> QuerySet[FollowUpTask]:
    """Return the tasks that `actor` is to do."""
    if not actor.is_active:
        return FollowUpTask.objects.none()
    return FollowUpTask.objects.filter(owner__nip=actor.username)


def tasks_seen_by(actor: User, *, on: date) -> QuerySet[FollowUpTask]:
    """Return the tasks of decisions that `actor` may read, and the own ones."""
    decisions = decisions_seen_by(actor, on=on).values("pk")
    return FollowUpTask.objects.filter(Q(decision__in=decisions) | Q(pk__in=own_tasks(actor).values("pk")))


def with_names(tasks: QuerySet[FollowUpTask]) -> QuerySet[FollowUpTask]:
    """Return tasks with all that a list shows of them."""
    named = tasks.select_related("decision__evaluation__programme", "owner", "partner")
    return named.defer("decision__content")


def late(on: date) -> Q:
    """Return the condition that a task is late: open after its day, or ended after it."""
    return overdue(on) | Q(ended_on__gt=F("due_on"))


def overdue(on: date) -> Q:
    """Return the condition that a task is open after its day."""
    return Q(state=TaskState.OPEN, due_on__lt=on)


def is_late(task: FollowUpTask, on: date) -> bool:
    """Say whether a task is late, or was ended late."""
    return task.due_on < (task.ended_on or on)
