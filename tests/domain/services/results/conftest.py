import pytest


@pytest.fixture
def maya(person):
    """A coordinator of services, over the whole government."""
    return person("maya")
