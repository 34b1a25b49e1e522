"""Who may see whom: one definition, for lists and for single records alike.

A person is visible to an account in use for one of these reasons, on a given day:

1. oneself: the NIP of the account is that of the person;
2. the role may see staff, as far as its scope reaches: the units in which one works, those and all below them, or the
   whole government, people without a position included;
3. one is named as the superior of one of the person's assignments;
4. a delegation: as Plt or Plh over a unit and all below it, for a task over that unit alone;
5. the person is one's own superior, of whom only name, position and unit are shown (`record_open_to` leaves this out).

Nothing is evaluated here: each function returns one query that the caller may narrow, count or page.
"""

from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission, Scope
from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.models import Assignment, Delegation, Person, Unit, UnitAncestry
from pembina.domain.people.models.dated import in_force_on

WITH_UNITS_BELOW = (DelegationKind.ACTING, DelegationKind.DAILY)


def visible_to(actor: User, *, on: date) -> QuerySet[Person]:
    """Return everybody of whom `actor` may see at least name, position and unit."""
    own = _assignments_of(actor, on)
    return _persons(actor, on, also=Q(pk__in=own.filter(superior__isnull=False).values("superior")))


def record_open_to(actor: User, *, on: date) -> QuerySet[Person]:
    """Return everybody of whom `actor` may see the whole record."""
    return _persons(actor, on, also=Q())


def units_visible_to(actor: User, *, on: date) -> QuerySet[Unit]:
    """Return the units that `actor` reaches, and those above the ones in which `actor` works, up to the root."""
    if not actor.is_active:
        return Unit.objects.none()
    if _sees_everybody(actor):
        return Unit.objects.all()
    own = _assignments_of(actor, on).values("unit")
    above = UnitAncestry.objects.filter(descendant__in=own).values("ancestor")
    return Unit.objects.filter(Q(pk__in=above) | _reached_units(actor, on))


def _persons(actor: User, on: date, *, also: Q) -> QuerySet[Person]:
    if not actor.is_active:
        return Person.objects.none()
    if _sees_everybody(actor):
        return Person.objects.all()
    holding = Assignment.objects.filter(in_force_on(on))
    reached = Unit.objects.filter(_reached_units(actor, on)).values("pk")
    reasons = (
        Q(nip=actor.username)
        | Q(pk__in=holding.filter(unit__in=reached).values("person"))
        | Q(pk__in=holding.filter(superior__nip=actor.username).values("person"))
    )
    return Person.objects.filter(reasons | also)


def _reached_units(actor: User, on: date) -> Q:
    """Return the condition that a unit's people are visible by role or by delegation."""
    delegated = Delegation.objects.filter(in_force_on(on)).filter(person__nip=actor.username)
    heads = delegated.filter(kind__in=WITH_UNITS_BELOW).values("unit")
    reached = Q(pk__in=delegated.values("unit")) | Q(pk__in=_at_or_below(heads))
    if not actor.may(Permission.SEE_STAFF):
        return reached
    own = _assignments_of(actor, on).values("unit")
    if actor.role.scope == Scope.UNIT:
        return reached | Q(pk__in=own)
    if actor.role.scope == Scope.UNIT_AND_BELOW:
        return reached | Q(pk__in=_at_or_below(own))
    return reached


def _sees_everybody(actor: User) -> bool:
    return actor.may(Permission.SEE_STAFF) and actor.role.scope == Scope.GOVERNMENT


def _assignments_of(actor: User, on: date) -> QuerySet[Assignment]:
    return Assignment.objects.filter(in_force_on(on)).filter(person__nip=actor.username)


def _at_or_below(units: QuerySet) -> QuerySet:  # type: ignore[type-arg]
    """Return the numbers of all units at or below `units`, read from the table of ancestors."""
    return UnitAncestry.objects.filter(ancestor__in=units).values("descendant")
