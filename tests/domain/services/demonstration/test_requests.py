"""The requests of the demonstration: two years that look like a ledger, the same every time."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from django.db.models import F

from domain.services.demonstration.conftest import AT, ON
from pembina.core.rules.service_time import Flaw, month_number
from pembina.domain.services.demonstration.requests import load_demo_requests
from pembina.domain.services.models import MonthlyTally, RequestPause, ServiceRequest
from pembina.domain.services.recounts import recount_now

pytestmark = pytest.mark.django_db
WIB = ZoneInfo("Asia/Jakarta")
TOLD = ("service__code", "number", "channel", "received_at", "ended_at", "withdrawn", "recorded_at", "flaw")


@pytest.fixture
def loaded(services):
    return load_demo_requests(on=ON, at=AT)


def test_two_years_are_written_for_services_with_a_promise(services, loaded):
    rows = ServiceRequest.objects
    assert rows.count() == loaded > 1_000
    assert set(rows.values_list("service__code", flat=True)) == {"A", "B"}
    first, last = rows.filter(flaw="").order_by("received_at")[0], rows.filter(flaw="").latest("received_at")
    # The first of December is a Sunday, when only the online ones come.
    assert date(2024, 12, 1) <= first.received_at.astimezone(WIB).date() <= date(2024, 12, 3)
    assert last.received_at <= AT
    assert not rows.filter(recorded_at__gt=AT).exists()


def test_it_looks_like_a_ledger(loaded):
    sound = ServiceRequest.objects.filter(flaw="")
    assert sound.filter(ended_at=None).exists()
    assert sound.filter(withdrawn=True).exists()
    assert sound.filter(recorded_at__gt=F("ended_at")).count() > sound.count() / 2
    assert RequestPause.objects.exclude(request__flaw="").count() == 0
    assert 0.05 < RequestPause.objects.count() / loaded < 0.25
    spoilt = set(ServiceRequest.objects.exclude(flaw="").values_list("flaw", flat=True))
    assert spoilt <= {Flaw.BACKWARDS, Flaw.PLACEHOLDER, Flaw.ZERO, Flaw.NO_RECEIPT}
    assert len(spoilt) >= 2


def kept():
    return [
        (*plain, bytes(opened), bytes(ended))
        for *plain, opened, ended in MonthlyTally.objects.order_by("service", "month").values_list(
            "service", "month", "promised", "within", "completions", "withdrawals", "still_open", "opened", "ended"
        )
    ]


def test_the_months_are_counted_with_the_requests(services, loaded):
    counted = kept()
    for service in services[:2]:
        recount_now(service.pk)
    assert kept() == counted
    assert MonthlyTally.objects.filter(month=month_number(2025, 3)).count() == 2


def test_the_same_day_and_seed_write_the_same(services, loaded):
    once = list(ServiceRequest.objects.order_by("service", "number").values_list(*TOLD))
    assert load_demo_requests(on=ON, at=AT) == 0
    RequestPause.objects.all().delete()
    ServiceRequest.objects.all().delete()
    MonthlyTally.objects.all().delete()
    load_demo_requests(on=ON, at=AT)
    assert list(ServiceRequest.objects.order_by("service", "number").values_list(*TOLD)) == once


def test_nothing_is_written_without_a_service(db):
    assert load_demo_requests(on=ON, at=AT) == 0
