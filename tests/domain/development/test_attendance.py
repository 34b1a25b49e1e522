"""Checking in by code, being put on the list, and what was put there wrong."""

from datetime import timedelta
from threading import Barrier, Thread
from uuid import uuid4

import pytest
from django.db import connection, connections

from pembina.domain.access.audit import events_on
from pembina.domain.access.floods import FloodError
from pembina.domain.development import attendance_refusals as refusals
from pembina.domain.development.attendance_codes import MARGIN, shown_code
from pembina.domain.development.enums import AttendanceMeans, AttendanceStatus, EnrolmentState, SessionState
from pembina.domain.development.models import Attendance
from pembina.domain.development.operations.attendance import (
    KEPT_OPEN,
    Sending,
    check_in,
    correct_attendance,
    mark_attendance,
    mark_rest_absent,
)
from pembina.domain.development.queries.attendance import counts_at, roster
from pembina.domain.development.refusals import OwnSeatError, ReasonMissingError
from training import Training

pytestmark = pytest.mark.django_db
S = AttendanceStatus


@pytest.fixture
def session(training):
    """A session that began an hour ago and goes on for two."""
    return training.session()


@pytest.fixture
def seat(training, sari):
    return training.enrol(training.person(sari))


def come(session, by, at, *, code=None, shown=None, **sending):
    text = code or shown_code(session, at=shown or at).text
    return check_in(session=session, code=text, sending=Sending(key=uuid4(), **sending), by=by, at=at)


def test_the_code_of_the_moment_puts_a_participant_on_record(training, session, seat, sari):
    taken = come(session, sari, training.at, device_at=training.at - timedelta(seconds=3))
    kept = Attendance.objects.get()
    assert taken.is_new
    assert (kept.status, kept.means, kept.received_at) == (S.PRESENT, AttendanceMeans.CODE, training.at)
    assert kept.device_at == training.at - timedelta(seconds=3)
    assert timedelta(0) <= training.at - kept.shown_at < timedelta(seconds=30)
    assert [event.operation for event in events_on(kept)] == ["check_in"]


def test_checking_in_twice_is_harmless(training, session, seat, sari):
    come(session, sari, training.at)
    assert not come(session, sari, training.at + timedelta(minutes=5)).is_new
    assert Attendance.objects.get().notes.count() == 1


def test_typed_with_hyphens_and_small_letters_it_is_the_same_code(training, session, seat, sari):
    code = shown_code(session, at=training.at).text
    assert come(session, sari, training.at, code=f"{code[:4]}-{code[4:]}".lower()).is_new


def test_a_code_that_waited_on_a_dead_line_counts_by_its_own_window(training, session, seat, sari):
    shown, received = training.at, training.at + timedelta(hours=30)
    # The clock of the phone is a day wrong, which changes nothing.
    come(session, sari, received, shown=shown, device_at=shown - timedelta(days=1), waited=received - shown)
    kept = Attendance.objects.get()
    assert kept.received_at == received
    assert abs(kept.shown_at - shown) < timedelta(seconds=30)


@pytest.mark.parametrize(
    ("late", "waited", "refusal"),
    [
        (timedelta(minutes=3), timedelta(0), refusals.StaleCodeError),
        (timedelta(hours=20), timedelta(0), refusals.SessionOverError),
        (timedelta(days=4), timedelta(days=4), refusals.StaleCodeError),
    ],
)
def test_a_stale_code_is_refused_with_words(training, session, seat, sari, late, waited, refusal):
    with pytest.raises(refusal):
        come(session, sari, training.at + late, shown=training.at, waited=waited)
    assert not Attendance.objects.exists()


def test_a_forged_code_and_one_of_another_session_are_told_apart(training, session, seat, sari):
    with pytest.raises(refusals.ForgedCodeError):
        come(session, sari, training.at, code="AAAAAAAA")
    other = training.session(begins=training.at - timedelta(minutes=10))
    with pytest.raises(refusals.WrongSessionError, match="Sesi 2"):
        come(session, sari, training.at, code=shown_code(other, at=training.at).text)


def test_a_stranger_and_somebody_who_waits_are_not_enrolled(training, session, sari, dewi):
    training.enrol(training.person(sari), state=EnrolmentState.WAITING)
    for user in (sari, dewi):
        with pytest.raises(refusals.NotEnrolledError):
            come(session, user, training.at)


def test_a_session_called_off_takes_nobody(training, session, seat, sari):
    session.state, session.cancel_reason = SessionState.CANCELLED, "Listrik padam"
    session.save()
    with pytest.raises(refusals.SessionCancelledError, match="Listrik padam"):
        come(session, sari, training.at)


def test_codes_are_shown_within_the_hours_and_their_margin(training, seat, sari):
    session = training.session(begins=training.at + MARGIN + timedelta(minutes=1))
    assert shown_code(session, at=training.at) is None
    with pytest.raises(refusals.SessionNotBegunError):
        come(session, sari, training.at, code="AAAAAAAA")
    assert come(session, sari, training.at + timedelta(minutes=1)).is_new


def test_who_guesses_is_stopped(training, session, seat, sari):
    for _ in range(30):
        with pytest.raises(refusals.ForgedCodeError):
            come(session, sari, training.at, code="AAAAAAAA")
    with pytest.raises(FloodError):
        come(session, sari, training.at)


def put(session, seat, status, training, **more):
    told = {"session": session, "seat": seat, "status": status, "by": training.rina, "at": training.at, **more}
    return mark_attendance(sending=Sending(key=uuid4()), **told)


