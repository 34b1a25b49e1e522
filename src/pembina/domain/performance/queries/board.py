"""How the plans of many people stand in a year: of whom somebody leads, or by unit."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils.translation import gettext_lazy as _

from pembina.core.rules.goal_progress import PlanState as RuleState
from pembina.core.rules.goal_progress import plan_standing
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment, Person
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.plan_duty import EXEMPT


class BoardState(models.TextChoices):
    """How far somebody is with the plan of a year in the present position."""

    NONE = "none", _("Belum disusun")
    DRAFT = "draft", _("Rancangan")
    RETURNED = "returned", _("Dikembalikan")
    PROPOSED = "proposed", _("Menunggu penetapan")
    AGREED = "agreed", _("Ditetapkan")


# Which plan tells how far somebody is, where there are several: an agreed one, then the one in the making.
TOLD_BY = (PlanState.AGREED, PlanState.PROPOSED, PlanState.RETURNED, PlanState.DRAFT)


@dataclass(frozen=True, slots=True)
class UnitStates:
    """How many people of a unit are how far; `late` of them have passed the end of January."""

    unit: int
    code: str
    name: str
    by_state: "Counter[str]"
    late: int

    @property
    def people(self) -> int:
        return sum(self.by_state.values())


def posts_planned(people: QuerySet[Person], *, year: int, on: date) -> "QuerySet[Any]":
    """Return the main positions of `people`, each with `standing` (a `BoardState`), `plan` and `waiting`.

    `waiting` is the number of a proposed plan, a new version too. Whom the planning rules do not cover is left out.
    """
    held = Assignment.objects.filter(in_force_on(on), kind=AssignmentKind.MAIN, person__in=people.values("pk"))
    held = held.exclude(person__legal_position__in=list(EXEMPT))
    plans = PerformancePlan.objects.filter(assignment=OuterRef("pk"), year=year)
    order = Case(*(When(state=state, then=Value(place)) for place, state in enumerate(TOLD_BY)), default=Value(9))
    first = plans.filter(state__in=TOLD_BY).annotate(place=order).order_by("place", "-pk")
    found = [When(Exists(plans.filter(state=state)), then=Value(BoardState(state.value).value)) for state in TOLD_BY]
    return held.annotate(
        standing=Case(*found, default=Value(BoardState.NONE.value), output_field=models.CharField()),
        plan=Subquery(first.values("pk")[:1]),
        waiting=Subquery(plans.filter(state=PlanState.PROPOSED).values("pk")[:1]),
    )


def is_late(year: int, *, on: date) -> bool:
    """Say whether the plans of a year that are not agreed are late on a day."""
    return plan_standing(year=year, agreed=None, on=on).state is RuleState.LATE


def due_of(year: int, *, on: date) -> date:
    """Return by when the plans of a year are agreed."""
    return plan_standing(year=year, agreed=None, on=on).due_on


def late_condition(year: int, *, on: date) -> Q:
    """Return the condition on `posts_planned` that a plan is late: who came after January has no such limit."""
    if not is_late(year, on=on):
        return Q(pk__in=())
    return Q(starts_on__lte=due_of(year, on=on)) & ~Q(standing=BoardState.AGREED)


def states_by_unit(people: QuerySet[Person], *, year: int, on: date) -> list[UnitStates]:
    """Return the units in which `people` work, by code, with how far their people are. One query."""
    posts = posts_planned(people, year=year, on=on)
    late = Case(When(late_condition(year, on=on), then=Value(1)), default=Value(0), output_field=models.IntegerField())
    rows = (
        posts.annotate(late=late)
        .order_by()
        .values_list("unit", "unit__code", "unit__name", "standing", "late")
        .annotate(people=Count("pk"))
    )
    return _by_unit(rows)


def _by_unit(rows: Iterable[tuple[int, str, str, str, int, int]]) -> list[UnitStates]:
    states: dict[int, Counter[str]] = {}
    late: Counter[int] = Counter()
    names: dict[int, tuple[str, str]] = {}
    for unit, code, name, standing, is_behind, people in rows:
        names[unit] = (code, name)
        states.setdefault(unit, Counter())[standing] += people
        late[unit] += people if is_behind else 0
    ordered = sorted(names, key=lambda unit: names[unit])
    return [UnitStates(unit, *names[unit], states[unit], late[unit]) for unit in ordered]
