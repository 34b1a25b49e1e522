"""All that the demonstration shows of plans: heads first, so that their staff can support them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from random import Random

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.models import Assignment, Unit
from pembina.domain.performance.demonstration.contents import Part, UnitContent, content_of, told
from pembina.domain.performance.demonstration.people import (
    accounts,
    drawn_state,
    moments_of,
    posts_in,
    served_units,
)
from pembina.domain.performance.enums import IndicatorSource, NoteKind, PlanForm, PlanState
from pembina.domain.performance.models import (
    BehaviourExpectation,
    Goal,
    Indicator,
    IndicatorManual,
    PerformancePlan,
    PlanNote,
    Realisation,
    StrategyBlock,
)
from pembina.domain.performance.plan_duty import form_for, span_of

SEED = 20_260_101
# The last days of the quarters after which somebody reports.
QUARTERS = ((3, 31), (6, 30), (9, 30))


@dataclass
class Written:
    """The rows before they are kept; `first_goal` of each head by number, for the staff to support."""

    plans: list[PerformancePlan] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    first_goal: dict[int, Goal] = field(default_factory=dict)


def load_demo_plans(*, on: date, at: datetime) -> int:
    """Write plans for the people of the units with services; return how many, 0 where any plan is on record."""
    served = served_units(on=on)
    if PerformancePlan.objects.exists() or not served:
        return 0
    posts = posts_in(list(served), on=on)
    rng = Random(SEED)  # noqa: S311 - nothing secret is drawn
    # A post that began today or later has nothing behind it yet.
    posts = [post for post in posts if post.starts_on < on]
    with one_event():
        known = accounts(posts, at=datetime.combine(date(on.year, 1, 1), time(1), tzinfo=UTC))
        contents = {unit.pk: content_of(unit, *served[unit.pk], _form(on)) for unit in _units(served)}
        written = Written()
        heads = [post for post in posts if post.position_kind == "structural"]
        staff = [post for post in posts if post.position_kind != "structural"]
        for some in (heads, staff):
            _write(some, contents, known, on, rng, written)
        _report(written.plans, known, on, rng)
        if written.plans:
            record("load_demo_plans", on=written.plans[0], by=None, at=at)
    return len(written.plans)


def _units(served: Iterable[int]) -> Iterable[Unit]:
    return Unit.objects.filter(pk__in=list(served))


def _form(on: date) -> PerformancePlan:
    """Return a plan that is never kept, by whose form contents are checked."""
    return PerformancePlan(form=PlanForm.QUANTITATIVE, year=on.year)


def _write(
    posts: list[Assignment],
    contents: dict[int, UnitContent],
    known: dict[str, User],
    on: date,
    rng: Random,
    written: Written,
) -> None:
    waits = _waits_for_budi(posts)
    begun = [(post, plan) for post in posts if (plan := _plan(post, known, on, rng, waits=waits)) is not None]
    PerformancePlan.objects.bulk_create(plan for _post, plan in begun)
    goals: list[Goal] = []
    indicators: list[Indicator] = []
    for post, plan in begun:
        content = contents[post.unit_id]
        parts = content.head if post.position_kind == "structural" else rng.choice(content.staff)
        for place, part in enumerate(parts, start=1):
            goal = _goal(plan, place, part, written)
            goals.append(goal)
            indicators += [Indicator(goal=goal, position=1, **one.fields) for one in part[1]]
    Goal.objects.bulk_create(goals)
    Indicator.objects.bulk_create(indicators)
    IndicatorManual.objects.bulk_create(
        IndicatorManual(indicator=one, **told()["manual"]) for one in indicators if PlanForm(one.goal.plan.form).is_top
    )
    StrategyBlock.objects.bulk_create(
        StrategyBlock(goal=goal, **told()["workblock"]) for goal in goals if goal.position == 1 and _leads(goal.plan)
    )
    _beside([plan for _post, plan in begun])
    written.plans += [plan for _post, plan in begun]
    written.first_goal |= {
        goal.plan.person_id: goal for goal in goals if goal.position == 1 and goal.plan.state == PlanState.AGREED
    }


def _leads(plan: PerformancePlan) -> bool:
    return PlanForm(plan.form).is_top or plan.assignment.position_kind == "structural"


def _waits_for_budi(posts: list[Assignment]) -> int | None:
    """Return the first of Budi's staff who is no persona: that plan waits for him."""
    personas = {persona.nip for persona in PERSONAS.values()}
    of_budi = (post for post in posts if post.superior is not None and post.superior.nip == PERSONAS["budi"].nip)
    return next((post.pk for post in of_budi if post.person.nip not in personas), None)


