"""The code on the screen of a session, another every 30 seconds.

The code of a window is the first 40 bits of HMAC-SHA256(secret of the session, number of the window), written as eight
characters of Crockford's base 32 (no I, L, O, U), so that it fits into the address in a QR picture and can be typed.
The window is numbered as in RFC 6238: seconds since 1970 divided by 30, rounded down, as eight bytes, big end first.

What the code proves: whoever sends it has seen the screen, or somebody's picture of it, in that window. So a check-in
made on a dead line is judged by the window of its code and never by the clock of the device, which may be wrong or set
wrong; the device's time is only compared with it.

Threats, and what limits each
-----------------------------
- A photographed code sent to a colleague works online while the window is within the tolerance (with two steps: 60 to
  90 seconds), and as a claimed offline check-in until `longest_delay`. Nothing that is shown on a screen can prevent
  that. What limits it: one check-in per person and session, signed in as that person; offline check-ins are marked,
  with how late they came, so the organiser compares their number with the heads in the room; and a check-in whose
  device time does not agree with its window is marked too.
- A guessed code: a session of eight hours has under a thousand true codes among 2**40, so one guess in a thousand
  million hits. The caller limits the tries per person.
- An old code of this session is recognised and told as stale, with its age; one of another session is forged.
- A leaked secret allows every code of that session. So there is one secret for each session, of at least 16 random
  bytes, which never leaves the server; the caller makes it (this storey has no randomness).
- The comparison takes the same time wherever the code differs, and looks at every window of the session.
"""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from pembina.core.learning.refused import RefusedInputError, instant
from pembina.core.text import Text

STEP = timedelta(seconds=30)
LENGTH = 8
LONGEST_SESSION = timedelta(hours=24)
LONGEST_DELAY = timedelta(days=3)
SHORTEST_SECRET = 16
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": ""})


class UnusableSessionError(RefusedInputError):
    """The secret or the span of a session cannot carry codes."""


class CodeState(StrEnum):
    """What a code turned out to be."""

    VALID = "valid"
    STALE = "stale"
    FORGED = "forged"


@dataclass(frozen=True, slots=True)
class ShownSpan:
    """When codes of a session are shown: from its first moment, up to but not including its end; both aware.

    Raises
    ------
    NaiveMomentError : a moment without zone
    UnusableSessionError : it ends before it begins, or lasts longer than 24 hours
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if not timedelta(0) < instant(self.end) - instant(self.start) <= LONGEST_SESSION:
            raise _no_span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a code turned out to be, and why.

    Attributes
    ----------
    shown_from, shown_until : the window in which it was shown, UTC; None for a forged one
    age : how long after that window it arrived at the server, never below zero; None for a forged one
    is_offline : whether it was judged as made on a dead line
    device_differs : how far the device's time lies outside the window, before it below zero; zero within it; None
        without a device time or for a forged one
    because : one sentence for whoever checks in
    """

    state: CodeState
    shown_from: datetime | None
    shown_until: datetime | None
    age: timedelta | None
    is_offline: bool
    device_differs: timedelta | None
    because: Text

    @property
    def device_agrees(self) -> bool | None:
        """Say whether the device's clock is within a minute of the window; None where that is not known."""
        return None if self.device_differs is None else abs(self.device_differs) <= 2 * STEP


def code_at(secret: bytes, moment: datetime) -> str:
    """Return the code that a session shows at a moment; raises ``NaiveMomentError``, ``UnusableSessionError``."""
    return _code(_usable(secret), _window(moment))


def next_change(moment: datetime) -> datetime:
    """Return the first moment after this one, in UTC, at which another code is shown."""
    return _start(_window(moment) + 1)


def typed(code: str) -> str:
    """Return a code as it was meant: capitals, no blanks or hyphens, O read as 0, I and L as 1 (Crockford)."""
    return code.upper().translate(_READ_AS)