def test_the_list_takes_the_first_word_and_a_second_needs_a_reason(training, session, seat):
    assert put(session, seat, S.EXCUSED, training).is_new
    assert not put(session, seat, S.EXCUSED, training).is_new
    with pytest.raises(refusals.MarkedAlreadyError, match="Izin"):
        put(session, seat, S.PRESENT, training)
    kept = Attendance.objects.get()
    told = {"attendance": kept, "means": AttendanceMeans.PAPER, "by": training.rina, "at": training.at}
    with pytest.raises(ReasonMissingError):
        correct_attendance(status=S.PRESENT, reason=" ", **told)
    correct_attendance(status=S.PRESENT, reason="Tanda tangan ada", **told)
    kept.refresh_from_db()
    assert (kept.status, kept.means) == (S.PRESENT, AttendanceMeans.PAPER)
    assert [(note.before, note.after, note.reason) for note in kept.notes.all()] == [
        ("excused", "present", "Tanda tangan ada"), ("", "excused", ""),
    ]  # fmt: skip
    with pytest.raises(refusals.NothingToCorrectError):
        correct_attendance(status=S.PRESENT, reason="Lagi", **told)


def test_who_was_put_down_as_absent_may_still_come(training, session, seat, sari):
    put(session, seat, S.ABSENT, training)
    assert come(session, sari, training.at).is_new
    note = Attendance.objects.get().notes.first()
    assert (note.before, note.after) == ("absent", "present")
    assert note.reason


def test_the_key_of_a_device_marks_one_person_only(training, session, seat):
    other, key = training.enrol(training.person()), uuid4()
    told = {"session": session, "status": S.PRESENT, "sending": Sending(key=key), "by": training.rina}
    mark_attendance(seat=seat, at=training.at, **told)
    with pytest.raises(refusals.MarkUsedError):
        mark_attendance(seat=other, at=training.at, **told)


def test_a_list_is_open_for_a_month(training, session, seat):
    with pytest.raises(refusals.RecordClosedError):
        put(session, seat, S.PRESENT, training, at=session.ends_at + KEPT_OPEN + timedelta(seconds=1))
    with pytest.raises(refusals.SessionNotBegunError):
        put(session, seat, S.PRESENT, training, at=session.starts_at - MARGIN - timedelta(seconds=1))
    assert put(session, seat, S.PRESENT, training, at=session.ends_at + KEPT_OPEN).is_new


def test_the_others_are_put_down_as_absent_after_the_end(training, session, seat):
    training.enrol(training.person())
    put(session, seat, S.PRESENT, training)
    with pytest.raises(refusals.SessionNotBegunError):
        mark_rest_absent(session=session, by=training.rina, at=training.at)
    assert mark_rest_absent(session=session, by=training.rina, at=session.ends_at) == 1
    assert mark_rest_absent(session=session, by=training.rina, at=session.ends_at) == 0
    counts = counts_at(session)
    assert (counts.expected, counts.present, counts.absent, counts.unknown) == (2, 1, 1, 0)


def test_the_list_is_searched_and_narrowed(training, session, seat):
    tono = training.enrol(training.person())
    put(session, tono, S.PRESENT, training)
    found = roster(session, on=training.today, status="unknown")
    assert [each.pk for each in found] == [seat.pk]
    assert [each.pk for each in roster(session, on=training.today, name="tono")] == [tono.pk]
    assert roster(session, on=training.today, status="present").get().here[0].status == S.PRESENT


@pytest.mark.django_db(transaction=True)
def test_twenty_check_ins_at_once_make_one_record(rina, sari):
    if connection.vendor != "postgresql":
        pytest.skip("one writer at a time on SQLite")
    from datetime import UTC, datetime

    training = Training(rina=rina, at=datetime(2026, 11, 22, 5, 0, tzinfo=UTC))
    session, _seat = training.session(), training.enrol(training.person(sari))
    code, gate, met = shown_code(session, at=training.at).text, Barrier(20), []

    def arrive():
        try:
            gate.wait()
            met.append(come(session, sari, training.at, code=code).is_new)
        except Exception as problem:
            met.append(problem)
        finally:
            connections.close_all()

    threads = [Thread(target=arrive) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(met, key=str) == [False] * 19 + [True]
    assert Attendance.objects.get().notes.count() == 1


def test_nobody_marks_or_corrects_oneself_but_the_code_stays(training, session, seat):
    own = training.enrol(training.organiser())
    with pytest.raises(OwnSeatError, match="Anda sendiri"):
        put(session, own, S.PRESENT, training)
    assert mark_rest_absent(session=session, by=training.rina, at=session.ends_at) == 1
    assert not Attendance.objects.filter(enrolment=own).exists()
    come(session, training.rina, training.at)
    told = {"attendance": Attendance.objects.get(enrolment=own), "means": AttendanceMeans.LIST, "reason": "Izin"}
    with pytest.raises(OwnSeatError):
        correct_attendance(status=S.EXCUSED, by=training.rina, at=training.at, **told)
    assert Attendance.objects.get(enrolment=own).status == S.PRESENT


def test_a_code_does_not_outweigh_a_correction(training, session, seat, sari, rina):
    taken = come(session, sari, training.at)
    told = {"means": AttendanceMeans.LIST, "reason": "Pulang sebelum mulai", "by": rina, "at": training.at}
    correct_attendance(attendance=taken.attendance, status=S.ABSENT, **told)
    with pytest.raises(refusals.TakenBackError):
        come(session, sari, training.at + timedelta(minutes=1))
    assert Attendance.objects.get().status == S.ABSENT
