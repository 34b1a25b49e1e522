"""Whose requests and answers make up the figure of a unit: its services, for as long as they were its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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
"""A month after every other: a service that never came back."""


@dataclass(frozen=True, slots=True)
class ServicePlace:
    """One service counted for one unit.

    Attributes
    ----------
    service, code : its number and its code
    row : position of the unit
    measure : in what its months were counted
    away : first and last month, by number, of each time that it was not wholly this unit's; it does not count in them
    """

    service: int
    code: str
    row: int
    measure: Measure
    away: tuple[tuple[int, int], ...] = ()

    def counts_in(self, month: int) -> bool:
        """Say whether the service was the unit's own all through a month."""
        return not any(left <= month <= back for left, back in self.away)


@dataclass(frozen=True, slots=True)
class _Moves:
    """The unit that had a service on the first day, by its number, and the times it was another's."""

    home: int | None
    away: tuple[tuple[int, int], ...]


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

    A service counts for the unit that had it on the first day. While it is with another one it counts for nobody:
    neither unit would be the one that it was. Back again it counts from the next whole month on. Moves before the first
    day are not told apart, as everywhere in the ledger.
    """
    moves = _moves(first)
    found = PublicService.objects.filter(Q(unit__in=rows) | Q(pk__in=moves)).order_by("pk")
    if chosen := tuple(services):
        found = found.filter(pk__in=chosen)
    listed = list(found.values_list("pk", "code", "unit_id", "tally_basis__measure"))
    promised = measures_of(pk for pk, _code, _unit, measure in listed if not measure)
    places: list[ServicePlace] = []
    for pk, code, unit, measure in listed:
        move = moves.get(pk)
        home = move.home if move and move.home is not None else unit
        counted = Measure(measure) if measure else promised[pk]
        away = move.away if move else ()
        places.extend(ServicePlace(pk, code, row, counted, away) for row in rows.get(home, ()))
    return tuple(places)


def _moves(first: date) -> dict[int, _Moves]:
    """Return what became of each service that has gone to another unit since a day, by its number."""
    began = make_aware(datetime.combine(first, time.min))
    events = AuditEvent.objects.filter(operation="move_service", timestamp__gte=began).order_by("timestamp", "pk")
    told = [
        (service, localdate(at), *changes["unit"])
        for service, at, changes in events.values_list("object_id", "timestamp", "changes")
        if "unit" in (changes or {})
    ]
    units = _units_called({code for _service, _day, *codes in told for code in codes}, since=began)
    found: dict[int, _Moves] = {}
    for service, day, came_from, went_to in told:
        known = found.get(service) or _Moves(units.get(came_from), ())
        found[service] = replace(known, away=_away(known, day, units.get(went_to)))
    return found


def _away(known: _Moves, day: date, went_to: int | None) -> tuple[tuple[int, int], ...]:
    """Return the times away after one more move."""
    month, is_away = month_number(day.year, day.month), bool(known.away) and known.away[-1][1] == NEVER
    if went_to == known.home:
        return (*known.away[:-1], (known.away[-1][0], month)) if is_away else known.away
    return known.away if is_away else (*known.away, (month, NEVER))


def _units_called(codes: set[str], *, since: datetime) -> dict[str, int]:
    """Return the unit of each code that events tell, also where it is called otherwise by now."""
    found = dict(Unit.objects.filter(code__in=codes).values_list("code", "pk")) if codes else {}
    if lost := codes - found.keys():
        edits = AuditEvent.objects.filter(operation="edit_unit", timestamp__gte=since, changes__has_key="code")
        for unit, changes in edits.order_by("timestamp", "pk").values_list("object_id", "changes"):
            if (before := changes["code"][0]) in lost:
                found.setdefault(before, unit)
    return found
