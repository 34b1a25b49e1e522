"""A batch of Rina's with a session that goes on now, by the clock of the day the test runs on."""

import pytest
from django.utils import timezone

from pembina.domain.development.attendance_codes import shown_code
from training import Training


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def session(training):
    return training.session()


@pytest.fixture
def seat(training, sari):
    return training.enrol(training.person(sari))


@pytest.fixture
def mitra(person, training, session):
    """The account of the partner who holds the session."""
    user = person("mitra")
    session.partner = training.partner(account=user)
    session.save()
    return user


@pytest.fixture
def code(session):
    return shown_code(session, at=timezone.now()).text


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


def text_of(response):
    return response.content.decode()
