"""Kabupaten Contoh, small, with the accounts of those who keep accounts."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Person, Unit

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def government(db):
    return load_demo_government(size=300, on=timezone.localdate(), at=NOON)


@pytest.fixture
def unit_of_sari(government):
    return Unit.objects.get(assignments__person__nip=PERSONAS["sari"].nip, assignments__ends_on=None)


@pytest.fixture
def newcomer(government):
    """Somebody on record without an account."""
    return Person.objects.exclude(nip__in=[persona.nip for persona in PERSONAS.values()]).order_by("pk").first()


@pytest.fixture
def as_rina(strict_client, rina):
    """A visitor who keeps accounts."""
    strict_client.force_login(rina)
    return strict_client
