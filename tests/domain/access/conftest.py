from datetime import date

import pytest

from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.roles import EMPLOYEE


@pytest.fixture
def person_with_role(db):
    """Return a maker of accounts that hold a role."""
    made = iter(range(1, 100))

    def make(role):
        nip = f"19800101200501{next(made):04d}"
        user = User.objects.create_user(nip, password="a-password-for-tests", display_name=nip)
        if role is not EMPLOYEE:
            RoleGrant.objects.create(user=user, role_code=role.code, starts_on=date(2020, 1, 1))
        return user

    return make
