"""A program of one unit, with a token that the coordinator issued."""

import json
from datetime import UTC, datetime

import pytest

from domain.services.ledger.conftest import office, service
from pembina.domain.services.operations.api_tokens import issue_token

__all__ = ["office", "service"]
SECRET = "pembina_a-secret-of-a-test-0123456789"
NOW = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
EVENT = {"key": "k1", "event": "received", "service": "IMB", "number": "A-1", "at": "2026-03-02T08:30:00+07:00"}


@pytest.fixture
def token(service, person):
    return issue_token(unit=service("IMB", 3, "working_days").unit, name="SIMBG", secret=SECRET,
                       by=person("maya"), at=NOW)  # fmt: skip


@pytest.fixture
def report(client, token):
    """Return a sender of one event; what is given replaces what `EVENT` says, None leaves a field out."""

    def send(secret=SECRET, **fields):
        told = {name: value for name, value in (EVENT | fields).items() if value is not None}
        answer = client.post(
            "/api/v1/request-events",
            json.dumps(told),
            content_type="application/json",
            headers={"Authorization": f"Bearer {secret}"},
        )
        return answer.status_code, answer.json()

    return send
