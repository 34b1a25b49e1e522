"""What a citizen does: writes once however often it is sent, follows by code, contradicts once, judges the answer."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from domain.services.complaints.conftest import NOON, SENT, TODAY
from pembina.domain.access.audit import events_on
from pembina.domain.access.floods import FloodError
from pembina.domain.access.models import AuditEvent, SignInAttempt
from pembina.domain.people.operations import merge_units
from pembina.domain.services.complaint_codes import hash_of
from pembina.domain.services.complaint_enums import ComplaintKind
from pembina.domain.services.complaint_refusals import (
    EndedError,
    NotEndedError,
    NothingSaidError,
    ReopenedAlreadyError,
    ReopeningOverError,
    UnknownCodeError,
    WrongServiceError,
)
from pembina.domain.services.models import Complaint, ComplaintContact
from pembina.domain.services.operations.complaint_handling import decline_complaint, reply_to_complaint
from pembina.domain.services.operations.complaints import (
    complaint_of_code,
    judge_answer,
    reopen_complaint,
    write_back,
)


@pytest.fixture
def answered(in_progress, joko):
    reply_to_complaint(complaint=in_progress, text="Loket kedua dibuka.", is_final=True, by=joko, at=NOON)
    in_progress.refresh_from_db()
    return in_progress


def test_a_complaint_has_a_code_a_number_and_a_day(send, permit):
    received = send(service=permit, element="waktu")
    kept = received.complaint
    assert len(received.code) == 19
    assert received.code not in str(vars(kept))
    assert kept.code_hash == hash_of(received.code.lower().replace("-", " "))
    assert kept.number.startswith("2611-")
    assert (kept.due_on, kept.state) == (date(2026, 12, 4), "received")
    assert events_on(kept).get().operation == "submit_complaint"


def test_the_same_form_sent_twice_is_one_complaint_with_the_same_code(send):
    first, second = send("once"), send("once", text="Lain")
    assert (first.complaint.pk, first.code) == (second.complaint.pk, second.code)
    assert Complaint.objects.get().text == "Antre tiga jam"


def test_the_same_form_sent_twice_at_once_is_one_complaint(send, monkeypatch):
    first = []

    def meanwhile(*rope, **whence):
        if not first:
            first.append(None)
            first[0] = send("once").complaint

    monkeypatch.setattr("pembina.domain.services.operations.complaints.count_arrival", meanwhile)
    assert send("once").complaint == first[0]
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize("kind", [ComplaintKind.SUGGESTION, ComplaintKind.PRAISE])
def test_suggestions_and_praise_have_no_deadline(send, kind):
    assert send(kind=kind).complaint.due_on is None


def test_emoji_and_tags_are_kept_as_they_were_written(send):
    text = "<script>alert(1)</script> 😡 'quoted'"
    assert Complaint.objects.get(pk=send(text=text).complaint.pk).text == text


def test_nothing_is_refused_and_nothing_is_saved(send):
    with pytest.raises(NothingSaidError):
        send(text="  \n ")
    assert not Complaint.objects.exists()


def test_a_service_of_another_unit_is_refused(send, permit, health_centre):
    with pytest.raises(WrongServiceError):
        send(unit=health_centre, service=permit)


def test_without_contact_nothing_is_kept_about_who_wrote(send):
    send()
    assert not ComplaintContact.objects.exists()


def test_no_contact_stands_in_the_trail(complaint):
    told = " ".join(str(event.changes) + event.object_repr for event in AuditEvent.objects.all())
    assert "Tono" not in told
    assert "0812" not in told


def test_a_device_that_sends_too_much_has_to_wait(send):
    for _ in range(5):
        send(device="one", address="198.51.100.1")
    with pytest.raises(FloodError):
        send(device="one", address="198.51.100.1")
    send(device="another", address="198.51.100.1")
    send(device="one", address="198.51.100.1", at=NOON + timedelta(minutes=16))
    assert Complaint.objects.count() == 7


def test_a_flood_from_one_address_stops_and_keeps_nobody_from_signing_in(send):
    for number in range(60):
        send(device=f"device {number}", address="198.51.100.1")
    with pytest.raises(FloodError):
        send(device="last", address="198.51.100.1")
    assert not SignInAttempt.objects.filter(address__isnull=False).exists()


def test_a_code_opens_its_complaint_however_it_is_typed(send):
    received = send()
    assert complaint_of_code(code=f" {received.code.lower()} ", **SENT) == received.complaint
    with pytest.raises(UnknownCodeError):
        complaint_of_code(code="0000-0000-0000-0000", **SENT)


def test_guessing_at_codes_is_braked(db):
    for _ in range(20):
        with pytest.raises(UnknownCodeError):
            complaint_of_code(code="0000", **SENT)
    with pytest.raises(FloodError):
        complaint_of_code(code="0000", **SENT)


def test_a_citizen_adds_to_an_open_complaint_and_not_to_an_ended_one(complaint):
    assert write_back(complaint=complaint, text=" Loket 3 ", **SENT).text == "Loket 3"
    with pytest.raises(NothingSaidError):
        write_back(complaint=complaint, text=" ", **SENT)


def test_an_ended_complaint_takes_nothing_more(answered):
    with pytest.raises(EndedError):
        write_back(complaint=answered, text="Lagi", **SENT)


def test_reopening_starts_the_clock_anew_and_is_possible_once(answered, joko):
    later = NOON + timedelta(days=7)
    reopened = reopen_complaint(complaint=answered, reason="Masih antre.", at=later)
    assert (reopened.state, reopened.answered_at, reopened.in_time) == ("in_progress", None, None)
    assert reopened.due_on == date(2026, 11, 25)
    reply_to_complaint(complaint=reopened, text="Ditambah lagi.", is_final=True, by=joko, at=later)
    with pytest.raises(ReopenedAlreadyError):
        reopen_complaint(complaint=answered, reason="Lagi", at=later)


def test_an_answer_of_a_merged_unit_is_contradicted_at_the_unit_it_is_part_of_now(answered, unit, office, government):
    other, third = unit("1.2", government), unit("1.3", government)
    days = {"on": TODAY, "by": None, "at": NOON}
    merge_units(unit=office, into=other, **days)
    assert Complaint.objects.get(pk=answered.pk).unit == office
    merge_units(unit=other, into=third, **days | {"on": TODAY + timedelta(days=1), "at": NOON + timedelta(days=1)})
    reopened = reopen_complaint(complaint=answered, reason="Masih antre.", at=NOON + timedelta(days=7))
    assert reopened.unit == third
    assert reopened.steps.order_by("-pk").first().unit == third
    assert events_on(reopened)[0].changes["unit"] == ["1.1", "1.3"]


def test_reopening_has_a_last_day(answered):
    with pytest.raises(ReopeningOverError) as refused:
        reopen_complaint(complaint=answered, reason="Terlambat", at=NOON + timedelta(days=15))
    assert "30 November 2026" in refused.value.message.id
    assert reopen_complaint(complaint=answered, reason="Masih bisa", at=NOON + timedelta(days=14)).is_open


def test_a_declined_complaint_can_be_contradicted_and_an_open_one_not(in_progress, joko):
    with pytest.raises(NotEndedError):
        reopen_complaint(complaint=in_progress, reason="Cepat", at=NOON)
    decline_complaint(complaint=in_progress, reason="Kewenangan provinsi.", by=joko, at=NOON)
    assert reopen_complaint(complaint=in_progress, reason="Bukan.", at=NOON).is_open


def test_an_answer_that_satisfies_closes_and_one_that_does_not_waits(answered):
    assert judge_answer(complaint=answered, satisfied=False, at=NOON).state == "answered"
    closed = judge_answer(complaint=answered, satisfied=True, at=NOON)
    assert (closed.state, closed.satisfied) == ("closed", True)


@pytest.mark.parametrize(
    "broken",
    [
        {"due_on": None},
        {"severity": "minor", "kind": "praise", "due_on": None, "code_hash": "x"},
        {"answered_at": NOON},
        {"state": "answered"},
        {"satisfied": True},
        {"text": ""},
        {"means": "lapor"},
        {"kind": "rumour"},
        {"element": "cuaca"},
    ],
)
def test_the_database_refuses_what_contradicts_itself(complaint, broken):
    if broken.get("severity"):
        broken = {**broken, "due_on": complaint.due_on}
    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=complaint.pk).update(**broken)
