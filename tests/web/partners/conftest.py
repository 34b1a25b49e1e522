"""A small government that trains with partners, by the clock of the day the test runs on; Rina plans."""

import pytest
from django.utils import timezone

from training import Training


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def partner(training):
    return training.partner()


@pytest.fixture
def planner(strict_client, rina, training):
    """The client of Rina."""
    strict_client.force_login(rina)
    return strict_client


def text_of(response):
    return response.content.decode()
