"""Each thing is told once; a mail that fails does not keep the others from theirs, and is tried again."""

from smtplib import SMTPRecipientsRefused

import pytest

from domain.development.telling import reachable
from pembina.domain.access.events import AuditEvent
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.models import Enrolment, Notice
from pembina.domain.development.operations.notices import MOST_FAILURES, send_notices
from pembina.domain.people.enums import LegalPosition


@pytest.fixture
def staff(training):
    people = [reachable(training.person()) for _ in range(3)]
    for one in people:
        training.enrol(one, state=EnrolmentState.OFFERED)
    return people


def test_each_is_told_once_and_the_trail_knows(post, staff):
    assert {letter.person for letter in post.send()} == set(staff)
    assert post.send() == []
    events = AuditEvent.objects.filter(operation="send_notice")
    assert {event.concerns for event in events} == {one.nip for one in staff}


def test_who_has_no_address_or_left_is_told_nothing(post, staff):
    first, second, third = staff
    first.email = ""
    first.save()
    second.legal_position = LegalPosition.SUSPENDED
    second.save()
    assert [letter.person for letter in post.send()] == [third]


def test_a_failure_is_isolated_tried_again_and_no_event(training, staff, post):
    def fails_for_first(letter):
        if letter.person == staff[0]:
            raise OSError("refused")

    assert send_notices(send=fails_for_first, by=None, at=training.at) == 2
    assert Notice.objects.count() == 2 == AuditEvent.objects.filter(operation="send_notice").count()
    assert [letter.person for letter in post.send()] == [staff[0]]


def test_addresses_that_are_refused_do_not_hold_the_others_up(training, staff, caplog):
    for _ in range(MOST_FAILURES + 2):
        training.enrol(reachable(training.person()), state=EnrolmentState.OFFERED)
    sent = []

    def refuses_most(letter):
        if letter.person.pk % 2:
            raise SMTPRecipientsRefused({"siapa@contoh.go.id": (550, b"unknown")})
        sent.append(letter)

    total = Enrolment.objects.filter(state=EnrolmentState.OFFERED).count()
    assert send_notices(send=refuses_most, by=None, at=training.at) == len(sent) > 0
    assert len(sent) >= total // 2 - 2
    assert "contoh.go.id" not in caplog.text


def test_a_server_that_is_down_is_not_asked_for_everybody(training, staff):
    for _ in range(10):
        training.enrol(reachable(training.person()), state=EnrolmentState.OFFERED)
    asked = []

    def fails(letter):
        asked.append(letter)
        raise OSError("down")

    assert send_notices(send=fails, by=None, at=training.at) == 0
    assert len(asked) == MOST_FAILURES
    assert not Notice.objects.exists()


def test_what_another_worker_has_begun_to_tell_is_left_to_it(training, staff, post):
    def told_meanwhile(letter):
        """Let the second letter be claimed by somebody else while the first one is on its way."""
        sent.append(letter)
        if len(sent) == 1:
            post.send()

    sent = []
    assert send_notices(send=told_meanwhile, by=None, at=training.at) == 1
    assert len(post.letters) == 2


def test_the_queries_do_not_grow_with_the_people(training, post, django_assert_max_num_queries):
    from pembina.domain.development.operations.notices import SOURCES

    for _ in range(12):
        training.enrol(reachable(training.person()), state=EnrolmentState.OFFERED)
        training.enrol(reachable(training.person()), state=EnrolmentState.REQUESTED)
    with django_assert_max_num_queries(60):
        for source in SOURCES:
            source(at=training.at)
