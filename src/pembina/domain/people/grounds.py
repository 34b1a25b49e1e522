"""In what capacity somebody looks at a person, where it is not the role: the audit trail names it."""

from datetime import date

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.permissions import staff_reached_by

DIRECT_SUPERIOR, DELEGATE = "direct_superior", "delegate"


def relation_to(person: Person, *, actor: User, on: date) -> str:
    """Return the relation by which `actor` opens the record of `person`, empty where the role is the reason."""
    held = Assignment.objects.filter(in_force_on(on)).filter(person=person, superior__nip=actor.username)
    if held.exists():
        return DIRECT_SUPERIOR
    by_role = staff_reached_by(actor, Permission.SEE_STAFF, on=on).filter(pk=person.pk)
    return "" if by_role.exists() else DELEGATE
