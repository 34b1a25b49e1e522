from datetime import UTC, datetime

import pytest

from performance import Performing

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def performing(sari, budi, rina):
    return Performing(sari=sari, budi=budi, rina=rina, at=NOON)
