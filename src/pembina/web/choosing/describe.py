"""People and units as they stand in a list to choose from."""

from pembina.domain.people.models import Assignment, Person, Unit
from pembina.web.components.formatting import MISSING


def described_person(person: Person) -> str:
    """Return name, position and unit: the number is nobody's business who only looks for a superior."""
    held = main_of(person)
    return f"{person.titled_name} · {held.position}, {held.unit.name}" if held else person.titled_name


def described_unit(unit: Unit) -> str:
    return f"{unit.name} · {unit.parent.name}" if unit.parent else unit.name


def main_of(person: Person) -> Assignment | None:
    """Return the main assignment of the day, where the query has put it beside the person."""
    today: list[Assignment] = getattr(person, "today", [])
    return today[0] if today else None


def post_of(held: Assignment | None) -> str:
    return f"{held.position}, {held.unit.name}" if held else MISSING
