"""Opening, changing and closing accounts."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pembina.core.text import Text
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.authority import require_authority_over
from pembina.domain.access.brake import AttemptRefusedError, Guess, count_attempt, forget_attempts
from pembina.domain.access.granting import require_everywhere, require_other_administrator, write_grant
from pembina.domain.access.models import User
from pembina.domain.access.roles import EMPLOYEE, Role

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
    """Open an account with a random password; refuses what ``prepare_account`` refuses."""
    password = new_password()
    with one_event():
        user = prepare_account(nip=nip, display_name=display_name, role=role, by=by, at=at)
        user.set_password(password)
        user.save(update_fields=["password"])
    return OpenedAccount(user, password)


def prepare_account(*, nip: str, display_name: str, role: Role, by: User | None, at: datetime) -> User:
    """Open an account that nobody can sign in to before its holder has set a password (see ``invitations``).

    It holds ``role`` from that day on; every civil servant is an employee anyway.

    Raises
    ------
    ValidationError : the NIP, or the name of an account without one, is malformed or taken
    RoleNotForAccountError, RoleOutOfReachError : the account cannot hold the role, or ``by`` may not grant it
    """
    with one_event():
        user = User.objects.create_user(nip, display_name=display_name)
        record("open_account", on=user, by=by, at=at, changes={"username": ("", nip)}, created=True)
        if role is not EMPLOYEE:
            require_everywhere(by, role, on=local_date(at))
            write_grant(to=user, role=role, starts_on=local_date(at), by=by, at=at)
    return user


def renew_password(*, of: User, by: User | None, at: datetime) -> str:
    """Give ``of`` a new random password, which ends every session of the account, and return it."""
    password = new_password()
    with one_event():
        of.set_password(password)
        of.save(update_fields=["password"])
        of.sessions.all().delete()
        record("renew_password", on=of, by=by, at=at, changes={"password": ("***", "***")})
    return password


def close_account(*, of: User, by: User | None, at: datetime) -> None:
    """Take an account out of use. It is never deleted: the audit trail goes on naming it.

    Raises ``LastAdministratorError`` where nobody else could grant every role.
    """
    require_authority_over(of, by=by)
    with one_event():
        require_other_administrator(than=of, on=local_date(at))
        of.is_active = False
        of.save(update_fields=["is_active"])
        of.invitations.filter(used_at=None, revoked_at=None).update(revoked_at=at)
        of.sessions.all().delete()
        record("close_account", on=of, by=by, at=at, changes={"is_active": ("True", "False")})


def reopen_account(*, of: User, by: User, at: datetime) -> None:
    """Take a closed account back into use, with the password and the roles it had."""
    require_authority_over(of, by=by, closed_too=True)
    with one_event():
        of.is_active = True
        of.save(update_fields=["is_active"])
        record("reopen_account", on=of, by=by, at=at, changes={"is_active": ("False", "True")})


def change_password(*, of: User, present: str, to: str, keeping: str | None, address: str | None, at: datetime) -> None:
    """Let somebody choose another password, which ends every session but the one with the key ``keeping``.

    Raises
    ------
    TooManyAttemptsError, WrongPasswordError : ``present`` is not the password, or was guessed at too often
    ValidationError : the new password is too weak, or the same
    """
    attempt = count_attempt(Guess.PASSWORD, at_account=of.username, address=address, at=at)
    if not of.check_password(present):
        raise WrongPasswordError
    forget_attempts(attempt)
    if to == present:
        raise ValidationError(_("Pilih kata sandi yang lain dari yang sekarang."))
    validate_password(to, of)
    with one_event():
        of.set_password(to)
        of.save(update_fields=["password"])
        of.sessions.exclude(pk=keeping).delete()
        record("change_password", on=of, by=of, at=at, address=address, changes={"password": ("***", "***")})


class WrongPasswordError(AttemptRefusedError):
    """The present password was typed wrong by whoever is signed in."""

    message = Text(id="Kata sandi sekarang tidak cocok.", en="The present password does not match.")
