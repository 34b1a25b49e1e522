"""The workblock of a result (A.1.4): written and taken out while the plan of a leader is a draft or returned."""

from dataclasses import asdict, dataclass
from datetime import datetime

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.performance.models import Goal, StrategyBlock
from pembina.domain.performance.operations.plan_access import editable
from pembina.domain.performance.queries.roles import is_led_by_its_person
from pembina.domain.performance.strategy_refusals import StrategyElsewhereError, StrategyIncompleteError


@dataclass(frozen=True, slots=True)
class StrategyTold:
    """A workblock before it is kept, activities and milestones one a line; all empty means none."""

    title: str = ""
    parties: str = ""
    due: str = ""
    beneficiaries: str = ""
    aim: str = ""
    budget: str = ""
    routine_activities: str = ""
    new_activities: str = ""
    routine_milestones: str = ""
    new_milestones: str = ""


def write_strategy_block(*, goal: Goal, told: StrategyTold, by: User, at: datetime) -> None:
    """Write how a result is to be reached, or take it out where nothing is told.

    Raises ``StrategyElsewhereError`` on plans of those who lead nobody, ``StrategyIncompleteError``.
    """
    told = StrategyTold(**{name: _tidy(words) for name, words in asdict(told).items()})
    with one_event():
        plan = editable(goal.plan, actor=by)
        kept = Goal.objects.get(pk=goal.pk, plan=plan)
        before = StrategyBlock.objects.filter(goal=kept)
        changes = {"strategy_block": (str(before.first() or ""), told.title)}
        if any(asdict(told).values()):
            if not is_led_by_its_person(plan, on=local_date(at)):
                raise StrategyElsewhereError
            _require_whole(told)
            StrategyBlock.objects.update_or_create(goal=kept, defaults=asdict(told))
        else:
            before.delete()
        record("write_strategy_block", on=plan, by=by, at=at, changes=changes)


def _tidy(words: str) -> str:
    """Return the lines that say something."""
    return "\n".join(line.strip() for line in words.splitlines() if line.strip())


def _require_whole(told: StrategyTold) -> None:
    activities, milestones = told.routine_activities or told.new_activities, told.routine_milestones
    if not (told.title and activities and (milestones or told.new_milestones)):
        raise StrategyIncompleteError
