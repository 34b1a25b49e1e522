"""The offices and officers of the domain's own tests."""

from domain.services.complaints.conftest import government, grant, joko, office, unit  # noqa: F401
