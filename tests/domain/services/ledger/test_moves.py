"""A request under the wrong service goes to the right one, and the months of both follow."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.services.ledger.test_tallies import counted, stored
from pembina.domain.access.audit import events_on
from pembina.domain.people.refusals import NothingChangesError, ReasonMissingError
from pembina.domain.services.catalogue_refusals import ServiceClosedError
from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.ledger_refusals import RequestNumberTakenError
from pembina.domain.services.models import ServiceRequest
from pembina.domain.services.operations.request_moves import move_request
from pembina.domain.services.operations.requests import complete_request, pause_request, receive_request

MONDAY = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
LATER = MONDAY + timedelta(days=30)


def receive(service, number="17"):
    return receive_request(service=service, number=number, channel=Channel.COUNTER, received=MONDAY, by=None, at=MONDAY)


def moved(request, service, why="salah layanan"):
    return move_request(request=request, service=service, why=why, by=None, at=LATER)


@pytest.fixture
def pair(service):
    """Return the wrong service, promising days, and the right one, promising hours in another unit's calendar."""
    return service("IMB", 3, "working_days"), service("KTP", 4, "hours")


def test_a_request_moves_whole_and_both_services_are_counted_anew(pair):
    wrong, right = pair
    request = receive(wrong)
    receive(right, "1")
    at = MONDAY + timedelta(hours=1)
    pause_request(request=request, reason=PauseReason.APPLICANT, began=at, by=None, at=at)
    complete_request(request=request, ended=at + timedelta(hours=2), by=None, at=at + timedelta(hours=2))
    changes = moved(request, right)
    found = ServiceRequest.objects.get(pk=request.pk)
    assert (found.service, found.number, found.received_at) == (right, "17", MONDAY)
    assert found.promised == 4 * 3600 * 10**6
    assert found.pauses.count() == 1
    assert changes["service"] == ("IMB", "KTP")
    event = events_on(found).first()
    assert (event.operation, event.why) == ("move_request", "salah layanan")
    assert stored(wrong) == counted(wrong)
    assert stored(right) == counted(right)


def test_a_move_needs_a_reason_another_service_and_a_free_number_there(pair, service):
    wrong, right = pair
    request = receive(wrong)
    closed = service("TUTUP", closed_on=date(2026, 1, 1))
    receive(right)
    for target, why, refusal in (
        (right, " ", ReasonMissingError),
        (wrong, "salah", NothingChangesError),
        (right, "salah", RequestNumberTakenError),
        (closed, "salah", ServiceClosedError),
    ):
        with pytest.raises(refusal):
            moved(request, target, why)
    assert ServiceRequest.objects.get(pk=request.pk).service == wrong
    assert stored(wrong) == counted(wrong)
