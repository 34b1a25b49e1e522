"""Every page is read on the same day."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from web.portal.public_records import NOON


@pytest.fixture(autouse=True)
def _that_day(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    # A database that was rolled back gives the same numbers out again.
    cache.clear()


@pytest.fixture
def read(strict_client, db):
    """Return a reader of pages: their text without markup."""

    def page(path, status=200):
        answer = strict_client.get(path)
        assert answer.status_code == status, answer.status_code
        return answer.content.decode()

    return page
