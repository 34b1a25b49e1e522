"""Sari under Budi after a training, by the clock of the day the test runs on; Rina of human resources."""

import pytest
from django.utils import timezone

from domain.development.following import Following
from training import Training


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.localtime())


@pytest.fixture
def following(training, sari, budi, dewi):
    return Following(training, sari, budi, dewi, ago=1)


@pytest.fixture
def long_ago(training, sari, budi, dewi):
    """The same with a training that ended 95 days ago."""
    return Following(training, sari, budi, dewi, ago=95)


@pytest.fixture
def visit(strict_client):
    """Return a function that signs somebody in and gives the client."""

    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter
