"""The clocks of one appraisal, each by its own rule, over the working days of the whole government."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from pembina.core.rules.appraisal_rating import Evaluator, Finality, Government, Position, finality_of_result
from pembina.core.rules.objection_deadlines import (
    ObjectionRight,
    Step,
    StepDeadline,
    StepStanding,
    objection_right,
    step_deadline,
    step_standing,
)
from pembina.core.rules.service_time import WorkingCalendar
from pembina.domain.access.audit import local_date
from pembina.domain.people.enums import TimeZone
from pembina.domain.performance.appraisal_enums import AppraisalState, Ruling
from pembina.domain.performance.models import Appraisal, Objection
from pembina.domain.services.calendars import general_calendar


@dataclass(frozen=True, slots=True)
class Clock:
    """One step with its limit, and how it stands."""

    deadline: StepDeadline
    standing: StepStanding


def working_days() -> WorkingCalendar:
    """Return the calendar over which all these clocks run."""
    return general_calendar(TimeZone.WIB)


def clocks_of(appraisal: Appraisal, objection: Objection | None, *, calendar: WorkingCalendar, on: date) -> list[Clock]:
    """Return the clocks that have begun, in the order of the regulation."""
    return [
        Clock(deadline, step_standing(deadline=deadline, done=done, calendar=calendar, on=on))
        for step, since, done in _begun(appraisal, objection, on)
        for deadline in [step_deadline(step=step, since=since, calendar=calendar, on=on)]
    ]


def finality_of(appraisal: Appraisal, *, on: date) -> Finality:
    """Return whether the result is final, with the article either way."""
    of_region = appraisal.by_head_of_region and appraisal.rater_id is None
    return finality_of_result(
        position=Position.TOP_JUNIOR if of_region else Position.OTHER,
        government=Government.REGIONAL,
        evaluator=Evaluator.REGIONAL_HEAD if of_region else Evaluator.OTHER,
        rater_was_silent=appraisal.rater_was_silent,
        on=on,
    )


def right_of(
    appraisal: Appraisal, objection: Objection | None, *, calendar: WorkingCalendar, on: date
) -> ObjectionRight:
    """Return how the right to object stands."""
    return objection_right(
        finality=finality_of(appraisal, on=on),
        received=_day(appraisal.received_at),
        filed=_day(objection.filed_at) if objection else None,
        calendar=calendar,
        on=on,
    )


def _begun(appraisal: Appraisal, objection: Objection | None, on: date) -> Iterator[tuple[Step, date, date | None]]:
    ended, silent = appraisal.period.window_ends, appraisal.rater_was_silent
    signed, received = _day(appraisal.signed_at), _day(appraisal.received_at)
    if silent or (appraisal.escalated_at and signed is None):
        yield Step.SUPERIOR_SIGNS, ended, _after(ended, signed)
    if signed:
        yield Step.SUPERIOR_DELIVERS if silent else Step.DELIVER, signed, _day(appraisal.delivered_at)
    if received:
        yield Step.RETURN_TO_SUPERIOR if silent else Step.RETURN, received, _day(appraisal.returned_at)
    if objection:
        yield Step.DECIDE, _local(objection.filed_at), _day(objection.decided_at)
    if ended < on and appraisal.state != AppraisalState.EXEMPT:
        changed = objection is not None and objection.ruling == Ruling.CHANGED
        report = Step.REPORT_CHANGED if changed else Step.SUPERIOR_REPORTS if silent else Step.REPORT
        yield report, ended, _after(ended, _day(appraisal.reported_at))


def _after(since: date, done: date | None) -> date | None:
    """Return the day on which something was done; what was done before its time began was done in time."""
    return max(since, done) if done else None


def _day(at: datetime | None) -> date | None:
    return local_date(at) if at else None


def _local(at: datetime) -> date:
    return local_date(at)
