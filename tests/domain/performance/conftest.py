"""People who work together, at noon of the day of every test, and those who are appraised."""

from datetime import UTC, datetime

import pytest

from appraising import Appraising
from speaking import Speaking

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def appraising(person):
    return Appraising(person)


@pytest.fixture
def speaking(sari, budi, dewi):
    return Speaking(at=NOON, sari=sari, budi=budi, dewi=dewi)
