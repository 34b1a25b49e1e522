"""Sari under Budi with hours on record, by the clock of the day the test runs on."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from pembina.domain.access.models import RoleGrant, User
from pembina.domain.development.learning_counts import Learning
from pembina.domain.development.operations.learning_records import note_learning, report_learning
from training import Training


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def leader(training, budi):
    return training.person(budi)


@pytest.fixture
def pupil(training, sari, leader):
    """Return the record of Sari."""
    return training.person(sari, superior=leader)


@pytest.fixture
def yesterday(training):
    return timezone.localdate() - timedelta(days=1)


@pytest.fixture
def seminar(yesterday):
    return Learning(
        form=9, title="Seminar pelayanan", organiser="Universitas", first_day=yesterday, last_day=yesterday,
        hours=Decimal(6), number="S-1", evidence="https://contoh.go.id/bukti.pdf",
    )  # fmt: skip


@pytest.fixture
def reported(pupil, sari, seminar):
    return report_learning(learning=seminar, by=sari, at=timezone.now())


@pytest.fixture
def counted(pupil, rina, seminar):
    return note_learning(person=pupil, learning=seminar, by=rina, at=timezone.now())


@pytest.fixture
def typed(yesterday):
    """Return what the form about something learned asks."""
    return {
        "form": "9", "title": "Seminar anggaran", "organiser": "Balai", "first_day": yesterday.isoformat(),
        "last_day": yesterday.isoformat(), "hours": "7", "minutes": "", "number": "",
        "evidence": "https://contoh.go.id/x",
    }  # fmt: skip


@pytest.fixture
def auditor(db):
    user = User.objects.create_user("197501012000031009", password="a-password-for-tests", display_name="Nita")
    RoleGrant.objects.create(user=user, role_code="auditor", starts_on=date(2020, 1, 1))
    return user


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter
