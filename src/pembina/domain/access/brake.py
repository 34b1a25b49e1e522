"""A brake on guessing: at passwords, at the codes of invitations and at those of a second factor.

One office shares one address, so the address alone is given a long rope. Whoever is guessed at gets a short one from
one address and a longer one over all addresses, so that a stranger elsewhere cannot keep somebody out with five wrong
guesses. What is turned away unread was no guess: it counts for its address, not for whoever was meant, so that one
stranger who goes on and on does not use up the rope of all addresses. The counts lie in the database, which all
processes share, and are written before they are judged: attempts made at the same moment count each other. The limits
of django-allauth, which count in a cache, are off.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Q
from django.utils.crypto import salted_hmac

from pembina.core.text import Text
from pembina.domain.access.models import SignInAttempt

WINDOW = timedelta(minutes=15)
# Stands in the place of the account; no fingerprint is empty.
TURNED_AWAY = ""


class Guess(StrEnum):
    """What a guesser tries; each has its own rope."""

    PASSWORD = "password"  # noqa: S105
    SECOND_FACTOR = "second_factor"
    INVITATION = "invitation"
    API_TOKEN = "api_token"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Limits:
    """How many failures in ``WINDOW`` are let through before further attempts are turned away unread."""

    account_from_address: int = 5
    account: int = 30
    address: int = 300


LIMITS = Limits()


class AttemptRefusedError(Exception):
    """Somebody did not prove who they are; ``message`` says it without telling a guesser what was wrong."""

    message = Text(id="Tidak cocok. Periksa lagi.", en="That does not match. Check it.")

    def __init__(self) -> None:
        super().__init__(self.message.en)


class TooManyAttemptsError(AttemptRefusedError):
    """Too many failures of late; known and unknown accounts alike have to wait."""

    message = Text(
        id="Terlalu banyak percobaan masuk. Tunggu 15 menit, lalu coba lagi.",
        en="Too many attempts to sign in. Wait 15 minutes and try again.",
    )


def count_attempt(guess: Guess, *, at_account: str, address: str | None, at: datetime) -> SignInAttempt:
    """Count one attempt, or refuse it where there were too many; a success afterwards is told to `forget_attempts`."""
    account = fingerprint(guess, at_account)
    attempt = SignInAttempt.objects.create(account=account, address=address, at=at)
    if _too_many(attempt):
        SignInAttempt.objects.filter(pk=attempt.pk).update(account=TURNED_AWAY)
        raise TooManyAttemptsError
    return attempt


def forget_attempts(attempt: SignInAttempt) -> None:
    """Clear what a success settles, and what is too old to count."""
    settled = Q(account=attempt.account, address=attempt.address)
    SignInAttempt.objects.filter(settled | Q(at__lte=attempt.at - WINDOW)).delete()


def _too_many(attempt: SignInAttempt) -> bool:
    recent = SignInAttempt.objects.filter(at__gt=attempt.at - WINDOW)
    return (
        recent.filter(account=attempt.account, address=attempt.address).count() > LIMITS.account_from_address
        or recent.filter(account=attempt.account).count() > LIMITS.account
        or (attempt.address is not None and recent.filter(address=attempt.address).count() > LIMITS.address)
    )


def fingerprint(guess: str, account: str) -> str:
    """Return a keyed hash: people type their password into the wrong field, and this table must not keep it."""
    return salted_hmac(f"pembina.domain.access.brake.{guess}", account, algorithm="sha256").hexdigest()
