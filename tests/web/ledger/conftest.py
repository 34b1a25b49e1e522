"""An officer of one unit with two services, and a service of another unit."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.enums import PositionKind, Sector, Status, UnitKind
from pembina.domain.people.operations import assign, enrol_person, open_unit
from pembina.domain.services.enums import Channel
from pembina.domain.services.models import PublicService, ServiceStandard
from pembina.domain.services.operations.requests import receive_request

BEGAN = date(2020, 1, 1)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def units(db):
    """Joko's unit and another, under one government."""
    told = {"kind": UnitKind.OFFICE, "sector": Sector.GENERAL, "on": BEGAN, "by": None, "at": NOON}
    root = open_unit(code="01", name="Pemerintah Daerah", parent=None, **told)
    return [open_unit(code=f"01.0{n}", name=f"Dinas {n}", parent=root, **told) for n in (1, 2)]


@pytest.fixture
def joko(units, person):
    user = person("joko")
    known = {"nip": PERSONAS["joko"].nip, "name": "Joko Susilo", "status": Status.PNS}
    record = enrol_person(**known, on=timezone.localdate(), by=None, at=NOON).person
    assign(
        person=record, unit=units[0], position="Petugas loket", position_kind=PositionKind.FUNCTIONAL, superior=None,
        starts_on=BEGAN, ends_on=None, by=None, at=NOON,
    )  # fmt: skip
    return user


@pytest.fixture
def services(units):
    """A service promising three working days, one without standard, and one of the other unit in hours."""
    made = [
        PublicService.objects.create(unit=unit, code=code, name=name, opened_on=BEGAN)
        for unit, code, name in (
            (units[0], "IMB", "Izin bangunan"),
            (units[0], "SKET", "Surat keterangan"),
            (units[1], "KTP", "Kartu penduduk"),
        )
    ]
    events = {"start_event": "berkas lengkap", "stop_event": "terbit"}
    for service, amount, unit in ((made[0], 3, "working_days"), (made[2], 4, "hours")):
        ServiceStandard.objects.create(
            service=service, starts_on=BEGAN, promised_amount=amount, promised_unit=unit, **events
        )
    return made


@pytest.fixture
def enter(strict_client):
    """Return the strict client, signed in as somebody."""

    def sign_in(user):
        strict_client.force_login(user)
        return strict_client

    return sign_in


@pytest.fixture
def received(services):
    """Return a maker of requests received some days ago."""

    def make(number, days=0, service=None):
        at = timezone.now() - timedelta(days=days, minutes=5)
        return receive_request(
            service=service or services[0], number=number, channel=Channel.COUNTER, received=at, by=None, at=at
        )

    return make
