"""An import of requests is taken back: everything is as it was, or nothing happens."""

from datetime import UTC, datetime

import pytest

from domain.services.intake.conftest import NOW, read_of
from pembina.domain.access.models import User
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.refusals import ChangedAfterwardsError, LaterImportError
from pembina.domain.services.intake.applying import undo
from pembina.domain.services.intake.queries import request_imports_seen_by
from pembina.domain.services.intake.refusals import ImportOutOfReachError
from pembina.domain.services.models import MonthlyTally, RequestPause, ServiceRequest
from pembina.domain.services.operations.request_moves import move_request

OPEN = ("B", "2024-03-01T02:00:00", None)
REST = ("2024-03-01T03:00:00", "2024-03-01T04:00:00", "applicant")


def record():
    requests = [tuple(row) for row in ServiceRequest.objects.order_by("pk").values_list()]
    pauses = RequestPause.objects.order_by("request", "began_at").values_list(
        "request", "began_at", "ended_at", "reason"
    )
    months = MonthlyTally.objects.order_by("service", "month").values_list("service", "month", "completions")
    return requests, list(pauses), list(months)


def test_undoing_restores_what_was_to_the_last_field(imported, service):
    imb = service("IMB", 3, "working_days")
    imported(read_of(imb, ("A", "2024-03-01T02:00:00", None, [REST]), OPEN))
    before = record()
    batch = imported(
        read_of(imb, ("A", "2024-03-02T02:00:00", "2024-03-09T02:00:00"), ("N", "2024-03-01", None), says_pauses=True)
    )
    assert record() != before
    undo(batch, by=None, at=NOW)
    assert record() == before
    assert batch.state == ImportState.UNDONE


def test_a_file_of_new_requests_leaves_nothing_behind(imported, service):
    batch = imported(read_of(service("IMB"), ("A", "2024-03-01T02:00:00", "2024-03-02", [REST]), OPEN))
    undo(batch, by=None, at=NOW)
    assert record() == ([], [], [])


def test_the_later_import_comes_first(imported, service):
    imb = service("IMB")
    first = imported(read_of(imb, OPEN))
    second = imported(read_of(imb, ("B", "2024-03-01T02:00:00", "2024-03-02T02:00:00")))
    with pytest.raises(LaterImportError, match="berkas-1"):
        undo(first, by=None, at=NOW)
    undo(second, by=None, at=NOW)
    undo(first, by=None, at=NOW)
    assert not ServiceRequest.objects.exists()


def test_what_somebody_changed_since_is_left_alone_with_everything_else(imported, service):
    batch = imported(read_of(service("IMB"), OPEN, ("A", "2024-03-01", None)))
    ServiceRequest.objects.filter(number="B").update(ended_at=datetime(2024, 3, 5, tzinfo=UTC))
    with pytest.raises(ChangedAfterwardsError, match="B"):
        undo(batch, by=None, at=NOW)
    assert ServiceRequest.objects.count() == 2


def seen_by(actor):
    return list(request_imports_seen_by(User.objects.get(pk=actor.pk), on=NOW.date()))


def test_an_import_is_seen_by_whoever_reaches_all_its_services(imported, service, office, joko, person):
    imb = service("IMB")
    batch = imported(read_of(imb, OPEN))
    assert seen_by(person("dewi")) == seen_by(joko) == []
    assert seen_by(person("maya")) == [batch]
    joko.role_grants.update(unit=imb.unit)
    assert seen_by(joko) == [batch]
    joko.role_grants.update(unit=office("02.01"))
    assert seen_by(joko) == []


def test_an_import_that_changes_nothing_belongs_to_its_services_too(imported, service, joko):
    imb = service("IMB")
    imported(read_of(imb, OPEN))
    again = imported(read_of(imb, OPEN), applied=False)
    assert again.counts.changes == 0
    assert again not in seen_by(joko)


def test_what_is_not_matched_to_services_yet_is_its_makers_alone(imported, service, joko, person):
    batch = imported(read_of(service("IMB")), applied=False)
    assert seen_by(joko) == [batch]
    assert seen_by(person("maya")) == []
    joko.role_grants.all().delete()
    assert seen_by(joko) == []


def test_whoever_moved_to_another_office_cannot_undo(imported, service, office, joko):
    imb = service("IMB")
    batch = imported(read_of(imb, OPEN))
    joko.role_grants.update(unit=office("02.01"))
    with pytest.raises(ImportOutOfReachError):
        undo(batch, by=User.objects.get(pk=joko.pk), at=NOW)
    batch.refresh_from_db()
    assert batch.state == ImportState.APPLIED
    assert ServiceRequest.objects.count() == 1
    joko.role_grants.update(unit=imb.unit)
    undo(batch, by=User.objects.get(pk=joko.pk), at=NOW)
    assert not ServiceRequest.objects.exists()


def test_what_was_moved_to_another_service_is_not_undone(imported, service):
    imb, ktp = service("IMB", 3, "working_days"), service("KTP", 2, "working_days")
    batch = imported(read_of(imb, OPEN))
    request = ServiceRequest.objects.get()
    move_request(request=request, service=ktp, why="salah layanan", by=None, at=NOW)
    with pytest.raises(ChangedAfterwardsError):
        undo(batch, by=None, at=NOW)
    assert ServiceRequest.objects.get().service == ktp
