"""Letters of invitation go out unit by unit; accounts without a NIP are opened by those who may give their roles."""

from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from pembina.domain.access.invitations.models import Means
from pembina.domain.access.invitations.outsiders import invite_outsider, roles_for_outsiders
from pembina.domain.access.models import User
from pembina.domain.access.refusals import RoleNotForAccountError, RoleOutOfReachError
from pembina.domain.access.roles import EMPLOYEE, HEAD_OF_REGION, MENTOR, PARTNER
from pembina.domain.people.accounts import for_delivery, invitees_of, unit_of_holder
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.enums import Status
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.operations import enrol_person


@pytest.fixture
def today(db):
    day = timezone.localdate()
    load_demo_government(size=300, on=day, at=timezone.now())
    return day


def test_letters_are_in_the_order_of_units_and_names(today):
    root = Unit.objects.get(parent=None)
    people = list(invitees_of(root, on=today).chosen(again=False))
    assert len({person.unit_code for person in people}) > 10
    for before, after in pairwise(people):
        assert (before.unit_code, before.name) <= (after.unit_code, after.name)


def test_a_letter_is_handed_over_where_the_main_position_is(today, sari):
    post = Assignment.objects.get(person__nip=sari.username, ends_on=None, kind="main")
    elsewhere = Unit.objects.exclude(pk=post.unit_id).first()
    said = {"position": "Tugas tambahan", "position_kind": "executive", "starts_on": today}
    Assignment.objects.create(person=post.person, kind="additional", unit=elsewhere, **said)
    assert unit_of_holder(sari, on=today) == {sari.username: post.unit.name}


def test_who_works_nowhere_comes_last(today):
    away = enrol_person(
        nip="199001012015031001", name="Aaa", status=Status.PNS, on=today, by=None, at=timezone.now()
    ).person
    assert list(for_delivery(Person.objects.all(), on=today))[-1] == away
    assert unit_of_holder(User(username=away.nip), on=today) == {}


def test_what_may_be_given_follows_the_roles_of_the_giver(rina, person):
    assert roles_for_outsiders(rina) == [PARTNER]
    assert roles_for_outsiders(person("wayan")) == [PARTNER, HEAD_OF_REGION]
    assert roles_for_outsiders(person("agus")) == []


@pytest.mark.parametrize(
    ("username", "role", "error"),
    [
        ("pejabat-bupati", HEAD_OF_REGION, RoleOutOfReachError),
        ("mitra-a", EMPLOYEE, RoleNotForAccountError),
        ("mitra-a", MENTOR, RoleNotForAccountError),
        ("199001012015031001", MENTOR, RoleNotForAccountError),
        ("tanpa-awalan", PARTNER, ValidationError),
    ],
)
def test_an_account_that_should_not_be_leaves_nothing_behind(rina, username, role, error):
    said = {"username": username, "display_name": "A", "role": role, "means": Means.LINK}
    with pytest.raises(error):
        invite_outsider(**said, by=rina, at=timezone.now())
    assert not User.objects.filter(username=username).exists()
