"""Keeping the table of ancestors in step with the parents. One writer at a time: the whole tree is locked."""

from collections.abc import Iterator, Mapping, Sequence

from pembina.domain.access.bulk_rows import add_rows
from pembina.domain.people.models import Unit, UnitAncestry

LINK = ("ancestor_id", "descendant_id", "depth")


class CircleError(ValueError):
    """The parents go round in a circle, which no operation may write: better to stop than to go round for ever."""


def lock_tree() -> None:
    """Let a second change of the tree wait until this transaction ends: two moves at once could close a circle."""
    list(Unit.objects.select_for_update().order_by("pk").values_list("pk"))


def link_new(unit: Unit) -> None:
    """Write the links of a unit that has just been made."""
    above = UnitAncestry.objects.filter(descendant=unit.parent) if unit.parent else UnitAncestry.objects.none()
    links = [UnitAncestry(ancestor_id=link.ancestor_id, descendant=unit, depth=link.depth + 1) for link in above]
    UnitAncestry.objects.bulk_create([UnitAncestry(ancestor=unit, descendant=unit, depth=0), *links])


def is_below(unit: Unit, other: Unit) -> bool:
    """Say whether `unit` is `other` or lies below it."""
    return UnitAncestry.objects.filter(ancestor=other, descendant=unit).exists()


def relink(unit: Unit) -> None:
    """Move the links of `unit` and all below it to the ancestors of its present parent."""
    below = list(UnitAncestry.objects.filter(ancestor=unit).values_list("descendant_id", "depth"))
    inside = [descendant for descendant, _ in below]
    UnitAncestry.objects.filter(descendant__in=inside).exclude(ancestor__in=inside).delete()
    above = UnitAncestry.objects.filter(descendant=unit.parent).values_list("ancestor_id", "depth")
    UnitAncestry.objects.bulk_create(
        UnitAncestry(ancestor_id=ancestor, descendant_id=descendant, depth=height + 1 + depth)
        for ancestor, height in above
        for descendant, depth in below
    )


def links_of(units: list[Unit]) -> list[UnitAncestry]:
    """Return all links of units that are saved and whose parents stand among them, for writing in bulk."""
    links = _links({unit.pk: unit.parent_id for unit in units})
    return [UnitAncestry(ancestor_id=above, descendant_id=below, depth=depth) for above, below, depth in links]


def settle(*, known: Sequence[Sequence[int]] = ()) -> list[list[int]]:
    """Bring the whole table in step with the parents, after many units were written at once.

    Returns the rows that went (number, ancestor, descendant, depth). Given to a later call as `known` they come back
    as they were, with their numbers.
    """
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    wanted = {tuple(link) for link in _links(parents)}
    present = {tuple(link[1:]): link for link in UnitAncestry.objects.values_list("pk", *LINK)}
    numbers = {tuple(link[1:]): link[0] for link in known}
    gone = sorted(link for key, link in present.items() if key not in wanted)
    UnitAncestry.objects.filter(pk__in=[link[0] for link in gone]).delete()
    missing = sorted(wanted - present.keys())
    add_rows(UnitAncestry, ("id", *LINK), ((numbers[link], *link) for link in missing if link in numbers))
    add_rows(UnitAncestry, LINK, (link for link in missing if link not in numbers))
    return [list(link) for link in gone]


def _links(parents: Mapping[int, int | None]) -> Iterator[tuple[int, int, int]]:
    """Yield ancestor, descendant and depth of every link, as the parents tell; raises ``CircleError``."""
    for unit in parents:
        ancestor: int | None = unit
        depth = 0
        while ancestor is not None:
            if (depth > 0 and ancestor == unit) or depth > len(parents):
                raise CircleError(f"unit {unit} lies below itself")
            yield ancestor, unit, depth
            ancestor, depth = parents[ancestor], depth + 1
