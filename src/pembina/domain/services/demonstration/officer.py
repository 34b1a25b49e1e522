"""Who did what the demonstration tells of: the coordinator of services, in office since before it begins."""

from datetime import UTC, date, datetime, time

from pembina.domain.access.accounts import open_account
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS


def coordinator(*, since: date) -> User:
    """Return the account of the coordinator, opened as of `since` where there is none yet."""
    persona = PERSONAS["maya"]
    known = User.objects.filter(username=persona.nip).first()
    told = {"nip": persona.nip, "display_name": persona.display_name, "role": persona.role}
    return known or open_account(**told, by=None, at=noon(since)).user  # type: ignore[arg-type]


def noon(day: date) -> datetime:
    """Return midday in the west of Indonesia."""
    return datetime.combine(day, time(5), tzinfo=UTC)
