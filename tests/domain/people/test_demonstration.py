"""Kabupaten Contoh: believable, consistent with itself, the same from the same seed."""

from datetime import date

import pytest

from domain.people.conftest import NOON, TODAY
from pembina.core.rules.civil_servant_number import findings_on, read_number
from pembina.domain.access.audit import events_on
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Assignment, Delegation, Person, Unit
from pembina.domain.people.permissions import visible_to
from pembina.domain.people.queries import units_at_or_below

SIZE = 400


@pytest.fixture
def government(db):
    return load_demo_government(size=SIZE, on=TODAY, at=NOON)


def persona(name):
    return Person.objects.get(nip=PERSONAS[name].nip)


def test_it_has_the_size_asked_for_and_is_written_once(government):
    assert (government.units, government.persons) == (45, SIZE)
    assert Person.objects.count() == SIZE
    assert load_demo_government(size=SIZE, on=TODAY, at=NOON) is None
    (event,) = events_on(Unit.objects.get(parent=None))
    assert event.operation == "load_demo_government"


def test_every_number_is_one_agrees_with_the_record_and_belongs_to_nobody_real(government):
    for person in Person.objects.all():
        number = read_number(person.nip, on=TODAY, status=person.status)
        assert findings_on(number, on=TODAY, birth_date=person.birth_date, sex=person.sex) == ()
        assert number.sequence >= 900


def test_everybody_works_somewhere_today_and_nobody_twice(government):
    holding = [row for row in Assignment.objects.select_related("unit") if row.ends_on is None]
    main = [row.person_id for row in holding if row.kind == "main"]
    assert len(main) == len(set(main)) == SIZE
    assert all(row.unit.opened_on <= row.starts_on <= TODAY for row in holding)


def test_the_personas_are_people_in_it(government, sari, budi, rina, dewi):
    held = persona("sari").assignments.get(ends_on=None)
    assert held.superior == persona("budi")
    assert persona("budi").assignments.get(ends_on=None).unit == held.unit
    assert persona("dewi").assignments.get(ends_on=None).unit not in units_at_or_below(held.unit)
    assert persona("sari") in visible_to(budi, on=TODAY)
    assert persona("sari") not in visible_to(dewi, on=TODAY)
    assert visible_to(rina, on=TODAY).count() == SIZE


def test_a_vacant_post_is_looked_after(government):
    lent = Delegation.objects.get()
    assert lent.unit.name == "Kelurahan Sidomulyo"
    assert lent.person.assignments.get(ends_on=None).position == "Camat Sidomulyo"


def test_the_same_seed_makes_the_same_people(db):
    from django.db import transaction

    made = []
    for _ in range(2):
        with transaction.atomic():
            load_demo_government(size=200, seed=7, on=date(2026, 1, 1), at=NOON)
            made.append(list(Person.objects.order_by("nip").values_list("nip", "name", "rank")))
            transaction.set_rollback(True)
    assert made[0] == made[1]


@pytest.mark.parametrize("size", [10, 25_001])
def test_an_impossible_size_is_refused(db, size):
    with pytest.raises(ValueError, match=str(size)):
        load_demo_government(size=size, on=TODAY, at=NOON)
