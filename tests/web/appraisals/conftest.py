"""The third quarter of 2026 as on 28 September, when it is evaluated."""

import pytest

from appraising import Appraising


@pytest.fixture
def appraising(person, monkeypatch):
    made = Appraising(person)
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.at)
    return made


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


def text_of(response):
    return response.content.decode()
