"""What waits for somebody after a training: a plan to write, ratings to give. Computed from the days, never stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from pembina.core.rules.training_follow_up import Window
from pembina.domain.development.enums import AttendanceStatus
from pembina.domain.development.follow_up_enums import RatingMoment, Side
from pembina.domain.development.models import (
    ActionPlan,
    Attendance,
    Batch,
    BehaviourCheck,
    CompetenceRating,
    Enrolment,
)
from pembina.domain.development.queries.training_days import TrainingDays, training_days


class TaskKind(StrEnum):
    """What there is to do."""

    BEFORE = "before"
    AFTER = "after"
    BEHAVIOUR = "behaviour"


@dataclass(frozen=True, slots=True)
class RatingTask:
    """One rating that waits; `window` is None for the one before a training without sessions."""

    seat: Enrolment
    kind: TaskKind
    window: Window | None

    def is_late(self, on: date) -> bool:
        return self.window is not None and self.window.is_late(on)


def rating_tasks(seats: QuerySet[Enrolment], side: Side, *, at: datetime, on: date) -> list[RatingTask]:
    """Return the ratings that wait for one side, the first to close first; four queries, whatever the number."""
    found = seats.filter(took_part()).select_related("person", "batch")
    days = training_days(Batch.objects.filter(pk__in=seats.values("batch")), on=on)
    tasks = [
        RatingTask(seat, kind, _window(kind, days[seat.batch_id]))
        for kind, batches in _open_batches(days, at=at, on=on).items()
        for seat in found.filter(_waits(kind, side, _still_open(days, on)), batch__in=batches)
    ]
    return sorted(tasks, key=lambda task: (task.window.closes if task.window else date.max, task.seat.pk))


def unplanned(seats: QuerySet[Enrolment], *, at: datetime, on: date) -> QuerySet[Enrolment]:
    """Return the seats in trainings that are over and led to no plan yet."""
    days = training_days(Batch.objects.filter(pk__in=seats.values("batch")), on=on)
    over = [batch for batch, each in days.items() if each.is_over(at)]
    planned = ActionPlan.objects.filter(enrolment=OuterRef("pk"))
    return seats.filter(took_part(), ~Exists(planned), batch__in=over).select_related("batch__programme", "person")


def took_part() -> Q:
    """Return the condition that a seat was not left empty: who was recorded as away every time owes nothing."""
    recorded = Attendance.objects.filter(enrolment=OuterRef("pk"))
    return Q(~Exists(recorded)) | Q(Exists(recorded.filter(status=AttendanceStatus.PRESENT)))


def _open_batches(days: Mapping[int, TrainingDays], *, at: datetime, on: date) -> dict[TaskKind, list[int]]:
    opened: dict[TaskKind, list[int]] = {kind: [] for kind in TaskKind}
    for batch, each in days.items():
        if each.first is None or on <= each.first:
            opened[TaskKind.BEFORE].append(batch)
        if each.is_over(at):
            opened[TaskKind.AFTER].append(batch)
        if each.behaviour is not None and each.behaviour.has_opened(on):
            opened[TaskKind.BEHAVIOUR].append(batch)
    return opened


def _still_open(days: Mapping[int, TrainingDays], on: date) -> list[int]:
    return [batch for batch, each in days.items() if each.rating is not None and each.rating.is_open(on)]


def _waits(kind: TaskKind, side: Side, in_time: list[int]) -> Q:
    """Return the condition that a rating is missing. After its time only one that completes a pair is asked for."""
    if kind is TaskKind.BEHAVIOUR:
        return Q(~Exists(BehaviourCheck.objects.filter(enrolment=OuterRef("pk"), side=side)))
    rated = CompetenceRating.objects.filter(enrolment=OuterRef("pk"), side=side)
    before, after = (Exists(rated.filter(moment=moment)) for moment in (RatingMoment.BEFORE, RatingMoment.AFTER))
    if kind is TaskKind.BEFORE:
        return Q(~before)
    return Q(~after) & (Q(batch__in=in_time) | Q(before))


def _window(kind: TaskKind, days: TrainingDays) -> Window | None:
    if kind is TaskKind.BEHAVIOUR:
        return days.behaviour
    if kind is TaskKind.AFTER:
        return days.rating
    return Window(days.first, days.first) if days.first else None
