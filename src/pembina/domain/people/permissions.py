"""Who may see whom: one definition, for lists and for single records alike.

A person is visible to an account in use for one of these reasons, on a given day:

1. oneself: the NIP of the account is that of the person;
2. a role in force may see staff, as far as it reaches: a role confined to a unit there and in all units below it, any
   other over the units in which one works, those and all below them, or the whole government, people without a position
   included; several roles add up;
3. one is named as the superior of one of the person's assignments;
4. a delegation: as Plt or Plh over a unit and all below it, for a task over that unit alone;
5. the person is one's own superior, of whom only name, position and unit are shown (`record_open_to` leaves this out);
6. the person is one's mentee or mentor, of whom likewise only name, position and unit are shown.

Nothing is evaluated here: each function returns one query that the caller may narrow, count or page.
"""

from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission, Scope
from pembina.domain.access.role_grants import Authority
from pembina.domain.access.roles import Role
from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.models import Assignment, Delegation, Mentorship, Person, Unit, UnitAncestry
from pembina.domain.people.models.dated import in_force_on

NOWHERE = Q(pk__in=())
WITH_UNITS_BELOW = (DelegationKind.ACTING, DelegationKind.DAILY)


def visible_to(actor: User, *, on: date) -> QuerySet[Person]:
    """Return everybody of whom `actor` may see at least name, position and unit."""
    led = _assignments_of(actor, on).filter(superior__isnull=False)
    paired = Mentorship.objects.filter(in_force_on(on))
    related = (
        Q(pk__in=led.values("superior"))
        | Q(pk__in=paired.filter(mentor__nip=actor.username).values("mentee"))
        | Q(pk__in=paired.filter(mentee__nip=actor.username).values("mentor"))
    )
    return _persons(actor, on, also=related)


def record_open_to(actor: User, *, on: date) -> QuerySet[Person]:
    """Return everybody of whom `actor` may see the whole record."""
    return _persons(actor, on, also=Q())


def units_visible_to(actor: User, *, on: date) -> QuerySet[Unit]:
    """Return the units that `actor` reaches, and those above the ones in which `actor` works, up to the root."""
    if not actor.is_active:
        return Unit.objects.none()
    if _everywhere(actor, Permission.SEE_STAFF, on) or _everywhere(actor, Permission.SEE_UNITS, on):
        return Unit.objects.all()
    own = _assignments_of(actor, on).values("unit")
    above = UnitAncestry.objects.filter(descendant__in=own).values("ancestor")
    by_role = _by_role(actor, Permission.SEE_STAFF, on) | _by_role(actor, Permission.SEE_UNITS, on)
    return Unit.objects.filter(Q(pk__in=above) | by_role | _by_delegation(actor, on))


def units_reached_by(actor: User, permission: Permission, *, on: date) -> QuerySet[Unit]:
    """Return the units over which the roles of `actor` allow `permission`."""
    if _everywhere(actor, permission, on):
        return Unit.objects.all()
    return Unit.objects.filter(_by_role(actor, permission, on))


def staff_reached_by(actor: User, permission: Permission, *, on: date) -> QuerySet[Person]:
    """Return the persons over whom the roles of `actor` allow `permission`; one may see more than one may change."""
    if _everywhere(actor, permission, on):
        return Person.objects.all()
    units = units_reached_by(actor, permission, on=on).values("pk")
    return Person.objects.filter(pk__in=Assignment.objects.filter(in_force_on(on), unit__in=units).values("person"))


def reaches_everything(actor: User, permission: Permission, *, on: date) -> bool:
    """Say whether a role of `actor` allows `permission` over the whole government, not only over some units."""
    return _everywhere(actor, permission, on)


def may_grant(actor: User, role: Role, *, over: Unit | None, on: date) -> bool:
    """Say whether `actor` may give `role`, confined to the unit `over` or not confined."""
    granting = [authority for authority in actor.authorities(on=on) if role.code in authority.role.grants]
    if any(authority.is_everywhere for authority in granting):
        return True
    confined = [authority.unit_id for authority in granting if authority.unit_id is not None]
    return over is not None and UnitAncestry.objects.filter(ancestor__in=confined, descendant=over).exists()


def _persons(actor: User, on: date, *, also: Q) -> QuerySet[Person]:
    if not actor.is_active:
        return Person.objects.none()
    if _everywhere(actor, Permission.SEE_STAFF, on):
        return Person.objects.all()
    holding = Assignment.objects.filter(in_force_on(on))
    reached = Unit.objects.filter(_by_role(actor, Permission.SEE_STAFF, on) | _by_delegation(actor, on)).values("pk")
    reasons = (
        Q(nip=actor.username)
        | Q(pk__in=holding.filter(unit__in=reached).values("person"))
        | Q(pk__in=holding.filter(superior__nip=actor.username).values("person"))
    )
    return Person.objects.filter(reasons | also)


def _by_delegation(actor: User, on: date) -> Q:
    """Return the condition that a unit was lent to `actor`."""
    delegated = Delegation.objects.filter(in_force_on(on)).filter(person__nip=actor.username)
    heads = delegated.filter(kind__in=WITH_UNITS_BELOW).values("unit")
    return Q(pk__in=delegated.values("unit")) | Q(pk__in=_at_or_below(heads))


def _by_role(actor: User, permission: Permission, on: date) -> Q:
    """Return the condition that a unit lies where one of the roles of `actor` allows `permission`."""
    reached = NOWHERE
    for authority in actor.authorities(on=on):
        if permission in authority.permissions:
            reached |= _reach_of(authority, _assignments_of(actor, on).values("unit"))
    return reached


def _reach_of(authority: Authority, own: QuerySet) -> Q:  # type: ignore[type-arg]
    """Return the condition that a unit lies in reach of one role, where it does not reach the whole government."""
    units = own if authority.unit_id is None else [authority.unit_id]
    if authority.role.scope is Scope.UNIT:
        return Q(pk__in=units)
    if authority.role.scope in (Scope.UNIT_AND_BELOW, Scope.GOVERNMENT) and not authority.is_everywhere:
        return Q(pk__in=_at_or_below(units))
    return NOWHERE


def _everywhere(actor: User, permission: Permission, on: date) -> bool:
    """Say whether a role of `actor` allows `permission` over the whole government."""
    held = actor.authorities(on=on)
    return any(permission in authority.permissions and authority.is_everywhere for authority in held)


def _assignments_of(actor: User, on: date) -> QuerySet[Assignment]:
    return Assignment.objects.filter(in_force_on(on)).filter(person__nip=actor.username)


def _at_or_below(units: QuerySet | list[int]) -> QuerySet:  # type: ignore[type-arg]
    """Return the numbers of all units at or below `units`, read from the table of ancestors."""
    return UnitAncestry.objects.filter(ancestor__in=units).values("descendant")
