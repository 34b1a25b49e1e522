"""Accounts: what the database itself refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.usernames import AccountKind

pytestmark = pytest.mark.database


def test_a_nip_is_eighteen_digits(db):
    with pytest.raises(ValidationError, match="18 angka"):
        User.objects.create_user("1992-03152019032999", display_name="Sari")


def test_the_database_refuses_a_short_nip_that_skipped_the_form(sari):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=sari.pk).update(username="123")


@pytest.mark.parametrize("name", ["mitra-universitas-contoh", "pejabat-bupati"])
def test_those_without_a_nip_are_named_by_what_they_are(db, name):
    user = User.objects.create_user(name, display_name="X")
    assert user.kind in {AccountKind.PARTNER, AccountKind.OFFICIAL}
    assert user.roles == ()
    assert not user.may(Permission.SEE_OWN_RECORD)


@pytest.mark.parametrize("name", ["mitra-", "mitra-Universitas", "universitas", "pejabat bupati", "mitra--a", "admin"])
def test_any_other_name_is_refused(db, name):
    with pytest.raises(ValidationError, match="mitra-"):
        User.objects.create_user(name, display_name="X")


def test_an_account_out_of_use_may_do_nothing(rina):
    rina.is_active = False
    assert not rina.may(Permission.PLAN_PROGRAMME)


def test_a_role_allows_what_it_lists_and_nothing_else(rina, sari):
    assert rina.may(Permission.PLAN_PROGRAMME)
    assert not sari.may(Permission.PLAN_PROGRAMME)
