"""What is worth a second look in a plan; it is shown and blocks nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pembina.core.rules.goal_progress import (
    Aspect,
    Perspective,
    Risk,
    absolute_words,
    missing_aspects,
    missing_perspectives,
)
from pembina.core.text import Text
from pembina.domain.performance.enums import GoalKind, PlanForm
from pembina.domain.performance.models import Goal, PerformancePlan


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """One remark of the regulation; `goal` is the number of the result it is about, None for the whole plan."""

    goal: int | None
    because: Text
    article: str


def warnings_of(plan: PerformancePlan, goals: Iterable[Goal], *, on: date) -> list[PlanWarning]:
    """Return the remarks on a plan; `goals` with their indicators, which are read without a query."""
    form, listed = PlanForm(plan.form), list(goals)
    found = [warning for goal in listed for warning in _of_goal(goal, form, on)]
    if not form.is_top or not listed:
        return found
    lacking = missing_perspectives(
        present=[Perspective(goal.perspective) for goal in listed if goal.perspective], on=on
    )
    return found + ([PlanWarning(None, lacking.because, lacking.article)] if lacking else [])


def _of_goal(goal: Goal, form: PlanForm, on: date) -> list[PlanWarning]:
    indicators = list(goal.indicators.all())
    risk = Risk(goal.risk) if goal.risk else None
    found = []
    for text in dict.fromkeys([goal.words, *(f"{one.words}. {one.target_words}" for one in indicators)]):
        for word in absolute_words(
            target=text, is_main=goal.kind == GoalKind.MAIN, is_top_official=form.is_top, risk=risk, on=on
        ):
            found.append(PlanWarning(goal.pk, word.because, word.article))
    if form == PlanForm.QUANTITATIVE and indicators:
        covered = {Aspect(aspect) for one in indicators for aspect in one.aspects}
        lacking = missing_aspects(present=covered, on=on)
        if lacking:
            found.append(PlanWarning(goal.pk, lacking.because, lacking.article))
    return found
