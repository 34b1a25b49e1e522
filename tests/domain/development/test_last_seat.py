"""Fifty at once for the last seat, and one person twice: on PostgreSQL, where transactions run side by side."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from pembina.domain.access.models import User
from pembina.domain.development.enrolment_refusals import AlreadyInError
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import Enrolment
from pembina.domain.development.operations.enrolments import appoint, request_seat, withdraw

CLIENTS = 50
E = EnrolmentState
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.database,
]


@pytest.fixture
def postgresql(training):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite lets one write at a time")
    return training


def at_once(acts):
    """Run all at the same moment, each on a connection of its own; return what each gave or raised."""
    ready = Barrier(len(acts))

    def run(act):
        try:
            connection.ensure_connection()
            ready.wait()
            return act()
        except Exception as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def accounts_of(people):
    return [User.objects.create(username=one.nip, display_name=one.name) for one in people]


def test_the_last_seat_goes_to_exactly_one_of_fifty(postgresql):
    training = postgresql
    batch = training.group("Satu kursi", seats=1, needs_approval=False)
    training.session(begins=training.day(3), batch=batch)
    people = [training.person() for _ in range(CLIENTS)]
    acts = [
        lambda one=one, user=user: request_seat(batch=batch, person=one, by=user, at=training.at)
        for one, user in zip(people, accounts_of(people), strict=True)
    ]
    found = at_once(acts)
    assert [one for one in found if isinstance(one, Exception)] == []
    assert Counter(batch.enrolments.values_list("state", flat=True)) == {E.ENROLLED: 1, E.WAITING: CLIENTS - 1}


def test_freed_seats_go_to_the_longest_waiting_each_once(postgresql, rina):
    training = postgresql
    batch = training.group("Tiga kursi", seats=3, needs_approval=False)
    people = [training.person() for _ in range(8)]
    rows = [appoint(batch=batch, person=one, by=rina, at=training.at) for one in people]
    acts = [lambda row=row: withdraw(enrolment=row, reason="Sakit", by=rina, at=training.at) for row in rows[:3]]
    assert at_once(acts) == [None, None, None]
    states = [Enrolment.objects.get(pk=row.pk).state for row in rows]
    assert states == [E.WITHDRAWN] * 3 + [E.ENROLLED] * 3 + [E.WAITING] * 2


def test_a_double_request_makes_one_place(postgresql, sari):
    training = postgresql
    employee = training.person(sari)
    acts = [lambda: request_seat(batch=training.batch, person=employee, by=sari, at=training.at)] * 10
    found = at_once(acts)
    assert Counter(type(one) for one in found) == {Enrolment: 1, AlreadyInError: 9}
    assert Enrolment.objects.count() == 1
