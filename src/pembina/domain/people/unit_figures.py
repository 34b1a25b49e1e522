"""How much hangs on a unit, who heads it, and what became of it."""

from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.people.enums import DelegationKind, PositionKind
from pembina.domain.people.models import Assignment, Delegation, Unit, UnitAncestry
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.queries import main_assignments


def touched_by(unit: Unit, *, on: date) -> tuple[int, int]:
    """Return how many people and how many units stand at or below a unit."""
    below = UnitAncestry.objects.filter(ancestor=unit).values("descendant")
    people = Assignment.objects.filter(in_force_on(on)).filter(unit__in=below).values("person").distinct().count()
    existing = Q(closed_on__isnull=True) | Q(closed_on__gte=on)
    return people, Unit.objects.filter(existing, pk__in=below).count()


def heads_of(unit: Unit, *, on: date) -> QuerySet[Assignment]:
    """Return who holds a structural position in the unit, the one whom most of the unit answers to first."""
    structural = main_assignments(on).filter(unit=unit, position_kind=PositionKind.STRUCTURAL)
    return structural.select_related("person").order_by("starts_on", "pk")


def acting_over(unit: Unit, *, on: date) -> QuerySet[Delegation]:
    """Return who acts over the unit today as Plt or Plh."""
    acting = Delegation.objects.filter(
        in_force_on(on), unit=unit, kind__in=(DelegationKind.ACTING, DelegationKind.DAILY)
    )
    return acting.select_related("person").order_by("-starts_on")
