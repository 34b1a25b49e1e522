"""The people and units that a page of events speaks of, by name and position: as many queries for one as for many."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from pembina.domain.access.events import AuditEvent
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Person, Unit

NIP_LENGTH = 18


class Names:
    """What stands behind the numbers and codes of some events."""

    def __init__(self, texts: set[str]) -> None:
        held = Assignment.objects.filter(kind=AssignmentKind.MAIN).select_related("unit").order_by("-starts_on")
        people = Person.objects.filter(nip__in=[text for text in texts if is_nip(text)])
        found = people.prefetch_related(Prefetch("assignments", held, to_attr="held"))
        self.people = {person.nip: person for person in found}
        self.units = dict(Unit.objects.filter(code__in=texts).values_list("code", "name"))

    @classmethod
    def in_events(cls, events: Iterable[AuditEvent]) -> "Names":
        """Look up all that the events name."""
        return cls({text for event in events for text in _texts(event)})

    def person(self, nip: str) -> str:
        """Return the name of a person, or the number where nobody on record has it."""
        known = self.people.get(nip)
        return known.titled_name if known else nip

    def unit(self, code: str) -> str:
        return self.units.get(code, code)

    def position(self, nip: str, at: Any) -> str:
        """Return position and unit that somebody held at a moment."""
        known, day = self.people.get(nip), timezone.localdate(at)
        held: list[Assignment] = known.held if known else []
        return next((f"{row.position}, {row.unit.name}" for row in held if _holds(row, day)), "")


def is_nip(text: str) -> bool:
    return len(text) == NIP_LENGTH and text.isdigit()


def _texts(event: AuditEvent) -> Iterable[str]:
    """Yield everything in an event that may be a number or a code."""
    yield event.concerns
    if event.actor is not None:
        yield event.actor.username
    for pair in (event.changes or {}).values():
        if isinstance(pair, list):
            yield from (text for text in pair if isinstance(text, str) and text and len(text) <= 64)


def _holds(row: Assignment, day: date) -> bool:
    return row.starts_on <= day and (row.ends_on is None or row.ends_on >= day)
