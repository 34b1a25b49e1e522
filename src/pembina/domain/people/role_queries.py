"""Who holds which role, as far as whoever asks may know it."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.role_grants import holding, holding_on
from pembina.domain.access.roles import EMPLOYEE
from pembina.domain.people.models import UnitAncestry
from pembina.domain.people.permissions import staff_reached_by


def grants_seen_by(actor: User, *, on: date) -> QuerySet[RoleGrant]:
    """Return the grants of any day that `actor` may read: auditors all, others those that they could end."""
    if actor.may(Permission.READ_AUDIT, on=on):
        return RoleGrant.objects.all()
    return grants_in_power_of(actor, on=on)


def grants_in_power_of(actor: User, *, on: date) -> QuerySet[RoleGrant]:
    """Return the grants that `actor` could have given, and may therefore end."""
    power = Q(pk__in=())
    for authority in actor.authorities(on=on):
        if authority.is_everywhere:
            power |= Q(role_code__in=authority.role.grants)
        elif authority.unit_id is not None:
            below = UnitAncestry.objects.filter(ancestor=authority.unit_id).values("descendant")
            power |= Q(role_code__in=authority.role.grants, unit__in=below)
    return RoleGrant.objects.filter(power)


def accounts_to_grant(actor: User, *, on: date) -> QuerySet[User]:
    """Return the accounts to which `actor` may give a role: of others, and only of one's staff where confined."""
    others = User.objects.filter(is_active=True).exclude(pk=actor.pk)
    granting = [authority for authority in actor.authorities(on=on) if authority.role.grants]
    if any(authority.is_everywhere for authority in granting):
        return others
    return others.filter(username__in=staff_reached_by(actor, Permission.GRANT_ROLES, on=on).values("nip"))


def holders_of_roles(*, on: date) -> dict[str, int]:
    """Return for each role how many accounts in use hold it on a day."""
    held = RoleGrant.objects.filter(holding_on(on), user__is_active=True)
    counted = held.values_list("role_code").annotate(Count("user", distinct=True))
    employees = User.objects.filter(holding(EMPLOYEE.code, on=on), is_active=True).count()
    return {EMPLOYEE.code: employees, **dict(counted)}
