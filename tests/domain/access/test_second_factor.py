"""The second factor: what is taken, what is not, who takes it away."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from pembina.domain.access.audit import events_on
from pembina.domain.access.authority import AccountOutOfReachError, OwnAccountError
from pembina.domain.access.brake import LIMITS, TooManyAttemptsError
from pembina.domain.access.roles import ADMINISTRATOR
from pembina.domain.access.second_factor.adapter import FactorAdapter
from pembina.domain.access.second_factor.codes import code_at, new_secret
from pembina.domain.access.second_factor.operations import (
    FactorRequiredError,
    WrongCodeError,
    add_passkey,
    factors_of,
    recovery_codes_of,
    remove_factor,
    renew_recovery_codes,
    reset_second_factor,
    set_up_totp,
    show_second_factor,
)

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
OFFICE = "10.0.0.1"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def secured(sari):
    """Sari, whose phone makes codes."""
    set_up_totp(of=sari, secret=SECRET, code=code_at(SECRET, NOON), at=NOON)
    return sari


def show(user, code, at=LATER, address=OFFICE):
    return show_second_factor(user=user, code=code, address=address, at=at)


def test_the_codes_are_those_of_rfc_6238():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    published = {59: "287082", 1111111109: "081804", 2000000000: "279037"}
    assert {at: code_at(secret, datetime.fromtimestamp(at, UTC)) for at in published} == published


@pytest.mark.parametrize("seconds", [-60, -30, 0, 30, 60])
def test_a_clock_may_be_wrong_by_a_minute(secured, seconds):
    phone = LATER + timedelta(seconds=seconds)
    assert show(secured, code_at(SECRET, phone)).type == Authenticator.Type.TOTP


@pytest.mark.parametrize("seconds", [-120, 120])
def test_a_clock_further_off_is_refused(secured, seconds):
    with pytest.raises(WrongCodeError):
        show(secured, code_at(SECRET, LATER + timedelta(seconds=seconds)))


def test_a_code_opens_once_and_an_older_one_never(secured):
    show(secured, code_at(SECRET, LATER))
    for seconds in (0, -30):
        with pytest.raises(WrongCodeError):
            show(secured, code_at(SECRET, LATER + timedelta(seconds=seconds)), at=LATER + timedelta(seconds=31))


def test_the_code_of_the_set_up_does_not_open(secured):
    with pytest.raises(WrongCodeError):
        show(secured, code_at(SECRET, NOON), at=NOON)


def test_a_wrong_first_code_sets_nothing_up(sari):
    with pytest.raises(WrongCodeError):
        set_up_totp(of=sari, secret=SECRET, code="000000", at=NOON)
    assert not factors_of(sari).exists()


def test_a_recovery_code_opens_once(secured):
    code = recovery_codes_of(secured)[0]
    assert show(secured, code).type == Authenticator.Type.RECOVERY_CODES
    with pytest.raises(WrongCodeError):
        show(secured, code)
    assert len(recovery_codes_of(secured)) == 9


def test_new_recovery_codes_end_the_old(secured):
    before = recovery_codes_of(secured)
    renew_recovery_codes(of=secured, at=NOON)
    assert not set(before) & set(recovery_codes_of(secured))
    with pytest.raises(WrongCodeError):
        show(secured, before[0])


def test_guessing_is_stopped_even_for_the_right_code(secured):
    for _ in range(LIMITS.account_from_address):
        with pytest.raises(WrongCodeError):
            show(secured, "000000")
    with pytest.raises(TooManyAttemptsError):
        show(secured, code_at(SECRET, LATER))


def test_a_refusal_and_a_set_up_leave_events_without_secrets(secured):
    with pytest.raises(WrongCodeError):
        show(secured, "000000")
    told = [event.operation for event in events_on(secured)[:2]]
    assert told == ["second_factor_refused", "set_up_totp"]
    assert SECRET not in str(list(events_on(secured).values()))


def test_the_secret_lies_encrypted_and_survives_a_new_key(secured, settings):
    kept = Authenticator.objects.get(user=secured, type=Authenticator.Type.TOTP).data["secret"]
    assert SECRET not in kept
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" + "y" * 50
    assert FactorAdapter().decrypt(kept) == SECRET
    show(secured, code_at(SECRET, LATER))


def test_another_phone_replaces_the_first(secured):
    other = new_secret()
    set_up_totp(of=secured, secret=other, code=code_at(other, NOON), at=NOON)
    assert factors_of(secured).count() == 1
    show(secured, code_at(other, LATER))


@pytest.mark.parametrize("kind", ["totp", "passkey"])
def test_sessions_begun_without_the_factor_end_with_its_set_up(sari, client, kind):
    client.force_login(sari)
    kept, other = client.session.session_key, Client()
    other.force_login(sari)
    if kind == "totp":
        set_up_totp(of=sari, secret=SECRET, code=code_at(SECRET, NOON), at=NOON, keeping=kept)
    else:
        add_passkey(of=sari, name="Laptop", credential={}, at=NOON, keeping=kept)
    assert client.get("/akun/saya/").status_code == 200
    assert other.get("/akun/saya/").status_code == 302


def test_without_a_factor_there_are_no_recovery_codes(secured):
    remove_factor(of=secured, pk=factors_of(secured).get().pk, at=NOON)
    assert recovery_codes_of(secured) == []


def test_who_needs_one_keeps_at_least_one(rina):
    set_up_totp(of=rina, secret=SECRET, code=code_at(SECRET, NOON), at=NOON)
    totp = factors_of(rina).get()
    with pytest.raises(FactorRequiredError):
        remove_factor(of=rina, pk=totp.pk, at=NOON)
    add_passkey(of=rina, name="Laptop", credential={}, at=NOON)
    remove_factor(of=rina, pk=totp.pk, at=NOON)
    assert [factor.type for factor in factors_of(rina)] == [Authenticator.Type.WEBAUTHN]


def test_nobody_removes_the_factor_of_another(secured, dewi):
    with pytest.raises(Authenticator.DoesNotExist):
        remove_factor(of=dewi, pk=factors_of(secured).get().pk, at=NOON)


def test_a_lost_factor_is_taken_away_by_those_in_charge_only(secured, rina, person_with_role):
    with pytest.raises(OwnAccountError):
        reset_second_factor(of=rina, by=rina, at=NOON)
    with pytest.raises(AccountOutOfReachError):
        reset_second_factor(of=person_with_role(ADMINISTRATOR), by=rina, at=NOON)
    reset_second_factor(of=secured, by=rina, at=NOON)
    assert not Authenticator.objects.filter(user=secured).exists()
    event = events_on(secured)[0]
    assert (event.actor, event.operation) == (rina, "reset_second_factor")
    assert event.changes == {"second_factor": ["recovery_codes, totp", ""]}
