"""Of whom an account decides on a day: the answer of `approvals.approvers_for`, for everybody at once.

Lists ask here, single records there; a test holds both to the same answer. Orders by which somebody stands in are few,
so those in force are read whole. Whoever holds none is decided by place, that is by superior and unit, for all at the
same place alike. Only a holder may have to look higher, since nobody decides for oneself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.people.approvals import LONGEST_LADDER, STANDING_IN
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Delegation, Person, UnitAncestry
from pembina.domain.people.models.dated import in_force_on

# The number of the superior, where there is one, and that of the unit.
Place = tuple[int | None, int]

_remembered: ContextVar[dict[tuple[int, date], QuerySet[Person]] | None] = ContextVar("decisions", default=None)


@contextmanager
def decisions_remembered() -> Iterator[None]:
    """Ask only once whom an account decides for; for a page that asks for several reasons and changes nothing."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def people_decided_by(actor: User, *, on: date) -> QuerySet[Person]:
    """Return everybody for whom `actor` may decide on a day, whatever is decided; never oneself.

    The same few queries whatever the number of people led; an account that is not in use decides for nobody.
    """
    known = _remembered.get()
    if known is None:
        return _decided_by(actor, on)
    if (actor.pk, on) not in known:
        known[actor.pk, on] = _decided_by(actor, on)
    return known[actor.pk, on].all()


def deciders_of(people: Collection[int], *, on: date) -> dict[int, set[int]]:
    """Return by the number of each person the numbers of those who may decide for them on a day, maybe nobody.

    The answer of `approvals.approvers_for` for many people at once; the same few queries whatever their number.
    """
    day = _Day(on)
    held = _main_on(on).filter(person__in=people).values_list("person", "superior", "unit")
    places = {person: (superior, unit) for person, superior, unit in held}
    day.read_places(superior for superior, _unit in places.values() if superior is not None)
    higher = day.deciders_of_holders()
    return {
        person: higher.get(person, set()) if person in day.holders else day.deciders_at(places.get(person))
        for person in people
    }


@dataclass(frozen=True, slots=True)
class _Order:
    person: int
    unit: int
    on_behalf_of: int | None


class _Day:
    """The orders in force on one day and how far below their units others lie; places are read as they are needed."""

    def __init__(self, on: date) -> None:
        self.on = on
        orders = Delegation.objects.filter(in_force_on(on), kind__in=STANDING_IN)
        self.orders = [_Order(*told) for told in orders.values_list("person", "unit", "on_behalf_of")]
        self.holders = {order.person for order in self.orders}
        self._depths = self._read_depths()
        self._places: dict[int, Place | None] = {}

    def read_places(self, people: Iterable[int]) -> None:
        """Learn where the main assignments of people are; one query, or none where all are known."""
        unknown = set(people) - set(self._places)
        if unknown:
            found = _main_on(self.on).filter(person__in=unknown).values_list("person", "superior", "unit")
            self._places |= dict.fromkeys(unknown) | {person: (above, unit) for person, above, unit in found}

    def stand_ins(self, place: Place) -> set[int]:
        """Return who was ordered to decide at a place; the place of its superior must be known."""
        superior, unit = place
        depths = self._depths.get(unit, {})
        over = [order for order in self.orders if order.unit in depths and self._replaces(order, superior)]
        if superior is None:
            nearest = min((depths[order.unit] for order in over), default=0)
            over = [order for order in over if depths[order.unit] == nearest]
        return {order.person for order in over}

    def deciders_at(self, place: Place | None) -> set[int]:
        """Return who decides for those at a place who hold no order themselves."""
        if place is None:
            return set()
        return self.stand_ins(place) or {superior for superior in place[:1] if superior is not None}

    def deciders_of_holders(self) -> Mapping[int, set[int]]:
        """Return who decides for everybody who holds an order, rung by rung for all of them together."""
        found: dict[int, set[int]] = {}
        climbing = {holder: holder for holder in self.holders}
        for _rung in range(LONGEST_LADDER):
            self.read_places(climbing.values())
            at = {holder: place for holder, led in climbing.items() if (place := self._places[led]) is not None}
            self.read_places(superior for superior, _unit in at.values() if superior is not None)
            climbing = {}
            for holder, place in at.items():
                ordered = self.stand_ins(place)
                if others := ordered - {holder}:
                    found[holder] = others
                elif place[0] is not None and (ordered or place[0] == holder):
                    climbing[holder] = place[0]
                elif place[0] is not None:
                    found[holder] = {place[0]}
        return found

    def _replaces(self, order: _Order, superior: int | None) -> bool:
        """Say whether an order replaces `superior`: by name, or over the unit in which the superior works."""
        if superior is None:
            return True
        if order.person == superior:
            return False
        if order.on_behalf_of is not None:
            return order.on_behalf_of == superior
        place = self._places[superior]
        return place is not None and place[1] == order.unit

    def _read_depths(self) -> Mapping[int, Mapping[int, int]]:
        below = UnitAncestry.objects.filter(ancestor__in={order.unit for order in self.orders})
        depths: dict[int, dict[int, int]] = defaultdict(dict)
        for descendant, ancestor, depth in below.values_list("descendant", "ancestor", "depth"):
            depths[descendant][ancestor] = depth
        return depths


def _decided_by(actor: User, on: date) -> QuerySet[Person]:
    decider = Person.objects.filter(nip=actor.username).values_list("pk", flat=True).first()
    if decider is None or not actor.is_active:
        return Person.objects.none()
    day = _Day(on)
    held = _main_on(on).filter(_at_one_of(_places_of(decider, day))).exclude(person__in=day.holders)
    higher = [holder for holder, found in day.deciders_of_holders().items() if decider in found]
    return Person.objects.filter(Q(pk__in=held.values("person")) | Q(pk__in=higher))


def _places_of(decider: int, day: _Day) -> list[Place]:
    """Return the places at which `decider` decides: as the superior, or by an order."""
    lent = {order.unit for order in day.orders if order.person == decider}
    below = UnitAncestry.objects.filter(ancestor__in=lent).values("descendant")
    held = _main_on(day.on).filter(Q(superior=decider) | Q(unit__in=below)).order_by()
    places = list(held.values_list("superior", "unit").distinct())
    day.read_places(superior for superior, _unit in places if superior is not None)
    return [place for place in places if decider in (day.stand_ins(place) or {place[0]})]


def _at_one_of(places: list[Place]) -> Q:
    """Return the condition that an assignment is at one of the places; no place, nobody."""
    units: dict[int | None, list[int]] = defaultdict(list)
    for superior, unit in places:
        units[superior].append(unit)
    condition = Q(pk__in=())
    for superior, at in units.items():
        above = Q(superior__isnull=True) if superior is None else Q(superior=superior)
        condition |= above & Q(unit__in=at)
    return condition


def _main_on(on: date) -> QuerySet[Assignment]:
    return Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN)
