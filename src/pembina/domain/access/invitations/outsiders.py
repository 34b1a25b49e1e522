"""Inviting those who are no civil servants and stand in no record of staff: partners and elected officials."""

from datetime import datetime

from pembina.domain.access.accounts import prepare_account
from pembina.domain.access.audit import one_event
from pembina.domain.access.invitations.models import Means
from pembina.domain.access.invitations.operations import IssuedInvitation, invite
from pembina.domain.access.models import User
from pembina.domain.access.refusals import RoleNotForAccountError
from pembina.domain.access.roles import GRANTABLE, ROLES, Role
from pembina.domain.access.usernames import PREFIXES, AccountKind, kind_of


def kind_for(role: Role) -> AccountKind | None:
    """Return the kind of account without a NIP that may hold a role; None where only civil servants may."""
    return next((kind for kind in PREFIXES if kind in role.held_by), None)


def roles_for_outsiders(by: User) -> list[Role]:
    """Return what ``by`` may appoint somebody without a NIP to."""
    codes = {code for role in by.roles for code in role.grants}
    return [role for role in ROLES.values() if role.code in codes and kind_for(role)]


def invite_outsider(
    *, username: str, display_name: str, role: Role, means: Means, by: User, at: datetime
) -> IssuedInvitation:
    """Open an account ``mitra-…`` or ``pejabat-…`` that holds ``role``, and invite its holder.

    Raises
    ------
    ValidationError : the name of the account is malformed or taken
    RoleNotForAccountError, RoleOutOfReachError : the account cannot hold the role, or ``by`` may not grant it
    """
    if role.code not in GRANTABLE or kind_of(username) is AccountKind.CIVIL_SERVANT:
        raise RoleNotForAccountError(role.name, username)
    with one_event():
        user = prepare_account(nip=username, display_name=display_name, role=role, by=by, at=at)
        return invite(user=user, means=means, by=by, at=at)
