"""An auditor, and the small Kabupaten Contoh of the pages of people."""

from datetime import date

import pytest

from pembina.domain.access.models import RoleGrant, User
from web.people.conftest import government, record_of, visit  # noqa: F401


@pytest.fixture
def auditor(db):
    """Ratih of the Inspectorate."""
    user = User.objects.create_user("198001012005012999", display_name="Ratih Kusuma")
    RoleGrant.objects.create(user=user, role_code="auditor", starts_on=date(2020, 1, 1))
    return user
