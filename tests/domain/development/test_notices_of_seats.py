"""Seats offered, given and asked for."""

from datetime import timedelta

import pytest

from domain.development.telling import reachable
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.operations.enrolments import (
    accept,
    appoint,
    approve,
    decline,
    nominate,
    request_seat,
    withdraw,
)
from pembina.domain.people.enums import DelegationKind
from pembina.domain.people.operations import delegate

LATER = timedelta(hours=1)


@pytest.fixture
def leader(training, budi):
    return reachable(training.person(budi))


@pytest.fixture
def employee(training, sari, leader):
    return reachable(training.person(sari, superior=leader))


def test_who_is_offered_a_seat_is_invited_again_only_with_a_new_offer(training, leader, employee, sari, budi, post):
    place = nominate(batch=training.batch, person=employee, by=budi, at=training.at)
    assert post.kinds() == [("offered", employee.nip)]
    decline(enrolment=place, reason="Sedang cuti", by=sari, at=training.at)
    assert post.kinds() == []
    nominate(batch=training.batch, person=employee, by=budi, at=training.at + LATER)
    assert post.kinds(training.at + LATER) == [("offered", employee.nip)]


def test_who_takes_a_seat_knows_it_and_who_gets_one_is_told(training, leader, employee, sari, budi, post):
    place = nominate(batch=training.batch, person=employee, by=budi, at=training.at)
    accept(enrolment=place, by=sari, at=training.at)
    assert post.kinds() == []
    other = reachable(training.person(superior=leader))
    training.batch.needs_approval = False
    training.batch.save()
    appoint(batch=training.batch, person=other, by=training.rina, at=training.at)
    assert post.kinds() == [("seated", other.nip)]


def test_an_approval_and_a_place_in_the_line_that_became_a_seat_are_told(
    training, leader, employee, sari, budi, rina, post
):
    training.batch.seats = 1
    training.batch.save()
    first = training.enrol(training.person())
    asked = request_seat(batch=training.batch, person=employee, by=sari, at=training.at)
    approve(enrolment=asked, by=budi, at=training.at)
    assert post.kinds() == []
    withdraw(enrolment=first, reason="Pindah tugas", by=rina, at=training.at + LATER)
    assert post.kinds(training.at + LATER) == [("seated", employee.nip)]


def test_the_leader_gets_one_letter_a_day_about_all_that_waits(training, leader, employee, post):
    staff = [employee, *(training.person(superior=leader) for _ in range(2))]
    for one in staff:
        training.enrol(one, state=EnrolmentState.REQUESTED)
    (letter,) = post.send()
    assert (letter.kind, letter.person) == ("requests", leader)
    assert [due.seat.person for due in letter.dues] == staff
    training.enrol(training.person(superior=leader), state=EnrolmentState.REQUESTED)
    assert post.send(training.at + LATER) == []
    (next_day,) = post.send(training.at + timedelta(days=1))
    assert len(next_day.dues) == 4


def test_the_letter_goes_to_who_stands_in_that_day(training, leader, employee, dewi, rina, post):
    stand_in = reachable(training.person(dewi))
    delegate(
        person=stand_in, unit=training.office, kind=DelegationKind.DAILY, letter="SP-1/2026", on_behalf_of=leader,
        starts_on=training.today, ends_on=training.today, by=rina, at=training.at,
    )  # fmt: skip
    training.enrol(employee, state=EnrolmentState.REQUESTED)
    assert post.kinds() == [("requests", stand_in.nip)]
    assert post.kinds(training.at + timedelta(days=1)) == [("requests", leader.nip)]


def test_of_somebody_whom_nobody_leads_the_organiser_is_told(training, post):
    organiser = reachable(training.organiser())
    training.enrol(training.person(), state=EnrolmentState.REQUESTED)
    training.enrol(organiser, state=EnrolmentState.REQUESTED)
    (letter,) = post.send()
    assert (letter.person, len(letter.dues)) == (organiser, 1)


def test_a_request_that_was_decided_is_not_told(training, leader, employee, post):
    training.enrol(employee, state=EnrolmentState.WAITING)
    assert post.send() == []
