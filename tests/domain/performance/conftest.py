<<<<<<< HEAD
"""People who work together, at noon of the day of every test, and those who are appraised."""

=======
>>>>>>> goals
from datetime import UTC, datetime

import pytest

<<<<<<< HEAD
from appraising import Appraising
from speaking import Speaking
=======
from performance import Performing
>>>>>>> goals

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
<<<<<<< HEAD
def appraising(person):
    return Appraising(person)


@pytest.fixture
def speaking(sari, budi, dewi):
    return Speaking(at=NOON, sari=sari, budi=budi, dewi=dewi)
=======
def performing(sari, budi, rina):
    return Performing(sari=sari, budi=budi, rina=rina, at=NOON)
>>>>>>> goals
