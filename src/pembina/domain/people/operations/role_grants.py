"""Roles are given and taken back, as far as the giver's own role reaches."""

from datetime import date, datetime

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.granting import require_other_administrator, write_grant
from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.refusals import OwnRoleError, RoleEndedAlreadyError, RoleOutOfReachError
from pembina.domain.access.roles import ADMINISTRATOR, Role
from pembina.domain.people.models import Unit
from pembina.domain.people.operations.units import require_open
from pembina.domain.people.permissions import may_grant
from pembina.domain.people.refusals import DatesReversedError


def grant_role(
    *,
    to: User,
    role: Role,
    starts_on: date,
    by: User,
    at: datetime,
    unit: Unit | None = None,
    ends_on: date | None = None,
    letter: str = "",
) -> RoleGrant:
    """Let an account hold a role from a day on, over its whole scope or over one unit and what lies below it.

    Raises
    ------
    OwnRoleError, RoleOutOfReachError : `by` may not grant this
    ClosedAccountError, RoleNotForAccountError, RoleNotForUnitError, RoleHeldAlreadyError : `to` cannot hold it
    UnitClosedError, DatesReversedError
    """
    if to == by:
        raise OwnRoleError
    if ends_on is not None and ends_on < starts_on:
        raise DatesReversedError(starts_on, ends_on)
    _require_reach(by, role, unit, on=local_date(at))
    if unit is not None:
        require_open(unit, on=starts_on)
    with one_event():
        return write_grant(
            to=to, role=role, unit=unit, starts_on=starts_on, ends_on=ends_on, letter=letter, by=by, at=at
        )


def revoke_role(*, grant: RoleGrant, from_day: date, by: User, at: datetime) -> None:
    """End a grant: it does not hold from a day on, today at the earliest. What was held before stays on record.

    Raises ``RoleOutOfReachError``, ``RoleEndedAlreadyError``, ``LastAdministratorError``, ``DatesReversedError``.
    """
    today = local_date(at)
    _require_reach(by, grant.role, grant.unit, on=today)
    if from_day < today:
        raise DatesReversedError(today, from_day)
    with one_event():
        held = RoleGrant.objects.select_for_update().select_related("user").get(pk=grant.pk)
        _require_running(held, from_day)
        if held.role is ADMINISTRATOR:
            require_other_administrator(than=held.user, on=from_day)
        before = held.revoked_on.isoformat() if held.revoked_on else ""
        held.revoked_on = grant.revoked_on = from_day
        held.save(update_fields=["revoked_on"])
        record("revoke_role", on=held, by=by, at=at, changes={"revoked_on": (before, from_day.isoformat())})
        ended = {"role_code": held.role_code, "user": held.user.username, "revoked_on": from_day.isoformat()}
        seal(kind=ChainKind.ROLE_ENDED, subject=held, content=ended, by=by, at=at)


def _require_reach(by: User, role: Role, unit: Unit | None, *, on: date) -> None:
    if not may_grant(by, role, over=unit, on=on):
        raise RoleOutOfReachError(role.name)


def _require_running(grant: RoleGrant, from_day: date) -> None:
    """Refuse where the grant has ended by that day already, as planned or because it was taken back."""
    ended = grant.ends_on is not None and grant.ends_on < from_day
    if ended or (grant.revoked_on is not None and grant.revoked_on <= from_day):
        raise RoleEndedAlreadyError
