"""A study from a locked design and its frozen data: what a run computes, and what anybody can compute again.

Nothing else goes in, so the same two give the same result wherever they are computed. Processors add up in different
orders; `settled` cuts what they cannot agree on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from pembina.core.effect.arrays import FloatArray, IntArray
from pembina.core.effect.question import Question
from pembina.core.effect.report import Json
from pembina.core.effect.study import StudyOutcome, study_result
from pembina.core.text import Text

FORMAT = "pembina-design-1"
RANDOM, DOWN = "random", "down"
DECIMALS, DIGITS = 12, 10
LARGEST_FRACTION = 1e15


@dataclass(frozen=True)
class FrozenColumns:
    """The data of one outcome in R rows, one a unit and month.

    Attributes
    ----------
    unit : (R,) code of the unit
    month : (R,) twelve times the year plus the month from 0
    outcome : (R,) the figure; NaN where nothing was observed
    count : (R,) requests or answers behind it
    planned, actual : (R,) month of the planned and of the actual start, as `month`; NaN for never
    """

    unit: tuple[str, ...]
    month: IntArray
    outcome: FloatArray
    count: IntArray
    planned: FloatArray
    actual: FloatArray

    @property
    def rows(self) -> int:
        """R, the number of rows."""
        return len(self.unit)


def frozen_result(
    design: Mapping[str, Any],
    panels: Mapping[int, FrozenColumns],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> dict[str, Json]:
    """Return what `study_result` says of a locked design, with numbers every computer agrees on.

    Parameters
    ----------
    design : the object of the locked text (`domain.impact.design_content`)
    panels : the data of each outcome by its position
    """
    outcomes = [_outcome(design, told, panels[told["position"]]) for told in design["outcomes"]]
    found = study_result(outcomes, correction=design["computation"]["correction"], progress=progress)
    told: list[dict[str, Json]] = found["outcomes"]  # type: ignore[assignment]
    for one, design_outcome in zip(told, design["outcomes"], strict=True):
        one |= _period_of(panels[design_outcome["position"]])
    return {name: settled(value) for name, value in found.items()}


def _period_of(panel: FrozenColumns) -> dict[str, Json]:
    """Return how many months a period has, where it is not one: times since the start count in periods."""
    apart = np.diff(np.unique(panel.month))
    months = int(np.gcd.reduce(apart)) if apart.size else 1
    return {"months_per_period": months} if months > 1 else {}


def settled(value: Json) -> Json:
    """Round numbers to ten digits and twelve decimals, and write each so that JSON reads the same one back."""
    if isinstance(value, dict):
        return {name: settled(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [settled(one) for one in value]
    if not isinstance(value, float):
        return value
    rounded = float(f"{round(value, DECIMALS):.{DIGITS}g}")
    # A database that keeps JSON by value knows neither minus zero nor exponents.
    return int(rounded) if abs(rounded) >= LARGEST_FRACTION else rounded + 0.0


def month_name(number: int) -> str:
    """Return a month by its number as 2026-03."""
    return f"{number // 12}-{number % 12 + 1:02d}"


def _outcome(design: Mapping[str, Any], told: Mapping[str, Any], data: FrozenColumns) -> StudyOutcome:
    return StudyOutcome(
        position=told["position"],
        role=told["role"],
        name=Text(id=told["name"]["id"], en=told["name"]["en"]),
        question=question_from(design, told),
        unit=data.unit,
        period=data.month,
        outcome=data.outcome,
        planned=data.planned,
        actual=data.actual,
        month_names={int(number): month_name(int(number)) for number in np.unique(data.month)},
    )


def question_from(design: Mapping[str, Any], told: Mapping[str, Any]) -> Question:
    """Return what is asked about one outcome; refused as `Question` refuses."""
    computation, is_random = design["computation"], design["order"]["kind"] == RANDOM
    smallest = told["smallest_effect"]
    return Question(
        lower_is_better=told["direction"] == DOWN,
        smallest_effect=None if smallest is None else float(smallest),
        comparison=design["comparison"],
        random_timing=is_random,
        draws=computation["draws"],
        seed=computation["seed"],
        strata={one["code"]: one["stratum"] for one in design["units"] if one["stratum"]} if is_random else {},
        confidence=float(computation["confidence"]),
        outcome_unit=told["unit"]["id"],
    )
