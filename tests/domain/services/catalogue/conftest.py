"""A government with an office, and a health centre below it."""

from datetime import UTC, date, datetime

import pytest

from pembina.domain.people.enums import Sector, TimeZone, UnitKind
from pembina.domain.people.operations import open_unit

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
BY = {"by": None, "at": NOON}
WEEKDAYS = [["08.00-16.00"]] * 5 + [[], []]
SIX_DAYS = [["07.30-13.30"]] * 6 + [[]]
ALWAYS = [["00.00-24.00"]] * 7


@pytest.fixture
def unit(db):
    """Return a maker of units: ``unit("1.1", below=root)``."""

    def make(code, below=None, time_zone=TimeZone.WIB):
        return open_unit(
            code=code, name=f"Unit {code}", kind=UnitKind.OFFICE, sector=Sector.HEALTH, parent=below,
            on=date(2020, 1, 1), by=None, at=NOON, time_zone=time_zone,
        )  # fmt: skip

    return make


@pytest.fixture
def government(unit):
    return unit("1")


@pytest.fixture
def office(unit, government):
    return unit("1.1", government)


@pytest.fixture
def health_centre(unit, office):
    return unit("1.1.1", office)
