"""Who contributes which result to which result of a leader: the matrix of roles and results (format A.1.5)."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.access.models import User
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import Goal, PerformancePlan
from pembina.domain.performance.queries.plans import SHOWN, own_plans, people_planned_by_office


@dataclass(frozen=True, slots=True)
class Role:
    """One result of a person that serves one of the leader's; `is_proposed` while nobody has agreed to it."""

    words: str
    is_proposed: bool


@dataclass(frozen=True, slots=True)
class Contributor:
    """One person with the position; `roles` by the number of the leader's result, `untied` results that name none."""

    person: int
    name: str
    position: str
    unit: str
    roles: dict[int, tuple[Role, ...]]
    untied: int


@dataclass(frozen=True, slots=True)
class RolesMatrix:
    """The results of a leader and who serves them; `unserved` are the numbers of those that nobody serves.

    `hidden` counts the people whom the reader does not reach.
    """

    plan: PerformancePlan
    goals: tuple[Goal, ...]
    people: tuple[Contributor, ...]
    unserved: frozenset[int]
    hidden: int = 0


def plans_shared_out_for(actor: User, *, on: date) -> QuerySet[PerformancePlan]:
    """Return the plans whose matrix `actor` may read: the own ones, and by role those of others as far as shown."""
    by_office = Q(person__in=people_planned_by_office(actor, on=on).values("pk"), state__in=SHOWN)
    return PerformancePlan.objects.filter(Q(pk__in=own_plans(actor).values("pk")) | by_office)


def has_staff(plan: PerformancePlan, *, on: date) -> bool:
    """Say whether somebody has the person of a plan as superior."""
    return _staff_of(plan, on).exists()


def is_led_by_its_person(plan: PerformancePlan, *, on: date) -> bool:
    """Say whether a plan is that of a leader: on the form of top officials, or of somebody with staff."""
    return PlanForm(plan.form).is_top or has_staff(plan, on=on)


def has_workblocks(plan: PerformancePlan, *, on: date) -> bool:
    """Say whether a plan is that of a leader, or holds workblocks from when it was."""
    return is_led_by_its_person(plan, on=on) or plan.goals.filter(strategy_block__isnull=False).exists()


def roles_of(plan: PerformancePlan, *, on: date, reader: User) -> RolesMatrix:
    """Return the matrix of a plan that was fetched with its content, for somebody who may read it.

    Everybody led on the day stands in it, and whoever else serves one of the results. Three queries at most.
    """
    goals = tuple(plan.goals.all())
    staff = list(_staff_of(plan, on).select_related("person", "unit").order_by("person__name", "pk"))
    people, served = _contributors(goals, staff, _taken(plan, goals, [post.pk for post in staff]))
    shown = people
    if plan.person.nip != reader.username:
        reached = set(people_planned_by_office(reader, on=on).values_list("pk", flat=True))
        shown = [one for one in people if one.person in reached]
    unserved = frozenset(goal.pk for goal in goals) - served
    return RolesMatrix(plan, goals, tuple(shown), unserved, len(people) - len(shown))


def _staff_of(plan: PerformancePlan, on: date) -> QuerySet[Assignment]:
    """Return the positions led on the day, or on the nearest day of the plan."""
    day = min(max(on, plan.starts_on), plan.ends_on)
    return Assignment.objects.filter(in_force_on(day), kind=AssignmentKind.MAIN, superior=plan.person_id)


def _root(goal: Goal) -> int:
    """Return the number under which a result is known in all versions of a plan."""
    return goal.continues_id or goal.pk


def _taken(plan: PerformancePlan, goals: Collection[Goal], posts: Collection[int]) -> list[Goal]:
    """Return the results of the staff and those that serve the plan; a proposed version waits behind an agreed one."""
    roots = [_root(goal) for goal in goals]
    ties = Q(supports__in=roots) | Q(supports__continues__in=roots)
    found = Goal.objects.filter(Q(plan__assignment__in=posts) | ties, plan__year=plan.year).exclude(plan=plan.pk)
    found = found.filter(plan__state__in=(PlanState.AGREED, PlanState.PROPOSED))
    named = found.select_related("plan__person", "plan__assignment__unit", "supports")
    taken = list(named.order_by("plan__person__name", "plan", "position"))
    agreed = {goal.plan.assignment_id for goal in taken if goal.plan.state == PlanState.AGREED}
    return [goal for goal in taken if goal.plan.state == PlanState.AGREED or goal.plan.assignment_id not in agreed]


def _contributors(
    goals: Collection[Goal], staff: list[Assignment], taken: list[Goal]
) -> tuple[list[Contributor], frozenset[int]]:
    """Return everybody with their roles, and the numbers of the results that somebody serves."""
    columns = {_root(goal): goal.pk for goal in goals}
    posts = {post.person_id: post for post in staff}
    roles: dict[int, dict[int, list[Role]]] = defaultdict(lambda: defaultdict(list))
    untied: dict[int, int] = defaultdict(int)
    for goal in taken:
        person, column = goal.plan.person_id, columns.get(_root(goal.supports)) if goal.supports else None
        posts.setdefault(person, goal.plan.assignment)
        if column is None:
            untied[person] += 1
        else:
            roles[person][column].append(Role(goal.words, goal.plan.state == PlanState.PROPOSED))
    served = frozenset(column for by_column in roles.values() for column in by_column)
    made = [
        Contributor(
            person, post.person.titled_name, post.position, post.unit.name,
            {column: tuple(some) for column, some in roles[person].items()} if person in roles else {}, untied[person],
        )
        for person, post in posts.items()
    ]  # fmt: skip
    return made, served
