"""How often leaders speak with those they lead: days and counts, never words.

The regulation asks for feedback at regular times (PermenPANRB 6/2022 art 19(2)) and leaves the interval open. What is
counted here, `EXPECTED_WITHIN`, is therefore a yardstick of this product, and its pages say so.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Delegation, Person, UnitAncestry
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.people.permissions import staff_reached_by
from pembina.domain.performance.feedback_enums import Capacity
from pembina.domain.performance.models import Feedback
from pembina.domain.performance.queries.colleagues import leads

EXPECTED_WITHIN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Cadence:
    """One leader: how many are led, and to how many of them the leader spoke within the time."""

    leader: int
    led: int
    spoken_with: int

    @property
    def share(self) -> float:
        """Return the share spoken with; whoever leads leads somebody."""
        return self.spoken_with / self.led


def by_longest_without(people: QuerySet[Person], *, author: User | None = None) -> QuerySet[Any]:
    """Return people with ``spoken_at``, when a leader (or `author`) last spoke to them; who never heard comes first."""
    said = Feedback.objects.filter(person=OuterRef("pk"))
    said = said.filter(author__nip=author.username) if author else said.filter(capacity=Capacity.LEADER)
    latest = Subquery(said.order_by("-given_at").values("given_at")[:1])
    return people.annotate(spoken_at=latest).order_by(F("spoken_at").asc(nulls_first=True), "name", "pk")


def own_cadence(actor: User, *, on: date) -> QuerySet[Any]:
    """Return those whom `actor` leads, the longest without feedback from a leader first."""
    return by_longest_without(people_decided_by(actor, on=on))


def overdue(led: QuerySet[Any], *, at: datetime) -> QuerySet[Any]:
    """Return those of `own_cadence` to whom nobody who leads them spoke within the time."""
    return led.filter(Q(spoken_at__isnull=True) | Q(spoken_at__lt=at - EXPECTED_WITHIN))


def cadences_read_by(actor: User, *, on: date, at: datetime) -> list[Cadence]:
    """Return the cadence of the leaders under `actor`; for human resources of all leaders in reach.

    The same few queries whatever their number. Nobody finds the own cadence here.
    """
    below = set(people_decided_by(actor, on=on).values_list("pk", flat=True))
    led = leads(_led_by(below, on=on), on=on) if below else {}
    wanted = {leader: people for leader, people in led.items() if leader in below}
    if actor.may(Permission.MANAGE_STAFF):
        reached = staff_reached_by(actor, Permission.MANAGE_STAFF, on=on).values_list("pk", flat=True)
        wanted |= leads(list(reached), on=on)
        own = Person.objects.filter(nip=actor.username).values_list("pk", flat=True).first()
        wanted.pop(own, None) if own is not None else None
    return _counted(wanted, at=at)


def reads_cadences(actor: User, *, on: date) -> bool:
    """Say whether there may be leaders whose cadence `actor` reads."""
    if actor.may(Permission.MANAGE_STAFF):
        return True
    return bool(_led_by(list(people_decided_by(actor, on=on).values_list("pk", flat=True)), on=on))


def _counted(led: dict[int, set[int]], *, at: datetime) -> list[Cadence]:
    recent = Feedback.objects.filter(capacity=Capacity.LEADER, given_at__gte=at - EXPECTED_WITHIN, given_at__lte=at)
    spoken = set(recent.order_by().values_list("author", "person").distinct())
    found = [
        Cadence(leader, len(people), sum((leader, person) in spoken for person in people))
        for leader, people in led.items()
    ]
    return sorted(found, key=lambda each: (each.share, -each.led, each.leader))


def _led_by(leaders: Collection[int] | Iterable[int], *, on: date) -> list[int]:
    """Return everybody whom some of `leaders` may lead: as superior, or over whose unit they were ordered."""
    known = list(leaders)
    if not known:
        return []
    lent = Delegation.objects.filter(in_force_on(on), person__in=known).values("unit")
    below = UnitAncestry.objects.filter(ancestor__in=lent).values("descendant")
    held = Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN)
    return list(held.filter(Q(superior__in=known) | Q(unit__in=below)).values_list("person", flat=True))
