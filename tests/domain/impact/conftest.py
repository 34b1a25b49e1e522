"""A programme and an evaluation of it, at noon of the day of every test."""

from datetime import UTC, datetime

import pytest

from designing import Designing
from domain.development.following import Following
from impact import Impact
from training import Training

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=NOON)


@pytest.fixture
def designing(training, person):
    return Designing(training, person("lia"))


@pytest.fixture
def following(training, sari, budi, dewi):
    return Following(training, sari, budi, dewi)


@pytest.fixture
def impact(training, rina):
    return Impact(programme=training.programme, maker=rina, at=NOON)
