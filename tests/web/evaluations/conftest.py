"""An evaluation of Lia's that only has to be locked, by the clock of the day the test runs on."""

import pytest
from django.utils import timezone

from designing import Designing
from training import Training


@pytest.fixture
def lia(person):
    """An evaluator."""
    return person("lia")


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def designing(training, lia):
    return Designing(training, lia)


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


@pytest.fixture
def evaluator(as_user, lia):
    """The client of Lia."""
    return as_user(lia)


def text_of(response):
    return response.content.decode()
