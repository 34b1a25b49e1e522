"""The dates of a complaint, by the rules in force and the calendar of its unit."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pembina.core.rules.complaint_deadlines import Deadline, Severity, complaint_deadline, reopening_window
from pembina.core.rules.service_time import WorkingCalendar, working_days_between
from pembina.domain.access.audit import local_date
from pembina.domain.people.models import Unit
from pembina.domain.services.calendars import calendar_of
from pembina.domain.services.complaint_enums import ComplaintKind
from pembina.domain.services.models import Complaint


def deadline_of(*, unit: Unit, severity: str, since: datetime, calendar: WorkingCalendar | None = None) -> Deadline:
    """Return when an answer is due that is asked for at `since`; without a severity by the rule before triage.

    Whoever asks for many gives the `calendar` of the unit along.
    """
    judged = Severity(severity) if severity else None
    kept = calendar or calendar_of(unit)
    return complaint_deadline(severity=judged, received=since, calendar=kept, on=local_date(since))


def clock_of(complaint: Complaint) -> Deadline | None:
    """Return why a complaint is due when it is; None for suggestions and praise, which have no deadline."""
    if complaint.kind != ComplaintKind.COMPLAINT:
        return None
    return deadline_of(unit=complaint.unit, severity=complaint.severity, since=begun_at(complaint))


def begun_at(complaint: Complaint) -> datetime:
    """Return from when the clock runs: from receipt, or from being reopened."""
    return complaint.reopened_at or complaint.received_at


def measure_answer(complaint: Complaint, *, at: datetime, calendar: WorkingCalendar | None = None) -> None:
    """Write on a complaint how many working days an answer at `at` took, and whether it kept its day."""
    kept = calendar or calendar_of(complaint.unit)
    complaint.answer_days = working_days_between(start=complaint.received_at, end=at, calendar=kept)
    local = at.astimezone(ZoneInfo(complaint.unit.time_zone)).date()
    complaint.in_time = None if complaint.due_on is None else local <= complaint.due_on


def last_day_to_reopen(ended_at: datetime) -> date:
    """Return until when an answer of that moment may be contradicted, that day included."""
    ended = local_date(ended_at)
    return ended + timedelta(days=reopening_window(on=ended).days)
