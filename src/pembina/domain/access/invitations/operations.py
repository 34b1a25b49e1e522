"""Inviting somebody into an account, and the answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac

from pembina.core.text import Text
from pembina.domain.access.accounts import new_password
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.authority import require_authority_over
from pembina.domain.access.brake import AttemptRefusedError, Guess, count_attempt, forget_attempts
from pembina.domain.access.invitations.models import Invitation, Means
from pembina.domain.access.models import User

LASTS = {Means.LINK: timedelta(days=7), Means.LETTER: timedelta(days=14)}


@dataclass(frozen=True, slots=True)
class IssuedInvitation:
    """An invitation with its code, which nobody will see again; only its hash is stored."""

    invitation: Invitation
    code: str


class InvitationRefusedError(AttemptRefusedError):
    """No such code for this NIP. Which of the two was wrong is not said."""

    message = Text(
        id="NIP dan kode undangan tidak cocok, atau undangannya sudah dipakai atau dicabut.",
        en="The NIP and the code do not match, or the invitation was used or withdrawn.",
    )


class InvitationExpiredError(AttemptRefusedError):
    """The right code, too late: said plainly, since only its holder knows the code."""

    message = Text(
        id="Undangan ini sudah kedaluwarsa. Minta undangan baru kepada pengelola kepegawaian.",
        en="This invitation has expired. Ask the human resources office for a new one.",
    )


def invite(*, user: User, means: Means, by: User | None, at: datetime) -> IssuedInvitation:
    """Let ``user`` set a new password with a fresh code; an earlier code stops working.

    Raises ``RefusedError`` for one's own account, one that is closed, or one that ``by`` has no authority over.
    """
    require_authority_over(user, by=by)
    code = new_password()
    with one_event():
        _withdraw_open(user, at=at)
        invitation = Invitation.objects.create(
            user=user,
            code_hash=hash_of(code),
            means=means,
            invited_by=by,
            invited_at=at,
            expires_at=at + LASTS[means],
        )
        told = {"invitation": ("", str(means)), "expires_at": ("", invitation.expires_at.isoformat())}
        record("invite", on=user, by=by, at=at, changes=told)
    return IssuedInvitation(invitation, code)


def withdraw_invitation(*, of: User, by: User, at: datetime) -> None:
    """Make the open code of ``of`` worthless; without one nothing happens."""
    require_authority_over(of, by=by)
    with one_event():
        if _withdraw_open(of, at=at):
            record("withdraw_invitation", on=of, by=by, at=at, changes={"invitation": ("open", "withdrawn")})


def accept_invitation(*, nip: str, code: str, password: str, address: str | None, at: datetime) -> User:
    """Give the invited account the password its holder chose, and return it; the code works no second time.

    Raises
    ------
    TooManyAttemptsError : there were too many failures before; the code was not looked at
    InvitationRefusedError, InvitationExpiredError : the code does not open this account, or not any more
    ValidationError : the password is too weak; the code can be used again
    """
    attempt = count_attempt(Guess.INVITATION, at_account=nip, address=address, at=at)
    try:
        user = _accept(nip, code, password, address, at)
    except (InvitationExpiredError, ValidationError):
        forget_attempts(attempt)
        raise
    forget_attempts(attempt)
    return user


def hash_of(code: str) -> str:
    """Return the keyed hash of a code, however it was typed: in capitals, without hyphens, with spaces."""
    plain = "".join(sign for sign in code.lower() if sign.isalnum())
    return salted_hmac("pembina.domain.access.invitations", plain, algorithm="sha256").hexdigest()


def _accept(nip: str, code: str, password: str, address: str | None, at: datetime) -> User:
    with one_event():
        invitation = _invitation_of(nip, code)
        if invitation.expires_at <= at:
            raise InvitationExpiredError
        user = invitation.user
        validate_password(password, user)
        user.set_password(password)
        user.save(update_fields=["password"])
        user.sessions.all().delete()
        invitation.used_at = at
        invitation.save(update_fields=["used_at"])
        record("accept_invitation", on=user, by=user, at=at, address=address, changes={"password": ("***", "***")})
    return user


def _invitation_of(nip: str, code: str) -> Invitation:
    """Return the invitation that nobody used or withdrew, locked: of two answers at once one comes too late."""
    open_ones = Invitation.objects.select_for_update(of=("self",)).select_related("user")
    found = open_ones.filter(code_hash=hash_of(code), used_at=None, revoked_at=None).first()
    if found is None or found.user.username != nip or not found.user.is_active:
        raise InvitationRefusedError
    return found


def _withdraw_open(user: User, *, at: datetime) -> int:
    return Invitation.objects.filter(user=user, used_at=None, revoked_at=None).update(revoked_at=at)
