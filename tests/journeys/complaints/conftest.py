"""The offices and officers of the domain's own tests."""

from domain.services.complaints.conftest import (  # noqa: F401
    government,
    grant,
    health_centre,
    joko,
    maya,
    office,
    permit,
    send,
    unit,
)
