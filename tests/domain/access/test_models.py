"""Accounts: what the database itself refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.roles import ROLES

pytestmark = pytest.mark.database


def test_a_nip_is_eighteen_digits(db):
    with pytest.raises(ValidationError, match="18 angka"):
        User.objects.create_user("1992-03152019032999", display_name="Sari")


def test_the_database_refuses_a_short_nip_that_skipped_the_form(sari):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=sari.pk).update(username="123")


def test_the_database_refuses_an_unknown_role(sari):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=sari.pk).update(role_code="king")


def test_an_account_out_of_use_may_do_nothing(rina):
    rina.is_active = False
    assert not rina.may(Permission.PLAN_PROGRAMME)


def test_a_role_allows_what_it_lists_and_nothing_else(rina, sari):
    assert rina.may(Permission.PLAN_PROGRAMME)
    assert not sari.may(Permission.PLAN_PROGRAMME)


@pytest.mark.parametrize("role", ROLES.values(), ids=lambda role: role.code)
def test_a_role_says_in_both_languages_what_it_is_for(role):
    assert len(role.description.id) > 40
    assert len(role.description.en) > 40
    assert Permission.SEE_OWN_RECORD in role.permissions
