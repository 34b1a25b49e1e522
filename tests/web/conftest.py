import pytest
from web.strict_client import StrictClient


@pytest.fixture
def strict_client():
    """Return a client that refuses bad HTML, unlabelled controls, inline code and a missing security policy."""
    return StrictClient()
