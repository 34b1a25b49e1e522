"""Kabupaten Contoh, small, and a maker of accounts that hold a role."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from pembina.domain.access.models import RoleGrant, User
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Unit

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


@pytest.fixture
def government(db):
    return load_demo_government(size=300, on=timezone.localdate(), at=NOON)


@pytest.fixture
def holder(db):
    """Return a maker of accounts: ``holder("auditor")``, ``holder("human_resources", over="01.06")``."""

    def make(role_code, over=None):
        unit = Unit.objects.get(code=over) if over else None
        nip = f"19800101200501{User.objects.count() + 1:04d}"
        user = User.objects.create_user(nip, display_name=f"Pemegang {role_code}")
        RoleGrant.objects.create(user=user, role_code=role_code, unit=unit, starts_on=date(2020, 1, 1))
        return user

    return make


@pytest.fixture
def visit(strict_client):
    """Return a function that opens a page as an account and returns the answer."""

    def open_as(user, address, /, **query):
        strict_client.force_login(user)
        return strict_client.get(address, query)

    return open_as


@pytest.fixture
def send(strict_client):
    """Return a function that sends a form as an account and returns the answer."""

    def post_as(user, address, /, **fields):
        strict_client.force_login(user)
        return strict_client.post(address, fields)

    return post_as
