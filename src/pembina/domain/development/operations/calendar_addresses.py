"""Somebody gets a secret address for the own calendar, and takes it back."""

import hashlib
import secrets
from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.models import CalendarAddress
from pembina.domain.people.models import Person

SECRET_BYTES = 32


def make_calendar_address(*, person: Person, by: User, at: datetime) -> str:
    """Return the secret of a new address, shown once and never kept; an earlier address ends with it."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    with one_event():
        Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
        _revoke(person, by, at)
        address = CalendarAddress.objects.create(person=person, digest=digest_of(secret), made_at=at)
        record("make_calendar_address", on=address, by=by, at=at, created=True)
    return secret


def revoke_calendar_address(*, person: Person, by: User, at: datetime) -> None:
    """End the address; without one it changes nothing."""
    with one_event():
        _revoke(person, by, at)


def person_behind(secret: str) -> Person | None:
    """Return whose calendar is read with a secret, None where it is unknown or revoked, or the account has ended.

    A plain hash is enough: a secret has 256 random bits, and nobody can try those out.
    """
    active = User.objects.filter(is_active=True).values("username")
    found = CalendarAddress.objects.filter(digest=digest_of(secret), revoked_at__isnull=True, person__nip__in=active)
    address = found.select_related("person").first()
    return address.person if address is not None else None


def digest_of(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _revoke(person: Person, by: User, at: datetime) -> None:
    for address in CalendarAddress.objects.select_for_update().filter(person=person, revoked_at__isnull=True):
        address.revoked_at = at
        address.save(update_fields=["revoked_at"])
        record("revoke_calendar_address", on=address, by=by, at=at, changes={"revoked_at": ("", at.isoformat())})
