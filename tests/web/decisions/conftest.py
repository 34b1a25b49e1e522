"""A locked evaluation with a result, by the clock of the day the test runs on; the head of region decides."""

import pytest
from django.utils import timezone

from domain.impact.deciding import Deciding


@pytest.fixture
def deciding(person):
    return Deciding(person=person, at=timezone.now())


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


@pytest.fixture
def head(as_user, deciding):
    """The client of the head of region."""
    return as_user(deciding.bupati)


def text_of(response):
    return response.content.decode()
