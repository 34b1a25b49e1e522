"""Opening, changing and closing accounts."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.roles import Role

# Without letters and digits that look alike on paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 4, 4


@dataclass(frozen=True, slots=True)
class OpenedAccount:
    """An account with the password that nobody will see again; only its hash is stored."""

    user: User
    password: str


def new_password() -> str:
    """Return a random password that can be read over the telephone (79 bits)."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(groups)


def open_account(*, nip: str, display_name: str, role: Role, by: User | None, at: datetime) -> OpenedAccount:
    """Open an account with a random password; raises ``ValidationError`` for a NIP that is malformed or taken."""
    password = new_password()
    with one_event():
        user = User.objects.create_user(nip, password=password, display_name=display_name, role_code=role.code)
        record("open_account", on=user, by=by, at=at, changes={"role_code": ("", role.code)}, created=True)
    return OpenedAccount(user, password)


def renew_password(*, of: User, by: User | None, at: datetime) -> str:
    """Give ``of`` a new random password, which ends every session of the account, and return it."""
    password = new_password()
    with one_event():
        of.set_password(password)
        of.save(update_fields=["password"])
        record("renew_password", on=of, by=by, at=at, changes={"password": ("***", "***")})
    return password


def change_role(*, of: User, to: Role, by: User, at: datetime) -> None:
    """Let ``of`` hold another role from now on."""
    before = of.role_code
    with one_event():
        of.role_code = to.code
        of.save(update_fields=["role_code"])
        record("change_role", on=of, by=by, at=at, changes={"role_code": (before, to.code)})


def close_account(*, of: User, by: User, at: datetime) -> None:
    """Take an account out of use. It is never deleted: the audit trail goes on naming it."""
    with one_event():
        of.is_active = False
        of.save(update_fields=["is_active"])
        record("close_account", on=of, by=by, at=at, changes={"is_active": ("True", "False")})
