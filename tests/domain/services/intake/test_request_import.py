"""A file of requests: the check changes nothing, applying writes all of it, the second time changes nothing."""

from datetime import timedelta

import pytest

from domain.services.intake.conftest import NOW, read_of
from domain.services.ledger.conftest import promise
from pembina.domain.access.audit import events_on
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.refusals import OtherPlanError
from pembina.domain.services.intake.applying import apply
from pembina.domain.services.intake.refusals import RequestsChangedSinceError
from pembina.domain.services.models import MonthlyTally, RequestPause, ServiceRequest

SOUND = ("A", "2024-03-01T02:00:00.123", "2024-03-04T03:00:00")
OPEN = ("B", "2024-03-01T02:00:00", None)


def test_a_check_counts_and_writes_nothing(imported, service):
    batch = imported(
        read_of(service("IMB"), SOUND, OPEN, ("C", "2024-03-02", "2024-03-01"), ("D", None, None)), applied=False
    )
    counts = batch.counts
    assert (counts.total, counts.new, counts.open, counts.impossible) == (4, 4, 1, 2)
    assert not ServiceRequest.objects.exists()
    assert [(f.row, f.code) for f in batch.findings.order_by("row")] == [
        (3, "still_open"), (4, "ends_before_start"), (5, "no_receipt"),
    ]  # fmt: skip
    assert [shown["number"] for shown in batch.figures["shown"]] == ["A", "B", "C", "D"]


def test_applying_writes_each_request_exactly(imported, service):
    imb = service("IMB", 3, "working_days")
    batch = imported(read_of(imb, SOUND, OPEN, ("C", "2024-03-02", "2024-03-01"), channel="online"))
    found = ServiceRequest.objects.get(number="A")
    assert found.received_at.isoformat() == "2024-03-01T02:00:00.123000+00:00"
    assert (found.promised, found.channel, found.flaw) == (3, "online", "")
    assert ServiceRequest.objects.get(number="C").flaw == "ends_before_start"
    assert batch.state == ImportState.APPLIED
    assert batch.changes.count() == 3


def test_the_months_are_counted_with_it_and_without_what_is_impossible(imported, service):
    imb = service("IMB", 3, "working_days")
    imported(read_of(imb, SOUND, OPEN, ("C", "2024-03-02", "2024-03-01")))
    march = MonthlyTally.objects.get(service=imb, month=2024 * 12 + 2)
    assert march.completions == 1


def test_the_same_file_again_changes_nothing(imported, service):
    read = read_of(service("IMB"), SOUND, OPEN, ("C", "2024-03-02", "2024-03-01"))
    imported(read)
    again = imported(read, applied=False, at=NOW + timedelta(days=1))
    assert (again.counts.changes, again.counts.unchanged) == (0, 3)


def test_a_later_file_completes_what_was_open_and_erases_nothing(imported, service):
    imb = service("IMB")
    rest = ("2024-03-01T03:00:00", "2024-03-01T04:00:00", "applicant")
    imported(read_of(imb, (*SOUND, [rest]), OPEN, channel="counter"))
    batch = imported(read_of(imb, ("A", SOUND[1], None), ("B", OPEN[1], "2024-03-05T02:00:00")))
    assert (batch.counts.changed, batch.counts.unchanged) == (1, 1)
    assert ServiceRequest.objects.get(number="A").ended_at is not None
    assert ServiceRequest.objects.get(number="B").channel == "counter"
    assert RequestPause.objects.count() == 1


def test_a_log_that_says_open_takes_the_end_away(imported, service):
    imb = service("IMB")
    imported(read_of(imb, SOUND))
    imported(read_of(imb, ("A", SOUND[1], None), says_open=True))
    assert ServiceRequest.objects.get().ended_at is None


def test_the_promise_is_that_of_the_day_of_receipt_on_the_clock_of_the_unit(imported, service):
    imb = service("IMB")
    promise(imb, 5, "working_days", starts_on=NOW.date().replace(2024, 1, 1), ends_on=NOW.date().replace(2024, 2, 29))
    promise(imb, 3, "working_days", starts_on=NOW.date().replace(2024, 3, 1))
    # Half past five in the afternoon in London is past midnight in Jakarta.
    imported(read_of(imb, ("A", "2024-02-29T16:59:59", None), ("B", "2024-02-29T17:00:00", None),
                     ("C", "2023-12-31T16:00:00", None)))  # fmt: skip
    assert dict(ServiceRequest.objects.values_list("number", "promised")) == {"A": 5, "B": 3, "C": 0}


def test_one_event_tells_of_the_whole_file(imported, service):
    batch = imported(read_of(service("IMB"), SOUND, OPEN))
    assert [event.operation for event in events_on(batch)] == ["apply_import", "check_import", "receive_import"]
    assert not events_on(ServiceRequest.objects.first())


def test_what_has_changed_since_the_check_stops_all_of_it(imported, service, joko):
    imb = service("IMB")
    read = read_of(imb, SOUND, OPEN)
    batch = imported(read, applied=False)
    imported(read_of(imb, OPEN))
    with pytest.raises(RequestsChangedSinceError):
        apply(batch, read, by=joko, at=NOW)
    batch.refresh_from_db()
    assert batch.state == ImportState.CHECKED
    assert ServiceRequest.objects.count() == 1
    with pytest.raises(OtherPlanError):
        apply(batch, read, by=joko, at=NOW, seen="0" * 64)


def test_a_million_rows_take_no_more_queries_a_chunk(imported, service, django_assert_max_num_queries):
    imb = service("IMB")
    read = read_of(imb, *((f"P{n}", "2024-03-01T02:00:00", "2024-03-04T03:00:00") for n in range(200)))
    batch = imported(read, applied=False)
    with django_assert_max_num_queries(70):
        apply(batch, read, by=None, at=NOW)
    assert ServiceRequest.objects.count() == 200
