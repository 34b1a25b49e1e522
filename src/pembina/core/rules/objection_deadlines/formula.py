"""When a step after an appraisal is due, and how it stands. A late step is shown as late; no right ends by itself.

Days are counted on the calendar of the office. The day of the event is not counted, and what happens on a day off
counts as of the next working day (as for complaints); the end of the time for evaluating is that very day.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.objection_deadlines import refusals
from pembina.core.rules.objection_deadlines.steps import Actor, Since, Step, StepRule, step_rule
from pembina.core.rules.service_time import WorkingCalendar
from pembina.core.rules.service_time.calendar import HORIZON
from pembina.core.rules.service_time.promises import working_days_after
from pembina.core.rules.service_time.refusals import never_open
from pembina.core.text import Text, written

_DAY = timedelta(days=1)


class StepState(StrEnum):
    """How a step stands."""

    RUNNING = "running"
    LATE = "late"
    DONE = "done"
    DONE_LATE = "done_late"

    @property
    def label(self) -> Text:
        """Return its words for a list."""
        return _STATES[self]

    @property
    def is_late(self) -> bool:
        """Say whether the limit has passed, done or not."""
        return self in (StepState.LATE, StepState.DONE_LATE)


_STATES = {
    StepState.RUNNING: Text(id="Berjalan", en="Running"),
    StepState.LATE: Text(id="Terlambat", en="Late"),
    StepState.DONE: Text(id="Selesai", en="Done"),
    StepState.DONE_LATE: Text(id="Selesai, terlambat", en="Done, late"),
}


@dataclass(frozen=True, slots=True)
class StepDeadline:
    """When a step is due, and why.

    Attributes
    ----------
    since : the day of the event
    counted_from : the day that is number 0
    due_on : the last day, always a working day
    article, certainty : legal basis, for print
    because : one sentence for the person rated
    """

    step: Step
    label: Text
    actor: Actor
    since: date
    counted_from: date
    due_on: date
    working_days: int
    article: str
    certainty: Certainty
    because: Text


@dataclass(frozen=True, slots=True)
class StepStanding:
    """How a step stands on a day; `working_days` are left while it runs, late where it is late, else zero."""

    state: StepState
    working_days: int
    because: Text


def step_deadline(*, step: Step, since: date, calendar: WorkingCalendar, on: date) -> StepDeadline:
    """Return when a step is due under the rules of the day `on`.

    Parameters
    ----------
    since : the day of what the step is counted from (`StepRule.since`), on the calendar of the office

    Raises
    ------
    NotInForceError : before the first version
    UnusableTimesError : a calendar that never gives so many working days
    """
    rule = step_rule(step, on=on)
    counted = since if rule.since is Since.WINDOW_ENDED else _counts_on(since, calendar)
    due = _working_day(rule.working_days, counted, calendar)
    return StepDeadline(
        step=rule.step,
        label=rule.label,
        actor=rule.actor,
        since=since,
        counted_from=counted,
        due_on=due,
        working_days=rule.working_days,
        article=rule.article,
        certainty=rule.certainty,
        because=_because(rule, since, counted, due),
    )


def step_standing(*, deadline: StepDeadline, done: date | None, calendar: WorkingCalendar, on: date) -> StepStanding:
    """Return how a step stands on a day; `done` is the day on which it was done, None while it is not.

    Raises
    ------
    UnusableClockError : done before its time began
    """
    if done is not None and done < deadline.since:
        raise refusals.backwards(deadline.since, done)
    day = on if done is None else done
    if day <= deadline.due_on:
        left = working_days_after(day, deadline.due_on, calendar) if done is None else 0
        state = StepState.RUNNING if done is None else StepState.DONE
        return StepStanding(state, left, _in_time(deadline, done, left))
    late = working_days_after(deadline.due_on, _counts_on(day, calendar), calendar)
    state = StepState.LATE if done is None else StepState.DONE_LATE
    return StepStanding(state, late, _late(deadline, done, late))


def _counts_on(day: date, calendar: WorkingCalendar) -> date:
    """Return the day itself where the office works, else the next working day."""
    return _working_day(1, day - _DAY, calendar)


def _working_day(number: int, after: date, calendar: WorkingCalendar) -> date:
    """Return the working day `number` after a day, which itself is not counted."""
    days = (day for day, _ in calendar.days_open(after + _DAY))
    found = next(islice(days, number - 1, None), None)
    if found is None:
        raise never_open(after, HORIZON.days)
    return found


def _because(rule: StepRule, since: date, counted: date, due: date) -> Text:
    moved = (
        Text(id="", en="")
        if counted == since
        else Text(
            id=f" (hari libur, dihitung dari hari kerja {written(counted).id})",
            en=f" (a day off, counted from working day {written(counted).en})",
        )
    )
    return Text(
        id=f"{rule.label.id}: paling lama {rule.working_days} hari kerja sejak {rule.since.label.id} "
        f"{written(since).id}{moved.id}, yaitu {written(due).id}; hari itu sendiri tidak dihitung.",
        en=f"{rule.label.en}: within {rule.working_days} working days after {rule.since.label.en} on "
        f"{written(since).en}{moved.en}, by {written(due).en}; that day itself is not counted.",
    )


def _in_time(deadline: StepDeadline, done: date | None, left: int) -> Text:
    due = written(deadline.due_on)
    if done is None:
        return Text(
            id=f"Sampai {due.id}: tersisa {left} hari kerja sesudah hari ini.",
            en=f"Until {due.en}: {left} working days are left after today.",
        )
    return Text(
        id=f"Selesai {written(done).id}, batasnya {due.id}.", en=f"Done on {written(done).en}, due by {due.en}."
    )


def _late(deadline: StepDeadline, done: date | None, late: int) -> Text:
    due = written(deadline.due_on)
    if done is None:
        return Text(
            id=f"Terlambat {late} hari kerja sejak batasnya {due.id}; tetap harus dilakukan.",
            en=f"Late by {late} working days since {due.en}; it still has to be done.",
        )
    return Text(
        id=f"Selesai {written(done).id}, terlambat {late} hari kerja dari batasnya {due.id}.",
        en=f"Done on {written(done).en}, {late} working days after {due.en}.",
    )
