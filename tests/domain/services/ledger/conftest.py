"""Services of one office, and their standards."""

from datetime import UTC, date, datetime

import pytest

from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.operations import open_unit
from pembina.domain.services.models import PublicService, ServiceStandard

BEGAN = date(2020, 1, 1)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def office(db):
    """Return a maker of units."""

    def make(code="01.05.01", name=None, below=None, time_zone="Asia/Jakarta"):
        return open_unit(
            code=code, name=name or f"Unit {code}", kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=below,
            on=BEGAN, by=None, at=NOON, time_zone=time_zone,
        )  # fmt: skip

    return make


@pytest.fixture
def service(office):
    """Return a maker of services: ``service("IMB", 3, "working_days")`` promises three working days."""
    made = {}

    def make(code, amount=None, promise_unit="", unit=None, starts_on=BEGAN, closed_on=None):
        made["unit"] = unit or made.get("unit") or office()
        found = PublicService.objects.create(
            unit=made["unit"], code=code, name=f"Layanan {code}", opened_on=BEGAN, closed_on=closed_on
        )
        if amount:
            promise(found, amount, promise_unit, starts_on=starts_on)
        return found

    return make


def promise(service, amount, promise_unit, *, starts_on, ends_on=None):
    events = {"start_event": "berkas lengkap", "stop_event": "izin terbit"} if amount else {}
    return ServiceStandard.objects.create(
        service=service,
        starts_on=starts_on,
        ends_on=ends_on,
        promised_amount=amount,
        promised_unit=promise_unit,
        **events,
    )
