"""Questions about people, each with the scope of whoever asks."""

from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Delegation, Mentorship, Person, Unit, UnitAncestry
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.permissions import units_visible_to, visible_to


def person_of(user: User) -> Person | None:
    """Return the person an account belongs to: the one with its NIP."""
    return Person.objects.filter(nip=user.username).first()


def units_at_or_below(unit: Unit) -> QuerySet[Unit]:
    """Return a unit and all below it, whatever their depth, in one indexed query."""
    return Unit.objects.filter(ancestor_links__ancestor=unit)


def units_above(unit: Unit) -> QuerySet[Unit]:
    """Return the units above a unit, the root first."""
    above = Unit.objects.filter(descendant_links__descendant=unit, descendant_links__depth__gt=0)
    return above.order_by("-descendant_links__depth")


def successor_of(unit: Unit) -> Unit:
    """Return the unit that a merged one has become part of, through several mergers; any other is its own."""
    while unit.merged_into is not None:
        unit = unit.merged_into
    return unit


def staff_seen_by(actor: User, *, on: date) -> QuerySet[Person]:
    """Return the persons `actor` may see, each with the main assignment of the day in ``today``."""
    return visible_to(actor, on=on).prefetch_related(Prefetch("assignments", main_assignments(on), to_attr="today"))


def main_assignments(on: date) -> QuerySet[Assignment]:
    """Return the main assignments in force, with unit and superior."""
    holding = Assignment.objects.filter(in_force_on(on)).filter(kind=AssignmentKind.MAIN)
    return holding.select_related("unit", "superior")


def working_at_or_below(unit: Unit, *, on: date) -> Q:
    """Return the condition that a person works in a unit or below it on a day."""
    below = UnitAncestry.objects.filter(ancestor=unit).values("descendant")
    return Q(pk__in=Assignment.objects.filter(in_force_on(on)).filter(unit__in=below).values("person"))


def history_of(person: Person) -> QuerySet[Assignment]:
    """Return all assignments of a person, the latest first."""
    return person.assignments.select_related("unit", "superior").order_by("-starts_on", "kind")


def delegations_of(person: Person) -> QuerySet[Delegation]:
    """Return what was delegated to a person, the latest first."""
    return person.delegations.select_related("unit", "on_behalf_of").order_by("-starts_on")


def mentors_of(person: Person, *, on: date) -> QuerySet[Mentorship]:
    """Return the mentorings in which a person is guided on a day."""
    return (
        Mentorship.objects.filter(in_force_on(on), mentee=person).select_related("mentor").order_by("starts_on", "pk")
    )


def organisation_seen_by(actor: User, *, on: date) -> QuerySet[Unit]:
    """Return the units `actor` may see that exist on a day, each with the number of its people in ``staff``."""
    existing = Q(opened_on__lte=on) & (Q(closed_on__isnull=True) | Q(closed_on__gte=on))
    seen = units_visible_to(actor, on=on).filter(existing)
    staff = Count("assignments", filter=in_force_on(on, "assignments__") & Q(assignments__kind=AssignmentKind.MAIN))
    return seen.annotate(staff=staff).order_by("code")
