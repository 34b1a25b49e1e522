"""The codes of a session: when they are shown, which one now, and what one that arrived was worth."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pembina.core.learning import CodeState, ShownSpan, UnusableSessionError, Verdict, code_at, next_change, verify
from pembina.core.learning.attendance_code import LONGEST_DELAY, STEP
from pembina.domain.development.models import Session

# People come early and leave late: the codes are shown that long before the session and after it.
MARGIN = timedelta(minutes=30)
# A code that waited no longer than this in the device counts as sent at once.
AT_ONCE = 2 * STEP


@dataclass(frozen=True, slots=True)
class ShownCode:
    """A code, and when the next replaces it."""

    text: str
    until: datetime


def opens_at(session: Session) -> datetime:
    """Return when attendance opens."""
    return session.starts_at - MARGIN


def closes_at(session: Session) -> datetime:
    """Return when the last code is shown."""
    return session.ends_at + MARGIN


def span_of(session: Session) -> ShownSpan | None:
    """Return when codes are shown; None for a session longer than a day, which has none."""
    try:
        return ShownSpan(opens_at(session), closes_at(session))
    except UnusableSessionError:
        return None


def shown_code(session: Session, *, at: datetime) -> ShownCode | None:
    """Return the code to be shown; None outside the hours."""
    span = span_of(session)
    if span is None or not span.start <= at < span.end:
        return None
    return ShownCode(code_at(_secret(session), at), next_change(at))


def judged(session: Session, code: str, *, span: ShownSpan, received_at: datetime, waited: timedelta) -> Verdict:
    """Judge a code by the window in which it was shown.

    One that `waited` in the device on a dead line may be up to three days old; how long it waited is measured by the
    device against itself, so that a wrong clock changes nothing. Whoever lies about it is seen as a late arrival.
    """
    verdict = verify(_secret(session), code, span=span, received_at=received_at)
    if verdict.state is CodeState.STALE and waited > AT_ONCE:
        claimed = received_at - waited
        return verify(_secret(session), code, span=span, received_at=received_at, device_at=claimed)
    return verdict


def is_code_of(session: Session, code: str, *, received_at: datetime) -> bool:
    """Say whether a session has shown this code within the time in which one may still arrive."""
    span = span_of(session)
    if span is None:
        return False
    return verify(_secret(session), code, span=span, received_at=received_at).state is not CodeState.FORGED


def _secret(session: Session) -> bytes:
    return session.secret.encode()


__all__ = [
    "LONGEST_DELAY", "MARGIN", "ShownCode", "closes_at", "is_code_of", "judged", "opens_at", "shown_code", "span_of",
]  # fmt: skip
