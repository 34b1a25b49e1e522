"""How complaints are answered, as anybody may read it: nothing of fewer than five, in no sum either.

The smallest part is a service of a unit, or what of a unit names no service. A unit shows the parts that are shown
themselves; where none is, all of them together if they are enough. A sum over units holds only what these show. So
nothing is left when one published number is subtracted from another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.services.complaint_enums import OPEN_STATES, ComplaintKind
from pembina.domain.services.models import Complaint, PublicService
from pembina.domain.services.queries.complaint_figures import FEWEST, months_before, received_between

MONTHS_OF_STRETCH = 12
Part = tuple[int, int | None]
"""A unit, and the service of it that a complaint names."""


@dataclass(frozen=True, slots=True)
class Answering:
    """Complaints received in some months.

    Attributes
    ----------
    received : complaints
    due : those whose time is up: answered, or open beyond their day
    in_time : those of them answered by their day
    """

    received: int
    due: int
    in_time: int

    @property
    def share(self) -> float:
        """Return in_time / due."""
        return self.in_time / self.due

    @property
    def is_shown(self) -> bool:
        """Say whether as many were due as may be told of."""
        return self.due >= FEWEST


@dataclass(frozen=True, slots=True)
class PublicAnswering:
    """What is told of some units or services; `answering` is None where nothing was received or too few were due."""

    answering: Answering | None
    is_hidden: bool
    first: date
    last: date


def answering_of(of: Unit | PublicService | None, *, on: date) -> PublicAnswering:
    """Return the last twelve months of a unit with all below it, of a service, or of the whole government."""
    about = Q()
    if isinstance(of, Unit):
        about = Q(unit__in=UnitAncestry.objects.filter(ancestor=of).values("descendant"))
    elif of is not None:
        about = Q(service=of)
    first = months_before(on, MONTHS_OF_STRETCH)
    parts = answering_by_part(received_between(Complaint.objects.filter(about), first, on), on=on)
    told = _of_service(parts) if isinstance(of, PublicService) else together(parts)
    return PublicAnswering(told, told is None and any(part.due for part in parts.values()), first, on)


def _of_service(parts: Mapping[Part, Answering]) -> Answering | None:
    """Add up the units that had complaints about it; an office may have passed some on."""
    shown = [part for part in parts.values() if part.is_shown]
    return total(shown) if shown else None


def answering_by_part(complaints: QuerySet[Complaint], *, on: date) -> dict[Part, Answering]:
    """Count the complaints of each unit and service, in one query."""
    return counted(complaints, on=on, by=("unit_id", "service_id"))


def counted(complaints: QuerySet[Complaint], *, on: date, by: tuple[str, ...]) -> dict[tuple[Any, ...], Answering]:
    """Count complaints by some columns, in one query; suggestions and praise have no deadline and are left out."""
    due = Q(in_time__isnull=False) | Q(state__in=OPEN_STATES, due_on__lt=on)
    rows = (
        complaints.filter(kind=ComplaintKind.COMPLAINT)
        .order_by(*by)
        .values_list(*by)
        .annotate(received=Count("pk"), due=Count("pk", filter=due), kept=Count("pk", filter=Q(in_time=True)))
    )
    return {row[:-3]: Answering(*row[-3:]) for row in rows}


def together(parts: Mapping[Part, Answering]) -> Answering | None:
    """Return the sum of what the units of these parts show; None where none shows anything."""
    shown = shown_parts(parts)
    return total(parts[key] for key in shown) if shown else None


def shown_parts(parts: Mapping[Part, Answering]) -> set[Part]:
    """Return the parts that stand in published sums, judged unit by unit."""
    shown: set[Part] = set()
    for unit in {unit for unit, _service in parts}:
        own = {key for key in parts if key[0] == unit}
        large = {key for key in own if parts[key].is_shown}
        if large or total(parts[key] for key in own).is_shown:
            shown |= large or own
    return shown


def total(parts: Iterable[Answering]) -> Answering:
    """Return the sum of some parts."""
    known = list(parts)
    return Answering(*(sum(getattr(part, name) for part in known) for name in ("received", "due", "in_time")))
