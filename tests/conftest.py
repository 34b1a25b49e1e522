"""The same people in every test: Sari, her superior Budi, Rina of human resources, and Dewi of another unit."""

import pytest


@pytest.fixture
def person(db):
    """Return a maker of accounts: ``person("sari")``; asked twice it returns the same one."""
    from pembina.domain.access.models import User
    from pembina.domain.access.personas import PERSONAS

    def make(name: str) -> "User":
        persona = PERSONAS[name]
        known = User.objects.filter(username=persona.nip).first()
        return known or User.objects.create_user(
            persona.nip, password="a-password-for-tests", display_name=persona.display_name, role_code=persona.role.code
        )

    return make


@pytest.fixture
def sari(person):
    """An employee."""
    return person("sari")


@pytest.fixture
def budi(person):
    """Sari's superior."""
    return person("budi")


@pytest.fixture
def rina(person):
    """An officer of human resources."""
    return person("rina")


@pytest.fixture
def dewi(person):
    """An employee of another unit, who has no business with Sari's."""
    return person("dewi")
