"""What waits for somebody after a training, as a list of things to open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.domain.development.models import Enrolment
from pembina.domain.development.queries.follow_up_tasks import RatingTask, TaskKind
from pembina.web.components.formatting import MISSING, day, number


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One thing to do; `is_step` where it is begun with a button, since a link changes nothing."""

    title: str
    about: str
    address: str
    until: str
    is_late: bool
    is_step: bool = False


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The same thing to do about several people of one training."""

    title: str
    count: str
    until: str
    is_late: bool
    people: tuple[tuple[str, str], ...]


def own_tasks(unplanned: Iterable[Enrolment], tasks: Iterable[RatingTask], *, on: date) -> list[TaskRow]:
    """Return the trainings without a plan, and the ratings that wait."""
    plans = [
        TaskRow(
            title=_("Susun rencana aksi"), about=seat.batch.title, until=MISSING, is_late=False, is_step=True,
            address=reverse("action_plans:start", args=[seat.pk]),
        )
        for seat in unplanned
    ]  # fmt: skip
    return plans + [
        TaskRow(_title(task.kind), task.seat.batch.title, _address(task), _until(task), task.is_late(on))
        for task in tasks
    ]


def staff_tasks(tasks: Iterable[RatingTask], *, on: date) -> list[TaskGroup]:
    """Return the ratings of people led, the same rating after one training together."""
    ordered = sorted(tasks, key=lambda task: (_until_day(task), task.kind, task.seat.batch_id))
    groups = groupby(ordered, key=lambda task: (task.kind, task.seat.batch_id))
    return [_group(list(group), on) for _key, group in groups]


def _group(tasks: list[RatingTask], on: date) -> TaskGroup:
    first = tasks[0]
    named = sorted((task.seat.person.titled_name, _address(task)) for task in tasks)
    return TaskGroup(
        title=f"{_title(first.kind)} · {first.seat.batch.title}",
        count=_("%s orang") % number(len(tasks)),
        until=_until(first),
        is_late=first.is_late(on),
        people=tuple(named),
    )


def _until(task: RatingTask) -> str:
    return day(task.window.closes) if task.window else MISSING


def _until_day(task: RatingTask) -> date:
    return task.window.closes if task.window else date.max


def _title(kind: TaskKind) -> str:
    return {
        TaskKind.BEFORE: _("Nilai kemampuan sebelum pelatihan"),
        TaskKind.AFTER: _("Nilai kemampuan sesudah pelatihan"),
        TaskKind.BEHAVIOUR: _("Nilai perilaku di tempat kerja"),
    }[kind]


def _address(task: RatingTask) -> str:
    if task.kind is TaskKind.BEHAVIOUR:
        return reverse("action_plans:behaviour", args=[task.seat.pk])
    return reverse("action_plans:competence", args=[task.seat.pk, task.kind.value])
