"""A badge of Sari, a key of her government, and the parts of a token."""

import base64
import json
from datetime import UTC, datetime

import pytest

from pembina.exchange.badges import Achievement, Badge, BadgeStatus, Issuer, new_key

HOST = "https://pembina.contoh.go.id"


@pytest.fixture(scope="session")
def key():
    return new_key()


@pytest.fixture
def badge():
    return Badge(
        identity=f"{HOST}/sertifikat/7QK4/",
        issuer=Issuer(f"{HOST}/penerbit/", "Pemerintah Kabupaten Contoh", HOST),
        achievement=Achievement(
            f"{HOST}/program/12/", "Manajemen waktu di loket “cepat”", "Pelatihan tiga hari.", "Hadir 90% dan lulus.",
            hours=24,
        ),
        recipient="199001012015031001",
        salt="h2Kd93jfLq02mZ7x",
        valid_from=datetime(2026, 11, 2, 3, tzinfo=UTC),
        awarded_at=datetime(2026, 11, 2, 3, tzinfo=UTC),
        result="86",
        status=BadgeStatus(f"{HOST}/lencana/status/1/", 4711),
    )  # fmt: skip


def part(told):
    written = told if isinstance(told, bytes) else json.dumps(told).encode()
    return base64.urlsafe_b64encode(written).decode().rstrip("=")


def read(written):
    return json.loads(base64.urlsafe_b64decode(written + "=" * (-len(written) % 4)))
