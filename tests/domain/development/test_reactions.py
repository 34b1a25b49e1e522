"""Reactions: only who attended, once, and nothing that leads back to anybody."""

from datetime import timedelta

import pytest

from pembina.domain.access.audit import events_on
from pembina.domain.access.models import User
from pembina.domain.development import learning_refusals as refusals
from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus, EnrolmentState
from pembina.domain.development.models import (
    Attendance,
    Reaction,
    ReactionGiven,
    ReactionRemark,
    SessionSeries,
    Trainer,
)
from pembina.domain.development.operations.reactions import ReactionSheet, asked_of, give_reaction
from pembina.domain.development.queries.evaluations import batch_figures
from pembina.domain.development.queries.reactions import (
    asked_sessions,
    attended_sessions,
    reactions_to,
    reactions_waiting,
    trainer_averages,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(training):
    made = training.session(begins=training.day(-1))
    Trainer.objects.create(session=made, name="Dr. Wahyu")
    return made


@pytest.fixture
def comes(training, session):
    """Return a function that seats an account's person and puts it on record."""

    def attend(user, status=AttendanceStatus.PRESENT):
        seat = training.enrol(training.person(user))
        Attendance.objects.create(
            session=session, enrolment=seat, status=status, means=AttendanceMeans.LIST, received_at=training.at
        )
        return user

    return attend


def react(training, user, score=4, remark="", at=None):
    asked = asked_of(attended_sessions(training.batch, user))
    sheet = ReactionSheet({about.name: score for about in asked}, remark)
    give_reaction(batch=training.batch, sheet=sheet, by=user, at=at or training.at)


def test_who_attended_answers_once_and_stays_unknown(training, session, comes, sari):
    react(training, comes(sari), remark="Terlalu cepat")
    # Five of the batch, one of the session, two of its trainer.
    assert Reaction.objects.count() == 8
    assert ReactionGiven.objects.get().enrolment.person.nip == sari.username
    links = {
        field.name for model in (Reaction, ReactionRemark) for field in model._meta.get_fields() if field.is_relation
    }
    assert links == {"batch", "session"}
    told = events_on(training.batch).get(operation="give_reaction")
    assert told.changes == {}
    with pytest.raises(refusals.ReactionGivenError):
        react(training, sari)


def test_who_was_not_there_is_not_asked(training, session, comes, sari, budi):
    comes(sari, AttendanceStatus.EXCUSED)
    for user in (sari, budi):
        with pytest.raises(refusals.NotAttendedError):
            react(training, user)


def test_every_item_needs_one_to_four(training, session, comes, sari):
    comes(sari)
    with pytest.raises(refusals.ReactionIncompleteError) as caught:
        react(training, sari, score=5)
    assert len(caught.value.missing) == 8
    assert not Reaction.objects.exists()


def test_the_form_closes_a_month_after_the_last_session(training, session, comes, sari):
    comes(sari)
    with pytest.raises(refusals.ReactionClosedError):
        react(training, sari, at=session.ends_at + timedelta(days=31))


def test_nothing_is_told_of_fewer_than_four(training, session, comes, sari, budi, rina, dewi):
    for user in (sari, budi, dewi):
        react(training, comes(user), score=3, remark="Bagus")
    closed = session.ends_at + timedelta(days=31)
    found = reactions_to(training.batch, at=closed)
    assert (found.attended, found.given, found.remarks) == (3, 3, ())
    assert {each.mean for each in found.averages} == {None}
    assert trainer_averages(training.batch, at=closed) == []
    seat = training.enrol(training.organiser())
    Attendance.objects.create(
        session=session, enrolment=seat, status="present", means=AttendanceMeans.LIST, received_at=training.at
    )
    react(training, rina, score=1)
    found = reactions_to(training.batch, at=closed)
    assert {(each.mean, each.answers) for each in found.averages} == {(2.5, 4)}
    assert {(each.trainer, each.mean) for each in trainer_averages(training.batch, at=closed)} == {("Dr. Wahyu", 2.5)}
    assert found.remarks == ("Bagus",) * 3


def test_one_participant_at_many_sessions_is_no_mean_of_a_trainer(training, comes, sari, budi, rina, dewi):
    training.organiser()
    full = training.session(begins=training.day(-2))
    alone = [training.session(begins=training.day(-day)) for day in range(3, 7)]
    for each in (full, *alone):
        Trainer.objects.create(session=each, name="Dr. Alone" if each in alone else "Dr. Both")
    Trainer.objects.create(session=alone[0], name="Dr. Both")
    told = {"status": "present", "means": AttendanceMeans.LIST, "received_at": training.at}
    for user in (sari, budi, dewi, rina):
        seat = training.enrol(training.organiser() if user == rina else training.person(user))
        for each in (full, *alone) if user == sari else (full,):
            Attendance.objects.create(session=each, enrolment=seat, **told)
        react(training, user, score=1 if user == sari else 3)
    found = trainer_averages(training.batch, at=full.ends_at + timedelta(days=60))
    # Sari rated Dr. Alone four times and Dr. Both a fifth time; nobody else was there.
    assert {(each.trainer, each.mean, each.answers) for each in found} == {("Dr. Both", 2.5, 4)}


def test_no_mean_can_be_compared_before_and_after_an_answer(training, session, comes, sari, budi, rina, dewi):
    training.organiser()
    for user in (sari, budi, dewi):
        react(training, comes(user), remark="Bagus")
    seat = training.enrol(training.organiser())
    Attendance.objects.create(
        session=session, enrolment=seat, status="present", means=AttendanceMeans.LIST, received_at=training.at
    )
    react(training, rina)
    until = session.ends_at + timedelta(days=30)
    found = reactions_to(training.batch, at=until)
    assert (found.given, found.averages, found.remarks, found.opens_at) == (4, (), (), until)
    assert trainer_averages(training.batch, at=until) == []
    assert batch_figures(training.programme, at=until)[0].reaction is None
    assert batch_figures(training.programme, at=until + timedelta(seconds=1))[0].reaction == 4


def test_a_session_of_a_series_closes_and_is_told_on_its_own(training, comes, session, sari, budi, dewi, rina):
    days = {"first_on": training.today, "last_on": training.today}
    series = SessionSeries.objects.create(batch=training.batch, rule={}, made_by=rina, made_at=training.at, **days)
    for each in (session, training.session(begins=training.day(200))):
        each.series = series
        each.save()
    for user in (sari, budi, dewi):
        react(training, comes(user), score=3)
    extra = User.objects.create_user("198505052010011005", display_name="Nita")
    react(training, comes(extra), score=1)
    late = comes(User.objects.create_user("198505052010011006", display_name="Joko"))
    until = session.ends_at + timedelta(days=30)
    assert reactions_to(training.batch, at=until).averages == ()
    after = until + timedelta(seconds=1)
    told = reactions_to(training.batch, at=after)
    assert {(each.session, each.mean, each.answers) for each in told.averages} == {(session.pk, 2.5, 4)}
    # Nobody can change it any more: who answers later is asked about the batch alone.
    assert asked_sessions(training.batch, late, at=after) == []
    react(training, late, score=1, at=after)
    assert reactions_to(training.batch, at=after).averages == told.averages
    assert Reaction.objects.filter(session=None, item="use").count() == 5


def test_a_form_waits_until_it_is_filled_in_or_closed(training, session, comes, sari):
    comes(sari)
    until = session.ends_at + timedelta(days=30)
    assert reactions_waiting(sari, at=training.at) == [(training.batch, until)]
    assert reactions_waiting(sari, at=until + timedelta(seconds=1)) == []
    react(training, sari)
    assert reactions_waiting(sari, at=training.at) == []


def test_who_withdrew_is_not_waited_for(training, session, comes, sari):
    comes(sari)
    training.batch.enrolments.update(state=EnrolmentState.WITHDRAWN, ended_at=training.at, reason="Pindah tugas")
    assert reactions_waiting(sari, at=training.at) == []