def _plan(
    post: Assignment, known: dict[str, User], on: date, rng: Random, *, waits: int | None
) -> PerformancePlan | None:
    state = PlanState.PROPOSED if post.pk == waits else _state(post, rng)
    if state is None:
        return None
    moments = moments_of(state, on=on, rng=rng)
    first, last = span_of(post, on.year)
    rater = post.superior
    return PerformancePlan(
        person=post.person, assignment=post, year=on.year, starts_on=first, ends_on=last, form=form_for(post),
        state=state, rater=rater if state != PlanState.DRAFT else None,
        made_by=known.get(post.person.nip) or (known[rater.nip] if rater else next(iter(known.values()))),
        made_at=moments.made, proposed_at=moments.proposed, agreed_at=moments.agreed,
        agreed_by=known[rater.nip] if moments.agreed and rater else None,
        comment=told()["returned"] if state == PlanState.RETURNED else "",
    )  # fmt: skip


def _state(post: Assignment, rng: Random) -> PlanState | None:
    """Draw how far somebody came; those who lead and who can sign in have agreed."""
    drawn = drawn_state(post, rng)
    fixed = post.person.nip in {persona.nip for persona in PERSONAS.values()} or post.position_kind == "structural"
    return PlanState.AGREED if fixed and post.superior is not None else drawn


def _goal(plan: PerformancePlan, place: int, part: Part, written: Written) -> Goal:
    above = written.first_goal.get(plan.rater_id or 0) if place == 1 else None
    return Goal(plan=plan, position=place, **part[0].fields | {"supports": above})


def _beside(plans: list[PerformancePlan]) -> None:
    words = told()
    PlanNote.objects.bulk_create(
        PlanNote(plan=plan, kind=NoteKind(kind), position=place, words=line)
        for plan in plans
        for kind, lines in words["notes"].items()
        for place, line in enumerate(lines, start=1)
    )
    BehaviourExpectation.objects.bulk_create(
        BehaviourExpectation(plan=plan, **words["expectation"]) for plan in plans if plan.state == PlanState.AGREED
    )


def _report(plans: list[PerformancePlan], known: dict[str, User], on: date, rng: Random) -> None:
    """Note what those with an account achieved by the end of each quarter, some of it above target."""
    agreed = {plan.pk: plan for plan in plans if plan.state == PlanState.AGREED and plan.person.nip in known}
    days = [date(on.year, month, day) for month, day in QUARTERS if date(on.year, month, day) < on]
    rows = []
    for one in Indicator.objects.filter(goal__plan__in=agreed, source=IndicatorSource.REPORTED).select_related("goal"):
        pace = Decimal(rng.randint(80, 130)) / 100
        plan = agreed[one.goal.plan_id]
        for day in days:
            if day < plan.starts_on:
                continue
            share = Decimal((day - date(on.year, 1, 1)).days + 1) / 365
            rows.append(
                Realisation(
                    indicator=one,
                    until=day,
                    amount=round((one.target or 0) * share * pace),
                    words=told()["evidence"],
                    noted_by=known[plan.person.nip],
                    noted_at=datetime.combine(day, time(9), tzinfo=UTC),
                )
            )
    Realisation.objects.bulk_create(rows)
