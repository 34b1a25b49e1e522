"""Whose requests and answers make up the figure of a unit: its services, for as long as they were its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Q
from django.utils.timezone import localdate, make_aware

from pembina.core.rules.service_time import Measure, month_number
from pembina.domain.access.events import AuditEvent
from pembina.domain.impact.enums import UnitReach
from pembina.domain.people.models import Unit, UnitAncestry
from pembina.domain.services.models import PublicService
from pembina.domain.services.tally_basis import measures_of

NEVER = 10**6
"""A month after every other: a service that stayed where it is."""


@dataclass(frozen=True, slots=True)
class ServicePlace:
    """One service counted for one unit.

    Attributes
    ----------
    service, code : its number and its code
    row : position of the unit
    measure : in what its months were counted
    until : number of the month from which on it is not counted any more, since it moved to another unit
    """

    service: int
    code: str
    row: int
    measure: Measure
    until: int = NEVER


@dataclass(frozen=True, slots=True)
class _Move:
    home: str
    month: int


def rows_by_unit(units: Sequence[Unit], *, reach: UnitReach) -> dict[int, tuple[int, ...]]:
    """Return for which units, by their position, whatever belongs to a unit counts."""
    rows = {unit.pk: row for row, unit in enumerate(units)}
    if reach == UnitReach.ALONE:
        return {pk: (row,) for pk, row in rows.items()}
    found: dict[int, tuple[int, ...]] = {}
    links = UnitAncestry.objects.filter(ancestor__in=rows).order_by("ancestor", "descendant")
    for above, below in links.values_list("ancestor", "descendant"):
        found[below] = (*found.get(below, ()), rows[above])
    return found


def service_places(
    rows: Mapping[int, Sequence[int]], *, services: Iterable[int], first: date
) -> tuple[ServicePlace, ...]:
    """Return which services count for which units from `first` on; without `services`, all they have.

    A service counts for the unit that had it on the first day. Once it moved it counts for nobody: neither unit would
    be the one that it was. Moves before the first day are not told apart, as everywhere in the ledger.
    """
    moves = _moves(first)
    homes = dict(Unit.objects.filter(code__in={move.home for move in moves.values()}).values_list("code", "pk"))
    found = PublicService.objects.filter(Q(unit__in=rows) | Q(pk__in=moves)).order_by("pk")
    if chosen := tuple(services):
        found = found.filter(pk__in=chosen)
    listed = list(found.values_list("pk", "code", "unit_id", "tally_basis__measure"))
    promised = measures_of(pk for pk, _code, _unit, measure in listed if not measure)
    places: list[ServicePlace] = []
    for pk, code, unit, measure in listed:
        move = moves.get(pk)
        home = homes.get(move.home, unit) if move else unit
        counted = Measure(measure) if measure else promised[pk]
        until = move.month if move else NEVER
        places.extend(ServicePlace(pk, code, row, counted, until) for row in rows.get(home, ()))
    return tuple(places)


def _moves(first: date) -> dict[int, _Move]:
    """Return the first move of each service that has gone to another unit since a day, by its number."""
    began = make_aware(datetime.combine(first, time.min))
    events = AuditEvent.objects.filter(operation="move_service", timestamp__gte=began).order_by("timestamp", "pk")
    found: dict[int, _Move] = {}
    for service, at, changes in events.values_list("object_id", "timestamp", "changes"):
        day = localdate(at)
        if service not in found and "unit" in (changes or {}):
            found[service] = _Move(changes["unit"][0], month_number(day.year, day.month))
    return found
