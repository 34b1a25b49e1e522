"""Who is asked about whom in a pulse: everybody about the own leader, and leaders about leaders beside them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Unit, UnitAncestry
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.performance.models import PulsePart
from pembina.domain.performance.queries.colleagues import leads

# A head of many would otherwise be asked about all others at once, and two minutes become two hours.
MOST_PEERS = 8


# The number of the superior, where there is one, and that of the unit.
Place = tuple[int | None, int]


class Asked(NamedTuple):
    """One person is asked about one leader, by their numbers."""

    rater: int
    leader: int
    part: PulsePart


class Invitees(NamedTuple):
    """All who are asked, and in which office each leader is counted."""

    asked: list[Asked]
    offices: dict[int, int]


def invitees_of(units: Iterable[Unit], *, on: date) -> Invitees:
    """Return who is asked in some units and all below them; the same few queries whatever their number."""
    below = UnitAncestry.objects.filter(ancestor__in=list(units)).values("descendant")
    held = Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN, unit__in=below)
    places: dict[int, Place] = {
        person: (above, unit) for person, above, unit in held.values_list("person", "superior", "unit")
    }
    led = {leader: people for leader, people in leads(list(places), on=on).items() if leader in places}
    asked = [Asked(rater, leader, PulsePart.SUBORDINATE) for leader in sorted(led) for rater in sorted(led[leader])]
    known = {(each.rater, each.leader) for each in asked}
    asked += [each for each in _peers(led, places) if (each.rater, each.leader) not in known]
    offices = _offices({unit for _above, unit in places.values()})
    return Invitees(asked, {leader: offices[places[leader][1]] for leader in led})


def _peers(led: Collection[int], places: dict[int, Place]) -> list[Asked]:
    """Let each leader be rated by the next few under the same superior, in a ring so that all are asked alike."""
    beside: dict[int, list[int]] = defaultdict(list)
    for person, (above, _unit) in places.items():
        if above is not None:
            beside[above].append(person)
    found = []
    for people in beside.values():
        ring = sorted(people)
        for place, leader in enumerate(ring):
            if leader in led:
                after = (ring[place + 1 :] + ring[:place])[:MOST_PEERS]
                found += [Asked(rater, leader, PulsePart.PEER) for rater in after]
    return found


def _offices(units: set[int]) -> dict[int, int]:
    """Return for each unit the part of the tree it belongs to: the unit right below the root, or the root itself."""
    lines: dict[int, dict[int, int]] = defaultdict(dict)
    for unit, ancestor, depth in UnitAncestry.objects.filter(descendant__in=units).values_list(
        "descendant", "ancestor", "depth"
    ):
        lines[unit][depth] = ancestor
    return {unit: line[max(max(line) - 1, 0)] for unit, line in lines.items()}
