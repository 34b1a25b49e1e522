"""For whom a programme is: a filter that is kept with it and read again whenever it is asked, never a list of names."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from pembina.domain.people.enums import AssignmentKind, LegalPosition
from pembina.domain.people.models import Assignment, Person, UnitAncestry
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.searches import words_in


@dataclass(frozen=True, slots=True)
class Population:
    """What a person must be; an empty value asks nothing.

    `units` are numbers of units, each with all below it; `sectors`, `unit_kinds` those of the unit of the main
    position; `position` is words of its title.
    """

    units: tuple[int, ...] = ()
    sectors: tuple[str, ...] = ()
    unit_kinds: tuple[str, ...] = ()
    position_kinds: tuple[str, ...] = ()
    position: str = ""
    statuses: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Population":
        """Return what a record keeps; what it does not know of asks nothing."""
        lists = {name: tuple(told.get(name) or ()) for name in cls.__slots__ if name != "position"}
        return cls(**lists, position=str(told.get("position") or ""))

    @property
    def told(self) -> dict[str, Any]:
        """Return what a record keeps: only what narrows, lists as JSON has them."""
        kept = {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}
        return {name: value for name, value in kept.items() if value}

    @property
    def is_everybody(self) -> bool:
        return not self.told

    def people(self, *, on: date) -> QuerySet[Person]:
        """Return the active persons who are meant on a day, each with a main position in force."""
        held = Assignment.objects.filter(in_force_on(on), self._held(), kind=AssignmentKind.MAIN)
        people = Person.objects.filter(pk__in=held.values("person"), legal_position=LegalPosition.ACTIVE)
        if self.statuses:
            people = people.filter(status__in=self.statuses)
        return people.filter(rank__in=self.ranks) if self.ranks else people

    def _held(self) -> Q:
        """Return the condition on the main assignment."""
        wanted = words_in("position", self.position)
        if self.units:
            wanted &= Q(unit__in=UnitAncestry.objects.filter(ancestor__in=self.units).values("descendant"))
        if self.sectors:
            wanted &= Q(unit__sector__in=self.sectors)
        if self.unit_kinds:
            wanted &= Q(unit__kind__in=self.unit_kinds)
        return wanted & Q(position_kind__in=self.position_kinds) if self.position_kinds else wanted
