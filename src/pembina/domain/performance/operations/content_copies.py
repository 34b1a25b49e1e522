"""The content of one plan written into another: last year's into this year's, an agreed one into its new version."""

from django.utils.timezone import localdate

from pembina.domain.performance.enums import PlanForm
from pembina.domain.performance.models import (
    BehaviourExpectation,
    Goal,
    Indicator,
    IndicatorManual,
    PerformancePlan,
    PlanNote,
    StrategyBlock,
)
from pembina.domain.performance.operations.manuals import ManualTold
from pembina.domain.performance.operations.strategies import StrategyTold
from pembina.domain.performance.plan_content import told_of_goal, told_of_indicator
from pembina.domain.performance.queries.roles import is_led_by_its_person


def _copy_content(source: PerformancePlan, into: PerformancePlan, *, as_version: bool) -> None:
    """Write all parts into a plan that has none; `as_version` keeps what they continue and support."""
    goals = list(
        source.goals.select_related("supports", "strategy_block").prefetch_related(
            "indicators__service", "indicators__manual"
        )
    )
    made = Goal.objects.bulk_create(_goal(goal, into, as_version) for goal in goals)
    pairs = [(one, new) for goal, new in zip(goals, made, strict=True) for one in goal.indicators.all()]
    indicators = Indicator.objects.bulk_create(_indicator(one, new, as_version) for one, new in pairs)
    if PlanForm(into.form).is_top:
        _copy_manuals([one for one, _new in pairs], indicators)
    _copy_blocks(goals, made, into, as_version)
    _copy_beside(source, into)


def _copy_manuals(sources: list[Indicator], made: list[Indicator]) -> None:
    IndicatorManual.objects.bulk_create(
        IndicatorManual(indicator=new, **{name: getattr(one.manual, name) for name in ManualTold.__slots__})
        for one, new in zip(sources, made, strict=True)
        if hasattr(one, "manual")
    )


def _copy_blocks(sources: list[Goal], made: list[Goal], into: PerformancePlan, as_version: bool) -> None:
    """Carry the workblocks over, into another year only for somebody who still leads."""
    blocks = ((getattr(goal, "strategy_block", None), new) for goal, new in zip(sources, made, strict=True))
    written = [(block, new) for block, new in blocks if block is not None]
    if written and (as_version or is_led_by_its_person(into, on=localdate(into.made_at))):
        StrategyBlock.objects.bulk_create(
            StrategyBlock(goal=new, **{name: getattr(block, name) for name in StrategyTold.__slots__})
            for block, new in written
        )


def _copy_beside(source: PerformancePlan, into: PerformancePlan) -> None:
    PlanNote.objects.bulk_create(
        PlanNote(plan=into, kind=note.kind, position=note.position, words=note.words) for note in source.notes.all()
    )
    BehaviourExpectation.objects.bulk_create(
        BehaviourExpectation(plan=into, value=one.value, words=one.words) for one in source.expectations.all()
    )


def _goal(goal: Goal, plan: PerformancePlan, as_version: bool) -> Goal:
    told = told_of_goal(goal).fields
    if not as_version and goal.supports is not None:
        # The superior's goals of another year are none that this plan supports.
        told |= {"supports": None, "supports_words": goal.supports.words}
    first = goal.continues_id or goal.pk
    return Goal(plan=plan, position=goal.position, continues_id=first if as_version else None, **told)


def _indicator(one: Indicator, goal: Goal, as_version: bool) -> Indicator:
    told = told_of_indicator(one).fields
    first = one.continues_id or one.pk
    return Indicator(goal=goal, position=one.position, continues_id=first if as_version else None, **told)


def _empty(plan: PerformancePlan) -> None:
    """Take all parts out of a draft."""
    Indicator.objects.filter(goal__plan=plan).delete()
    plan.goals.all().delete()
    plan.notes.all().delete()
    plan.expectations.all().delete()
