"""Finding somebody or some unit to choose, by a few letters of the name or the first digits of the number."""

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.people.enums import PositionKind
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.models.persons import NIP_LENGTH
from pembina.domain.people.permissions import record_open_to
from pembina.domain.people.queries import main_assignments


def leaders(on: date) -> QuerySet[Person]:
    """Return those who lead today: in a structural position, or somebody's superior.

    Who leads an office is told to every citizen. So anybody may find them when saying who the right superior is, and
    nobody else of another unit.
    """
    held = Assignment.objects.filter(in_force_on(on))
    structural = held.filter(person=OuterRef("pk"), position_kind=PositionKind.STRUCTURAL)
    return Person.objects.filter(Exists(structural) | Exists(held.filter(superior=OuterRef("pk"))))


def with_posts(people: QuerySet[Person], *, on: date) -> QuerySet[Person]:
    """Return `people`, each with the main assignment of the day in ``today``."""
    return people.prefetch_related(Prefetch("assignments", main_assignments(on), to_attr="today"))


def open_units(on: date) -> QuerySet[Unit]:
    """Return the units that exist on a day."""
    return Unit.objects.filter(Q(opened_on__lte=on) & (Q(closed_on__isnull=True) | Q(closed_on__gte=on)))


def people_named(wanted: str) -> Q:
    """Return the condition that every word of `wanted` stands in the name of a person."""
    return words_in("name", wanted)


def units_named(wanted: str) -> Q:
    """Return the condition that every word of `wanted` stands in the name of a unit, or that it is its code."""
    return words_in("name", wanted) | Q(code__iexact=wanted.strip())


def numbered(wanted: str, *, actor: User, on: date) -> Q:
    """Return the condition that a number begins so; only of open records, for digits can be guessed."""
    digits = "".join(wanted.split())
    if not (digits.isascii() and digits.isdigit()):
        return Q(pk__in=[])
    return number_begins(digits) & Q(pk__in=record_open_to(actor, on=on).values("pk"))


def number_begins(digits: str) -> Q:
    """Return the condition that a number begins with `digits`, as a stretch of the index on both databases."""
    if len(digits) > NIP_LENGTH:
        return Q(pk__in=[])
    return Q(nip__gte=digits, nip__lte=digits.ljust(NIP_LENGTH, "9"))


def words_in(field: str, wanted: str) -> Q:
    """Return the condition that every word of `wanted` stands in a column, in any order and in either case."""
    condition = Q()
    for word in wanted.split()[:6]:
        condition &= Q(**{f"{field}__icontains": word})
    return condition
