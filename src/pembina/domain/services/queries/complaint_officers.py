"""Who may handle the complaints of a unit: the other direction of `people.permissions.units_reached_by`."""

from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.permissions import LOCAL, Permission, Scope
from pembina.domain.access.role_grants import holding_on
from pembina.domain.access.roles import GRANTABLE, Role
from pembina.domain.people.models import Assignment, Unit, UnitAncestry
from pembina.domain.people.models.dated import in_force_on


def officers_of(unit: Unit, *, on: date) -> QuerySet[User]:
    """Return the accounts in use whose roles reach the complaints of `unit` on a day, by name."""
    reached = Q(pk__in=())
    for role in GRANTABLE.values():
        if Permission.ANSWER_COMPLAINTS in role.permissions:
            reached |= _reached_by(role, unit, on)
    grants = RoleGrant.objects.filter(holding_on(on)).filter(reached)
    return User.objects.filter(is_active=True, pk__in=grants.values("user")).order_by("display_name", "pk")


def _reached_by(role: Role, unit: Unit, on: date) -> Q:
    """Return the condition that a grant of `role` reaches `unit`: confined to it or to one above, or by its scope."""
    held, confined = Q(role_code=role.code), Permission.ANSWER_COMPLAINTS in LOCAL
    above = UnitAncestry.objects.filter(descendant=unit).values("ancestor")
    by_unit = Q(unit=unit) if role.scope is Scope.UNIT else Q(unit__in=above)
    named = held & by_unit if confined else Q(pk__in=())
    return named | (held & Q(unit__isnull=True) & _by_scope(role, unit, on))


def _by_scope(role: Role, unit: Unit, on: date) -> Q:
    if role.scope is Scope.GOVERNMENT:
        return Q()
    held = Assignment.objects.filter(in_force_on(on))
    if role.scope is Scope.UNIT_AND_BELOW:
        held = held.filter(unit__descendant_links__descendant=unit)
    else:
        held = held.filter(unit=unit)
    working = held.values("person__nip")
    return Q(user__username__in=working)
