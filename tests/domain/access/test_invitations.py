"""Invitations: the code works once, for its NIP, for some days, and only those in charge give one."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from pembina.domain.access.account_states import AccountState, accounts
from pembina.domain.access.accounts import close_account, prepare_account, reopen_account
from pembina.domain.access.audit import events_on
from pembina.domain.access.authority import AccountOutOfReachError, ClosedAccountError, OwnAccountError
from pembina.domain.access.brake import LIMITS, TooManyAttemptsError
from pembina.domain.access.invitations.models import Invitation, Means
from pembina.domain.access.invitations.operations import (
    LASTS,
    InvitationExpiredError,
    InvitationRefusedError,
    accept_invitation,
    invite,
    withdraw_invitation,
)
from pembina.domain.access.roles import ADMINISTRATOR, EMPLOYEE, HUMAN_RESOURCES

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
STRONG, WEAK = "kopi-susu-di-pagi-hari", "12345678"
OFFICE = "10.0.0.1"


@pytest.fixture
def tono(rina):
    """An account that nobody has entered yet."""
    return prepare_account(nip="199001012015031001", display_name="Tono", role=EMPLOYEE, by=rina, at=NOON)


@pytest.fixture
def issued(tono, rina):
    return invite(user=tono, means=Means.LETTER, by=rina, at=NOON)


def accept(issued, *, nip=None, code=None, password=STRONG, at=NOON, address=OFFICE):
    nip = nip or issued.invitation.user.username
    return accept_invitation(nip=nip, code=code or issued.code, password=password, address=address, at=at)


def state_of(user, at=NOON):
    return accounts(at=at).get(pk=user.pk).state


def test_the_holder_sets_a_password_and_the_account_is_in_use(issued, tono):
    assert state_of(tono) == AccountState.INVITED
    assert accept(issued).check_password(STRONG)
    assert state_of(tono) == AccountState.ACTIVE
    event = events_on(tono)[0]
    assert (event.operation, event.actor, event.remote_addr) == ("accept_invitation", tono, OFFICE)


def test_a_code_works_once(issued):
    accept(issued)
    with pytest.raises(InvitationRefusedError):
        accept(issued, password="another-password-of-mine")


def test_the_code_is_read_however_it_is_typed(issued):
    accept(issued, code=f" {issued.code.upper().replace('-', ' ')} ")


@pytest.mark.parametrize("wrong", [{"nip": "199001012015031002"}, {"code": "aaaa-bbbb-cccc-dddd"}, {"code": "-"}])
def test_a_wrong_nip_and_a_wrong_code_are_refused_alike(issued, wrong):
    with pytest.raises(InvitationRefusedError):
        accept(issued, **wrong)


def test_after_its_days_it_is_told_to_have_expired(issued, tono):
    late = NOON + LASTS[Means.LETTER]
    with pytest.raises(InvitationExpiredError):
        accept(issued, at=late)
    assert state_of(tono, at=late) == AccountState.LAPSED


def test_a_link_lasts_less_long_than_a_letter(tono, rina):
    link = invite(user=tono, means=Means.LINK, by=rina, at=NOON)
    assert link.invitation.expires_at - NOON == timedelta(days=7) < LASTS[Means.LETTER]


def test_a_second_invitation_ends_the_first(issued, tono, rina):
    second = invite(user=tono, means=Means.LINK, by=rina, at=NOON)
    with pytest.raises(InvitationRefusedError):
        accept(issued)
    accept(second)


def test_a_withdrawn_invitation_is_worthless(issued, tono, rina):
    withdraw_invitation(of=tono, by=rina, at=NOON)
    assert events_on(tono)[0].operation == "withdraw_invitation"
    with pytest.raises(InvitationRefusedError):
        accept(issued)


def test_a_weak_password_is_refused_and_costs_neither_the_code_nor_patience(issued):
    for _ in range(LIMITS.account_from_address + 1):
        with pytest.raises(ValidationError):
            accept(issued, password=WEAK)
    accept(issued)


def test_guessing_codes_is_stopped_even_for_the_right_one(issued):
    for _ in range(LIMITS.account_from_address):
        with pytest.raises(InvitationRefusedError):
            accept(issued, code="aaaa-bbbb-cccc-dddd")
    with pytest.raises(TooManyAttemptsError):
        accept(issued)


def test_guessing_codes_does_not_keep_the_owner_from_signing_in(issued, sari):
    from pembina.domain.access.sign_in import check_password

    for _ in range(LIMITS.account_from_address):
        with pytest.raises(InvitationRefusedError):
            accept(issued, nip=sari.username)
    assert check_password(nip=sari.username, password="a-password-for-tests", address=OFFICE, at=NOON) == sari


def test_only_a_hash_of_the_code_is_kept(issued, tono):
    kept = str(list(Invitation.objects.values())) + str(list(events_on(tono).values()))
    assert issued.code not in kept
    assert issued.code.replace("-", "") not in kept


def test_the_database_keeps_one_open_invitation_an_account(issued, tono):
    twin = Invitation(user=tono, code_hash="x", means=Means.LINK, invited_at=NOON, expires_at=NOON + timedelta(1))
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_nobody_invites_themselves_or_somebody_they_could_not_have_appointed(rina, person_with_role):
    with pytest.raises(OwnAccountError):
        invite(user=rina, means=Means.LINK, by=rina, at=NOON)
    for role in (ADMINISTRATOR, HUMAN_RESOURCES):
        with pytest.raises(AccountOutOfReachError):
            invite(user=person_with_role(role), means=Means.LINK, by=rina, at=NOON)
    assert not Invitation.objects.exists()


def test_an_administrator_invites_an_officer(person_with_role):
    invite(user=person_with_role(HUMAN_RESOURCES), means=Means.LINK, by=person_with_role(ADMINISTRATOR), at=NOON)


def test_a_closed_account_is_not_entered_and_not_invited(issued, tono, rina):
    close_account(of=tono, by=rina, at=NOON)
    assert state_of(tono) == AccountState.CLOSED
    with pytest.raises(InvitationRefusedError):
        accept(issued)
    with pytest.raises(ClosedAccountError):
        invite(user=tono, means=Means.LINK, by=rina, at=NOON)


def test_a_reopened_account_needs_a_new_invitation(issued, tono, rina):
    close_account(of=tono, by=rina, at=NOON)
    reopen_account(of=tono, by=rina, at=NOON)
    with pytest.raises(InvitationRefusedError):
        accept(issued)
    accept(invite(user=tono, means=Means.LINK, by=rina, at=NOON))


def test_one_does_not_close_ones_own_account(rina):
    with pytest.raises(OwnAccountError):
        close_account(of=rina, by=rina, at=NOON)
