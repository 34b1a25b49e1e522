"""The content of the plans of a unit: checked once by the rules of any plan, then written for each of its people."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from pembina.domain.people.models import Unit
from pembina.domain.performance.enums import Aspect, Difficulty, Direction, IndicatorSource, ReadFigure
from pembina.domain.performance.models import PerformancePlan
from pembina.domain.performance.plan_content import GoalTold, IndicatorTold, checked_goal, checked_indicator
from pembina.domain.services.enums import PromiseUnit
from pembina.domain.services.models import PublicService, ServiceStandard

# The story of the programme on permits: from weeks to days.
OF_PERMITS = "01.06.01"
WEEKS, DAYS = Decimal(21), Decimal(3)
GOOD_INDEX = Decimal("82.5")
HOUR, MINUTE = Decimal(1), Decimal(1) / 60
IN_HOURS = {PromiseUnit.HOURS: HOUR, PromiseUnit.MINUTES: MINUTE}

# A result with its indicators.
Part = tuple[GoalTold, tuple[IndicatorTold, ...]]


@dataclass(frozen=True, slots=True)
class UnitContent:
    """What the head and the staff of a unit plan; for staff one of several counts of files beside the waiting time."""

    head: tuple[Part, ...]
    staff: tuple[tuple[Part, ...], ...]


@cache
def told() -> dict[str, Any]:
    """Return the words."""
    text = files("pembina.domain.performance.demonstration").joinpath("words.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def content_of(unit: Unit, service: PublicService, standard: ServiceStandard, plan: PerformancePlan) -> UnitContent:
    """Return the content for a unit that has a service with a promised time; `plan` lends the form to check by."""
    head, staff = told()["head"], told()["staff"]
    names = {"service": service.name, "unit": unit.name}
    waiting = _waiting(staff["time"].format(**names), unit, service, standard)
    of_head = (
        _checked(GoalTold(head["goal"].format(**names), difficulty=Difficulty.DEMANDING), [waiting], plan),
        _checked(GoalTold(head["goal_beside"].format(**names)), [_index(head, names, service)], plan),
    )
    of_staff = tuple(
        (
            _checked(GoalTold(staff["goal"].format(**names), difficulty=Difficulty.DEMANDING), [waiting], plan),
            _checked(GoalTold(staff["goal_beside"], difficulty=Difficulty.USUAL), [_files(each)], plan),
        )
        for each in staff["files"]
    )
    return UnitContent(of_head, of_staff)


def _checked(goal: GoalTold, indicators: list[IndicatorTold], plan: PerformancePlan) -> Part:
    return checked_goal(goal, plan=plan), tuple(checked_indicator(one) for one in indicators)


def _waiting(words: str, unit: Unit, service: PublicService, standard: ServiceStandard) -> IndicatorTold:
    promised = Decimal(standard.promised_amount or 1)
    if standard.promised_unit in IN_HOURS:
        promised = round(promised * IN_HOURS[PromiseUnit(standard.promised_unit)], 2)
    baseline, target = 2 * promised, promised
    if unit.code == OF_PERMITS and standard.promised_unit == PromiseUnit.WORKING_DAYS:
        baseline, target = WEEKS, DAYS
    return IndicatorTold(
        words, aspects=(Aspect.TIME,), baseline=baseline, target=target, direction=Direction.LOWER,
        source=IndicatorSource.SERVICE, service=service, figure=ReadFigure.MEDIAN_TIME,
    )  # fmt: skip


def _index(head: dict[str, str], names: dict[str, str], service: PublicService) -> IndicatorTold:
    return IndicatorTold(
        head["satisfaction"].format(**names), aspects=(Aspect.QUALITY,), target=GOOD_INDEX, direction=Direction.HIGHER,
        source=IndicatorSource.SURVEY, service=service, figure=ReadFigure.SATISFACTION,
    )  # fmt: skip


def _files(each: dict[str, Any]) -> IndicatorTold:
    return IndicatorTold(
        each["words"], aspects=(Aspect.QUANTITY,), target=Decimal(each["target"]), unit=each["unit"],
        direction=Direction.HIGHER, source_words="Buku register layanan",
    )  # fmt: skip
