"""Who is late with what after a training, by unit; for human resources, who chase it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from pembina.core.rules.training_follow_up import follow_up
from pembina.domain.development.enums import EnrolmentState
from pembina.domain.development.follow_up_enums import Side
from pembina.domain.development.models import ActionPlan, Batch, BehaviourCheck, Enrolment
from pembina.domain.development.queries.action_plans import unchecked_items, with_decision_due
from pembina.domain.development.queries.follow_up_tasks import took_part
from pembina.domain.development.queries.training_days import training_days
from pembina.domain.people.enums import AssignmentKind, LegalPosition
from pembina.domain.people.models import Assignment, Unit
from pembina.domain.people.models.dated import in_force_on


class Late(StrEnum):
    """What somebody is late with."""

    NO_PLAN = "no_plan"
    DECISION = "decision"
    OWN_CHECK = "own_check"
    LEADER_CHECK = "leader_check"
    OWN_BEHAVIOUR = "own_behaviour"
    LEADER_BEHAVIOUR = "leader_behaviour"


@dataclass(frozen=True, slots=True)
class UnitLate:
    """How many seats of one unit are late with what; `unit` is None for people without a position."""

    unit: Unit | None
    counts: dict[Late, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def late_by_unit(*, at: datetime, on: date) -> list[UnitLate]:
    """Return the units with something late, the most first; as many queries for many people as for few."""
    counts: dict[int | None, dict[Late, int]] = defaultdict(lambda: dict.fromkeys(Late, 0))
    for late, seats in late_seats(at=at, on=on):
        told = seats.order_by().annotate(of_unit=_unit_on(on)).values_list("of_unit").annotate(Count("pk"))
        for unit, count in told:
            counts[unit][late] += count
    units = Unit.objects.in_bulk([unit for unit in counts if unit is not None])
    found = [UnitLate(units.get(unit) if unit else None, told) for unit, told in counts.items()]
    return sorted(found, key=lambda each: (-each.total, each.unit.name if each.unit else ""))


def late_seats(*, at: datetime, on: date) -> Iterator[tuple[Late, QuerySet[Enrolment]]]:
    """Yield what is late and the seats of people in service it is about; each seat once for each kind."""
    rules = follow_up(on=on)
    days = training_days(Batch.objects.all(), on=on)
    patience = on - timedelta(days=rules.days_for_a_check)
    ended = [pk for pk, each in days.items() if each.last and each.last < patience and each.is_over(at)]
    closed = [pk for pk, each in days.items() if each.behaviour and each.behaviour.is_late(on)]
    seated = Enrolment.objects.filter(state=EnrolmentState.ENROLLED, person__legal_position=LegalPosition.ACTIVE)
    yield (
        Late.NO_PLAN,
        seated.filter(took_part(), ~Exists(ActionPlan.objects.filter(enrolment=OuterRef("pk"))), batch__in=ended),
    )
    sent = ActionPlan.objects.filter(with_decision_due(on=on, late=True))
    yield Late.DECISION, seated.filter(pk__in=sent.values("enrolment"))
    for late, side in ((Late.OWN_CHECK, Side.SELF), (Late.LEADER_CHECK, Side.SUPERIOR)):
        waiting = Q(pk__in=())
        for day in rules.check_days:
            waiting |= Q(pk__in=unchecked_items(day, side, on=on, late=True).values("plan__enrolment"))
        yield late, seated.filter(waiting)
    for late, side in ((Late.OWN_BEHAVIOUR, Side.SELF), (Late.LEADER_BEHAVIOUR, Side.SUPERIOR)):
        answered = BehaviourCheck.objects.filter(enrolment=OuterRef("pk"), side=side)
        yield late, seated.filter(took_part(), ~Exists(answered), batch__in=closed)


def with_unit(seats: QuerySet[Enrolment], *, on: date) -> QuerySet[Enrolment]:
    """Return the seats with person and batch at hand, and the name of the unit of the day in ``unit_name``."""
    held = _main_of_person(on).values("unit__name")[:1]
    told = seats.select_related("person", "batch__programme").annotate(unit_name=Subquery(held))
    return told.order_by("unit_name", "person__name", "pk")


def _unit_on(on: date) -> Subquery:
    return Subquery(_main_of_person(on).values("unit")[:1])


def _main_of_person(on: date) -> QuerySet[Assignment]:
    held = Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN, person=OuterRef("person"))
    return held.order_by()
