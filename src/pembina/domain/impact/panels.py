"""What was observed of each unit in each month: one table for an outcome, drawn by one query over the whole window."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

import numpy as np
from django.utils.timezone import localdate

from pembina.core.effect.arrays import BoolArray, FloatArray, IntArray
from pembina.core.rules.service_time import month_number
from pembina.core.text import Text
from pembina.domain.development.enums import OutcomeFigure
from pembina.domain.impact.enums import DesignFigure, UnitReach
from pembina.domain.impact.models import DesignOutcome
from pembina.domain.impact.panel_ledger import PERCENT, Ledger, ledger_figures, read_ledger
from pembina.domain.impact.panel_people import FEWEST_PEOPLE, Months, Stay, stays_in
from pembina.domain.impact.panel_performance import Staff, performance_figures
from pembina.domain.impact.panel_services import ServicePlace, rows_by_unit, service_places
from pembina.domain.impact.panel_survey import POINTS, survey_figures
from pembina.domain.people.models import Unit
from pembina.domain.services.service_figures import months_between

OF_THE_SURVEY = (DesignFigure.SATISFACTION, DesignFigure.SATISFACTION_ELEMENT)

CLOSED, MERGED, NO_SERVICE, NO_DATA = "closed", "merged", "no_service", "no_data"
OTHER_MEASURE, SERVICE_MOVED = "other_measure", "service_moved"
NO_STAFF, FEW_PEOPLE = "no_staff", "few_people"
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
    NO_STAFF: Text(
        id="Tidak ada pegawai yang jabatan utamanya di unit ini.", en="Nobody has their main position in the unit."
    ),
    FEW_PEOPLE: Text(
        id=f"Ada bulan dengan kurang dari {FEWEST_PEOPLE} pegawai: bulan itu tidak dipakai, agar tidak menunjuk orang.",
        en=f"Some months rest on fewer than {FEWEST_PEOPLE} people: these are not used, so that nobody is told of.",
    ),
}  # fmt: skip


Cells = TypeVar("Cells", FloatArray, IntArray)


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

    figure: DesignFigure | OutcomeFigure
    element: int | None = None
    services: tuple[int, ...] = ()

    @classmethod
    def of(cls, outcome: DesignOutcome) -> "OutcomeSpec":
        """Return what an outcome of a design looks at."""
        chosen = sorted(service.pk for service in outcome.services.all())
        return cls(DesignFigure(outcome.figure), outcome.element, tuple(chosen))


@dataclass(frozen=True)
class OutcomeTable:
    """One figure of n units in T months.

    Attributes
    ----------
    codes : n codes, in the order of the units asked for
    months : T first days; of a figure that stands at the end of longer periods only those in which some unit has one
    values : (n, T) the figure; NaN where nothing was observed or nothing may be used
    counts : (n, T) requests, answers, people or indicators behind each figure
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
        if DesignFigure(spec.figure).is_of_performance:
            return self._of_performance(DesignFigure(spec.figure))
        places = self.places(spec.services)
        if spec.figure in OF_THE_SURVEY:
            values, counts = survey_figures(
                self.rows, places, element=spec.element, services=spec.services, first=self.first, last=self.last,
                units=len(self.units),
            )  # fmt: skip
            return self._table(values, counts, places, (), POINTS)
        figures = ledger_figures(
            self.ledger(spec.services), places, figure=DesignFigure(spec.figure), months=self.months,
            units=len(self.units),
        )  # fmt: skip
        return self._table(figures.values, figures.counts, places, figures.other_measure, figures.unit)

    def _of_performance(self, figure: DesignFigure) -> OutcomeTable:
        """Return a table of people's performance; one by period has no months in which nobody has a figure."""
        staff = Staff(self.rows, self.stays, self._window, len(self.units))
        found = performance_figures(figure, staff, at=self.at)
        values, counts = self._while_open(found.values), self._while_open(found.counts)
        observed = np.isfinite(values).any(axis=1)
        told = (
            *self._ended(),
            Excluded(NO_STAFF, self._codes(~observed & ~found.staffed)),
            Excluded(NO_DATA, self._codes(~observed & found.staffed & ~found.hidden)),
            Excluded(FEW_PEOPLE, self._codes(found.hidden)),
        )
        kept: BoolArray = np.any(np.isfinite(values), axis=0) | np.full(len(self._days), not figure.is_by_period)
        months = tuple(month for month, is_kept in zip(self._days, kept.tolist(), strict=True) if is_kept)
        excluded = tuple(one for one in told if one.codes)
        return OutcomeTable(self.codes, months, values[:, kept], counts[:, kept], excluded, PERCENT)

    @cached_property
    def stays(self) -> dict[int, list[Stay]]:
        """Who had the main position in these units at the end of which months, by person; one query."""
        return stays_in(self.rows, self._window)

    @cached_property
    def _window(self) -> Months:
        return Months.until(self.first, self.last, on=localdate(self.at))

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
        values, counts = self._while_open(values), self._while_open(counts)
        observed = np.isfinite(values).any(axis=1)
        served = np.zeros(len(self.units), dtype=bool)
        served[[place.row for place in places]] = True
        first, last = self.months
        moved = {one.code for one in places if any(left <= last and back >= first for left, back in one.away)}
        told = (
            *self._ended(),
            Excluded(NO_SERVICE, self._codes(~observed & ~served)),
            Excluded(NO_DATA, self._codes(~observed & served)),
            Excluded(OTHER_MEASURE, other_measure),
            Excluded(SERVICE_MOVED, tuple(sorted(moved))),
        )
        excluded = tuple(one for one in told if one.codes)
        return OutcomeTable(self.codes, self._days, values, counts, excluded, unit)

    def _while_open(self, found: Cells) -> Cells:
        """Return (n, T) without what comes from units that were closed or merged by then."""
        nothing = np.nan if np.issubdtype(found.dtype, np.floating) else 0
        return np.where(self._gone, found.dtype.type(nothing), found)

    def _ended(self) -> tuple[Excluded, Excluded]:
        """Return the units that closed and those that were merged within the window."""
        ended = self._gone.any(axis=1)
        merged = np.array([unit.merged_into_id is not None for unit in self.units], dtype=bool)
        return Excluded(CLOSED, self._codes(ended & ~merged)), Excluded(MERGED, self._codes(ended & merged))

    def _codes(self, chosen: BoolArray) -> tuple[str, ...]:
        return tuple(sorted(self.codes[row] for row in np.flatnonzero(chosen).tolist()))


def _is_gone(unit: Unit, end: date) -> bool:
    return unit.closed_on is not None and unit.closed_on < end
