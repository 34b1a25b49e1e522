"""What is on record now, read in a fixed number of queries whatever its size."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.intake.fields import PERSON_FIELDS
from pembina.domain.people.intake.plan import Values
from pembina.domain.people.models import Assignment, Person, Unit


class Held(NamedTuple):
    """One main assignment."""

    id: int
    person: int
    unit: int
    position: str
    position_code: str
    position_kind: str
    superior: int | None
    starts_on: date
    ends_on: date | None

    def holds_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or self.ends_on >= day)


class KnownUnit(NamedTuple):
    """One unit, its parent by number."""

    id: int
    code: str
    name: str
    kind: str
    sector: str
    time_zone: str
    parent: int | None
    opened_on: date
    closed_on: date | None
    merged_into: int | None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """One person: the number of the row and what is written there, in the order of `PERSON_FIELDS`."""

    id: int
    nip: str
    values: tuple[Any, ...]

    @property
    def name(self) -> str:
        return str(self.values[0])


class UnitRecord:
    """All units, the closed ones too."""

    def __init__(self) -> None:
        rows = Unit.objects.order_by("pk").values_list(
            "id",
            "code",
            "name",
            "kind",
            "sector",
            "time_zone",
            "parent_id",
            "opened_on",
            "closed_on",
            "merged_into_id",
        )
        self.by_id = {row[0]: KnownUnit._make(row) for row in rows}
        self.by_code = {unit.code: unit for unit in self.by_id.values()}

    def above(self, unit: KnownUnit) -> Iterable[KnownUnit]:
        """Yield the units above one, the nearest first."""
        while unit.parent is not None:
            unit = self.by_id[unit.parent]
            yield unit


class StaffRecord:
    """All persons, their main assignments in order of time, and the units."""

    def __init__(self) -> None:
        self.units = UnitRecord()
        rows = Person.objects.values_list("id", "nip", *PERSON_FIELDS)
        self.persons: dict[str, KnownPerson] = {row[1]: KnownPerson(row[0], row[1], row[2:]) for row in rows}
        self.nips = {person.id: nip for nip, person in self.persons.items()}
        self._held = _main_assignments()

    def history(self, person: int) -> list[Held]:
        """Return the main assignments of a person, the earliest first."""
        return self._held.get(person, [])

    def histories(self) -> Mapping[int, list[Held]]:
        """Return all of them by person."""
        return self._held

    def written(self, held: Held) -> Values:
        """Return an assignment as a change keeps it."""
        return {
            "unit": self.units.by_id[held.unit].code,
            "position": held.position,
            "position_code": held.position_code,
            "position_kind": held.position_kind,
            "superior": None if held.superior is None else self.nips[held.superior],
            "starts_on": held.starts_on.isoformat(),
            "ends_on": written_day(held.ends_on),
        }


def written_day(day: date | None) -> str | None:
    """Return a day as a change keeps it."""
    return None if day is None else day.isoformat()


def read_day(text: str | None) -> date | None:
    """Return the day that a change keeps."""
    return None if text is None else date.fromisoformat(text)


def _main_assignments() -> dict[int, list[Held]]:
    rows = (
        Assignment.objects.filter(kind=AssignmentKind.MAIN)
        .order_by("person_id", "starts_on")
        .values_list(
            "id", "person_id", "unit_id", "position", "position_code", "position_kind", "superior_id",
            "starts_on", "ends_on",
        )
    )  # fmt: skip
    held: dict[int, list[Held]] = defaultdict(list)
    for row in rows:
        held[row[1]].append(Held._make(row))
    return held
