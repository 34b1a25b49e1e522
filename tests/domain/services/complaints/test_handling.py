"""What officers do: sort with a deadline, take over, hand on, answer, decline; the contact is theirs alone."""

from datetime import date, timedelta

import pytest

from domain.services.complaints.conftest import NOON, TODAY, minor
from pembina.domain.access.audit import events_on, one_event
from pembina.domain.access.permissions import Permission
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.services.complaint_enums import ComplaintKind, MessageKind
from pembina.domain.services.complaint_refusals import (
    ContactGoneError,
    EndedError,
    NotHandlerError,
    NothingSaidError,
    NotTriagedError,
    OfficerOutOfReachError,
    SameUnitError,
    SeverityMissingError,
    WrongServiceError,
)
from pembina.domain.services.models import Complaint, ComplaintContact
from pembina.domain.services.operations import complaint_contacts, complaint_handling
from pembina.domain.services.operations.complaint_contacts import erase_complaint_contacts, open_contact
from pembina.domain.services.operations.complaint_handling import (
    assign_complaint,
    close_settled_complaints,
    decline_complaint,
    forward_complaint,
    note_on_complaint,
    reply_to_complaint,
    take_over_complaint,
    triage_complaint,
)
from pembina.domain.services.queries.complaint_officers import officers_of
from pembina.domain.services.queries.complaints import complaints_reached_by


def answer(complaint, by, at=NOON):
    reply_to_complaint(complaint=complaint, text="Sudah diperbaiki.", is_final=True, by=by, at=at)
    complaint.refresh_from_db()
    return complaint


def test_sorting_sets_the_deadline_from_receipt(complaint, joko):
    kept = triage_complaint(complaint=complaint, triage=minor(), by=joko, at=NOON + timedelta(days=1))
    assert (kept.state, kept.severity, kept.due_on) == ("triaged", "minor", date(2026, 11, 18))
    event = events_on(kept).first()
    assert event.operation == "triage_complaint"
    assert event.changes["due_on"] == ["2026-12-04", "2026-11-18"]


def test_sorting_a_complaint_asks_for_its_severity(complaint, joko, permit, health_centre):
    with pytest.raises(SeverityMissingError):
        triage_complaint(complaint=complaint, triage=minor(severity=""), by=joko, at=NOON)
    permit.unit = health_centre
    with pytest.raises(WrongServiceError):
        triage_complaint(complaint=complaint, triage=minor(service=permit), by=joko, at=NOON)


def test_what_turns_out_to_be_praise_loses_its_deadline(complaint, joko):
    kept = triage_complaint(complaint=complaint, triage=minor(kind=ComplaintKind.PRAISE), by=joko, at=NOON)
    assert (kept.due_on, kept.severity) == (None, "")


def test_the_work_is_in_progress_once_sorted_and_taken_over_in_any_order(complaint, joko):
    assert take_over_complaint(complaint=complaint, by=joko, at=NOON).state == "received"
    assert triage_complaint(complaint=complaint, triage=minor(), by=joko, at=NOON).state == "in_progress"


def test_only_who_reaches_the_unit_can_be_its_officer(complaint, joko, person, grant, government, health_centre, maya):
    assert assign_complaint(complaint=complaint, to=joko, by=maya, at=NOON).handler == joko
    elsewhere = grant(joko, health_centre)
    with pytest.raises(OfficerOutOfReachError):
        assign_complaint(complaint=complaint, to=elsewhere, by=maya, at=NOON)
    with pytest.raises(OfficerOutOfReachError):
        assign_complaint(complaint=complaint, to=person("sari"), by=maya, at=NOON)


def test_the_officers_of_a_unit_are_those_who_reach_it(person, grant, government, office, health_centre, joko, maya):
    everybody = [joko, maya, person("sari"), person("budi"), person("rina"), person("dewi")]
    for place in (None, office, government):
        grant(maya, place)
        for unit in (government, office, health_centre):
            reaching = [
                user for user in everybody
                if units_reached_by(user, Permission.ANSWER_COMPLAINTS, on=TODAY).filter(pk=unit.pk).exists()
            ]  # fmt: skip
            assert list(officers_of(unit, on=TODAY)) == sorted(reaching, key=lambda user: user.display_name)


def test_a_forwarded_complaint_begins_anew_in_the_other_unit_and_its_clock_goes_on(in_progress, joko, health_centre):
    kept = forward_complaint(complaint=in_progress, unit=health_centre, reason="Urusan puskesmas.", by=joko, at=NOON)
    assert (kept.unit, kept.handler, kept.state) == (health_centre, None, "received")
    assert kept.due_on == date(2026, 11, 18)
    assert kept.steps.last().reason == "Urusan puskesmas."
    with pytest.raises(SameUnitError):
        forward_complaint(complaint=kept, unit=health_centre, reason="x", by=joko, at=NOON)
    assert not complaints_reached_by(joko, on=TODAY).exists()


