"""Sari under Budi by the clock of the day the test runs on; Rina of human resources, Dewi of another office."""

import pytest
from django.utils import timezone

from performance import Performing


@pytest.fixture
def performing(sari, budi, rina, dewi):
    made = Performing(sari=sari, budi=budi, rina=rina, at=timezone.localtime())
    made.person(dewi, unit=made.other_office)
    return made


@pytest.fixture
def visit(strict_client):
    """Return a function that signs somebody in and gives the client."""

    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter
