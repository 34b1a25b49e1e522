"""A calendar laid out between two days, so that a million requests are counted by looking up sums.

All open spans stand in one sorted array with the working time before each: the working time between two instants is the
difference of two look-ups. Whole numbers throughout, so the result equals `working_time` to the microsecond.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
import numpy.typing as npt

from pembina.core.rules.service_time import refusals
from pembina.core.rules.service_time.calendar import HORIZON, WorkingCalendar
from pembina.core.rules.service_time.zones import DAY, EPOCH, FIRST_YEAR, LAST_YEAR, changes_around, local_day

Integers = npt.NDArray[np.int64]
MONTHS_BEFORE_1970 = 1970 * 12


@dataclass(frozen=True)
class Timeline:
    """The open spans of a calendar, S of them, in order.

    Attributes
    ----------
    calendar : what was laid out
    start, end : instants between which it answers, microseconds since 1970
    opens, closes : (S,) instants
    day : (S,) local day of each span, days since 1970
    """

    calendar: WorkingCalendar
    start: int
    end: int
    opens: Integers
    closes: Integers
    day: Integers

    @classmethod
    def covering(cls, calendar: WorkingCalendar, instants: Integers) -> "Timeline":
        """Lay the calendar out around all instants, and on to the next opening after the last.

        Raises
        ------
        UnusableTimesError : an instant in a far year, or no opening after the last
        """
        start, end = (int(instants.min()), int(instants.max())) if instants.size else (0, 0)
        lowest, highest = ((date(year, 1, 1) - EPOCH.date()).days * DAY for year in (FIRST_YEAR, LAST_YEAR + 1))
        if start < lowest or end >= highest:
            raise refusals.out_of_range(None, FIRST_YEAR, LAST_YEAR)
        first, last = local_day(start, calendar.zone), local_day(end, calendar.zone)
        spans = [(*span, day) for day, found in calendar.days_open(first, last=last) for span in found]
        spans += _opening_after(calendar, last)
        table = np.array([(opens, closes, (day - EPOCH.date()).days) for opens, closes, day in spans], dtype=np.int64)
        return cls(calendar, start, end, *table.T.copy())

    @cached_property
    def _before(self) -> Integers:
        """(S + 1,) working time before each span, and before the end of all."""
        return np.concatenate(([0], np.cumsum(self.closes - self.opens))).astype(np.int64)

    @cached_property
    def _changes(self) -> tuple[Integers, Integers]:
        zone = self.calendar.zone
        changes = changes_around(zone, local_day(self.start, zone), local_day(self.end, zone))
        table = np.array(changes, dtype=np.int64)
        return table[:, 0], table[:, 1]

    def working_time(self, starts: Integers, ends: Integers) -> Integers:
        """Return the working time between instants, microseconds; negative where an end comes first."""
        between: Integers = self._worked(ends) - self._worked(starts)
        return between

    def working_days(self, first: Integers, last: Integers) -> Integers:
        """Return the working days after local days `first` up to and with `last`; none where `last` is before."""
        days = self._working_days
        counted = np.searchsorted(days, last, side="right") - np.searchsorted(days, first, side="right")
        positive: Integers = np.maximum(counted, 0).astype(np.int64)
        return positive

    def local_days(self, instants: Integers) -> Integers:
        """Return the date of each instant on the wall calendar, days since 1970."""
        return self._local(instants) // DAY

    def months(self, instants: Integers) -> Integers:
        """Return the month of each instant on the wall calendar: twelve times the year plus the month from 0."""
        local = self._local(instants).astype("datetime64[us]").astype("datetime64[M]")
        return local.astype(np.int64) + MONTHS_BEFORE_1970

    def arrival_days(self, instants: Integers) -> Integers:
        """Return the local day of the moment itself where the office is open, else of the next opening."""
        self._require_covered(instants)
        return self.day[np.searchsorted(self.closes, instants, side="right")]

    @cached_property
    def _working_days(self) -> Integers:
        return np.unique(self.day)

    def _worked(self, instants: Integers) -> Integers:
        """Return the working time from the first day to each instant."""
        self._require_covered(instants)
        span = np.searchsorted(self.opens, instants, side="right") - 1
        into = np.minimum(instants, self.closes[span]) - self.opens[span]
        return np.where(span < 0, 0, self._before[span] + into)

    def _local(self, instants: Integers) -> Integers:
        self._require_covered(instants)
        since, offset = self._changes
        local: Integers = instants + offset[np.searchsorted(since, instants, side="right") - 1]
        return local

    def _require_covered(self, instants: Integers) -> None:
        if instants.size and not (self.start <= int(instants.min()) and int(instants.max()) <= self.end):
            raise ValueError("an instant lies outside the days that were laid out")


def _opening_after(calendar: WorkingCalendar, last: date) -> list[tuple[int, int, date]]:
    """Return the spans of the next working day, on which a request that came after closing arrives."""
    for day, spans in calendar.days_open(last + timedelta(days=1)):
        return [(opens, closes, day) for opens, closes in spans]
    raise refusals.never_open(last, HORIZON.days)
