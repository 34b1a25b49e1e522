"""What was observed of each unit in each month: one table for an outcome, drawn by one query over the whole window."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import numpy as np

from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.rules.service_time import month_number
from pembina.core.text import Text
from pembina.domain.development.enums import OutcomeFigure
from pembina.domain.impact.enums import UnitReach
from pembina.domain.impact.models import DesignOutcome
from pembina.domain.impact.panel_ledger import Ledger, ledger_figures, read_ledger
from pembina.domain.impact.panel_services import ServicePlace, rows_by_unit, service_places
from pembina.domain.impact.panel_survey import POINTS, survey_figures
from pembina.domain.people.models import Unit
from pembina.domain.services.service_figures import months_between

OF_THE_SURVEY = (OutcomeFigure.SATISFACTION, OutcomeFigure.SATISFACTION_ELEMENT)

CLOSED, MERGED, NO_SERVICE, NO_DATA = "closed", "merged", "no_service", "no_data"
OTHER_MEASURE, SERVICE_MOVED = "other_measure", "service_moved"
REASONS = {
    CLOSED: Text(
        id="Unit ditutup dalam jangka waktu ini: sejak bulan itu tidak dipakai.",
        en="The unit closed in the window: not used from that month on.",
    ),
    MERGED: Text(
        id="Unit digabung dalam jangka waktu ini: sejak bulan itu tidak dipakai.",
        en="The unit was merged in the window: not used from that month on.",
    ),
    NO_SERVICE: Text(
        id="Unit tidak mempunyai layanan yang dihitung.", en="The unit has none of the services that are counted."
    ),
    NO_DATA: Text(
        id="Unit tidak mempunyai data dalam jangka waktu ini.", en="The unit has no data in the window."
    ),
    OTHER_MEASURE: Text(
        id="Layanan diukur dengan satuan lain daripada sebagian besar layanan.",
        en="The service is measured in another unit than most.",
    ),
    SERVICE_MOVED: Text(
        id="Layanan pindah ke unit lain: selama di sana tidak dihitung bagi unit mana pun.",
        en="The service moved to another unit: while there it is counted for none.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Excluded:
    """What was left out for one reason of `REASONS`: codes of units, or of services."""

    reason: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class OutcomeSpec:
    """What is looked at: a figure, its element (1-9) where it is one of the survey, and of which services.

    `services` are primary keys; empty means all services of the unit.
    """

    figure: OutcomeFigure
    element: int | None = None
    services: tuple[int, ...] = ()

    @classmethod
    def of(cls, outcome: DesignOutcome) -> "OutcomeSpec":
        """Return what an outcome of a design looks at."""
        chosen = sorted(service.pk for service in outcome.services.all())
        return cls(OutcomeFigure(outcome.figure), outcome.element, tuple(chosen))


@dataclass(frozen=True)
class OutcomeTable:
    """One figure of n units in T months.

    Attributes
    ----------
    codes : n codes, in the order of the units asked for
    months : T first days
    values : (n, T) the figure; NaN where nothing was observed or nothing may be used
    counts : (n, T) requests or answers behind each figure
    excluded : what was left out and why
    unit : in what the figure is given: working days, working hours, percent, points
    """

    codes: tuple[str, ...]
    months: tuple[date, ...]
    values: FloatArray
    counts: IntArray
    excluded: tuple[Excluded, ...]
    unit: Text


def outcome_table(
    spec: OutcomeSpec, units: Sequence[Unit], *, reach: UnitReach, first: date, last: date, at: datetime
) -> OutcomeTable:
    """Return one table; `first` and `last` are days within its first and last month, `at` is now.

    One query reads the figures whatever the number of units and months; some more say whose services they are.
    """
    return Tables(units, reach=reach, first=first, last=last, at=at).of(spec)


class Tables:
    """The tables of several outcomes over the same units and months; the tallies of the same services are read once."""

    def __init__(
        self, units: Sequence[Unit], *, reach: UnitReach, first: date, last: date, at: datetime,
        codes: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """`codes` are those by which the units are known, where these are not their own of today."""
        self.units, self.first, self.last, self.at = tuple(units), first, last, at
        self.codes = tuple(codes) or tuple(unit.code for unit in self.units)
        self.rows = rows_by_unit(self.units, reach=reach)
        self.months = month_number(first.year, first.month), month_number(last.year, last.month)
        self._places: dict[tuple[int, ...], tuple[ServicePlace, ...]] = {}
        self._ledgers: dict[tuple[int, ...], Ledger] = {}

    def of(self, spec: OutcomeSpec) -> OutcomeTable:
        """Return the table of one outcome."""
        places = self.places(spec.services)
        if spec.figure in OF_THE_SURVEY:
            values, counts = survey_figures(
                self.rows, places, element=spec.element, services=spec.services, first=self.first, last=self.last,
                units=len(self.units),
            )  # fmt: skip
            return self._table(values, counts, places, (), POINTS)
        figures = ledger_figures(
            self.ledger(spec.services), places, figure=spec.figure, months=self.months, units=len(self.units)
        )
        return self._table(figures.values, figures.counts, places, figures.other_measure, figures.unit)

    def places(self, services: Iterable[int]) -> tuple[ServicePlace, ...]:
        """Return which services count for which units."""
        chosen = tuple(services)
        if chosen not in self._places:
            self._places[chosen] = service_places(self.rows, services=chosen, first=self.first)
        return self._places[chosen]

    def ledger(self, services: Iterable[int]) -> Ledger:
        """Return the tallies of these services."""
        chosen = tuple(services)
        if chosen not in self._ledgers:
            self._ledgers[chosen] = read_ledger(self.places(chosen), months=self.months, at=self.at)
        return self._ledgers[chosen]

    @cached_property
    def _gone(self) -> BoolArray:
        """(n, T) whether the unit was closed or merged by the end of the month."""
        ends = [day.replace(day=monthrange(day.year, day.month)[1]) for day in self._days]
        return np.array([[_is_gone(unit, end) for end in ends] for unit in self.units], dtype=bool).reshape(
            len(self.units), len(ends)
        )

    @cached_property
    def _days(self) -> tuple[date, ...]:
        return tuple(months_between(self.first, self.last))

    def _table(
        self,
        values: FloatArray,
        counts: IntArray,
        places: tuple[ServicePlace, ...],
        other_measure: tuple[str, ...],
        unit: Text,
    ) -> OutcomeTable:
        values, counts = np.where(self._gone, np.nan, values), np.where(self._gone, 0, counts)
        observed = np.isfinite(values).any(axis=1)
        served = np.zeros(len(self.units), dtype=bool)
        served[[place.row for place in places]] = True
        first, last = self.months
        moved = {one.code for one in places if any(left <= last and back >= first for left, back in one.away)}
        ended = self._gone.any(axis=1)
        merged = np.array([unit.merged_into_id is not None for unit in self.units], dtype=bool)
        told = (
            Excluded(CLOSED, self._codes(ended & ~merged)),
            Excluded(MERGED, self._codes(ended & merged)),
            Excluded(NO_SERVICE, self._codes(~observed & ~served)),
            Excluded(NO_DATA, self._codes(~observed & served)),
            Excluded(OTHER_MEASURE, other_measure),
            Excluded(SERVICE_MOVED, tuple(sorted(moved))),
        )
        excluded = tuple(one for one in told if one.codes)
        return OutcomeTable(self.codes, self._days, values, counts, excluded, unit)

    def _codes(self, chosen: BoolArray) -> tuple[str, ...]:
        return tuple(sorted(self.codes[row] for row in np.flatnonzero(chosen).tolist()))


def _is_gone(unit: Unit, end: date) -> bool:
    return unit.closed_on is not None and unit.closed_on < end
