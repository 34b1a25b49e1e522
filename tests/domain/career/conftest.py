"""Awards as on 28 September 2026, when nominations open."""

import pytest

from awarding import Awarding


@pytest.fixture
def awarding(person):
    return Awarding(person)
