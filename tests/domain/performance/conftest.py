"""People who work together, at noon of the day of every test, what is expected of them, and how they are appraised."""

from datetime import UTC, datetime

import pytest

from appraising import Appraising
from performance import Performing
from speaking import Speaking

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def appraising(person):
    return Appraising(person)


@pytest.fixture
def performing(sari, budi, rina):
    return Performing(sari=sari, budi=budi, rina=rina, at=NOON)


@pytest.fixture
def speaking(sari, budi, dewi):
    return Speaking(at=NOON, sari=sari, budi=budi, dewi=dewi)
