"""What a person writes into a plan, before it is kept, and what of it cannot be kept."""

from dataclasses import dataclass, replace
from decimal import Decimal

from pembina.core.rules.goal_progress import Direction as RuleDirection
from pembina.core.rules.goal_progress import Measure as GoalMeasure
from pembina.core.rules.goal_progress import UnusableGoalError
from pembina.core.rules.service_time import Measure
from pembina.domain.performance.enums import (
    Aspect,
    Direction,
    GoalKind,
    IndicatorSource,
    PlanForm,
    ReadFigure,
)
from pembina.domain.performance.models import Goal, Indicator, PerformancePlan
from pembina.domain.performance.models.goals import OF_THE_LEDGER, OF_THE_SURVEY
from pembina.domain.performance.plan_refusals import (
    MeasureIncompleteError,
    PerspectiveElsewhereError,
    ReadingIncompleteError,
    TargetMissingError,
    UnusableAmountError,
    WordsMissingError,
)
from pembina.domain.services.models import PublicService
from pembina.domain.services.tally_basis import measure_of

# In the language of the official paper, as whatever a person writes.
UNITS_OF_TIME = {Measure.WORKING_DAYS: "hari kerja", Measure.WORKING_TIME: "jam kerja"}
UNITS = {ReadFigure.SHARE_ON_TIME: "%", ReadFigure.SATISFACTION: "poin", ReadFigure.SATISFACTION_ELEMENT: "poin"}


@dataclass(frozen=True, slots=True)
class GoalTold:
    """One result before it is kept; `supports` is one of the superior's, else `supports_words` says it."""

    words: str
    kind: str = GoalKind.MAIN
    supports: Goal | None = None
    supports_words: str = ""
    perspective: str = ""
    risk: str = ""
    difficulty: int | None = None

    @property
    def fields(self) -> dict[str, object]:
        """Return what the record keeps."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class IndicatorTold:
    """One indicator before it is kept; target, unit and direction together, or a target in words."""

    words: str
    aspects: tuple[str, ...] = ()
    baseline: Decimal | None = None
    target: Decimal | None = None
    unit: str = ""
    direction: str = ""
    target_words: str = ""
    source: str = IndicatorSource.REPORTED
    source_words: str = ""
    service: PublicService | None = None
    figure: str = ""
    element: int | None = None

    @property
    def fields(self) -> dict[str, object]:
        """Return what the record keeps."""
        told = {name: getattr(self, name) for name in self.__slots__}
        return told | {"aspects": list(self.aspects)}


def told_of_goal(goal: Goal) -> GoalTold:
    """Return what a record says, to be written elsewhere."""
    return GoalTold(**{name: getattr(goal, name) for name in GoalTold.__slots__})


def told_of_indicator(indicator: Indicator) -> IndicatorTold:
    """Return what a record says, to be written elsewhere."""
    told = {name: getattr(indicator, name) for name in IndicatorTold.__slots__}
    return IndicatorTold(**told | {"aspects": tuple(indicator.aspects)})


def checked_goal(told: GoalTold, *, plan: PerformancePlan) -> GoalTold:
    """Return what may be kept; raises ``WordsMissingError``, ``PerspectiveElsewhereError``."""
    if not told.words.strip():
        raise WordsMissingError
    if told.perspective and not PlanForm(plan.form).is_top:
        raise PerspectiveElsewhereError
    supports_words = "" if told.supports else told.supports_words.strip()
    return replace(told, words=told.words.strip(), supports_words=supports_words)


def checked_indicator(told: IndicatorTold) -> IndicatorTold:
    """Return what may be kept; one that is read gets the unit in which it is read.

    Raises ``WordsMissingError``, ``MeasureIncompleteError``, ``TargetMissingError``, ``ReadingIncompleteError``,
    ``UnusableAmountError``. A target above 100 %, one that falls and one below the baseline are all fine.
    """
    if not told.words.strip():
        raise WordsMissingError
    told = replace(
        told, words=told.words.strip(), unit=told.unit.strip(), target_words=told.target_words.strip(),
        aspects=tuple(aspect for aspect in Aspect.values if aspect in told.aspects),
    )  # fmt: skip
    told = _reported(told) if told.source == IndicatorSource.REPORTED else _read(told)
    if told.target is None and not told.target_words:
        raise TargetMissingError
    if told.target is not None:
        measure_told(told)
    return told


def unit_read(service: PublicService, figure: str) -> str:
    """Return in which unit a figure of a service is read today."""
    return UNITS.get(ReadFigure(figure)) or UNITS_OF_TIME[measure_of(service)]


def measure_told(told: IndicatorTold | Indicator) -> GoalMeasure:
    """Return a measured indicator as the rule knows it; raises ``UnusableAmountError``."""
    if told.target is None:
        raise MeasureIncompleteError
    try:
        return GoalMeasure(told.unit, RuleDirection(told.direction), told.baseline, told.target)
    except UnusableGoalError as refused:
        raise UnusableAmountError(refused.message, refused.remedy) from refused


def _reported(told: IndicatorTold) -> IndicatorTold:
    is_whole = told.target is not None and bool(told.unit) and told.direction in Direction.values
    is_empty = told.target is None and told.baseline is None and not told.unit and not told.direction
    if not is_whole and not is_empty:
        raise MeasureIncompleteError
    return replace(told, service=None, figure="", element=None)


def _read(told: IndicatorTold) -> IndicatorTold:
    figures = OF_THE_LEDGER if told.source == IndicatorSource.SERVICE else OF_THE_SURVEY
    is_element = told.figure == ReadFigure.SATISFACTION_ELEMENT
    if (
        told.service is None
        or told.figure not in figures
        or told.target is None
        or told.direction not in Direction.values
        or (is_element and told.element is None)
    ):
        raise ReadingIncompleteError
    element = told.element if is_element else None
    return replace(told, unit=unit_read(told.service, told.figure), element=element)
