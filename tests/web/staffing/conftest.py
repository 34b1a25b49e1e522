"""Kabupaten Contoh, small."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Person
from pembina.domain.people.queries import main_assignments

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
def held_by(record_of):
    """Return a function from the name of a persona to the main assignment of today."""
    return lambda name: main_assignments(timezone.localdate()).get(person=record_of(name))
