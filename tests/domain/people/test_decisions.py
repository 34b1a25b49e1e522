"""Of whom somebody decides, asked for everybody at once: the same answer as for each person alone."""

from datetime import date, timedelta
from random import Random

import pytest
from django.db import transaction

from domain.people.conftest import TODAY
from pembina.domain.access.models import User
from pembina.domain.people.approvals import approvers_for
from pembina.domain.people.decisions import deciders_of, people_decided_by
from pembina.domain.people.enums import AssignmentKind, DelegationKind, PositionKind, Sector, Sex, Status, UnitKind
from pembina.domain.people.models import Assignment, Delegation, Person, Unit, UnitAncestry
from pembina.domain.people.models.dated import in_force_on

pytestmark = pytest.mark.django_db
BEGAN, BIRTH = date(2020, 1, 1), date(1980, 1, 1)
SEEDS = range(12)


def account(person, **told):
    return User(username=person.nip, is_active=True, **told)


def government(chance, people=14, units=6, orders=8):
    """Return persons in a random tree, some led in a circle, some by nobody, with orders and tasks of all kinds."""
    tree = [plant(number, chance) for number in range(units)]
    staff = [
        Person.objects.create(
            nip=f"1980010120050110{number:02}",
            name=f"P{number}",
            status=Status.PNS,
            birth_date=BIRTH,
            sex=Sex.FEMALE,
        )
        for number in range(people)
    ]
    for person in staff:
        superior = chance.choice([None, *staff[:5]])
        employ(person, chance.choice(tree), None if superior == person else superior, chance)
    for _ in range(orders):
        holder, instead = chance.sample(staff, 2)
        Delegation.objects.create(
            person=holder, unit=chance.choice(tree), kind=chance.choice(DelegationKind.values), letter="1",
            on_behalf_of=chance.choice([None, instead, *(one for one in staff[:3] if one != holder)]),
            starts_on=TODAY - timedelta(days=chance.choice([0, 5])),
            ends_on=TODAY + timedelta(days=chance.choice([0, 5])),
        )  # fmt: skip
    return staff


def plant(number, chance):
    """Open a unit somewhere below those that exist."""
    existing = list(Unit.objects.order_by("pk"))
    parent = chance.choice(existing) if existing else None
    unit = Unit.objects.create(
        code=str(number), name=f"U{number}", kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=parent, opened_on=BEGAN
    )
    UnitAncestry.objects.create(ancestor=unit, descendant=unit, depth=0)
    for link in UnitAncestry.objects.filter(descendant=parent):
        UnitAncestry.objects.create(ancestor=link.ancestor, descendant=unit, depth=link.depth + 1)
    return unit


def employ(person, unit, superior, chance):
    """Give a main assignment that holds, or has ended; now and then another one beside it."""
    kinds = [AssignmentKind.MAIN] + [AssignmentKind.ADDITIONAL] * (chance.random() < 0.2)
    for kind in kinds:
        Assignment.objects.create(
            person=person, unit=unit, superior=superior, kind=kind, position="Pranata", starts_on=BEGAN,
            position_kind=PositionKind.FUNCTIONAL,
            ends_on=chance.choice([None, None, None, None, TODAY, date(2025, 1, 1)]),
        )  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_the_answer_is_that_for_each_person_alone(seed):
    staff = government(Random(seed))
    alone = {person: {approver.person for approver in approvers_for(person, on=TODAY)} for person in staff}
    for decider in staff:
        expected = {person for person, found in alone.items() if decider in found}
        assert set(people_decided_by(account(decider), on=TODAY)) == expected
    told = deciders_of([person.pk for person in staff], on=TODAY)
    assert told == {person.pk: {one.pk for one in found} for person, found in alone.items()}


def cases(staff):
    """Yield for everybody who is decided for by which of the three ways."""
    for person in staff:
        held = person.assignments.filter(in_force_on(TODAY), kind=AssignmentKind.MAIN).first()
        for found in approvers_for(person, on=TODAY):
            yield "ordered" if found.order else "superior" if found.person == held.superior else "higher"


def test_the_random_governments_hold_every_case():
    """Without this the comparison above could be one of empty sets."""
    found = set()
    for seed in SEEDS:
        with transaction.atomic():
            found |= set(cases(government(Random(seed))))
            transaction.set_rollback(True)
    assert found == {"superior", "ordered", "higher"}


def test_the_queries_do_not_grow_with_the_staff(unit, civil_servant, put, django_assert_max_num_queries):
    root = unit("1")
    head = civil_servant(name="head")
    put(head, root)
    for _ in range(3):
        put(civil_servant(), root, superior=head)
    with django_assert_max_num_queries(6):
        assert people_decided_by(account(head), on=TODAY).count() == 3
    for _ in range(9):
        put(civil_servant(), root, superior=head)
    with django_assert_max_num_queries(6):
        assert people_decided_by(account(head), on=TODAY).count() == 12


def test_who_decides_for_many_is_asked_at_once(unit, civil_servant, put, django_assert_max_num_queries):
    root, head = unit("1"), civil_servant(name="head")
    put(head, root)
    staff = [civil_servant() for _ in range(12)]
    for person in staff:
        put(person, root, superior=head)
    with django_assert_max_num_queries(4):
        assert deciders_of([one.pk for one in staff], on=TODAY) == {one.pk: {head.pk} for one in staff}


def test_an_account_that_is_not_in_use_decides_for_nobody(unit, civil_servant, put):
    root, head = unit("1"), civil_servant(name="head")
    put(head, root)
    put(civil_servant(), root, superior=head)
    assert not people_decided_by(User(username=head.nip, is_active=False), on=TODAY).exists()
    assert not people_decided_by(User(username="nobody", is_active=True), on=TODAY).exists()
