"""How organisations did in a period is put down before their people are rated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.models import Unit
from pembina.domain.performance.appraisal_enums import OrganisationScale
from pembina.domain.performance.appraisal_refusals import NoteMissingError, PeriodClosedError, RatingOffScaleError
from pembina.domain.performance.models import EvaluationPeriod, OrganisationRating


@dataclass(frozen=True, slots=True)
class OrganisationTold:
    """The rating of one unit, from what it follows, and when it was issued."""

    unit: Unit
    rating: str
    basis: str
    issued_on: date


def rate_organisations(
    *, period: EvaluationPeriod, told: Sequence[OrganisationTold], by: User, at: datetime
) -> list[OrganisationRating]:
    """Put down the ratings of several units, anew where one stands already; signed documents keep what they say.

    Raises
    ------
    PeriodClosedError, RatingOffScaleError, NoteMissingError
    """
    for each in told:
        if each.rating not in OrganisationScale.values:
            raise RatingOffScaleError(each.rating)
        if not each.basis.strip():
            raise NoteMissingError
    with one_event():
        kept = EvaluationPeriod.objects.select_for_update().get(pk=period.pk)
        if kept.closed_at is not None:
            raise PeriodClosedError(kept.label)
        known = {row.unit_id: row for row in kept.organisation_ratings.filter(unit__in=[each.unit for each in told])}
        return [_put(kept, each, known.get(each.unit.pk), by=by, at=at) for each in told]


def _put(
    period: EvaluationPeriod, told: OrganisationTold, known: OrganisationRating | None, *, by: User, at: datetime
) -> OrganisationRating:
    before = (known.rating, known.basis, known.issued_on.isoformat()) if known else ("", "", "")
    after = (told.rating, told.basis.strip(), told.issued_on.isoformat())
    if known and before == after:
        return known
    row = known or OrganisationRating(period=period, unit=told.unit)
    row.rating, row.basis, row.issued_on, row.set_by, row.set_at = told.rating, after[1], told.issued_on, by, at
    row.save()
    names = ("rating", "basis", "issued_on")
    changes: Changes = {name: (old, new) for name, old, new in zip(names, before, after, strict=True) if old != new}
    record("rate_organisation", on=row, by=by, at=at, changes=changes, created=known is None)
    return row
