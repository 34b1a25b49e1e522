"""After any writes the months equal a full count; nothing is taken that was never added."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.rules.service_requests import NOW, any_requests, sound_requests
from domain.services.ledger.conftest import BEGAN, promise
from domain.services.ledger.ledger_rows import remove, write
from pembina.core.rules.service_time import (
    MISSING,
    Cell,
    LedgerRow,
    Measure,
    Pause,
    PauseReason,
    Request,
    RequestColumns,
    Tally,
)
from pembina.domain.services.models import MonthlyTally, ServiceRequest, TallyBasis
from pembina.domain.services.recounts import count_all, recount_now
from pembina.domain.services.tallies import NeverCountedError, columns_of, measure_of, recount, retally
from pembina.domain.services.tally_basis import bases_of
from pembina.domain.services.tally_cells import cell_of

DAYS, HOURS = "working_days", "hours"
lives = st.one_of(sound_requests(), any_requests)
promises = st.sampled_from([0, 1, 3, 3_600_000_000])
steps = st.tuples(st.sampled_from(["add", "change", "remove"]), st.integers(0, 9), st.integers(0, 1), lives, promises)

OFTEN = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def services(service):
    return [service("HARI", 3, DAYS), service("JAM", 2, HOURS)]


def stored(*services):
    held = MonthlyTally.objects.filter(service__in=[service.pk for service in services])
    return {(row.service_id, row.month): cell_of(row) for row in held}


def counted(*services):
    """Count everything from the rows, in stretches of three."""
    found: dict[tuple[int, int], Cell] = {}
    for service in services:
        found |= count_all(service.pk, bases_of([service.pk])[service.pk]).cells
    return found


def seen(*rows):
    return columns_of(ServiceRequest.objects.filter(pk__in=[row.pk for row in rows]))


def take_step(services, rows, step, number):
    kind, which, of, life, promised = step
    chosen = rows[which % len(rows)] if rows else None
    before = seen(chosen) if chosen and kind != "add" else RequestColumns.of(())
    if chosen and kind != "add":
        remove(chosen)
        rows.remove(chosen)
    if kind != "remove":
        rows.append(write(services[of], life, f"N{number}", promised=promised))
    after = seen(rows[-1]) if kind != "remove" else RequestColumns.of(())
    retally(before=before, after=after)


@OFTEN
@given(taken=st.lists(steps, max_size=12))
def test_any_sequence_of_writes_equals_a_full_count(taken, services):
    with transaction.atomic():
        rows: list[ServiceRequest] = []
        for number, step in enumerate(taken):
            take_step(services, rows, step, number)
        assert stored(*services) == counted(*services)
        transaction.set_rollback(True)


def as_told(row):
    pauses = [Pause(p.began_at, p.ended_at, PauseReason(p.reason)) for p in row.pauses.order_by("began_at", "pk")]
    request = Request(row.received_at, row.ended_at, row.withdrawn, tuple(pauses), row.dates_only)
    return LedgerRow(row.service_id, request, row.recorded_at, row.promised)


@OFTEN
@given(requests=st.lists(lives, max_size=6))
def test_columns_from_the_database_are_those_of_the_requests(requests, services):
    with transaction.atomic():
        rows = [write(services[0], request, f"N{number}", promised=number) for number, request in enumerate(requests)]
        expected = vars(RequestColumns.of(map(as_told, rows)))
        found = vars(columns_of(ServiceRequest.objects.all()))
        assert all(np.array_equal(found[name], expected[name]) for name in expected)
        transaction.set_rollback(True)


def test_microseconds_survive_before_and_after_1970(service):
    kind = service("HARI")
    for number, text in enumerate(["1899-12-30T00:00:00.000001", "1969-12-31T23:59:59.999999", "2026-01-05T08:00:00"]):
        write(kind, Request(datetime.fromisoformat(text).replace(tzinfo=UTC)), f"N{number}")
    found = columns_of(ServiceRequest.objects.all())
    assert found.received.tolist() == [-2209161599999999, -1, 1767600000000000]
    assert set(found.ended.tolist()) == {MISSING}


def a_day(number=0):
    return datetime(2011, 12, 1 + number, 2, tzinfo=UTC)


def test_what_was_never_added_cannot_be_taken(service):
    kind = service("HARI", 3, DAYS)
    row = write(kind, Request(a_day(), a_day(1)), "1")
    retally(after=seen(row))
    other = RequestColumns.of([LedgerRow(kind.pk, Request(a_day(), a_day(5)), NOW, 0)])
    held = stored(kind)
    with pytest.raises(NeverCountedError, match="count them again"):
        retally(before=other)
    promised = RequestColumns.of([LedgerRow(kind.pk, Request(a_day(), a_day(1)), NOW, 3)])
    with pytest.raises(NeverCountedError):
        retally(before=promised)
    assert stored(kind) == held


def test_emptied_months_leave_no_row(service):
    kind = service("HARI", 3, DAYS)
    row = write(kind, Request(a_day(), a_day(1)), "1")
    retally(after=seen(row))
    before = seen(row)
    remove(row)
    retally(before=before)
    assert not MonthlyTally.objects.exists()


def test_another_calendar_has_the_months_counted_again(service, django_capture_on_commit_callbacks):
    kind = service("JAM", 2, HOURS)
    first = write(kind, Request(a_day(), a_day(1)), "1")
    retally(after=seen(first))
    TallyBasis.objects.update(calendar="another")
    second = write(kind, Request(a_day(2), a_day(3)), "2")
    with django_capture_on_commit_callbacks(execute=True):
        retally(after=seen(second))
        assert TallyBasis.objects.get().state == "waiting"
    assert TallyBasis.objects.get().state == "counted"
    assert stored(kind) == counted(kind)


def test_requests_that_were_there_before_the_first_count_are_counted(service, django_capture_on_commit_callbacks):
    kind = service("JAM", 2, HOURS)
    write(kind, Request(a_day(), a_day(1)), "1")
    second = write(kind, Request(a_day(2), a_day(3)), "2")
    with django_capture_on_commit_callbacks(execute=True):
        retally(after=seen(second))
    assert stored(kind) == counted(kind)
    assert TallyBasis.objects.get().progress_done == 2


def test_a_new_standard_changes_the_measure(service, django_capture_on_commit_callbacks):
    kind = service("JAM", 2, HOURS)
    row = write(kind, Request(a_day(), a_day(1)), "1", promised=7_200_000_000)
    retally(after=seen(row))
    assert measure_of(kind) is Measure.WORKING_TIME
    later = BEGAN + timedelta(days=900)
    kind.standards.update(ends_on=later - timedelta(days=1))
    promise(kind, 3, DAYS, starts_on=later)
    with django_capture_on_commit_callbacks(execute=True):
        recount([kind.pk])
    assert measure_of(kind) is Measure.WORKING_DAYS
    # A promise in hours says nothing about days.
    assert [cell.promised for cell in stored(kind).values()] == [0]
    assert TallyBasis.objects.get().measure == DAYS


def test_a_write_during_a_recount_is_not_lost(service, monkeypatch):
    kind = service("JAM", 2, HOURS)
    first = write(kind, Request(a_day(), a_day(1)), "1")
    retally(after=seen(first))
    tries = []

    def interrupted(pk, basis, **told):
        found = count_all(pk, basis, **told)
        if not tries:
            retally(after=seen(write(kind, Request(a_day(2), a_day(3)), "2")))
        tries.append(found)
        return found

    monkeypatch.setattr("pembina.domain.services.recounts.count_all", interrupted)
    recount_now(kind.pk)
    assert len(tries) == 2
    assert stored(kind) == counted(kind)


def test_a_recount_reads_in_stretches(service, monkeypatch):
    kind = service("HARI", 3, DAYS)
    for number in range(7):
        write(kind, Request(a_day(number), a_day(number + 1)), str(number), promised=3)
    whole = counted(kind)
    monkeypatch.setattr("pembina.domain.services.recounts.AT_A_TIME", 3)
    assert counted(kind) == whole
    assert Tally(Measure.WORKING_DAYS, whole).cells[kind.pk, 2011 * 12 + 11].arrivals == 7


def test_the_work_does_not_grow_with_what_is_there(service, django_assert_num_queries):
    kind = service("HARI", 3, DAYS)
    rows = [write(kind, Request(a_day(n), a_day(n + 1)), str(n)) for n in range(9)]
    retally(after=seen(*rows))
    row = write(kind, Request(a_day(9), a_day(10)), "new")
    after = seen(row)
    with django_assert_num_queries(12):
        retally(after=after)
