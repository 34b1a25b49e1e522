"""The organisation as nested branches."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode

from pembina.domain.people.models import Unit


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit with the branches below it; `total` counts its people and theirs."""

    name: str
    kind: str | Promise
    address: str
    staff: int
    total: int
    branches: "list[Branch]"


def branches(units: Iterable[Unit]) -> list[Branch]:
    """Return the tree of `units`; one whose parent is not among them stands at the top."""
    seen = {unit.pk: unit for unit in units}
    below: dict[int | None, list[Unit]] = {}
    for unit in seen.values():
        below.setdefault(unit.parent_id if unit.parent_id in seen else None, []).append(unit)
    return [_branch(unit, below) for unit in below.get(None, [])]


def _branch(unit: Unit, below: dict[int | None, list[Unit]]) -> Branch:
    parts = [_branch(child, below) for child in below.get(unit.pk, [])]
    staff: int = unit.staff  # type: ignore[attr-defined]
    address = f"{reverse('people:index')}?{urlencode({'unit': unit.code})}"
    total = staff + sum(part.total for part in parts)
    return Branch(unit.name, unit.get_kind_display(), address, staff, total, parts)
