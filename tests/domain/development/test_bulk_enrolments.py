"""Rina enrols everybody of an office: looked at, applied whole, taken back."""

import pytest

from pembina.domain.access.events import AuditEvent
from pembina.domain.development.enrolment_refusals import BatchNotOpenError, NobodyLeftError, StillEnrollingError
from pembina.domain.development.enums import BatchState, BulkEnrolmentState, EnrolmentState
from pembina.domain.development.models import Enrolment
from pembina.domain.development.operations import bulk_enrolments
from pembina.domain.development.operations.bulk_enrolments import (
    apply_bulk_enrolment,
    ask_for_bulk_enrolment,
    describe_bulk_enrolment,
    preview_of,
    undo_bulk_enrolment,
)
from pembina.domain.development.operations.enrolments import accept, withdraw
from pembina.domain.development.population import Population
from pembina.domain.development.refusals import WrongStepError
from pembina.domain.people.enums import LegalPosition

E, B = EnrolmentState, BulkEnrolmentState


@pytest.fixture
def staff(training):
    return [training.person() for _ in range(10)]


@pytest.fixture
def everybody(training):
    return Population(units=(training.office.pk,))


@pytest.fixture
def asked(training, rina, everybody, django_capture_on_commit_callbacks):
    def ask(batch):
        bulk = describe_bulk_enrolment(batch=batch, population=everybody, by=rina, at=training.at)
        queued = []
        with django_capture_on_commit_callbacks(execute=True):
            ask_for_bulk_enrolment(bulk=bulk, by=rina, at=training.at, enqueue=lambda *told: queued.append(told))
        assert queued == [(bulk.pk, rina.pk)]
        return bulk

    return ask


def states(batch):
    return sorted(Enrolment.objects.filter(batch=batch).values_list("state", flat=True))


def test_the_preview_says_who_cannot_come_and_why(training, staff, everybody):
    batch = training.group("Besar", most_away=50, needs_approval=False, seats=2)
    training.session(begins=training.day(3), batch=batch)
    training.enrol(staff[0], batch=batch)
    other = training.group("Lain")
    training.session(begins=training.day(3), batch=other)
    training.enrol(staff[1], batch=other)
    found = preview_of(batch, everybody, at=training.at)
    # Half of ten may be away; two are already, so three more.
    assert found.counts == {
        "meant": 10, "seated": 1, "queued": 2, "offered": 0, "left_already": 1, "left_clash": 1, "left_cover": 5,
    }  # fmt: skip
    assert Enrolment.objects.count() == 2


def test_everybody_who_can_is_enrolled_with_an_event_each(training, staff, asked, rina):
    batch = training.group("Besar", seats=4, needs_approval=False)
    staff[3].legal_position = LegalPosition.SUSPENDED
    staff[3].save()
    done = apply_bulk_enrolment(bulk=asked(batch), by=rina, at=training.at)
    assert (done.state, done.counts["seated"], done.counts["queued"]) == (B.DONE, 4, 5)
    assert states(batch) == [E.ENROLLED] * 4 + [E.WAITING] * 5
    events = AuditEvent.objects.filter(operation="bulk_enrol").exclude(concerns="")
    assert sorted(events.values_list("concerns", flat=True)) == sorted(one.nip for one in staff if one is not staff[3])


def test_where_an_answer_is_needed_everybody_is_asked(training, staff, asked, rina):
    done = apply_bulk_enrolment(bulk=asked(training.batch), by=rina, at=training.at)
    assert done.counts["offered"] == 10
    assert states(training.batch) == [E.OFFERED] * 10


def test_applied_or_asked_twice_it_is_refused(training, staff, asked, rina):
    bulk = asked(training.batch)
    with pytest.raises(StillEnrollingError):
        ask_for_bulk_enrolment(bulk=bulk, by=rina, at=training.at, enqueue=lambda *told: None)
    apply_bulk_enrolment(bulk=bulk, by=rina, at=training.at)
    with pytest.raises(StillEnrollingError):
        apply_bulk_enrolment(bulk=bulk, by=rina, at=training.at)


def test_nothing_is_half_saved(training, staff, asked, rina, monkeypatch):
    bulk = asked(training.batch)
    monkeypatch.setattr(bulk_enrolments, "record_many", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        apply_bulk_enrolment(bulk=bulk, by=rina, at=training.at)
    assert not Enrolment.objects.exists()


def test_progress_is_noted_in_portions(training, staff, asked, rina, monkeypatch):
    seen = []
    note = bulk_enrolments._note
    monkeypatch.setattr(bulk_enrolments, "AT_A_TIME", 4)
    monkeypatch.setattr(
        bulk_enrolments, "_note", lambda *told, **more: (seen.append(more.get("progress_done")), note(*told, **more))
    )
    apply_bulk_enrolment(bulk=asked(training.batch), by=rina, at=training.at)
    assert [done for done in seen if done] == [4, 8, 10, 10]


def test_nobody_and_a_closed_batch_are_refused(training, asked, rina):
    with pytest.raises(NobodyLeftError):
        apply_bulk_enrolment(bulk=asked(training.batch), by=rina, at=training.at)
    with pytest.raises(BatchNotOpenError):
        apply_bulk_enrolment(bulk=asked(training.group("Rencana", state=BatchState.PLANNED)), by=rina, at=training.at)


def test_undoing_takes_out_who_did_nothing_since(training, staff, asked, rina, sari):
    employee = training.person(sari)
    bulk = apply_bulk_enrolment(bulk=asked(training.batch), by=rina, at=training.at)
    accept(enrolment=bulk.enrolments.get(person=employee), by=sari, at=training.at)
    withdraw(enrolment=bulk.enrolments.get(person=staff[0]), reason="Sakit", by=rina, at=training.at)
    assert undo_bulk_enrolment(bulk=bulk, by=rina, at=training.at) == 2
    assert states(training.batch) == [E.ENROLLED, E.WITHDRAWN]
    bulk.refresh_from_db()
    assert (bulk.state, bulk.counts["taken_out"]) == (B.UNDONE, 9)
    with pytest.raises(StillEnrollingError):
        undo_bulk_enrolment(bulk=bulk, by=rina, at=training.at)


@pytest.mark.parametrize("state", [BatchState.FINISHED, BatchState.CANCELLED])
def test_nothing_is_undone_in_a_batch_that_is_over(training, staff, asked, rina, state):
    bulk = apply_bulk_enrolment(bulk=asked(training.batch), by=rina, at=training.at)
    training.batch.state = state
    training.batch.cancel_reason = "Batal" if state == BatchState.CANCELLED else ""
    training.batch.save()
    with pytest.raises(WrongStepError):
        undo_bulk_enrolment(bulk=bulk, by=rina, at=training.at)
    assert states(training.batch) == [E.OFFERED] * 10


def test_who_waited_longer_keeps_the_turn(training, staff, asked, rina):
    batch = training.group("Sempit", seats=2, needs_approval=False)
    first = training.enrol(training.person(unit=training.other_office), batch=batch, state=E.WAITING)
    apply_bulk_enrolment(bulk=asked(batch), by=rina, at=training.at)
    first.refresh_from_db()
    assert first.state == E.ENROLLED
    assert states(batch) == [E.ENROLLED] * 2 + [E.WAITING] * 9
