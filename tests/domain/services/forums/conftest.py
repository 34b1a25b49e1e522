"""Two offices; Maya holds forums everywhere, Joko nowhere."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.enums import Sector, Status, TimeZone, UnitKind
from pembina.domain.people.operations import enrol_person, open_unit
from pembina.domain.services.enums import ForumKind
from pembina.domain.services.models import PublicService
from pembina.domain.services.operations.commitments import Promise, make_commitment
from pembina.domain.services.operations.forum_minutes import write_minutes
from pembina.domain.services.operations.forum_questions import ask_question
from pembina.domain.services.operations.forums import AgendaLine, ForumPlan, announce_forum, hold_forum, plan_forum

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
STARTS = NOON + timedelta(days=3)
ENDS = STARTS + timedelta(hours=2)


@pytest.fixture
def maya(person):
    """A coordinator of services over the whole government."""
    return person("maya")


@pytest.fixture
def office(db):
    """Return a maker of units."""

    def make(code="1.1", below=None, zone=TimeZone.WITA):
        return open_unit(
            code=code, name=f"Dinas {code}", kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=below,
            on=date(2020, 1, 1), by=None, at=NOON, time_zone=zone,
        )  # fmt: skip

    return make


@pytest.fixture
def unit(office):
    return office()


@pytest.fixture
def service(unit):
    return PublicService.objects.create(unit=unit, code="KTP", name="KTP elektronik", opened_on=date(2020, 1, 1))


@pytest.fixture
def owner(db):
    """Sari's record: she answers for the promises."""
    told = {"nip": PERSONAS["sari"].nip, "name": "Sari Wulandari", "status": Status.PNS}
    return enrol_person(**told, on=TODAY, by=None, at=NOON).person


@pytest.fixture
def plan():
    """Return a maker of what is told about an event."""

    def make(**more):
        told = {"title": "Dengar warga", "kind": ForumKind.OPEN_HOUSE, "starts_at": STARTS, "ends_at": ENDS}
        return ForumPlan(**(told | {"place": "Balai desa", "agenda": [AgendaLine("Pembukaan")]} | more))

    return make


@pytest.fixture
def draft(unit, plan, maya):
    return plan_forum(unit=unit, plan=plan(), by=maya, at=NOON)


@pytest.fixture
def forum(draft, maya):
    """An announced event."""
    announce_forum(forum=draft, by=maya, at=NOON)
    draft.refresh_from_db()
    return draft


@pytest.fixture
def held(forum, maya):
    """The same while it goes on."""
    hold_forum(forum=forum, by=maya, at=STARTS)
    forum.refresh_from_db()
    return forum


@pytest.fixture
def ask(forum):
    """Return a maker of questions from the public page."""
    return lambda text="Kapan antrean daring dibuka?", at=NOON, origin="a": ask_question(
        forum=forum, text=text, at=at, origin=origin
    )


@pytest.fixture
def minutes(maya):
    """Return a writer of minutes."""

    def write(forum, text="Catatan", women=3, men=4, **more):
        return write_minutes(forum=forum, text=text, women=women, men=men, by=maya, at=ENDS, **more)

    return write


@pytest.fixture
def promise(unit, owner, maya):
    """Return a maker of promises due in ten days."""

    def make(text="Loket kedua dibuka", made_on=TODAY, due_on=TODAY + timedelta(days=10), of=None, **more):
        said = Promise(promise=text, owner=owner, made_on=made_on, due_on=due_on)
        return make_commitment(unit=of or unit, promise=said, by=maya, at=NOON, **more)

    return make
