"""A small government that serves citizens."""

from datetime import UTC, date, datetime

import pytest

from pembina.domain.people.models import Unit
from pembina.domain.services.models import PublicService, ServiceStandard

ON, AT = date(2026, 11, 22), datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def services(db):
    """Three services of one unit: promised in days, promised in minutes, and without a standard."""
    unit = Unit.objects.create(code="01", name="Dinas", kind="office", sector="permits", opened_on=date(2000, 1, 1))
    made = [
        PublicService.objects.create(unit=unit, code=code, name=f"Izin {code}", opened_on=date(2020, 1, 1))
        for code in ("A", "B", "C")
    ]
    for service, amount, measured in zip(made, (5, 90), ("working_days", "minutes"), strict=False):
        ServiceStandard.objects.create(
            service=service,
            starts_on=date(2020, 1, 1),
            promised_amount=amount,
            promised_unit=measured,
            start_event="Berkas lengkap",
            stop_event="Izin terbit",
        )
    return made
