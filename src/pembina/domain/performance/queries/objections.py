"""Questions about objections: who may see which, what waits for whom, and what may be told of them without names."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.performance.appraisal_enums import Ruling
from pembina.domain.performance.appraisal_permissions import (
    appraisals_overseen_by,
    appraisals_rated_by,
    appraisals_run_by,
    audits,
)
from pembina.domain.performance.models import Appraisal, Objection
from pembina.domain.performance.models.appraisals import DELIVERED

# Fewer people rated, or fewer objections, could point at somebody.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class UnitObjections:
    """What is published of one unit; a count is None where it is too small to be shown."""

    unit: str
    filed: int | None
    changed: int | None


def objections_seen_by(actor: User, *, on: date) -> QuerySet[Objection]:
    """Return the objections `actor` may read: the own, those about own ratings, to decide, to watch over, to audit."""
    if not actor.is_active:
        return Objection.objects.none()
    if audits(actor, on=on):
        return Objection.objects.all()
    reached = Q(appraisal__person__nip=actor.username)
    for source in (appraisals_rated_by, appraisals_overseen_by, appraisals_run_by):
        reached |= Q(appraisal__in=source(actor, on=on).values("pk"))
    return Objection.objects.filter(reached)


def objections_decided_by(actor: User, *, on: date) -> QuerySet[Objection]:
    """Return the objections on which `actor` decides, or has decided."""
    return Objection.objects.filter(appraisal__in=appraisals_overseen_by(actor, on=on).values("pk"))


def objections_answered_by(actor: User, *, on: date) -> QuerySet[Objection]:
    """Return the objections to what `actor` has rated."""
    return Objection.objects.filter(appraisal__in=appraisals_rated_by(actor, on=on).values("pk"))


def to_decide(actor: User, *, on: date) -> QuerySet[Objection]:
    """Return the objections that wait for a decision of `actor`."""
    return objections_decided_by(actor, on=on).filter(ruling="")


def to_answer(actor: User, *, on: date) -> QuerySet[Objection]:
    """Return the objections to which `actor` as the rater has said nothing yet."""
    return objections_answered_by(actor, on=on).filter(ruling="", statement="")


def with_appraisal(objections: QuerySet[Objection]) -> QuerySet[Objection]:
    """Return objections with what a page shows of their appraisals."""
    return objections.select_related(
        "appraisal__period", "appraisal__person", "appraisal__unit", "appraisal__rater", "appraisal__superior",
        "decided_by",
    )  # fmt: skip


def published_counts(year: int) -> list[UnitObjections]:
    """Return by unit how many objected in a year and how many results were changed; small cells are left out.

    A unit with few people appraised shows nothing. Where one figure of a unit is hidden the other cannot give it away:
    what was changed is shown only where what was not changed is large enough too.
    """
    delivered = Appraisal.objects.filter(period__year=year, state__in=DELIVERED).order_by()
    found = delivered.values_list("unit__name").annotate(
        people=Count("person", distinct=True),
        filed=Count("objection"),
        changed=Count("objection", filter=Q(objection__ruling=Ruling.CHANGED)),
    )
    return [
        UnitObjections(unit, _shown(filed, people), _shown_part(changed, filed, people))
        for unit, people, filed, changed in found.order_by("unit__name")
    ]


def _shown(count: int, people: int) -> int | None:
    if people < FEWEST or 0 < count < FEWEST:
        return None
    return count


def _shown_part(part: int, whole: int, people: int) -> int | None:
    if _shown(whole, people) is None:
        return None
    return None if 0 < part < FEWEST or 0 < whole - part < FEWEST else part
