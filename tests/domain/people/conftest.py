"""A small government: two offices, a division and a health centre, with people in them."""

from datetime import UTC, date, datetime

import pytest

from pembina.domain.people.enums import DelegationKind, PositionKind, Sector, Status, UnitKind
from pembina.domain.people.operations import assign, delegate, enrol_person, open_unit

TODAY = date(2026, 11, 22)
BEGAN = date(2020, 1, 1)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def unit(db):
    """Return a maker of units: ``unit("1.1", below=root)``."""

    def make(code, below=None, opened_on=BEGAN):
        return open_unit(
            code=code, name=f"Unit {code}", kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=below,
            on=opened_on, by=None, at=NOON,
        )  # fmt: skip

    return make


@pytest.fixture
def civil_servant(db):
    """Return a maker of persons; ``civil_servant(user)`` makes the one an account belongs to."""
    made = []

    def make(user=None, name="Tono"):
        made.append(name)
        nip = user.username if user else f"1980010120050110{len(made):02}"
        known = {"nip": nip, "name": user.display_name if user else name, "status": Status.PNS}
        return enrol_person(**known, on=TODAY, by=None, at=NOON).person

    return make


@pytest.fixture
def put(db):
    """Return a maker of assignments from 2020 on."""

    def make(person, unit, superior=None, starts_on=BEGAN, ends_on=None, **more):
        return assign(
            person=person, unit=unit, position="Pranata", position_kind=PositionKind.FUNCTIONAL,
            superior=superior, starts_on=starts_on, ends_on=ends_on, by=None, at=NOON, **more,
        )  # fmt: skip

    return make


@pytest.fixture
def lend(db):
    """Return a maker of delegations that hold today."""

    def make(person, unit, kind=DelegationKind.ACTING, starts_on=TODAY, ends_on=TODAY):
        days = {"starts_on": starts_on, "ends_on": ends_on}
        return delegate(person=person, kind=kind, unit=unit, letter="800/1", **days, by=None, at=NOON)

    return make
