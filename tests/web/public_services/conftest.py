"""Kabupaten Contoh with its services."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from pembina.domain.access.models import RoleGrant
from pembina.domain.access.roles import SERVICE_COORDINATOR
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Unit
from pembina.domain.services.demonstration import load_demo_catalogue
from pembina.domain.services.models import PublicService

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def catalogue(db):
    load_demo_government(size=200, on=timezone.localdate(), at=NOON)
    return load_demo_catalogue(on=timezone.localdate(), at=NOON)


@pytest.fixture
def service(catalogue):
    """Return a service by its code."""
    return lambda code: PublicService.objects.get(code=code)


@pytest.fixture
def place(catalogue):
    """Return a unit by its code."""
    return lambda code: Unit.objects.get(code=code)


@pytest.fixture
def enter(strict_client, catalogue, person):
    """Return a function that signs a persona in."""

    def as_persona(name):
        strict_client.force_login(person(name))
        return strict_client

    return as_persona


@pytest.fixture
def as_maya(enter):
    """Maya keeps the services of the whole government."""
    return enter("maya")


@pytest.fixture
def health_keeper(enter, person, place):
    """Dewi keeps the services of the health office and below it."""
    unit = place("01.03").pk
    RoleGrant.objects.create(
        user=person("dewi"), role_code=SERVICE_COORDINATOR.code, unit_id=unit, starts_on=timezone.localdate()
    )
    return enter("dewi")