def test_an_answer_stops_the_clock(in_progress, joko):
    kept = answer(in_progress, joko, at=NOON + timedelta(days=2))
    assert (kept.state, kept.answer_days, kept.in_time) == ("answered", 2, True)
    with pytest.raises(EndedError):
        answer(in_progress, joko)


def test_an_answer_after_its_day_is_late(in_progress, joko):
    assert answer(in_progress, joko, at=NOON + timedelta(days=3)).in_time is False


def test_news_do_not_stop_the_clock(in_progress, joko):
    said = reply_to_complaint(complaint=in_progress, text="Sedang diperiksa.", is_final=False, by=joko, at=NOON)
    in_progress.refresh_from_db()
    assert (said.kind, in_progress.is_open) == (MessageKind.REPLY, True)


def test_only_the_officer_answers_and_only_what_is_sorted(complaint, joko, maya):
    with pytest.raises(NotHandlerError):
        answer(complaint, joko)
    taken = take_over_complaint(complaint=complaint, by=joko, at=NOON)
    with pytest.raises(NotTriagedError):
        answer(taken, joko)
    with pytest.raises(NotHandlerError):
        decline_complaint(complaint=taken, reason="x", by=maya, at=NOON)
    with pytest.raises(NothingSaidError):
        reply_to_complaint(complaint=taken, text=" ", is_final=True, by=joko, at=NOON)


def test_declining_says_why(in_progress, joko):
    with pytest.raises(NothingSaidError):
        decline_complaint(complaint=in_progress, reason="", by=joko, at=NOON)
    kept = decline_complaint(complaint=in_progress, reason="Kewenangan provinsi.", by=joko, at=NOON)
    assert (kept.state, kept.steps.last().reason) == ("declined", "Kewenangan provinsi.")


def test_a_note_has_its_author(complaint, joko):
    assert note_on_complaint(complaint=complaint, text="Cek CCTV", by=joko, at=NOON).by == joko


def test_the_contact_is_the_officers_alone_and_opening_it_is_written_down(in_progress, joko, maya):
    with pytest.raises(NotHandlerError):
        open_contact(complaint=in_progress, by=maya, at=NOON)
    assert open_contact(complaint=in_progress, by=joko, at=NOON).name == "Tono"
    event = events_on(in_progress).first()
    assert (event.operation, event.actor, event.changes) == ("look_at_complaint_contact", joko, {})


def test_contacts_go_ninety_days_after_the_end(in_progress, joko):
    ended = answer(in_progress, joko)
    assert erase_complaint_contacts(by=None, at=NOON + timedelta(days=90)) == 0
    assert erase_complaint_contacts(by=None, at=NOON + timedelta(days=91)) == 1
    assert not ComplaintContact.objects.exists()
    with pytest.raises(ContactGoneError):
        open_contact(complaint=ended, by=joko, at=NOON)


def test_a_contact_that_another_worker_deletes_meanwhile_is_not_told_twice(in_progress, joko, monkeypatch):
    ended = answer(in_progress, joko)

    def begun_after_another_worker():
        ComplaintContact.objects.all().delete()
        return one_event()

    monkeypatch.setattr(complaint_contacts, "one_event", begun_after_another_worker)
    assert erase_complaint_contacts(by=None, at=NOON + timedelta(days=91)) == 0
    assert "erase_complaint_contact" not in [event.operation for event in events_on(ended)]


def test_the_contact_of_an_open_complaint_stays(complaint):
    assert erase_complaint_contacts(by=None, at=NOON + timedelta(days=4000)) == 0


def test_an_answer_that_nobody_contradicts_closes_after_its_time(in_progress, joko):
    answer(in_progress, joko)
    assert close_settled_complaints(by=None, at=NOON + timedelta(days=14)) == 0
    assert close_settled_complaints(by=None, at=NOON + timedelta(days=16)) == 1
    in_progress.refresh_from_db()
    assert in_progress.state == "closed"


def test_an_answer_that_another_worker_closes_meanwhile_is_left_to_it(in_progress, joko, monkeypatch):
    answer(in_progress, joko)

    def locked(complaint):
        Complaint.objects.filter(pk=complaint.pk).update(state="closed")
        return Complaint.objects.get(pk=complaint.pk)

    monkeypatch.setattr(complaint_handling, "locked", locked)
    assert close_settled_complaints(by=None, at=NOON + timedelta(days=16)) == 0
    assert "close_complaint" not in [event.operation for event in events_on(in_progress)]
