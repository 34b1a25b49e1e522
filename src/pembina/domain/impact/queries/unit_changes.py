"""Units that were not the same all along: opened, split, merged or closed between two days."""

from collections.abc import Sequence
from datetime import date

from django.contrib.contenttypes.models import ContentType

from pembina.domain.access.events import AuditEvent
from pembina.domain.people.models import Unit


def changes_of(units: Sequence[Unit], *, first: date, last: date) -> list[str]:
    """Return the names of the units that changed, each once, in order; two queries.

    Those opened after `first` or closed by `last`, those that took in another one, and those below which a unit was
    opened: that is how a unit is split.
    """
    numbers = [unit.pk for unit in units]
    into = Unit.objects.filter(merged_into__in=numbers, closed_on__gte=first, closed_on__lte=last)
    below = Unit.objects.filter(parent__in=numbers, opened_on__gt=first, opened_on__lte=last)
    touched = set(into.values_list("merged_into", flat=True)) | set(below.values_list("parent", flat=True))
    found = {
        unit.name
        for unit in units
        if unit.pk in touched
        or first < unit.opened_on <= last
        or (unit.closed_on is not None and unit.closed_on <= last)
    }
    return sorted(found)


def moved_units(units: Sequence[Unit], *, first: date, last: date) -> list[str]:
    """Return the names of the units that were put under another one after `first`, by `last`; one query."""
    kind = ContentType.objects.get_for_model(Unit)
    numbers = [unit.pk for unit in units]
    events = AuditEvent.objects.filter(operation="move_unit", content_type=kind, object_id__in=numbers)
    days = [(pk, (changes or {}).get("moved_on")) for pk, changes in events.values_list("object_id", "changes")]
    moved = {pk for pk, told in days if told and first < date.fromisoformat(told[1]) <= last}
    return sorted(unit.name for unit in units if unit.pk in moved)
