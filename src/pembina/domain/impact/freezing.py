"""The data of a run as they stand at a moment: units by months for every outcome, with planned and actual starts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np

from pembina.core.effect.arrays import FloatArray
from pembina.core.effect.frozen_study import FrozenColumns
from pembina.core.rules.service_time import month_number
from pembina.core.text import Text
from pembina.domain.development.models import WaveUnit
from pembina.domain.impact.design_words import DAYS, HOURS
from pembina.domain.impact.enums import DesignFigure, UnitReach
from pembina.domain.impact.models import DesignOutcome, EvaluationRun
from pembina.domain.impact.panels import OutcomeSpec, OutcomeTable, Tables
from pembina.domain.impact.queries.design_units import PlannedUnit, units_of
from pembina.domain.impact.run_refusals import NothingObservedError, RecountingError, UnitChangedError
from pembina.domain.services.recounts import recounting

OF_TIMES = (DAYS.id, HOURS.id)


@dataclass(frozen=True)
class DrawnPanel:
    """The data of one outcome, of `units` units in `months` months; `exclusions` as `FrozenPanel` keeps them."""

    outcome: DesignOutcome
    columns: FrozenColumns
    exclusions: list[dict[str, Any]]
    units: int
    months: int


@dataclass(frozen=True)
class Starts:
    """(n,) month of the planned and of the actual start of each unit, as `month_number`; NaN for never."""

    planned: FloatArray
    actual: FloatArray


def draw_panels(run: EvaluationRun, *, asked: Mapping[str, Any], at: datetime) -> list[DrawnPanel]:
    """Return the data of every outcome of a run as they stand `at` a moment, by one query for each figure at most.

    `asked` is the locked object of the design.

    Raises
    ------
    RecountingError, UnitChangedError, NothingObservedError
    """
    design = run.design
    members = sorted(units_of(design), key=lambda one: one.code)
    tables = Tables(
        [one.unit for one in members], reach=UnitReach(design.reach), first=design.first_month, last=run.data_until,
        at=at, codes=[one.code for one in members],
    )  # fmt: skip
    starts = starts_of(run, members)
    told = {one["position"]: one for one in asked["outcomes"]}
    return [
        _drawn(outcome, tables, starts, told[outcome.position])
        for outcome in design.outcomes.prefetch_related("services")
    ]


def starts_of(run: EvaluationRun, members: Sequence[PlannedUnit]) -> Starts:
    """Return when each unit was to start and did; one that stayed out by plan but began has an actual start."""
    began = WaveUnit.objects.filter(programme__in=run.evaluation.programme_numbers, started_on__isnull=False)
    # Of two programmes the one that began first counts: the other's row is overwritten.
    actual = dict(began.order_by("-started_on").values_list("unit", "started_on"))
    return Starts(
        np.array([_number(one.planned_month) for one in members], dtype=np.float64),
        np.array([_number(actual.get(one.unit.pk)) for one in members], dtype=np.float64),
    )


def _number(day: date | None) -> float:
    return np.nan if day is None else float(month_number(day.year, day.month))


def _drawn(outcome: DesignOutcome, tables: Tables, starts: Starts, told: Mapping[str, Any]) -> DrawnPanel:
    spec = OutcomeSpec.of(outcome)
    is_of_services = not DesignFigure(outcome.figure).is_of_performance
    if is_of_services and (
        waiting := recounting({place.service for place in tables.places(spec.services)}).count()
    ):  # fmt: skip
        raise RecountingError(waiting)
    table = tables.of(spec)
    name, unit = Text(**told["name"]), Text(**told["unit"])
    if table.unit.id in OF_TIMES and table.unit.id != unit.id:
        raise UnitChangedError(name, unit, table.unit)
    if not np.isfinite(table.values).any():
        raise NothingObservedError(name, is_of_services=is_of_services)
    return DrawnPanel(
        outcome=outcome,
        columns=columns_of(table, starts),
        exclusions=[{"reason": one.reason, "units": list(one.codes)} for one in table.excluded],
        units=len(table.codes),
        months=len(table.months),
    )


def columns_of(table: OutcomeTable, starts: Starts) -> FrozenColumns:
    """Lay a table out in rows, one a unit and month; months without a figure are rows too."""
    units, months = table.values.shape
    numbers = np.array([month_number(month.year, month.month) for month in table.months], dtype=np.int64)
    codes = np.repeat(np.array(table.codes, dtype=object), months)
    return FrozenColumns(
        unit=tuple(codes.tolist()),
        month=np.tile(numbers, units),
        outcome=table.values.ravel(),
        count=table.counts.ravel(),
        planned=np.repeat(starts.planned, months),
        actual=np.repeat(starts.actual, months),
    )
