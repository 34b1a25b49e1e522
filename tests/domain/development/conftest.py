"""A small government that trains, at noon of the day of every test."""

from datetime import UTC, datetime

import pytest

from domain.development.following import Following
from domain.development.telling import Post
from training import Training

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=NOON)


@pytest.fixture
def following(training, sari, budi, dewi):
    return Following(training, sari, budi, dewi)


@pytest.fixture
def post(training):
    return Post(training.at)
