"""Signing in and out: the same answer to every failure, and an event for what was tried and what succeeded."""

from datetime import datetime

from django.contrib.auth import authenticate

from pembina.core.text import Text
from pembina.domain.access.audit import record
from pembina.domain.access.brake import AttemptRefusedError, Guess, count_attempt, forget_attempts
from pembina.domain.access.models import SignedInSession, User
from pembina.domain.access.refusals import RefusedError


class SignInRefusedError(AttemptRefusedError):
    """The sign-in failed. ``message`` does not say whether the NIP, the password or the account was the reason."""

    message = Text(
        id="NIP atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
        en="The NIP or the password does not match. Check both and try again.",
    )


def check_password(*, nip: str, password: str, address: str | None, at: datetime) -> User:
    """Return the account ``nip`` if ``password`` opens it; a second factor may still have to be shown.

    Raises
    ------
    TooManyAttemptsError : there were too many failures before; the password was not looked at
    SignInRefusedError : no such account, a wrong password, or an account out of use
    """
    attempt = count_attempt(Guess.PASSWORD, at_account=nip, address=address, at=at)
    user = authenticate(username=nip, password=password)
    if not isinstance(user, User):
        _record_refusal(nip=nip, address=address, at=at)
        raise SignInRefusedError
    forget_attempts(attempt)
    return user


class NoAccountError(RefusedError):
    """Somebody whom the government's own server knows has no account in use here."""

    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak ada akun Pembina yang aktif untuk Anda.", en="There is no Pembina account in use for you."),
            Text(id="Minta undangan kepada pengelola kepegawaian.", en="Ask the human resources office to invite you."),
        )


def account_of_number(*, nip: str, address: str | None, at: datetime) -> User:
    """Return the account in use for a number that a trusted issuer vouches for; raises ``NoAccountError``."""
    user = User.objects.filter(username=nip, is_active=True).first()
    if user is None:
        _record_refusal(nip=nip, address=address, at=at)
        raise NoAccountError
    return user


def sign_in(*, by: User, means: str, address: str | None, at: datetime) -> None:
    """Write down that ``by`` has signed in, and by what ``means``; the session itself is begun at the edge.

    Sessions that have expired are swept up on the way.
    """
    SignedInSession.objects.filter(expire_date__lt=at).delete()
    record("sign_in", on=by, by=by, at=at, address=address, changes={"means": ("", means)})


def sign_out(*, by: User, address: str | None, at: datetime) -> None:
    """Write down that ``by`` signs out; the session itself is ended at the edge."""
    record("sign_out", on=by, by=by, at=at, address=address)


def _record_refusal(*, nip: str, address: str | None, at: datetime) -> None:
    known = User.objects.filter(username=nip).first()
    if known is not None:
        record("sign_in_refused", on=known, by=None, at=at, address=address)
