"""Human resources open the months, quarters and years whose performance is evaluated."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pembina.core.rules.objection_deadlines import annual_window
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.performance.appraisal_refusals import NoSuchPeriodError, PeriodOpenAlreadyError, WindowError
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import EvaluationPeriod

MONTHS_OF = {PeriodCycle.MONTHLY: 1, PeriodCycle.QUARTERLY: 3, PeriodCycle.ANNUAL: 12}


@dataclass(frozen=True, slots=True)
class PeriodTold:
    """Which period, and for a month or a quarter the days of evaluating; those of a year follow from the regulation."""

    cycle: PeriodCycle
    year: int
    number: int = 1
    window_opens: date | None = None
    window_ends: date | None = None


def open_period(*, told: PeriodTold, by: User, at: datetime) -> EvaluationPeriod:
    """Open a period; raises ``NoSuchPeriodError``, ``WindowError``, ``PeriodOpenAlreadyError``."""
    starts, ends = days_of(told)
    opens, limit = _window(told, ends, on=local_date(at))
    with one_event():
        made, is_new = EvaluationPeriod.objects.get_or_create(
            cycle=told.cycle.value, year=told.year, number=told.number,
            defaults={
                "starts_on": starts, "ends_on": ends, "window_opens": opens, "window_ends": limit, "opened_by": by,
                "opened_at": at,
            },
        )  # fmt: skip
        if not is_new:
            raise PeriodOpenAlreadyError(made.label)
        changes = {"period": ("", made.label), "window_ends": ("", limit.isoformat())}
        record("open_period", on=made, by=by, at=at, changes=changes, created=True)
    return made


def days_of(told: PeriodTold) -> tuple[date, date]:
    """Return the first and the last day of a period; raises ``NoSuchPeriodError``."""
    months = MONTHS_OF[told.cycle]
    last = told.number * months
    if told.number < 1 or last > 12:
        raise NoSuchPeriodError
    return date(told.year, last - months + 1, 1), date(told.year, last, monthrange(told.year, last)[1])


def _window(told: PeriodTold, ends: date, *, on: date) -> tuple[date, date]:
    if told.cycle is PeriodCycle.ANNUAL:
        found = annual_window(year=told.year, on=on)
        return found.opens, found.ends
    opens, limit = told.window_opens, told.window_ends
    # One may begin a little before the last day, as the regulation has it for the year, and never a period too early.
    if opens is None or limit is None or limit < opens or limit < ends or opens < ends - timedelta(days=31):
        raise WindowError(ends)
    return opens, limit
