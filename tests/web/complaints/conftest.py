"""The offices, officers and complaints of the domain's own tests, and pages to meet them on."""

import pytest

from domain.services.complaints.conftest import (  # noqa: F401
    complaint,
    government,
    grant,
    health_centre,
    in_progress,
    joko,
    maya,
    office,
    permit,
    send,
    unit,
)


@pytest.fixture
def as_user(strict_client):
    """Return the strict client, signed in as somebody."""

    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter
