import pytest
from django.utils import translation

from web.strict_client import StrictClient


@pytest.fixture(autouse=True)
def _indonesian():
    """Start and leave every test in Indonesian: a request in English would otherwise colour the next test."""
    with translation.override("id"):
        yield


@pytest.fixture
def strict_client():
    """Return a client that refuses bad HTML, unlabelled controls, inline code and a missing security policy."""
    return StrictClient()
