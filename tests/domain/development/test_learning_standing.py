"""Who is behind: the conditions of lists say what the rule says, and many cost no more queries than few."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pembina.core.rules.learning_hours import State
from pembina.domain.development.enums import RecordSource, RecordState
from pembina.domain.development.models import LearningRecord
from pembina.domain.development.queries.learning_hours import (
    counts_by_unit,
    in_state,
    led_by,
    staff_of,
    standing_in,
    with_hours,
)
from pembina.domain.people.enums import Status
from pembina.domain.people.models import Person

pytestmark = pytest.mark.django_db
HOURS = (None, "0.01", "19.99", "20", "20.01", "24", "24.01", "200")


def learned(person, hours, *, year=2026, state=RecordState.COUNTED, title="Bimtek"):
    day = date(year, 2, 1)
    LearningRecord.objects.create(
        person=person, year=year, form=8, title=title, first_day=day, last_day=day, hours=Decimal(hours),
        source=RecordSource.TYPED, state=state, noted_at="2026-03-01T00:00:00Z",
        refusal="Keliru" if state == RecordState.REFUSED else "",
    )  # fmt: skip


@pytest.fixture
def staff(training):
    """Return a PNS and a PPPK for each number of hours."""
    made = []
    for status in Status.values:
        for hours in HOURS:
            person = training.person()
            Person.objects.filter(pk=person.pk).update(status=status)
            if hours is not None:
                learned(person, hours)
            made.append((person.pk, status, hours))
    return made


@pytest.mark.parametrize("state", State)
def test_the_conditions_say_what_the_rule_says(training, staff, state):
    found = with_hours(staff_of(2026, on=training.today), year=2026).filter(
        in_state(state, year=2026, on=training.today)
    )
    told = {
        pk
        for pk, status, hours in staff
        if standing_in(status, 2026, None if hours is None else Decimal(hours), on=training.today).state is state
    }
    assert set(found.values_list("pk", flat=True)) & {pk for pk, *_ in staff} == told


def test_units_are_counted_with_all_below_them(training, staff):
    below = training.unit("1.1.1", below=training.office)
    learned(training.person(unit=below), "30")
    rows = {row.unit.code: row for row in counts_by_unit(None, year=2026, on=training.today)}
    office, other = rows["1.1"], rows["1.2"]
    assert (office.people, other.people) == (17, 1)
    assert office.by_state == {State.MET: 6, State.BEHIND: 2, State.UNKNOWN: 2, State.WITHIN: 5, State.OVER: 2}
    inside = counts_by_unit(training.office, year=2026, on=training.today)
    assert [(row.unit.code, row.people, row.is_itself) for row in inside] == [("1.1", 16, True), ("1.1.1", 1, False)]
    pns = counts_by_unit(training.office, year=2026, on=training.today, status="pns")
    assert sum(row.people for row in pns) == 9


def test_only_what_counts_in_that_year_counts(training):
    person = training.person()
    learned(person, "5")
    learned(person, "7", title="Lagi")
    learned(person, "90", year=2025)
    learned(person, "90", state=RecordState.REPORTED, title="Menunggu")
    learned(person, "90", state=RecordState.REFUSED, title="Ditolak")
    assert with_hours(Person.objects.filter(pk=person.pk), year=2026).get().jp == 12


def test_a_leader_sees_the_own_staff_and_nobody_else(training, sari, budi, dewi):
    leader = training.person(budi)
    training.person(sari, superior=leader)
    training.person(dewi, unit=training.other_office)
    assert [person.nip for person in led_by(budi, on=training.today)] == [sari.username]
    assert list(led_by(dewi, on=training.today)) == []


def test_many_persons_cost_no_more_queries_than_few(training, staff):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            counts_by_unit(None, year=2026, on=training.today)
            list(with_hours(staff_of(2026, on=training.today), year=2026))
        return len(asked)

    few = queries()
    for _ in range(20):
        learned(training.person(), "12")
    assert queries() == few
