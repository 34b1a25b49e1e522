"""What a change of many people would do to each of them, and why not to some. Nothing is written here."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.bulk.wish import Wish
from pembina.domain.people.enums import BulkKind
from pembina.domain.people.models import Assignment, BulkChange, Person
from pembina.domain.people.operations.transfers import Post
from pembina.domain.people.operations.units import require_open
from pembina.domain.people.permissions import units_reached_by
from pembina.domain.people.queries import main_assignments
from pembina.domain.people.refusals import (
    BeganThenError,
    NoAssignmentError,
    NothingChangesError,
    OutOfReachError,
    OwnSuperiorError,
    RefusedError,
    SuggestionMissingError,
)
from pembina.domain.people.stewardship import staff_kept_by, units_staffed_by

# A list that nobody can look through is no preview; and one question may name so many numbers on either database.
MOST_PEOPLE = 5_000


@dataclass(frozen=True, slots=True)
class Planned:
    """What would become of one person: the post before and after, None where there is none, or the refusal."""

    person: Person
    held: Assignment | None
    before: Post | None
    after: Post | None
    refusal: RefusedError | None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan for everybody chosen; `out_of_reach` are those whose records the officer does not keep any more."""

    people: list[Planned]
    out_of_reach: int

    @property
    def possible(self) -> list[Planned]:
        return [planned for planned in self.people if planned.refusal is None]


def plan_of(change: BulkChange, wish: Wish, *, by: User, on: date) -> Plan:
    """Return what `wish` would do to those chosen, in the order of their names; `on` is the day of asking.

    Raises
    ------
    SuggestionMissingError : a transfer without a unit
    OutOfReachError, UnitClosedError : the unit is not one into which the officer may put people on that day
    """
    _check(wish, by, on)
    held = main_assignments(wish.day)
    people = staff_kept_by(by, on=on).filter(pk__in=change.chosen).order_by("name", "pk")
    people = people.prefetch_related(Prefetch("assignments", held, to_attr="held_then"))
    reached = set(units_reached_by(by, Permission.MANAGE_STAFF, on=on).values_list("pk", flat=True))
    found = [_planned(person, wish, reached) for person in people]
    return Plan(found, len(change.chosen) - len(found))


def _check(wish: Wish, by: User, on: date) -> None:
    if wish.kind != BulkKind.TRANSFER:
        return
    if wish.unit is None:
        raise SuggestionMissingError
    require_open(wish.unit, on=wish.day)
    if not units_staffed_by(by, on=on).filter(pk=wish.unit.pk).exists():
        raise OutOfReachError(wish.unit.name)


def _planned(person: Person, wish: Wish, reached: Container[int]) -> Planned:
    then: list[Assignment] = person.held_then  # type: ignore[attr-defined]
    if not then:
        return Planned(person, None, None, None, NoAssignmentError(person.name, wish.day))
    held = then[0]
    before = Post.of(held)
    if before.unit.pk not in reached:
        # Kept because of a second position: the main one is for the office in which it is held.
        return Planned(person, held, before, before, OutOfReachError(before.unit.name))
    after = _after(before, wish)
    return Planned(person, held, before, after, _refusal(held, before, after, wish))


def _after(before: Post, wish: Wish) -> Post | None:
    if wish.kind == BulkKind.END:
        return None
    if wish.kind == BulkKind.SUPERIOR:
        return replace(before, superior=wish.superior)
    return replace(before, unit=wish.unit or before.unit, superior=wish.superior or before.superior)


def _refusal(held: Assignment, before: Post, after: Post | None, wish: Wish) -> RefusedError | None:
    if after is None:
        return NothingChangesError() if held.ends_on == wish.day else None
    if after.superior is not None and after.superior.pk == held.person_id:
        return OwnSuperiorError(held.person.name)
    if after == before:
        return NothingChangesError()
    return BeganThenError(held.position, held.starts_on) if held.starts_on >= wish.day else None
