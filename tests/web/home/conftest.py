"""A small government that trains, on the day the test runs."""

import pytest
from django.utils import timezone

from training import Training


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def page_of(client):
    """Return what the home page says to somebody, without the marks around it."""

    def read(user):
        client.force_login(user)
        return " ".join(client.get("/").content.decode().split())

    return read
