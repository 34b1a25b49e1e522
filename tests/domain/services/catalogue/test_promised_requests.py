"""A promise that is written otherwise reaches the requests of its days, and no others."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.services.catalogue.conftest import BY, TODAY
from pembina.domain.people.enums import TimeZone
from pembina.domain.services.components import StandardContent
from pembina.domain.services.enums import Channel
from pembina.domain.services.models import ServiceRequest, TallyBasis
from pembina.domain.services.operations.services import open_service
from pembina.domain.services.operations.standards import correct_standard, set_standard, withdraw_standard

DAY = timedelta(days=1)


def promising(days):
    return StandardContent(promised_amount=days, promised_unit="working_days", start_event="a", stop_event="b")


@pytest.fixture
def service(unit):
    eastern = unit("9", time_zone=TimeZone.WIT)
    return open_service(unit=eastern, code="L", name="Layanan", on=date(2024, 1, 1), **BY)


@pytest.fixture
def received(service):
    """Return a maker of requests that came at an hour of a day in UTC."""

    def make(day, hour=0):
        at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        told = {"channel": Channel.COUNTER, "received_at": at, "recorded_at": at}
        return ServiceRequest.objects.create(service=service, number=f"{day} {hour}", **told)

    return make


def promised():
    return list(ServiceRequest.objects.order_by("received_at").values_list("promised", flat=True))


def test_requests_follow_the_standard_of_the_day_on_the_clock_of_their_unit(service, received):
    # 22 UTC of the day before is already 07.00 of the day in the east of Indonesia.
    for day, hour in ((TODAY - 2 * DAY, 12), (TODAY - DAY, 12), (TODAY - DAY, 22), (TODAY, 3)):
        received(day, hour)
    assert promised() == [0, 0, 0, 0]
    set_standard(service=service, starts_on=TODAY - DAY, content=promising(5), **BY)
    assert promised() == [0, 5, 5, 5]
    latest = set_standard(service=service, starts_on=TODAY, content=promising(3), **BY)
    assert promised() == [0, 5, 3, 3]
    correct_standard(standard=latest, content=promising(2), **BY)
    assert promised() == [0, 5, 2, 2]
    correct_standard(standard=latest, content=StandardContent(), **BY)
    assert promised() == [0, 5, 0, 0]
    assert TallyBasis.objects.filter(service=service).exists()


def test_a_version_withdrawn_leaves_its_days_to_the_one_before(service, received):
    received(TODAY + 9 * DAY)
    set_standard(service=service, starts_on=TODAY, content=promising(5), **BY)
    latest = set_standard(service=service, starts_on=TODAY + 5 * DAY, content=promising(3), **BY)
    assert promised() == [3]
    withdraw_standard(standard=latest, on=TODAY, **BY)
    assert promised() == [5]
