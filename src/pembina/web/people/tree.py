"""The organisation as nested branches."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode

from pembina.domain.people.models import Unit

OPEN_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit with the branches below it; `total` counts its people and theirs."""

    name: str
    code: str
    kind: str | Promise
    address: str
    people: str
    staff: int
    total: int
    branches: "list[Branch]"
    is_open: bool


def branches(units: Iterable[Unit]) -> list[Branch]:
    """Return the tree of `units`; one whose parent is not among them stands at the top."""
    seen = {unit.pk: unit for unit in units}
    below: dict[int | None, list[Unit]] = {}
    for unit in seen.values():
        below.setdefault(unit.parent_id if unit.parent_id in seen else None, []).append(unit)
    return [_branch(unit, below, 1) for unit in below.get(None, [])]


def _branch(unit: Unit, below: dict[int | None, list[Unit]], level: int) -> Branch:
    parts = [_branch(child, below, level + 1) for child in below.get(unit.pk, [])]
    staff: int = unit.staff  # type: ignore[attr-defined]
    return Branch(
        name=unit.name,
        code=unit.code,
        kind=unit.get_kind_display(),
        address=reverse("people:unit", args=[unit.pk]),
        people=f"{reverse('people:index')}?{urlencode({'unit': unit.code})}",
        staff=staff,
        total=staff + sum(part.total for part in parts),
        branches=parts,
        is_open=level <= OPEN_LEVELS,
    )


def matching(tree: Iterable[Branch], wanted: str) -> list[Branch]:
    """Return the branches whose name holds every word of `wanted` or whose code it is, with the way to them open."""
    words = wanted.casefold().split()
    found = []
    for branch in tree:
        below = matching(branch.branches, wanted)
        itself = all(word in branch.name.casefold() for word in words) or branch.code.casefold() == wanted.casefold()
        if itself or below:
            found.append(replace(branch, branches=below, is_open=True))
    return found
