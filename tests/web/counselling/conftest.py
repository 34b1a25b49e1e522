"""People who work together, by the clock of the day the test runs on."""

import pytest
from django.utils import timezone

from speaking import Speaking


@pytest.fixture
def speaking(sari, budi, dewi):
    return Speaking(at=timezone.now(), sari=sari, budi=budi, dewi=dewi)


@pytest.fixture
def visit(strict_client):
    """Return a function that signs somebody in and gives the client."""

    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter
