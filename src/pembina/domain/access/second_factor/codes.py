"""Codes of the moment (RFC 6238), with a tolerance for phones whose clock nobody set."""

import base64
import secrets
from datetime import datetime

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

SECONDS_A_CODE = 30
# Two codes back and two ahead: a clock may be wrong by 60 seconds at least, by 90 at most.
TOLERANCE = 2
SECRET_BYTES = 20


def new_secret() -> str:
    """Return what the phone and this installation are to share (160 bits)."""
    return base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def code_at(secret: str, at: datetime) -> str:
    """Return the six digits that a phone with the right time shows."""
    return str(format_hotp_value(hotp_value(secret, _step(at))))


def step_of(secret: str, code: str, *, at: datetime) -> int | None:
    """Return the step of time that `code` belongs to, if that is close enough to `at`."""
    now = _step(at)
    for step in range(now - TOLERANCE, now + TOLERANCE + 1):
        if compare_user_code(actual=code, expected=format_hotp_value(hotp_value(secret, step))):
            return step
    return None


def _step(at: datetime) -> int:
    return int(at.timestamp()) // SECONDS_A_CODE
