"""What the records hold already about the outcomes of a design: who has data, and since when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np

from pembina.core.effect.arrays import BoolArray
from pembina.core.text import Text
from pembina.domain.access.audit import local_date
from pembina.domain.impact.design_words import name_of
from pembina.domain.impact.enums import UnitReach
from pembina.domain.impact.models import DesignOutcome, EvaluationDesign
from pembina.domain.impact.panels import OutcomeSpec, OutcomeTable, Tables
from pembina.domain.impact.queries.design_units import PlannedUnit
from pembina.domain.impact.whole_months import month_of


@dataclass(frozen=True, slots=True)
class OutcomeData:
    """What is known of one outcome.

    Attributes
    ----------
    name, unit : what it is called, and in what it counts
    units : number of units of the design
    without : names of the units without a single month of data
    after_start : names of the units whose first data come from the month of their start or later
    first, last : first and last month with data; None where there are none
    level : mean of all cells, in the unit; None where there are none
    """

    outcome: DesignOutcome
    name: Text
    unit: Text
    units: int
    without: tuple[str, ...]
    after_start: tuple[str, ...]
    first: date | None
    last: date | None
    level: float | None


def data_of(design: EvaluationDesign, units: Sequence[PlannedUnit], *, at: datetime) -> list[OutcomeData]:
    """Return what is known of each outcome from the first month of the design until now."""
    last = min(design.last_month, month_of(local_date(at)))
    outcomes = list(design.outcomes.prefetch_related("services"))
    tables = Tables(
        [one.unit for one in units],
        reach=UnitReach(design.reach),
        first=min(design.first_month, last),
        last=last,
        at=at,
    )
    return [_of(outcome, units, tables.of(OutcomeSpec.of(outcome))) for outcome in outcomes]


def _of(outcome: DesignOutcome, units: Sequence[PlannedUnit], table: OutcomeTable) -> OutcomeData:
    seen: BoolArray = np.isfinite(table.values)
    has: BoolArray = np.any(seen, axis=1)
    months = np.flatnonzero(np.any(seen, axis=0))
    firsts = np.where(has, seen.argmax(axis=1), len(table.months)) if len(table.months) else np.zeros(len(units))
    late = [
        one.unit.name
        for row, one in enumerate(units)
        if has[row] and one.planned_month is not None and table.months[int(firsts[row])] >= one.planned_month
    ]
    return OutcomeData(
        outcome=outcome,
        name=name_of(outcome),
        unit=table.unit,
        units=len(units),
        without=tuple(one.unit.name for row, one in enumerate(units) if not has[row]),
        after_start=tuple(late),
        first=table.months[int(months[0])] if len(months) else None,
        last=table.months[int(months[-1])] if len(months) else None,
        level=float(np.nanmean(table.values)) if has.any() else None,
    )
