"""A small government that trains, by the clock of the day the test runs on."""

import pytest
from django.utils import timezone

from training import Training


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def training(rina, now):
    return Training(rina=rina, at=now)


@pytest.fixture
def as_user(strict_client):
    """Return a way to open pages as somebody; a client of its own each time."""

    def sign_in(user):
        client = type(strict_client)()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def words():
    """Return what a page says, without the marks around it."""

    def read(answer):
        return " ".join(answer.content.decode().split())

    return read
