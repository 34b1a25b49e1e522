"""What every grant of a role obeys, wherever it reaches; `domain.people.operations.role_grants` knows the tree too."""

from datetime import date, datetime

from django.db import models
from django.db.models import Q

from pembina.domain.access.audit import record
from pembina.domain.access.authority import ClosedAccountError
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.access.refusals import (
    LastAdministratorError,
    RoleHeldAlreadyError,
    RoleNotForAccountError,
    RoleNotForUnitError,
    RoleOutOfReachError,
    RolesApartError,
)
from pembina.domain.access.role_grants import RoleGrant, holding_on
from pembina.domain.access.roles import ADMINISTRATOR, APART, GRANTABLE, ROLES, Role


def write_grant(
    *,
    to: User,
    role: Role,
    starts_on: date,
    by: User | None,
    at: datetime,
    unit: models.Model | None = None,
    ends_on: date | None = None,
    letter: str = "",
) -> RoleGrant:
    """Write one grant with its event, inside an operation that has judged whether ``by`` may."""
    _require_possible(to, role, unit)
    _require_free(to, role, unit, starts_on, ends_on)
    grant = RoleGrant(
        user=to,
        role_code=role.code,
        unit_id=unit.pk if unit else None,
        starts_on=starts_on,
        ends_on=ends_on,
        letter=letter,
        granted_by=by,
    )
    grant.full_clean(validate_constraints=False)
    grant.save()
    to.__dict__.pop("grants", None)
    changes = {"role_code": ("", role.code), "user": ("", to.username), "starts_on": ("", starts_on.isoformat())}
    changes |= _beyond(unit, ends_on)
    record("grant_role", on=grant, by=by, at=at, changes=changes, created=True)
    granted = {name: after for name, (_, after) in changes.items()} | {"letter": letter}
    seal(kind=ChainKind.ROLE_GRANTED, subject=grant, content=granted, by=by, at=at)
    return grant


def require_everywhere(by: User | None, role: Role, *, on: date) -> None:
    """Raise ``RoleOutOfReachError`` unless ``by`` may give the role everywhere; the system always may."""
    if by is None:
        return
    held = by.authorities(on=on)
    if not any(role.code in authority.role.grants and authority.is_everywhere for authority in held):
        raise RoleOutOfReachError(role.name)


def require_other_administrator(*, than: User, on: date) -> None:
    """Raise ``LastAdministratorError`` if ``than`` is the only account that is an administrator on a day.

    The grants are locked meanwhile, so that two administrators cannot end each other at the same moment.
    """
    held = RoleGrant.objects.select_for_update().filter(holding_on(on), role_code=ADMINISTRATOR.code)
    holders = {grant.user_id for grant in held.filter(user__is_active=True)}
    if holders == {than.pk}:
        raise LastAdministratorError


def _require_possible(to: User, role: Role, unit: models.Model | None) -> None:
    if not to.is_active:
        raise ClosedAccountError(to.display_name)
    if role.code not in GRANTABLE or to.kind not in role.held_by:
        raise RoleNotForAccountError(role.name, to.username)
    if unit is not None and not role.confinable:
        raise RoleNotForUnitError(role.name)


def _require_free(to: User, role: Role, unit: models.Model | None, starts_on: date, ends_on: date | None) -> None:
    """Look, under a lock on the account, for the same role over the same unit, or one apart from it, on these days."""
    User.objects.select_for_update().get(pk=to.pk)
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on)
    kept = Q(revoked_on__isnull=True) | Q(revoked_on__gt=starts_on)
    begun = Q() if ends_on is None else Q(starts_on__lte=ends_on)
    held = RoleGrant.objects.filter(lasting, kept, begun, user=to)
    if held.filter(role_code=role.code, unit=unit.pk if unit else None).exists():
        raise RoleHeldAlreadyError(to.display_name, role.name)
    apart = APART - {role.code} if role.code in APART else frozenset()
    if other := held.filter(role_code__in=apart).first():
        raise RolesApartError(to.display_name, ROLES[other.role_code].name, role.name)


def _beyond(unit: models.Model | None, ends_on: date | None) -> dict[str, tuple[str, str]]:
    told = {"unit": ("", str(unit))} if unit else {}
    return told | ({"ends_on": ("", ends_on.isoformat())} if ends_on else {})
