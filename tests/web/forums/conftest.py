"""One office with an announced event, by the clock of the day the test runs on; Maya holds it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.enums import PositionKind, Sector, Status, TimeZone, UnitKind
from pembina.domain.people.operations import assign, enrol_person, open_unit
from pembina.domain.services.complaint_enums import ComplaintKind, ComplaintMeans
from pembina.domain.services.enums import ForumKind
from pembina.domain.services.models import Complaint, PublicService
from pembina.domain.services.operations.commitments import Promise, make_commitment
from pembina.domain.services.operations.forum_questions import ask_question, show_question
from pembina.domain.services.operations.forums import AgendaLine, ForumPlan, announce_forum, hold_forum, plan_forum

BEGAN = date(2020, 1, 1)


@pytest.fixture
def maya(person):
    return person("maya")


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def unit(db, now):
    return open_unit(
        code="1.1", name="Dinas Dukcapil", kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=None, on=BEGAN,
        by=None, at=now, time_zone=TimeZone.WITA,
    )  # fmt: skip


@pytest.fixture
def service(unit):
    return PublicService.objects.create(unit=unit, code="KTP", name="KTP elektronik", opened_on=BEGAN)


@pytest.fixture
def owner(unit, today, now):
    told = {"nip": PERSONAS["sari"].nip, "name": "Sari Wulandari", "status": Status.PNS}
    person = enrol_person(**told, on=today, by=None, at=now).person
    assign(
        person=person, unit=unit, position="Kepala Loket", position_kind=PositionKind.STRUCTURAL, superior=None,
        starts_on=BEGAN, by=None, at=now,
    )  # fmt: skip
    return person


@pytest.fixture
def planned(unit, maya, now):
    """Return a maker of drafts that begin some hours from now."""

    def make(hours=48, title="Dengar warga", **more):
        starts = now + timedelta(hours=hours)
        told = {"title": title, "kind": ForumKind.OPEN_HOUSE, "place": "Balai desa", **more}
        plan = ForumPlan(
            **told, starts_at=starts, ends_at=starts + timedelta(hours=2), agenda=[AgendaLine("Pembukaan")]
        )
        return plan_forum(unit=unit, plan=plan, by=maya, at=now)

    return make


@pytest.fixture
def announced(planned, maya, now):
    """Return a maker of announced events."""

    def make(**told):
        forum = planned(**told)
        announce_forum(forum=forum, by=maya, at=now)
        forum.refresh_from_db()
        return forum

    return make


@pytest.fixture
def forum(announced, service):
    return announced(services=[service])


@pytest.fixture
def held(announced, maya, now):
    """An event that goes on now."""
    forum = announced(hours=-1)
    hold_forum(forum=forum, by=maya, at=now)
    forum.refresh_from_db()
    return forum


@pytest.fixture
def asked(maya, now):
    """Return a maker of questions that are shown."""

    def make(forum, text="Kapan antrean daring dibuka?", is_shown=True):
        question = ask_question(forum=forum, text=text, at=now, origin="")
        if is_shown:
            show_question(question=question, by=maya, at=now)
        return question

    return make


@pytest.fixture
def promise(unit, owner, maya, today, now):
    """Return a maker of promises; ``days`` from today they are due, made a month ago."""

    def make(text="Loket kedua dibuka", days=20, forum=None):
        said = Promise(text, owner, today - timedelta(days=30), today + timedelta(days=days))
        return make_commitment(unit=unit, promise=said, forum=forum, by=maya, at=now)

    return make


@pytest.fixture
def complaint(unit, now, today):
    """A complaint about the office, as it lies on record."""
    return Complaint.objects.create(
        number="ADU-2026-7", code_hash="0" * 64, kind=ComplaintKind.COMPLAINT, means=ComplaintMeans.ONLINE, unit=unit,
        text="Atap bocor", received_at=now, due_on=today + timedelta(days=5),
    )  # fmt: skip


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


def text_of(response):
    return response.content.decode()
