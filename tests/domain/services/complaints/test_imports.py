"""Complaints of SP4N-LAPOR! come in once, go forward only, and are taken back whole."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.services.complaints.conftest import NOON, TODAY
from pembina.domain.access.models import AuditEvent
from pembina.domain.services.complaint_enums import ComplaintKind, ComplaintState
from pembina.domain.services.complaint_plan import plan_import
from pembina.domain.services.complaint_refusals import ImportUndoneAlreadyError, TouchedSinceError
from pembina.domain.services.complaint_rows import LaporRow
from pembina.domain.services.models import Complaint, ComplaintImport, ComplaintMessage, ComplaintStep
from pembina.domain.services.operations import complaints
from pembina.domain.services.operations.complaint_handling import take_over_complaint
from pembina.domain.services.operations.complaint_imports import import_complaints, undo_import_complaints
from pembina.domain.services.operations.complaint_publications import Wording, publish_answer
from pembina.exchange.complaints import read_lapor
from pembina.exchange.complaints.writing import lapor_csv

RECEIVED = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)


def row(number=1, **other):
    told = {
        "row": number + 1, "tracking_id": f"70{number}", "title": "Antre", "text": "Antre lama", "category": "Izin",
        "agency": "unit 1.1", "kind": ComplaintKind.COMPLAINT, "state": ComplaintState.IN_PROGRESS, "status": "Proses",
        "received_at": RECEIVED, "answer": "", "answered_at": None,
    }  # fmt: skip
    return LaporRow(**told | other)


def done(number=1, **other):
    told = {"state": ComplaintState.CLOSED, "answer": "Sudah.", "answered_at": RECEIVED + timedelta(days=3)}
    return row(number, **told | other)


@pytest.fixture
def bring_in(joko, office):
    """Return a function that imports rows, and the plan it followed."""

    def run(*rows, otherwise=None):
        plan = plan_import(rows, earlier=(), otherwise=otherwise, actor=joko, on=TODAY)
        return import_complaints(plan=plan, file_name="lapor.csv", sha256="0" * 64, by=joko, at=NOON), plan

    return run


def counts(batch):
    return batch.added, batch.changed, batch.same, batch.refused


def test_a_file_comes_in_and_a_second_time_changes_nothing(bring_in, office):
    batch, _ = bring_in(row(1), done(2))
    assert counts(batch) == (2, 0, 0, 0)
    kept = Complaint.objects.get(tracking_id="702")
    assert (kept.unit, kept.state, kept.answer_days, kept.in_time, kept.code_hash) == (office, "closed", 3, True, None)
    before = [AuditEvent.objects.filter(operation="import_complaint").count(), ComplaintStep.objects.count()]
    again, _ = bring_in(row(1), done(2))
    assert counts(again) == (0, 0, 2, 0)
    assert [AuditEvent.objects.filter(operation="import_complaint").count(), ComplaintStep.objects.count()] == before


def test_a_later_file_goes_forward_and_an_older_one_not_back(bring_in):
    bring_in(row(1))
    batch, _ = bring_in(done(1))
    assert counts(batch) == (0, 1, 0, 0)
    older, _ = bring_in(row(1))
    assert counts(older) == (0, 0, 1, 0)
    assert Complaint.objects.get().state == "closed"
    assert ComplaintMessage.objects.get().text == "Sudah."


def test_an_end_without_its_day_counts_neither_as_in_time_nor_as_late(bring_in):
    bring_in(done(answered_at=None))
    kept = Complaint.objects.get()
    assert (kept.answered_at, kept.in_time, kept.ended_at) == (None, None, NOON)


def test_what_ended_without_an_answer_has_a_reason(bring_in):
    bring_in(row(state=ComplaintState.DECLINED, status="Diarsipkan"))
    assert ComplaintStep.objects.get().reason == "SP4N-LAPOR!: Diarsipkan"


def test_rows_that_cannot_be_placed_are_named(bring_in, office, health_centre, maya, joko):
    batch, plan = bring_in(row(1), row(1, row=9), row(2, agency="Unit 1.1.1"), row(3, agency="Entah"))
    assert counts(batch) == (1, 0, 0, 3)
    assert [(found.row, found.column) for found in plan.findings] == [(3, "agency"), (4, "agency"), (9, "tracking_id")]
    assert counts(bring_in(row(3, agency="Entah"), otherwise=office)[0]) == (1, 0, 0, 0)
    Complaint.objects.filter(tracking_id="701").update(unit=health_centre)
    assert "tidak Anda tangani" in bring_in(row(1))[1].findings[0].reason.id


def test_undoing_leaves_everything_as_it_was(bring_in, joko):
    bring_in(row(1))
    first = Complaint.objects.values().get()
    batch, _ = bring_in(done(1), row(2))
    undone = undo_import_complaints(batch=batch, by=joko, at=NOON)
    assert undone.undone_by == joko
    assert Complaint.objects.values().get() == first
    assert not ComplaintMessage.objects.exists()
    with pytest.raises(ImportUndoneAlreadyError):
        undo_import_complaints(batch=batch, by=joko, at=NOON)


def test_what_officers_went_on_with_is_not_undone(bring_in, joko):
    batch, _ = bring_in(row(1), row(2))
    take_over_complaint(complaint=Complaint.objects.get(tracking_id="702"), by=joko, at=NOON)
    with pytest.raises(TouchedSinceError):
        undo_import_complaints(batch=batch, by=joko, at=NOON)
    assert Complaint.objects.count() == 2
    assert ComplaintImport.objects.get().undone_at is None


def test_what_is_written_is_read_back_the_same(bring_in, joko):
    bring_in(row(1, text="=1+1\nbaris dua; 'kutip'"), done(2))
    written = lapor_csv(Complaint.objects.select_related("unit").prefetch_related("messages").order_by("pk"))
    file = read_lapor(written, name="balik.csv", zone="Asia/Jakarta", on=NOON)
    assert file.findings == ()
    plan = plan_import(file.rows, earlier=(), otherwise=None, actor=joko, on=TODAY)
    assert (len(plan.added), len(plan.changed), plan.same) == (0, 0, 2)


def kinds_of(captured):
    """Return how many statements there were, those that write a block of rows apart."""
    blocks = ("INSERT", "UPDATE", "DELETE")
    written = sum(each["sql"].startswith(blocks) for each in captured)
    return len(captured) - written, written


def of_many(bring_in, joko, count, start):
    """Bring in `count` new ones, a later file about them, and take both back; return the statements of each."""
    numbers, told = range(start, start + count), []
    for rows in ([row(number) for number in numbers], [done(number) for number in numbers]):
        with CaptureQueriesContext(connection) as captured:
            batch, _ = bring_in(*rows)
        told.append((batch, kinds_of(captured)))
    for batch, _statements in reversed(told[:]):
        with CaptureQueriesContext(connection) as captured:
            undo_import_complaints(batch=batch, by=joko, at=NOON)
        told.append((batch, kinds_of(captured)))
    assert not Complaint.objects.exists()
    return [statements for _batch, statements in told]


def test_rows_are_looked_up_together_and_written_in_blocks(bring_in, joko):
    of_many(bring_in, joko, 1, 1)  # what is asked once and remembered
    few, many = (of_many(bring_in, joko, count, start) for count, start in ((20, 100), (200, 1_000)))
    assert [read for read, _written in few] == [read for read, _written in many]
    assert max(read for read, _written in many) <= 40
    assert max(written for _read, written in many) <= 60


def test_two_rows_never_get_the_same_number(monkeypatch, bring_in):
    monkeypatch.setattr(complaints, "number_of", lambda token, *, on, attempt: f"2611-{attempt:06}")
    bring_in(row(1), row(2))
    bring_in(row(3))
    assert sorted(Complaint.objects.values_list("number", flat=True)) == [f"2611-{number:06}" for number in range(3)]


def test_what_was_published_since_is_not_undone(bring_in, joko):
    batch, _ = bring_in(done(1))
    published = Complaint.objects.get()
    publish_answer(complaint=published, wording=Wording("Antre", "Sudah."), by=joko, at=NOON)
    with pytest.raises(TouchedSinceError):
        undo_import_complaints(batch=batch, by=joko, at=NOON)
