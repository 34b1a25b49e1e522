"""An office with a service, its health centre, and officers whose roles reach them; a complaint that came at noon."""

from datetime import UTC, date, datetime

import pytest

from pembina.domain.access.models import RoleGrant
from pembina.domain.people.enums import Sector, TimeZone, UnitKind
from pembina.domain.people.operations import open_unit
from pembina.domain.services.complaint_enums import ComplaintKind
from pembina.domain.services.models import PublicService
from pembina.domain.services.operations.complaint_handling import Triage, take_over_complaint, triage_complaint
from pembina.domain.services.operations.complaints import Contact, Submission, submit_complaint

TODAY = date(2026, 11, 16)
NOON = datetime(2026, 11, 16, 5, 0, tzinfo=UTC)
SENT = {"device": "phone", "address": "203.0.113.7", "at": NOON}


@pytest.fixture
def unit(db):
    """Return a maker of units: ``unit("1.1", below=root)``."""

    def make(code, below=None):
        return open_unit(
            code=code, name=f"Unit {code}", kind=UnitKind.OFFICE, sector=Sector.HEALTH, parent=below,
            on=date(2020, 1, 1), by=None, at=NOON, time_zone=TimeZone.WIB,
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


@pytest.fixture
def permit(office):
    return PublicService.objects.create(unit=office, code="IZIN", name="Izin usaha", opened_on=date(2020, 1, 1))


@pytest.fixture
def grant(db):
    """Return a function that confines the role of somebody to a unit."""

    def give(user, unit):
        RoleGrant.objects.filter(user=user).update(unit=unit)
        user.refresh_from_db()
        return user

    return give


@pytest.fixture
def joko(person, grant, office):
    """A service officer of the office."""
    return grant(person("joko"), office)


@pytest.fixture
def maya(person):
    """The coordinator of all services."""
    return person("maya")


@pytest.fixture
def send(office):
    """Return a maker of complaints; a token makes the same one again."""
    made = []

    def make(token="", kind=ComplaintKind.COMPLAINT, text="Antre tiga jam", contact=None, unit=office, **more):
        made.append(token)
        sent = {name: more.pop(name) for name in ("device", "address", "at") if name in more}
        said = Submission(kind=kind, unit=unit, text=text, contact=contact or Contact(), **more)
        sent = SENT | {"device": f"phone {len(made)}", "address": None} | sent
        return submit_complaint(submission=said, token=token or f"token {len(made)}", **sent)

    return make


@pytest.fixture
def complaint(send):
    return send(contact=Contact(name="Tono", phone="0812")).complaint


@pytest.fixture
def in_progress(complaint, joko):
    """A complaint that Joko has sorted and taken over."""
    sorted_one = triage_complaint(complaint=complaint, triage=minor(), by=joko, at=NOON)
    return take_over_complaint(complaint=sorted_one, by=joko, at=NOON)


def minor(**other):
    return Triage(**{"kind": ComplaintKind.COMPLAINT, "service": None, "element": "waktu", "severity": "minor"} | other)
