"""A small government that trains, by the clock of the day the test runs on; Rina plans."""

from datetime import date

import pytest
from django.utils import timezone

from pembina.domain.services.models import PublicService
from training import Training


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def service(training):
    return PublicService.objects.create(
        unit=training.office, code="IMB", name="Izin bangunan", opened_on=date(2020, 1, 1)
    )


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter


@pytest.fixture
def planner(as_user, rina, training):
    """The client of Rina."""
    return as_user(rina)


def text_of(response):
    return response.content.decode()
