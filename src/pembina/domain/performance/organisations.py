"""Which rating of the organisation an appraisal uses: that of the unit led by the rater (regulation, page 94 letter g).

Where that unit has none of its own, that of the nearest unit above it counts: units below are rated with the office
they belong to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pembina.core.rules.appraisal_rating import (
    Organisation,
    OrganisationUsed,
    UnusableRatingError,
    organisation_for_year,
)
from pembina.domain.people.models import UnitAncestry
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import EvaluationPeriod, OrganisationRating


@dataclass(frozen=True, slots=True)
class Used:
    """The rating, of which unit and year it is, and why where a rule chose it."""

    rating: Organisation
    unit: str
    basis: str
    chosen: OrganisationUsed | None = None


def organisation_used(period: EvaluationPeriod, unit: int | None, *, on: date) -> Used | None:
    """Return the rating that counts for those led from a unit; None where it is not known."""
    return organisations_used(period, [] if unit is None else [unit], on=on).get(unit or 0)


def organisations_used(period: EvaluationPeriod, units: Iterable[int], *, on: date) -> Mapping[int, Used]:
    """Return the same for many units at once, by the number of the unit; constant queries."""
    wanted = set(units)
    own = _nearest(period, wanted)
    if period.cycle != PeriodCycle.ANNUAL:
        return {unit: _used(row) for unit, row in own.items()}
    earlier = EvaluationPeriod.objects.filter(cycle=PeriodCycle.ANNUAL, year=period.year - 1).first()
    before = _nearest(earlier, wanted) if earlier else {}
    found = ((unit, _of_year(period, own.get(unit), before.get(unit), on)) for unit in wanted)
    return {unit: used for unit, used in found if used is not None}


def _of_year(
    period: EvaluationPeriod, own: OrganisationRating | None, before: OrganisationRating | None, on: date
) -> Used | None:
    try:
        chosen = organisation_for_year(
            year=period.year,
            own=Organisation(own.rating) if own else None,
            issued=own.issued_on if own else None,
            before=Organisation(before.rating) if before else None,
            on=on,
        )
    except UnusableRatingError:
        return None
    row = before if chosen.is_of_year_before else own
    return Used(chosen.organisation, row.unit.name, row.basis, chosen) if row else None


def _used(row: OrganisationRating) -> Used:
    return Used(Organisation(row.rating), row.unit.name, row.basis)


def _nearest(period: EvaluationPeriod, units: set[int]) -> dict[int, OrganisationRating]:
    rows = {row.unit_id: row for row in period.organisation_ratings.select_related("unit")}
    above = UnitAncestry.objects.filter(descendant__in=units, ancestor__in=rows).order_by("depth")
    found: dict[int, OrganisationRating] = {}
    for descendant, ancestor in above.values_list("descendant_id", "ancestor_id"):
        found.setdefault(descendant, rows[ancestor])
    return found
