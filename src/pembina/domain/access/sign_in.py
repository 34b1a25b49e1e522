"""Signing in: the same answer to every failure, and a brake on guessing.

One office shares one address, so the address alone is given a long rope. The account gets a short one from one address
and a longer one over all addresses, so that a stranger elsewhere cannot keep somebody out with five wrong guesses.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth import authenticate
from django.db.models import Q
from django.utils.crypto import salted_hmac

from pembina.core.text import Text
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import SignInAttempt, User

WINDOW = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Limits:
    """How many failures in ``WINDOW`` are let through before further attempts are turned away unread."""

    account_from_address: int = 5
    account: int = 30
    address: int = 300


LIMITS = Limits()


class SignInRefusedError(Exception):
    """The sign-in failed. ``message`` does not say whether the NIP, the password or the account was the reason."""

    message = Text(
        id="NIP atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.",
        en="The NIP or the password does not match. Check both and try again.",
    )

    def __init__(self) -> None:
        super().__init__(self.message.en)


class TooManyAttemptsError(SignInRefusedError):
    """Too many failures of late; known and unknown accounts alike have to wait."""

    message = Text(
        id="Terlalu banyak percobaan masuk. Tunggu 15 menit, lalu coba lagi.",
        en="Too many attempts to sign in. Wait 15 minutes and try again.",
    )


def sign_in(*, nip: str, password: str, address: str | None, at: datetime) -> User:
    """Return the account ``nip`` if ``password`` opens it.

    Raises
    ------
    TooManyAttemptsError : there were too many failures before; the password was not looked at
    SignInRefusedError : no such account, a wrong password, or an account out of use
    """
    account = _fingerprint(nip)
    # Written before it is judged: attempts made at the same moment count each other.
    attempt = SignInAttempt.objects.create(account=account, address=address, at=at)
    if _too_many(attempt):
        raise TooManyAttemptsError
    user = authenticate(username=nip, password=password)
    if not isinstance(user, User):
        _record_refusal(nip=nip, address=address, at=at)
        raise SignInRefusedError
    with one_event():
        _forget(attempt)
        record("sign_in", on=user, by=user, at=at, address=address)
    return user


def sign_out(*, by: User, address: str | None, at: datetime) -> None:
    """Write down that ``by`` signs out; the session itself is ended at the edge."""
    record("sign_out", on=by, by=by, at=at, address=address)


def _too_many(attempt: SignInAttempt) -> bool:
    recent = SignInAttempt.objects.filter(at__gt=attempt.at - WINDOW)
    return (
        recent.filter(account=attempt.account, address=attempt.address).count() > LIMITS.account_from_address
        or recent.filter(account=attempt.account).count() > LIMITS.account
        or (attempt.address is not None and recent.filter(address=attempt.address).count() > LIMITS.address)
    )


def _forget(attempt: SignInAttempt) -> None:
    """Clear what this success settles, and what is too old to count."""
    settled = Q(account=attempt.account, address=attempt.address)
    SignInAttempt.objects.filter(settled | Q(at__lte=attempt.at - WINDOW)).delete()


def _record_refusal(*, nip: str, address: str | None, at: datetime) -> None:
    known = User.objects.filter(username=nip).first()
    if known is not None:
        record("sign_in_refused", on=known, by=None, at=at, address=address)


def _fingerprint(nip: str) -> str:
    """Return a keyed hash: people type their password into the wrong field, and this table must not keep it."""
    return salted_hmac("pembina.domain.access.sign_in", nip, algorithm="sha256").hexdigest()
