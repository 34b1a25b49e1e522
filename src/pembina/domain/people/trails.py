"""The audit trail, asked with the scope of whoever asks."""

from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from pembina.domain.access.events import AuditEvent
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Person, Unit
from pembina.domain.people.permissions import staff_reached_by
from pembina.domain.people.queries import working_at_or_below

NIP_LENGTH = 18
Events = QuerySet[Any]


def trails_open_to(actor: User, *, on: date) -> QuerySet[Person]:
    """Return those whose trail `actor` may read: oneself, and as far as the role of an auditor reaches."""
    own = Person.objects.filter(nip=actor.username)
    return staff_reached_by(actor, Permission.READ_AUDIT, on=on) | own


def trail_of(nip: str) -> Events:
    """Return what was done to, and seen of, the person or account with this number."""
    return _events().filter(concerns=nip)


def whole_trail(actor: User) -> Events:
    """Return every event, for an auditor: a role that reads the trail is never confined to some units."""
    return _events() if actor.may(Permission.READ_AUDIT) else _events().none()


def done_by(written: str) -> Q:
    """Return the condition that an event was done by an account of this number or name."""
    accounts = User.objects.filter(_number(written, "username") | Q(display_name__icontains=written))
    return Q(actor__in=accounts.values("pk"))


def about(written: str) -> Q:
    """Return the condition that an event is about a person of this number or name, or a unit of this code or name."""
    digits = "".join(written.split())
    if digits.isdigit() and len(digits) == NIP_LENGTH:
        return Q(concerns=digits)
    people = Person.objects.filter(_number(written, "nip") | Q(name__icontains=written))
    accounts = User.objects.filter(_number(written, "username") | Q(display_name__icontains=written))
    units = Unit.objects.filter(Q(code=written) | Q(name__icontains=written))
    return (
        Q(concerns__in=people.values("nip"))
        | Q(concerns__in=accounts.values("username"))
        | _on_units(units.values("pk"))
    )


def about_unit(unit: Unit, *, on: date) -> Q:
    """Return the condition that an event is about a unit, or about somebody who works in it or below it on a day."""
    people = Person.objects.filter(working_at_or_below(unit, on=on))
    return Q(concerns__in=people.values("nip")) | _on_units([unit.pk])


def _on_units(numbers: Any) -> Q:
    return Q(content_type=ContentType.objects.get_for_model(Unit), object_id__in=numbers)


def _number(written: str, field: str) -> Q:
    digits = "".join(written.split())
    return Q(**{f"{field}__startswith": digits}) if digits.isdigit() else Q(pk__in=[])


def _events() -> Events:
    events: Events = AuditEvent.objects.select_related("actor", "content_type")
    return events
