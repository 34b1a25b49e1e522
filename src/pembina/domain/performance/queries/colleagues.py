"""With whom somebody works, from the records of people: of them one may speak, to them one may listen."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.people.decisions import deciders_of, people_decided_by
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Mentorship, Person, UnitAncestry
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.performance.feedback_enums import Capacity, RequestState
from pembina.domain.performance.models import FeedbackRequest


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody has the main position on a day."""

    superior: int | None
    unit: int


def nearest_to(actor: User, *, on: date) -> QuerySet[Person]:
    """Return those whom `actor` leads, who lead `actor`, with the same superior, or of the same unit."""
    me = _me(actor)
    if me is None:
        return Person.objects.none()
    place = place_of(me, on=on)
    held = _main_on(on).filter(_beside(place)) if place else Assignment.objects.none()
    above = deciders_of([me], on=on).get(me, set())
    led = people_decided_by(actor, on=on).values("pk")
    near = Q(pk__in=held.values("person")) | Q(pk__in=above) | Q(pk__in=led)
    return Person.objects.filter(near).exclude(pk=me)


def worked_with(actor: User, *, on: date) -> QuerySet[Person]:
    """Return `nearest_to`, and everybody on the same line of units, above or below the own one."""
    me = _me(actor)
    place = place_of(me, on=on) if me is not None else None
    near = nearest_to(actor, on=on)
    if me is None or place is None:
        return near
    below = UnitAncestry.objects.filter(ancestor=place.unit).values("descendant")
    above = UnitAncestry.objects.filter(descendant=place.unit).values("ancestor")
    line = _main_on(on).filter(Q(unit__in=below) | Q(unit__in=above))
    return Person.objects.filter(Q(pk__in=near.values("pk")) | Q(pk__in=line.values("person"))).exclude(pk=me)


def spoken_of_by(actor: User, *, on: date) -> QuerySet[Person]:
    """Return those about whom `actor` may write: who is worked with, and who has asked for it."""
    asking = FeedbackRequest.objects.filter(asked__nip=actor.username, state=RequestState.OPEN)
    allowed = Q(pk__in=worked_with(actor, on=on).values("pk")) | Q(pk__in=asking.values("asker"))
    return Person.objects.filter(allowed) if actor.is_active else Person.objects.none()


def askable_by(actor: User, *, on: date) -> QuerySet[Person]:
    """Return those whom `actor` may ask for feedback: who is worked with, and the own mentors."""
    mentors = Mentorship.objects.filter(in_force_on(on), mentee__nip=actor.username).values("mentor")
    return Person.objects.filter(Q(pk__in=worked_with(actor, on=on).values("pk")) | Q(pk__in=mentors))


def capacity_of(author: Person, *, about: Person, on: date) -> Capacity:
    """Return as what `author` speaks about somebody on a day."""
    deciders = deciders_of([author.pk, about.pk], on=on)
    if author.pk in deciders.get(about.pk, set()):
        return Capacity.LEADER
    if about.pk in deciders.get(author.pk, set()):
        return Capacity.SUBORDINATE
    mine, theirs = place_of(author.pk, on=on), place_of(about.pk, on=on)
    return Capacity.PEER if mine and theirs and _are_peers(mine, theirs) else Capacity.OTHER


def place_of(person: int, *, on: date) -> Place | None:
    """Return superior and unit of the main position on a day."""
    found = _main_on(on).filter(person=person).values_list("superior", "unit").first()
    return Place(*found) if found else None


def leads(people: Collection[int], *, on: date) -> dict[int, set[int]]:
    """Return by the number of each who decides for some of `people` whom."""
    led: dict[int, set[int]] = {}
    for person, deciders in deciders_of(people, on=on).items():
        for decider in deciders:
            led.setdefault(decider, set()).add(person)
    return led


def _are_peers(one: Place, other: Place) -> bool:
    return one.unit == other.unit or (one.superior is not None and one.superior == other.superior)


def _beside(place: Place) -> Q:
    same = Q(unit=place.unit)
    return same if place.superior is None else same | Q(superior=place.superior)


def _me(actor: User) -> int | None:
    if not actor.is_active:
        return None
    return Person.objects.filter(nip=actor.username).values_list("pk", flat=True).first()


def _main_on(on: date) -> QuerySet[Assignment]:
    return Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN)
