"""Whoever attended enough and passed has completed; what is missing is named."""

from datetime import timedelta
from decimal import Decimal

import pytest

from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus
from pembina.domain.development.models import Attendance, Grade
from pembina.domain.development.queries.completion import completions_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessions(training):
    """Return four sessions that are over."""
    return [training.session(begins=training.day(-day)) for day in (4, 3, 2, 1)]


def attend(training, enrolment, sessions, status=AttendanceStatus.PRESENT):
    for session in sessions:
        Attendance.objects.create(
            session=session, enrolment=enrolment, status=status, means=AttendanceMeans.LIST, received_at=training.at
        )


def of(training, enrolment, at=None):
    return completions_of(training.batch, at=at or training.at)[enrolment.pk]


def test_enough_sessions_complete_a_batch_without_a_pass_mark(training, sessions):
    seat = training.enrol(training.person())
    training.version.least_attendance = 75
    training.version.save()
    attend(training, seat, sessions[:3])
    training.batch.refresh_from_db()
    found = of(training, seat)
    assert (found.attended, found.held, found.planned, found.share) == (3, 4, 4, Decimal(75))
    assert found.is_complete


def test_an_excuse_is_no_attendance(training, sessions):
    seat = training.enrol(training.person())
    attend(training, seat, sessions[:3])
    attend(training, seat, sessions[3:], AttendanceStatus.EXCUSED)
    assert "Hadir 3 dari 4" in of(training, seat).lacking[0].id


def test_a_session_to_come_leaves_it_open(training, sessions):
    seat = training.enrol(training.person())
    attend(training, seat, sessions)
    training.session(begins=training.at + timedelta(days=1))
    assert "1 sesi" in of(training, seat).lacking[0].id


def test_a_score_that_is_missing_is_not_zero(training, sessions):
    training.version.pass_mark = 70
    training.version.save()
    training.batch.refresh_from_db()
    seat = training.enrol(training.person())
    attend(training, seat, sessions)
    assert of(training, seat).score is None
    assert "Belum ada nilai" in of(training, seat).lacking[0].id
    grade = Grade.objects.create(enrolment=seat, score=69, given_by=training.rina, given_at=training.at)
    assert "69,00" in of(training, seat).lacking[0].id
    Grade.objects.filter(pk=grade.pk).update(score=70)
    assert of(training, seat).is_complete


def test_the_queries_do_not_grow_with_the_participants(training, sessions, django_assert_num_queries):
    for _ in range(10):
        attend(training, training.enrol(training.person()), sessions)
    with django_assert_num_queries(5):
        assert len(completions_of(training.batch, at=training.at)) == 10
