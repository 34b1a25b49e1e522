"""How long a public service took: working calendar, promised time, the life of a request, figures of a month."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.service_time.calendar import Holiday, HolidayKind, SpecialHours, WeekFrom, WorkingCalendar
from pembina.core.rules.service_time.due import Due, due_of
from pembina.core.rules.service_time.figures import (
    Backlog,
    OnTime,
    ServiceFigures,
    Spread,
    WithOpen,
    month_number,
    service_figures,
    timeline_up_to,
)
from pembina.core.rules.service_time.flaws import Flaw
from pembina.core.rules.service_time.hours import (
    CLOSED,
    Hours,
    OfficeHours,
    Week,
    office_hours,
    read_day,
    regulated_weeks,
    weekly_minutes,
)
from pembina.core.rules.service_time.ledger import MISSING, LedgerRow, RequestColumns
from pembina.core.rules.service_time.lives import Measure
from pembina.core.rules.service_time.promises import (
    DueTime,
    PromisedTime,
    TimeUnit,
    due_at,
    working_days_between,
)
from pembina.core.rules.service_time.refusals import Refusal, UnusableTimesError
from pembina.core.rules.service_time.requests import Pause, PauseReason, Request, RequestLife, flaw_of, request_life
from pembina.core.rules.service_time.tally import UNDATED, Cell, Tally, tally_requests
from pembina.core.rules.service_time.timeline import Timeline
from pembina.core.rules.service_time.working_time import add_working_time, next_opening, working_time_between

__all__ = [
    "CLOSED",
    "MISSING",
    "UNDATED",
    "Backlog",
    "Cell",
    "Due",
    "DueTime",
    "Flaw",
    "Holiday",
    "HolidayKind",
    "Hours",
    "LedgerRow",
    "Measure",
    "NotInForceError",
    "OfficeHours",
    "OnTime",
    "Pause",
    "PauseReason",
    "PromisedTime",
    "Refusal",
    "Request",
    "RequestColumns",
    "RequestLife",
    "ServiceFigures",
    "SpecialHours",
    "Spread",
    "Tally",
    "TimeUnit",
    "Timeline",
    "UnusableTimesError",
    "Week",
    "WeekFrom",
    "WithOpen",
    "WorkingCalendar",
    "add_working_time",
    "due_at",
    "due_of",
    "flaw_of",
    "month_number",
    "next_opening",
    "office_hours",
    "read_day",
    "regulated_weeks",
    "request_life",
    "service_figures",
    "tally_requests",
    "timeline_up_to",
    "weekly_minutes",
    "working_days_between",
    "working_time_between",
]
