import pytest

from appraising import Appraising


@pytest.fixture
def appraising(person):
    return Appraising(person)
