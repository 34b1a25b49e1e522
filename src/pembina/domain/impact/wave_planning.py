"""What a plan of waves starts from: the past of the units, who may be drawn, and who is planned to start when."""

from calendar import monthrange
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from math import gcd

import numpy as np
from django.db.models import Count
from django.utils.timezone import localdate

from pembina.core.effect.assign import Axis, Candidate, finest_division, strata_of
from pembina.core.effect.past_series import FEWEST_UNITS, PastSeries
from pembina.core.text import Text
from pembina.domain.impact.enums import OutcomeRole, UnitReach
from pembina.domain.impact.models import DesignOutcome, Evaluation, EvaluationDesign
from pembina.domain.impact.panels import Excluded, OutcomeSpec, outcome_table
from pembina.domain.impact.queries.design_units import PlannedUnit
from pembina.domain.impact.whole_months import month_of, months_between, moved
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Unit, UnitAncestry
from pembina.domain.people.models.dated import in_force_on

PAST_LENGTHS = (36, 24, 18, 12, 6)
BASELINE_MONTHS = 12
ENOUGH = 2 / 3


@dataclass(frozen=True)
class Past:
    """The primary outcome of the units before anybody starts.

    Attributes
    ----------
    codes : the n units of the rows
    months : the T first days of months
    values : (n, T) outcome, NaN where nothing was observed
    unit : what the figure counts; None where there is no primary outcome
    excluded : what was left out, by reason
    """

    codes: tuple[str, ...] = ()
    months: tuple[date, ...] = ()
    values: np.ndarray = field(default_factory=lambda: np.empty((0, 0)))
    unit: Text | None = None
    excluded: tuple[Excluded, ...] = ()

    @property
    def step(self) -> int:
        """Return how many months lie between two figures: 1, or the length of the periods that have one."""
        apart = [months_between(one, next_one) for one, next_one in pairwise(self.months)]
        return gcd(*apart) or 1

    def baseline(self) -> dict[str, float]:
        """Return the mean of the last year of every unit that has one, by code."""
        recent = self.values[:, -max(BASELINE_MONTHS // self.step, 1) :]
        known = np.isfinite(recent)
        return {
            code: float(row[seen].mean())
            for code, row, seen in zip(self.codes, recent, known, strict=True)
            if seen.any()
        }  # fmt: skip

    def series(self) -> PastSeries:
        """Return the longest past in which two thirds of the units with figures are complete, else the fullest one.

        Raises ``core.effect.notes.RefusedError`` where there is too little of it.
        """
        some = max(int(np.isfinite(self.values).any(axis=1).sum()), FEWEST_UNITS)
        stretches = [self.values[:, -length:] for length in PAST_LENGTHS if length <= self.values.shape[1]]
        complete = [int(np.isfinite(stretch).all(axis=1).sum()) for stretch in stretches]
        enough = next((place for place, count in enumerate(complete) if count >= ENOUGH * some), None)
        best = enough if enough is not None else max(range(len(complete)), key=complete.__getitem__, default=None)
        return PastSeries.of(self.values if best is None else stretches[best])


def design_in_hand(evaluation: Evaluation) -> EvaluationDesign | None:
    """Return the draft if there is one, else the latest locked version."""
    return evaluation.designs.order_by("-version").first()


def primary_of(design: EvaluationDesign | None) -> DesignOutcome | None:
    """Return the outcome that decides."""
    if design is None:
        return None
    return design.outcomes.filter(role=OutcomeRole.PRIMARY).prefetch_related("services").first()


def past_of(
    units: Sequence[Unit], outcome: DesignOutcome | None, *, reach: str, before: date | None, at: datetime
) -> Past:
    """Return the past of the units up to the month before `before`, and before the month of `at`."""
    if outcome is None or not units:
        return Past()
    today = localdate(at)
    last = moved(month_of(min(before or today, today)), -1)
    first = moved(last, 1 - PAST_LENGTHS[0])
    table = outcome_table(OutcomeSpec.of(outcome), units, reach=UnitReach(reach), first=first, last=last, at=at)
    return Past(table.codes, table.months, table.values, table.unit, table.excluded)


def candidates(units: Sequence[Unit], past: Past, *, reach: str, on: date) -> list[Candidate]:
    """Return the units as the lot sees them: sector, staff of the day, and the year before."""
    staff, baseline = staff_of(units, reach=reach, on=on), past.baseline()
    return [
        Candidate(unit.code, unit.sector, staff.get(unit.pk), baseline.get(unit.code)) for unit in units
    ]  # fmt: skip


def staff_of(units: Collection[Unit], *, reach: str, on: date) -> dict[int, float]:
    """Return how many people have their main position in each unit, with `and_below` in those below it too."""
    held = Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN)
    if reach == UnitReach.AND_BELOW:
        links = UnitAncestry.objects.filter(ancestor__in=units, descendant__assignments__in=held)
        below = links.values_list("ancestor").annotate(found=Count("descendant__assignments", distinct=True))
        return {unit: float(found) for unit, found in below}
    own = held.filter(unit__in=units).values_list("unit").annotate(found=Count("pk"))
    return {unit: float(found) for unit, found in own}


def divided(
    units: Sequence[Candidate], *, groups: int, by: tuple[Axis, ...] | None
) -> tuple[tuple[Axis, ...], dict[str, str]]:
    """Return what the units are divided by, and the stratum of each; `by` None takes the finest that they bear."""
    axes = by if by is not None else finest_division(units, groups)
    return axes, strata_of(units, axes)


@dataclass(frozen=True, slots=True)
class Group:
    """One wave, or those that stay out (`wave` None), `starts_on` in the month planned.

    `baseline` and `staff` are means, None where nobody knows.
    """

    wave: int | None
    starts_on: date | None
    units: int
    baseline: float | None
    staff: float | None
    sectors: Mapping[str, int]


def groups_of(planned: Sequence[PlannedUnit], past: Past, *, reach: str, on: date) -> list[Group]:
    """Return the waves in their order, then those that stay out."""
    staff, baseline = staff_of([one.unit for one in planned], reach=reach, on=on), past.baseline()
    by_wave: dict[int | None, list[PlannedUnit]] = {}
    for one in planned:
        by_wave.setdefault(one.wave, []).append(one)
    return [
        Group(
            wave=wave, starts_on=members[0].planned_month, units=len(members),
            baseline=_mean([baseline[one.unit.code] for one in members if one.unit.code in baseline]),
            staff=_mean([staff.get(one.unit.pk, 0.0) for one in members]), sectors=_counted(members),
        )
        for wave, members in by_wave.items()
    ]  # fmt: skip


def starts_every(first: date, months: int, waves: int) -> list[date]:
    """Return the days on which waves begin, so many months apart; the end of a short month stands for its 31st."""
    found = []
    for place in range(waves):
        month = moved(month_of(first), months * place)
        found.append(month.replace(day=min(first.day, monthrange(month.year, month.month)[1])))
    return found


def _mean(values: Sequence[float]) -> float | None:
    return float(np.mean(values)) if values else None


def _counted(members: Sequence[PlannedUnit]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in members:
        found[one.unit.sector] = found.get(one.unit.sector, 0) + 1
    return found
