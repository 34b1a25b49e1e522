"""A batch that is over, by the clock of the day the test runs on; Sari was there, Tono was not."""

from datetime import date

import pytest
from django.utils import timezone

from domain.development.certifying import SIGNING, attended, held, issued
from pembina.domain.access.models import RoleGrant, User
from training import Training


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def sessions(training):
    return held(training)


@pytest.fixture
def seat(training, sari, sessions):
    return attended(training, training.person(sari), sessions=sessions)


@pytest.fixture
def absent(training, sessions):
    return attended(training, sessions=sessions[:1])


@pytest.fixture
def certificate(training, seat):
    return issued(training, seat)[0]


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


@pytest.fixture
def signing():
    """Return what the form about the signer asks."""
    return {"signer": SIGNING.name, "position": SIGNING.position, "nip": SIGNING.nip, "place": SIGNING.place}


@pytest.fixture
def auditor(db):
    user = User.objects.create_user("197501012000031009", password="a-password-for-tests", display_name="Nita")
    RoleGrant.objects.create(user=user, role_code="auditor", starts_on=date(2020, 1, 1))
    return user
