"""The steps of somebody's work that had a time, each with the record that its time was read from.

A step belongs to the days in which it was due. Where the regulation sets no limit, `WITHIN` is a yardstick of this
product, and the step says so.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pembina.domain.access.audit import local_date
from pembina.domain.people.models import Person
from pembina.domain.performance.effort_parts import TimedWork
from pembina.domain.performance.models import StepRemark
from pembina.domain.performance.queries.effort_duties import duties_of
from pembina.domain.performance.queries.effort_own_steps import own_steps_of


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step with what the person remarked on it."""

    step: TimedWork
    remarks: tuple[StepRemark, ...]


def steps_of(people: Collection[int], *, first: date, last: date, at: datetime) -> dict[int, tuple[StepTold, ...]]:
    """Return the steps of people due within some days, the earliest first; a fixed number of queries."""
    found: dict[int, list[TimedWork]] = defaultdict(list)
    for person, step in _all(people, first, last, at):
        day = local_date(step.due) if step.due is not None else step.about
        if first <= day <= last:
            found[person].append(step)
    remarks: dict[tuple[int, str], list[StepRemark]] = defaultdict(list)
    for one in StepRemark.objects.filter(person__in=people).order_by("noted_at", "pk"):
        remarks[one.person_id, one.step].append(one)
    return {
        person: tuple(
            StepTold(step, tuple(remarks.get((person, step.key), ())))
            for step in sorted(found.get(person, []), key=lambda each: (each.due or each.begun, each.key))
        )
        for person in people
    }


def late_step_of(person: Person, key: str, *, at: datetime) -> TimedWork | None:
    """Return an own step of the last two years that is late, by its key; None where there is none."""
    on = local_date(at)
    told = steps_of([person.pk], first=on - timedelta(days=730), last=on, at=at)[person.pk]
    return next((one.step for one in told if one.step.key == key and one.step.is_late(at)), None)


def _all(people: Collection[int], first: date, last: date, at: datetime) -> Iterator[tuple[int, TimedWork]]:
    yield from own_steps_of(people, first=first, last=last, at=at)
    yield from duties_of(people, first=first, last=last, at=at)
