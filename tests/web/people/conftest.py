"""Kabupaten Contoh, small, with accounts for the personas."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Person

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
SIZE = 300


@pytest.fixture
def government(db):
    return load_demo_government(size=SIZE, on=timezone.localdate(), at=NOON)


@pytest.fixture
def record_of(government):
    """Return a function from the name of a persona to the person."""
    return lambda name: Person.objects.get(nip=PERSONAS[name].nip)


@pytest.fixture
def visit(strict_client, government):
    """Return a function that opens a page as an account and returns the answer."""

    def open_as(user, address, **query):
        strict_client.force_login(user)
        return strict_client.get(address, query)

    return open_as
