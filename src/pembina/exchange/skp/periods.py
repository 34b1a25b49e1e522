"""Which month, quarter or year a row tells of."""

from dataclasses import dataclass
from datetime import date

from pembina.exchange.learning.findings import RowCheck
from pembina.exchange.skp import wording
from pembina.exchange.skp.words import ANNUAL, MONTHLY, QUARTERLY, cycle_named, month_named

FIRST_YEAR = 2022
DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A cycle, its year, and the first and last month of it."""

    year: int
    cycle: str
    first_month: int
    last_month: int


def period_of(check: RowCheck, on: date) -> Period | None:
    """Return the period; without months and cycle it is the whole year. Refuse what is none, and what is to come."""
    year = _year(check, on)
    cycle = cycle_named(check.said("cycle")) if check.said("cycle") else None
    if check.said("cycle") and cycle is None:
        check.refuse("cycle", wording.NO_CYCLE, wording.GIVE_CYCLE)
    first, last = (_month(check, field) for field in ("first_month", "last_month"))
    if year is None or check.is_refused:
        return None
    if first is None and last is None and cycle in (None, ANNUAL):
        period = Period(year, ANNUAL, 1, DECEMBER)
    elif first is None or last is None:
        check.refuse("last_month" if first else "first_month", wording.NO_MONTH, wording.GIVE_MONTH)
        return None
    else:
        period = Period(year, cycle or _cycle(first, last), first, last)
    return period if _fits(check, period, on) else None


def fits_cycle(period: Period) -> bool:
    """Say whether the months are in order and belong to one month, one quarter or one year."""
    first, last = period.first_month, period.last_month
    if not 1 <= first <= last <= DECEMBER:
        return False
    if period.cycle == MONTHLY:
        return first == last
    return period.cycle == ANNUAL or (first - 1) // 3 == (last - 1) // 3


def _fits(check: RowCheck, period: Period, on: date) -> bool:
    if not fits_cycle(period):
        check.refuse("last_month", wording.WRONG_MONTHS, wording.FIT_MONTHS)
        return False
    begins = DECEMBER if period.cycle == ANNUAL else period.last_month
    if date(period.year, begins, 1) > on:
        check.refuse("year", wording.TO_COME, wording.CHECK_PERIOD)
        return False
    return True


def _cycle(first: int, last: int) -> str:
    if first == last:
        return MONTHLY
    return QUARTERLY if last - first < 3 else ANNUAL


def _year(check: RowCheck, on: date) -> int | None:
    written = check.said("year").removesuffix(".0")
    year = int(written) if written.isascii() and written.isdecimal() and len(written) == 4 else 0
    last = check.said("last_year").removesuffix(".0")
    if not 1945 <= year <= on.year + 1:
        check.refuse("year", wording.NO_YEAR, wording.GIVE_YEAR)
    elif year < FIRST_YEAR:
        check.refuse("year", wording.NUMERIC_ERA, wording.LEAVE_OUT)
    elif last and last != str(year):
        check.refuse("last_year", wording.TWO_YEARS, wording.CHECK_PERIOD)
    else:
        return year
    return None


def _month(check: RowCheck, field: str) -> int | None:
    written = check.said(field)
    month = month_named(written) if written else None
    if written and month is None:
        check.refuse(field, wording.NO_MONTH, wording.GIVE_MONTH)
    return month
