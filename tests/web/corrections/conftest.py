"""Kabupaten Contoh, small, and a report that Sari made."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.enums import ReportAbout
from pembina.domain.people.models import Person
from pembina.domain.people.operations import Suggestion, report_error

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
SIZE = 300


@pytest.fixture
def government(db):
    return load_demo_government(size=SIZE, on=timezone.localdate(), at=NOON)


@pytest.fixture
def record_of(government):
    """Return the person of a persona: ``record_of("sari")``."""
    return lambda name: Person.objects.get(nip=PERSONAS[name].nip)


@pytest.fixture
def as_user(strict_client, government):
    """Return the strict client, signed in as somebody."""

    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


@pytest.fixture
def report(record_of, sari):
    """Return a maker of reports by Sari about herself; the superior suggested is Rina."""

    def make(about=ReportAbout.SUPERIOR, note="", at=NOON, by=sari, person=None, **suggested):
        suggested = suggested or ({"superior": record_of("rina")} if about == ReportAbout.SUPERIOR else {})
        return report_error(
            person=person or record_of("sari"), about=about, suggestion=Suggestion(**suggested), note=note, by=by, at=at
        )

    return make
