"""Who is to be told of what follows a training: plans, their checks, ratings; one letter for all of it together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from pembina.core.rules.training_follow_up import follow_up
from pembina.domain.development.enums import EnrolmentState, SessionState
from pembina.domain.development.follow_up_enums import Side
from pembina.domain.development.models import ActionPlan, Enrolment, Session
from pembina.domain.development.notice_enums import FollowUpTask, NoticeKind
from pembina.domain.development.queries.action_plans import ready_to_end, unchecked_items, with_decision_due
from pembina.domain.development.queries.follow_up_tasks import TaskKind, rating_tasks, unplanned
from pembina.domain.development.queries.notices import Due, Letter, by_person, named
from pembina.domain.development.queries.notices_of_seats import with_mail
from pembina.domain.people.decisions import deciders_of
from pembina.domain.people.enums import LegalPosition

# How long after its last session a training still asks by mail for a plan, and how long before its first for a rating.
PLAN_WITHIN, RATING_AHEAD = timedelta(days=30), timedelta(days=7)
OF_RATINGS = {
    TaskKind.BEFORE: FollowUpTask.BEFORE,
    TaskKind.AFTER: FollowUpTask.AFTER,
    TaskKind.BEHAVIOUR: FollowUpTask.BEHAVIOUR,
}


@dataclass(frozen=True, slots=True)
class _Task:
    """What waits for one side of one seat; what is long late is chased on the pages, not by mail."""

    what: FollowUpTask
    side: Side
    seat: Enrolment
    about: str
    day: int | None = None
    until: date | None = None


def follow_up_to_tell(*, at: datetime) -> list[Letter]:
    """Return one letter for everybody who has something new to do after a training, the own and that of staff led."""
    on = localdate(at)
    tasks = [task for side in Side for task in _tasks(side, at=at, on=on)]
    led = {task.seat.person_id for task in tasks if task.side == Side.SUPERIOR}
    deciders = deciders_of(led, on=on)
    people = {task.seat.person_id for task in tasks}.union(*deciders.values())
    reached = with_mail(people)
    return by_person(
        Due(
            NoticeKind.FOLLOW_UP, reached[told], task.about, seat=task.seat, what=task.what, day=task.day,
            until=task.until,
        )
        for task in tasks
        for told in sorted(deciders[task.seat.person_id] if task.side == Side.SUPERIOR else {task.seat.person_id})
        if told in reached
    )  # fmt: skip


def _tasks(side: Side, *, at: datetime, on: date) -> Iterator[_Task]:
    if side == Side.SELF:
        yield from _plans_to_write(at=at, on=on)
        yield from _plans_to_end(on)
    else:
        yield from _plans_to_decide(on)
    yield from _checks(side, on)
    yield from _ratings(side, at=at, on=on)


def _plans_to_write(*, at: datetime, on: date) -> Iterator[_Task]:
    recent = Session.objects.filter(batch=OuterRef("batch"), state=SessionState.PLANNED, ends_at__gt=at - PLAN_WITHIN)
    for seat in unplanned(_seats().filter(Exists(recent)), at=at, on=on):
        yield _Task(FollowUpTask.PLAN, Side.SELF, seat, f"plan {seat.pk}")


def _plans_to_end(on: date) -> Iterator[_Task]:
    for plan in _plans(ActionPlan.objects.filter(ready_to_end(on=on))):
        yield _Task(FollowUpTask.END, Side.SELF, plan.enrolment, f"end {plan.pk}")


def _plans_to_decide(on: date) -> Iterator[_Task]:
    for plan in _plans(ActionPlan.objects.filter(with_decision_due(on=on))):
        yield _Task(FollowUpTask.DECISION, Side.SUPERIOR, plan.enrolment, f"decision {named(plan, plan.sent_at)}")


def _checks(side: Side, on: date) -> Iterator[_Task]:
    """Yield the checks that are due and still in time, one for each plan and day."""
    rules = follow_up(on=on)
    for day in rules.check_days:
        due = unchecked_items(day, side, on=on, late=False)
        earliest = on - timedelta(days=day + rules.days_for_a_check)
        plans = ActionPlan.objects.filter(pk__in=due.values("plan"), counts_from__gte=earliest)
        for plan in _plans(plans):
            until = (plan.counts_from or on) + timedelta(days=day + rules.days_for_a_check)
            about = f"check {plan.pk} {day} {side}"
            yield _Task(FollowUpTask.CHECK, side, plan.enrolment, about, day, until)


def _ratings(side: Side, *, at: datetime, on: date) -> Iterator[_Task]:
    for task in rating_tasks(_seats(), side, at=at, on=on):
        if task.window is None or task.is_late(on) or task.window.opens > on + RATING_AHEAD:
            continue
        about = f"{task.kind} {task.seat.pk} {side}"
        yield _Task(OF_RATINGS[task.kind], side, task.seat, about, until=task.window.closes)


def _seats() -> QuerySet[Enrolment]:
    """Return the seats of people in service."""
    return Enrolment.objects.filter(state=EnrolmentState.ENROLLED, person__legal_position=LegalPosition.ACTIVE)


def _plans(plans: QuerySet[ActionPlan]) -> Iterable[ActionPlan]:
    found = plans.filter(enrolment__in=_seats().values("pk"))
    return found.select_related("enrolment__person", "enrolment__batch").order_by("counts_from", "pk")