def verify(
    secret: bytes,
    code: str,
    *,
    span: ShownSpan,
    received_at: datetime,
    device_at: datetime | None = None,
    tolerance_steps: int = 2,
    longest_delay: timedelta = LONGEST_DELAY,
) -> Verdict:
    """Judge a code that arrived at the server at `received_at`.

    Parameters
    ----------
    code : as sent or typed
    span : when the session shows its codes; a margin for early and late comers belongs in it
    device_at : the device's time, for a check-in made offline; None for one made online
    tolerance_steps : how many windows before and after the one of `received_at` are still valid online
    longest_delay : how long after its window an offline check-in may arrive

    Raises
    ------
    NaiveMomentError : a moment without zone
    UnusableSessionError : a secret shorter than 16 bytes, a negative tolerance
    """
    if tolerance_steps < 0:
        raise _negative_tolerance(tolerance_steps)
    now = _window(received_at)
    window = _window_of(_usable(secret), typed(code), _searched(span, now + tolerance_steps))
    device = None if device_at is None else instant(device_at)
    if window is None:
        return Verdict(CodeState.FORGED, None, None, None, device is not None, None, _FORGED)
    shown_from, shown_until = _start(window), _start(window + 1)
    age = max(instant(received_at) - shown_until, timedelta(0))
    in_time = now - window <= tolerance_steps if device is None else age <= longest_delay
    return Verdict(
        state=CodeState.VALID if in_time else CodeState.STALE,
        shown_from=shown_from,
        shown_until=shown_until,
        age=age,
        is_offline=device is not None,
        device_differs=None if device is None else _outside(device, shown_from, shown_until),
        because=_VALID if in_time else _stale(age, is_offline=device is not None),
    )


def _usable(secret: bytes) -> bytes:
    if len(secret) < SHORTEST_SECRET:
        raise UnusableSessionError(
            Text(
                id=f"Rahasia sesi terlalu pendek: {len(secret)} bita.",
                en=f"The secret of the session is too short: {len(secret)} bytes.",
            ),
            Text(
                id=f"Buat rahasia acak paling sedikit {SHORTEST_SECRET} bita.",
                en=f"Make a random secret of at least {SHORTEST_SECRET} bytes.",
            ),
        )
    return secret


def _window(moment: datetime) -> int:
    return (instant(moment) - _EPOCH) // STEP


def _start(window: int) -> datetime:
    return _EPOCH + window * STEP


def _searched(span: ShownSpan, newest: int) -> Iterator[int]:
    """Yield the windows that lie at least partly in the span and have begun, or will within the tolerance."""
    last = -((_EPOCH - instant(span.end)) // STEP) - 1
    yield from range(_window(span.start), min(last, newest) + 1)


def _window_of(secret: bytes, code: str, windows: Iterator[int]) -> int | None:
    given = code.encode("utf-8", "replace")
    found = None
    for window in windows:
        if hmac.compare_digest(_code(secret, window).encode("ascii"), given):
            found = window
    return found


def _code(secret: bytes, window: int) -> str:
    bits = int.from_bytes(_digest(secret, window)[:5], "big")
    return "".join(ALPHABET[(bits >> shift) & 31] for shift in range(35, -1, -5))


def _digest(secret: bytes, window: int) -> bytes:
    return hmac.new(secret, window.to_bytes(8, "big"), hashlib.sha256).digest()


def _outside(device: datetime, shown_from: datetime, shown_until: datetime) -> timedelta:
    if device < shown_from:
        return device - shown_from
    return max(device - shown_until, timedelta(0))


_VALID = Text(id="Kode benar: kehadiran tercatat.", en="The code is right: you are checked in.")
_FORGED = Text(
    id="Kode ini bukan kode sesi ini. Ketik atau pindai lagi kode yang tampil di layar.",
    en="This is no code of this session. Type or scan the code on the screen again.",
)


def _stale(age: timedelta, *, is_offline: bool) -> Text:
    seconds = int(age.total_seconds())
    if is_offline:
        return Text(
            id=f"Kode ini benar, tetapi baru sampai {seconds // 3600} jam kemudian. Minta penyelenggara mencatat "
            "kehadiran Anda.",
            en=f"This code was right but arrived {seconds // 3600} hours later. Ask the organiser to record you.",
        )
    return Text(
        id=f"Kode ini sudah berganti {seconds} detik yang lalu. Pindai kode yang tampil sekarang.",
        en=f"This code was replaced {seconds} seconds ago. Scan the one shown now.",
    )


def _no_span(start: datetime, end: datetime) -> UnusableSessionError:
    return UnusableSessionError(
        Text(
            id=f"Sesi dari {start.isoformat()} sampai {end.isoformat()} tidak dapat memakai kode.",
            en=f"A session from {start.isoformat()} to {end.isoformat()} cannot have codes.",
        ),
        Text(
            id="Akhir sesi harus sesudah awalnya, paling lama 24 jam; sesi berhari-hari dibagi per hari.",
            en="It has to end after it begins, within 24 hours; split a session of several days by day.",
        ),
    )


def _negative_tolerance(steps: int) -> UnusableSessionError:
    return UnusableSessionError(
        Text(id=f"Toleransi {steps} langkah tidak dapat dipakai.", en=f"A tolerance of {steps} steps cannot be used."),
        Text(id="Isi 0 atau lebih.", en="Give 0 or more."),
    )
