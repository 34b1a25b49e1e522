"""Process and effort of people: timeliness, difficulty and improvement side by side, never added up, never rated by.

Who reads it: `effort_reach`. No rating, snapshot or document reads anything here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from pembina.core.rules.effort_record import (
    Agreement,
    Difficulty,
    EffortRecord,
    Improvement,
    ImprovementState,
    effort_record,
    improvement,
)
from pembina.domain.access.audit import local_date
from pembina.domain.people.models import Person
from pembina.domain.performance.effort_parts import Span
from pembina.domain.performance.enums import PlanState
from pembina.domain.performance.models import EvaluationPeriod, Goal, PerformancePlan
from pembina.domain.performance.queries.effort_guards import GuardStanding, guards_of
from pembina.domain.performance.queries.effort_steps import StepTold, steps_of
from pembina.domain.performance.queries.effort_work import WorkTold, works_told
from pembina.domain.performance.queries.plans import indicators_of, with_content
from pembina.domain.performance.queries.progress import IndicatorStanding, standings_of


@dataclass(frozen=True, slots=True)
class Improved:
    """One indicator against its own baseline; `found` is None where its target stands in words only."""

    standing: IndicatorStanding
    found: Improvement | None
    guards: tuple[GuardStanding, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """One result: the record of the rule for it, with what was agreed and what was read."""

    goal: Goal
    told: WorkTold
    record: EffortRecord
    indicators: tuple[Improved, ...]


@dataclass(frozen=True, slots=True)
class Effort:
    """One person in some days.

    Attributes
    ----------
    record : of the whole: all steps, all improvements. Difficulty is agreed by result, so it stands in `works`
    steps : every step behind the timeliness, with the remarks of the person
    works : result by result of the plans in force; empty where none was agreed
    """

    person: Person
    span: Span
    record: EffortRecord
    steps: tuple[StepTold, ...]
    works: tuple[Work, ...]

    def improvements_in(self, state: ImprovementState) -> int:
        """Return how many indicators are in a state."""
        return sum(one.state is state for one in self.record.improvements)


def periods_shown(*, year: int) -> QuerySet[EvaluationPeriod]:
    """Return the periods of a year in which effort can be looked at."""
    return EvaluationPeriod.objects.filter(year=year).order_by("starts_on", "ends_on", "pk")


def span_of_year(year: int) -> Span:
    """Return the days of a whole year."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def span_of_period(period: EvaluationPeriod) -> Span:
    """Return the days of a period, up to the last one of evaluating it: what it asks for falls due until then."""
    return Span(period.starts_on, period.window_ends)


def effort_of(person: Person, *, span: Span, at: datetime) -> Effort:
    """Return process and effort of one person."""
    return efforts_of([person], span=span, at=at)[person.pk]


def efforts_of(people: Iterable[Person], *, span: Span, at: datetime) -> dict[int, Effort]:
    """Return process and effort of people by number. The queries do not grow with the people.

    Steps are those due within the days; results and improvements those of the plans in force of the year in which the
    days begin, as they stand at the moment.
    """
    listed = {person.pk: person for person in people}
    plans = _plans(listed, span)
    indicators = indicators_of(plans)
    standings = standings_of(indicators, at=at)
    guards = guards_of([one for one in indicators if one.is_measured], standings, at=at)
    told = works_told(goal for plan in plans for goal in plan.goals.all())
    steps = steps_of(list(listed), first=span.first, last=span.last, at=at)
    works: dict[int, list[Work]] = {pk: [] for pk in listed}
    for plan in plans:
        for goal in plan.goals.all():
            improved = [Improved(standings[one.pk], None, guards.get(one.pk, ())) for one in goal.indicators.all()]
            works[plan.person_id].append(_work(goal, told[goal.pk], steps[plan.person_id], improved, at))
    return {pk: _effort(person, span, steps[pk], works[pk], at) for pk, person in listed.items()}


def _plans(people: Mapping[int, Person], span: Span) -> list[PerformancePlan]:
    agreed = PerformancePlan.objects.filter(person__in=list(people), year=span.first.year, state=PlanState.AGREED)
    return list(with_content(agreed.order_by("person", "starts_on", "pk")))


def _work(goal: Goal, told: WorkTold, steps: Sequence[StepTold], read: Sequence[Improved], at: datetime) -> Work:
    indicators = tuple(_improved(one) for one in read)
    latest = told.latest
    record = effort_record(
        steps=[one.step.timed for one in steps if one.step.goal == goal.pk],
        agreement=Agreement(Difficulty(latest.degree.value), latest.agreed_on) if latest else None,
        starts=told.starts,
        improvements=[one.found for one in indicators if one.found is not None],
        at=at,
        on=local_date(at),
    )
    return Work(goal, told, record, indicators)


def _improved(read: Improved) -> Improved:
    achieved = read.standing.achieved
    if achieved is None:
        return read
    guards = [one.guard for one in read.guards]
    found = improvement(name=read.standing.indicator.words, achievement=achieved, guards=guards)
    return Improved(read.standing, found, read.guards)


def _effort(person: Person, span: Span, steps: tuple[StepTold, ...], works: Sequence[Work], at: datetime) -> Effort:
    record = effort_record(
        steps=[one.step.timed for one in steps],
        agreement=None,
        starts=span.first,
        improvements=[one for work in works for one in work.record.improvements],
        at=at,
        on=local_date(at),
    )
    return Effort(person, span, record, steps, tuple(works))
