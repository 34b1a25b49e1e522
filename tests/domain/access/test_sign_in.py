"""Signing in: the right password, the wrong one, and the brake on guessing."""

from datetime import UTC, datetime, timedelta

import pytest

from pembina.domain.access.audit import events_on
from pembina.domain.access.brake import LIMITS, WINDOW, AttemptRefusedError, TooManyAttemptsError
from pembina.domain.access.models import SignInAttempt
from pembina.domain.access.sign_in import SignInRefusedError, check_password, sign_in, sign_out

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
RIGHT = "a-password-for-tests"
OFFICE, CAFE = "10.0.0.1", "192.0.2.7"


def attempt(user, password=RIGHT, address=OFFICE, at=NOON):
    return check_password(nip=user.username, password=password, address=address, at=at)


def fail(user, times, address=OFFICE):
    for _ in range(times):
        with pytest.raises(AttemptRefusedError):
            attempt(user, password="wrong", address=address)


def operations_on(user):
    return [event.operation for event in events_on(user) if event.operation]


def test_the_right_password_opens_and_leaves_no_attempt(sari):
    assert attempt(sari) == sari
    assert not SignInAttempt.objects.exists()


def test_signing_in_leaves_one_event_with_its_means(sari):
    sign_in(by=sari, means="password, totp", address=OFFICE, at=NOON)
    assert operations_on(sari) == ["sign_in"]
    assert events_on(sari)[0].changes == {"means": ["", "password, totp"]}
    assert events_on(sari)[0].actor == sari
    assert events_on(sari)[0].timestamp == NOON
    assert events_on(sari)[0].remote_addr == OFFICE


def test_an_unknown_account_a_wrong_password_and_a_closed_account_sound_the_same(sari, dewi):
    dewi.is_active = False
    dewi.save()
    said = set()
    for nip, password in [("000000000000000000", RIGHT), (sari.username, "wrong"), (dewi.username, RIGHT)]:
        with pytest.raises(SignInRefusedError) as refusal:
            check_password(nip=nip, password=password, address=OFFICE, at=NOON)
        said.add((type(refusal.value), refusal.value.message))
    assert len(said) == 1


def test_a_refusal_leaves_an_event_without_an_actor(sari):
    fail(sari, 1)
    assert operations_on(sari) == ["sign_in_refused"]
    assert events_on(sari)[0].actor is None


def test_after_five_failures_even_the_right_password_has_to_wait(sari):
    fail(sari, LIMITS.account_from_address)
    with pytest.raises(TooManyAttemptsError):
        attempt(sari)


def test_the_wait_ends_with_the_window(sari):
    fail(sari, LIMITS.account_from_address)
    assert attempt(sari, at=NOON + WINDOW + timedelta(seconds=1)) == sari


def test_a_stranger_elsewhere_cannot_keep_the_owner_out(sari):
    fail(sari, LIMITS.account_from_address + 2, address=CAFE)
    assert attempt(sari, address=OFFICE) == sari


def test_a_stranger_who_keeps_on_guessing_is_turned_away_alone(sari):
    fail(sari, LIMITS.account + 5, address=CAFE)
    assert attempt(sari, address=OFFICE) == sari
    with pytest.raises(TooManyAttemptsError):
        attempt(sari, address=CAFE)


def test_what_was_turned_away_counts_for_its_address_still(sari, dewi):
    fail(sari, LIMITS.address, address=CAFE)
    with pytest.raises(TooManyAttemptsError):
        attempt(dewi, address=CAFE)


def test_guessing_from_many_addresses_is_stopped_too(sari):
    SignInAttempt.objects.all().delete()
    for number in range(LIMITS.account):
        fail(sari, 1, address=f"192.0.2.{number}")
    with pytest.raises(TooManyAttemptsError):
        attempt(sari)


def test_colleagues_behind_one_address_do_not_lock_each_other_out(sari, dewi):
    fail(sari, LIMITS.account_from_address)
    assert attempt(dewi) == dewi


def test_a_success_clears_the_failures_before_it(sari):
    fail(sari, LIMITS.account_from_address - 1)
    attempt(sari)
    fail(sari, LIMITS.account_from_address - 1)
    assert attempt(sari) == sari


def test_what_was_typed_as_nip_is_not_kept(sari):
    with pytest.raises(SignInRefusedError):
        check_password(nip="my-secret-password", password="x", address=OFFICE, at=NOON)
    assert "my-secret-password" not in str(SignInAttempt.objects.values_list("account", flat=True))


def test_signing_out_leaves_an_event(sari):
    sign_out(by=sari, address=OFFICE, at=NOON)
    assert operations_on(sari) == ["sign_out"]
