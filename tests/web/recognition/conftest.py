"""Awards as on 28 September 2026, when nominations open; `later` moves the clock to the days of the jury."""

import pytest

from awarding import Awarding


@pytest.fixture
def awarding(person, monkeypatch):
    made = Awarding(person)
    monkeypatch.setattr("django.utils.timezone.now", lambda: made.at)
    return made


@pytest.fixture
def later(awarding, monkeypatch):
    return lambda: monkeypatch.setattr("django.utils.timezone.now", lambda: awarding.judged)


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


def text_of(response):
    return response.content.decode()
