"""Who decides for a person on a day: the superior, or whoever stands in for the superior.

An order (Plh while somebody is away, Plt while a post is vacant) names the unit and the days. Within them approvals go
to whoever was ordered, and to nobody else; after the last day they go back by themselves. A task carries no authority.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from pembina.domain.people.enums import AssignmentKind, DelegationKind
from pembina.domain.people.models import Assignment, Delegation, Person, UnitAncestry
from pembina.domain.people.models.dated import in_force_on

STANDING_IN = (DelegationKind.ACTING, DelegationKind.DAILY)
# Above this many superiors who are all away and were replaced by the person rated, nobody is left to ask.
LONGEST_LADDER = 10


@dataclass(frozen=True, slots=True)
class Approver:
    """Somebody who may decide, and the order by which, where it is not the superior."""

    person: Person
    order: Delegation | None = None


def approvers_for(person: Person, *, on: date) -> tuple[Approver, ...]:
    """Return who may decide for `person` on a day; several where several were ordered, none where nobody leads.

    Nobody decides for oneself: where the person stands in for the own superior, it is for the superior's superior.
    """
    led = person
    for _step in range(LONGEST_LADDER):
        held = _main_assignment(led, on)
        if held is None:
            return ()
        orders = _orders_over(held, on)
        others = tuple(Approver(order.person, order) for order in orders if order.person != person)
        if others:
            return others
        if held.superior is None:
            return ()
        if not orders and held.superior != person:
            return (Approver(held.superior),)
        led = held.superior
    return ()


def _main_assignment(person: Person, on: date) -> Assignment | None:
    held = Assignment.objects.filter(in_force_on(on), person=person, kind=AssignmentKind.MAIN)
    return held.select_related("superior").first()


def _orders_over(held: Assignment, on: date) -> list[Delegation]:
    """Return the orders by which somebody stands in for the superior, or over the unit where there is none."""
    above = UnitAncestry.objects.filter(descendant=held.unit_id).values_list("ancestor", "depth")
    depth = dict(above)
    orders = Delegation.objects.filter(in_force_on(on), kind__in=STANDING_IN, unit__in=depth)
    orders = orders.filter(_in_place_of(held.superior, on)).exclude(person=held.superior)
    found = sorted(orders.select_related("person", "unit"), key=lambda order: (depth[order.unit_id], order.pk))
    if held.superior is not None:
        return found
    return [order for order in found if depth[order.unit_id] == depth[found[0].unit_id]]


def _in_place_of(superior: Person | None, on: date) -> Q:
    """Return the condition that an order replaces `superior`: by name, or over the unit in which the superior works."""
    if superior is None:
        return Q()
    units = Assignment.objects.filter(in_force_on(on), person=superior, kind=AssignmentKind.MAIN).values("unit")
    return Q(on_behalf_of=superior) | Q(on_behalf_of__isnull=True, unit__in=units)
