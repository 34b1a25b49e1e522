"""The code on the screen: published vectors, its window, and what is stale or forged."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.learning import (
    CodeState,
    NaiveMomentError,
    ShownSpan,
    UnusableSessionError,
    code_at,
    next_change,
    typed,
    verify,
)
from pembina.core.learning.attendance_code import ALPHABET, _digest, _window

SECRET = b"a secret of one session, 32 byte"
START = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
SPAN = ShownSpan(START, START + timedelta(hours=3))
SHOWN = START + timedelta(minutes=10)
WIT = timezone(timedelta(hours=9))


def judged(code, after=timedelta(0), **kwargs):
    return verify(SECRET, code, span=SPAN, received_at=SHOWN + after, **kwargs)


# RFC 6238, appendix B, SHA-256: seconds since 1970 and the eight digits, which its own truncation takes of the digest.
RFC_6238 = [
    (59, "46119246"), (1111111109, "68084774"), (1111111111, "67062674"),
    (1234567890, "91819424"), (2000000000, "90698825"), (20000000000, "77737706"),
]  # fmt: skip


@pytest.mark.parametrize(("seconds", "digits"), RFC_6238)
def test_the_digest_of_a_window_is_that_of_the_published_vectors(seconds, digits):
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    digest = _digest(b"12345678901234567890123456789012", _window(moment))
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFFFFFF
    assert f"{number % 10**8:08d}" == digits


def test_the_code_is_the_first_40_bits_in_base_32():
    digest = hmac.new(SECRET, (int(SHOWN.timestamp()) // 30).to_bytes(8, "big"), hashlib.sha256).digest()
    value = 0
    for sign in code_at(SECRET, SHOWN):
        value = value * 32 + ALPHABET.index(sign)
    assert value.to_bytes(5, "big") == digest[:5]


def test_a_window_lasts_30_seconds_wherever_the_clock_stands():
    codes = {code_at(SECRET, START + timedelta(seconds=second)) for second in range(300)}
    assert len(codes) == 10
    assert code_at(SECRET, START.astimezone(WIT)) == code_at(SECRET, START)
    assert next_change(START + timedelta(seconds=29, microseconds=999_999)) == START + timedelta(seconds=30)
    assert next_change(START) == START + timedelta(seconds=30)


def test_a_fresh_code_is_valid_and_says_its_window():
    got = judged(code_at(SECRET, SHOWN))
    assert (got.state, got.shown_from, got.shown_until) == (CodeState.VALID, SHOWN, SHOWN + timedelta(seconds=30))
    assert (got.is_offline, got.age, got.device_agrees) == (False, timedelta(0), None)


def test_a_typed_code_may_be_small_spaced_and_confused():
    code = code_at(SECRET, SHOWN)
    sloppy = f" {code[:4].lower()}-{code[4:].replace('0', 'O').replace('1', 'l')} "
    assert judged(sloppy).state is CodeState.VALID
    assert typed("oil-1") == "0111"


def test_a_code_is_stale_after_the_tolerance_and_its_age_is_told():
    code = code_at(SECRET, SHOWN)
    assert judged(code, timedelta(seconds=89)).state is CodeState.VALID
    got = judged(code, timedelta(seconds=90))
    assert (got.state, got.age) == (CodeState.STALE, timedelta(seconds=60))
    assert "60 detik" in got.because.id
    assert judged(code, timedelta(seconds=30), tolerance_steps=0).state is CodeState.STALE


def test_a_screen_slightly_ahead_is_valid_and_one_far_ahead_is_not():
    ahead = code_at(SECRET, SHOWN + timedelta(seconds=60))
    assert judged(ahead).state is CodeState.VALID
    assert judged(code_at(SECRET, SHOWN + timedelta(seconds=90))).state is CodeState.FORGED


def test_an_offline_code_is_judged_by_its_window_and_not_by_the_clock_of_the_device():
    code = code_at(SECRET, SHOWN)
    right = judged(code, timedelta(hours=7), device_at=SHOWN.astimezone(WIT) + timedelta(seconds=20))
    wrong = judged(code, timedelta(hours=7), device_at=SHOWN - timedelta(days=400))
    assert (right.state, right.device_differs, right.device_agrees) == (CodeState.VALID, timedelta(0), True)
    assert (wrong.state, wrong.device_differs, wrong.device_agrees) == (CodeState.VALID, timedelta(days=-400), False)
    assert right.is_offline
    assert right.shown_from == wrong.shown_from == SHOWN
    assert judged(code, device_at=SHOWN + timedelta(seconds=95)).device_differs == timedelta(seconds=65)


def test_an_offline_code_that_comes_after_days_is_stale():
    got = judged(code_at(SECRET, SHOWN), timedelta(days=4), device_at=SHOWN)
    assert got.state is CodeState.STALE
    assert "95 jam" in got.because.id


@pytest.mark.parametrize("code", ["", "00000000", "ééééé", "\ud800", "A" * 5000, "IIII'--DROP"])
def test_what_was_never_shown_is_forged(code):
    got = judged(code, device_at=SHOWN)
    assert (got.state, got.shown_from, got.age, got.device_differs) == (CodeState.FORGED, None, None, None)


def test_the_code_of_another_session_or_outside_the_span_is_forged():
    assert judged(code_at(b"another secret of a session", SHOWN)).state is CodeState.FORGED
    for moment in (START - timedelta(seconds=1), SPAN.end):
        code = code_at(SECRET, moment)
        assert verify(SECRET, code, span=SPAN, received_at=moment).state is CodeState.FORGED
    last = SPAN.end - timedelta(microseconds=1)
    assert verify(SECRET, code_at(SECRET, last), span=SPAN, received_at=last).state is CodeState.VALID


@pytest.mark.parametrize("hours", [0, -1, 25])
def test_a_span_without_length_or_of_days_is_refused(hours):
    with pytest.raises(UnusableSessionError):
        ShownSpan(START, START + timedelta(hours=hours))


def test_a_short_secret_a_naive_moment_and_a_negative_tolerance_are_refused():
    with pytest.raises(UnusableSessionError):
        code_at(b"short", SHOWN)
    with pytest.raises(NaiveMomentError):
        code_at(SECRET, SHOWN.replace(tzinfo=None))
    with pytest.raises(NaiveMomentError):
        judged("00000000", device_at=SHOWN.replace(tzinfo=None))
    with pytest.raises(UnusableSessionError):
        judged("00000000", tolerance_steps=-1)


@given(st.integers(0, 3 * 3600 - 1), st.integers(0, 3 * 3600))
def test_every_shown_code_is_found_again_with_its_window(second, later):
    shown = START + timedelta(seconds=second)
    got = verify(SECRET, code_at(SECRET, shown), span=SPAN, received_at=shown + timedelta(seconds=later))
    assert got.shown_from <= shown < got.shown_until
    windows_ago = (int((shown + timedelta(seconds=later)).timestamp()) // 30) - int(shown.timestamp()) // 30
    assert (got.state is CodeState.VALID) == (windows_ago <= 2)
