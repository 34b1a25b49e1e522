"""A study: several outcomes of one programme, each answered twice, as plain data that can be stored and hashed.

By the planned start is the answer that the design promised (intention to treat): slips cannot make it look better. By
the actual start is the answer for those who really began. The same arrays always give the same data, to the last digit.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from pembina.core.effect.arrays import FloatArray, IntArray
from pembina.core.effect.estimation import Evidence
from pembina.core.effect.evaluation import Evaluation, evaluate
from pembina.core.effect.event_chart import event_points
from pembina.core.effect.multiple import holm
from pembina.core.effect.notes import RefusedError
from pembina.core.effect.panel import Panel, panel_from_long
from pembina.core.effect.question import Question
from pembina.core.effect.report import Json, finite, sensitivity_as_dict
from pembina.core.effect.sensitivity import check_sensitivity
from pembina.core.text import Text

PRIMARY, SECONDARY, GUARD = "primary", "secondary", "guard"
LANGUAGES = ("id", "en")
POINT = ("estimate", "ci_low", "ci_high", "band_low", "band_high")


@dataclass(frozen=True)
class StudyOutcome:
    """One outcome in long columns of equal length R.

    Attributes
    ----------
    position : its number in the design, from 1
    role : ``primary``, ``secondary`` or ``guard``
    unit : (R,) code of the unit of each row
    period : (R,) whole number of the month
    outcome : (R,) the figure; NaN where nothing was observed
    planned, actual : (R,) month of the planned and of the actual start; NaN for never
    month_names : how people write each month
    """

    position: int
    role: str
    name: Text
    question: Question
    unit: tuple[str, ...]
    period: IntArray
    outcome: FloatArray
    planned: FloatArray
    actual: FloatArray
    month_names: dict[int, str] = field(default_factory=dict)

    def panel(self, start: FloatArray) -> Panel:
        """Return the panel by one of the two starts. Raises as `panel_from_long`."""
        units = np.asarray(self.unit)
        return panel_from_long(units, self.period, self.outcome, start, period_names=self.month_names)

    @property
    def slipped(self) -> bool:
        """Say whether anybody started in another month than planned; months that were not observed say nothing."""
        last = self.period.max()
        planned, actual = (np.where(start > last, np.nan, start) for start in (self.planned, self.actual))
        return not np.array_equal(planned, actual, equal_nan=True)


def study_result(
    outcomes: Sequence[StudyOutcome], *, correction: str, progress: Callable[[int, int], None] | None = None
) -> dict[str, Json]:
    """Answer all outcomes.

    Returns ``{"correction", "outcomes": [{"position", "role", "name", "unit", "months", "planned", "actual",
    "slipped", "event", "sensitivity", "refused", "p", "p_adjusted"}]}``. `months` names the months by their number.
    `planned`, `actual` and `sensitivity` hold the object of `core.effect.report` in ``id`` and ``en``, or None. `event`
    are the points of the chart by the planned start (`core.effect.event_chart`), or None. `refused` maps what could not
    be answered to its code, message and remedy. `p_adjusted` is None for the primary outcome, for guards and without a
    correction.
    """
    found: list[dict[str, Json]] = []
    for done, outcome in enumerate(outcomes):
        if progress:
            progress(done, len(outcomes))
        found.append(_answered(outcome))
    if progress:
        progress(len(outcomes), len(outcomes))
    return {"correction": correction, "outcomes": list(_corrected(found, correction))}


def _answered(outcome: StudyOutcome) -> dict[str, Json]:
    refused: dict[str, Json] = {}
    found = _by_start(outcome, outcome.planned, outcome.question, "planned", refused)
    planned = _told(found)
    # The lot decided the plan. Who really began when, it did not: that is compared like an order that was chosen.
    chosen = replace(outcome.question, random_timing=False, strata={})
    actual = _told(_by_start(outcome, outcome.actual, chosen, "actual", refused)) if outcome.slipped else planned
    return {
        "position": outcome.position,
        "role": outcome.role,
        "name": _both(outcome.name),
        "unit": outcome.question.outcome_unit,
        "months": {str(number): name for number, name in sorted(outcome.month_names.items())},
        "planned": planned,
        "actual": actual,
        "slipped": outcome.slipped,
        "event": _event(outcome, found) if found else None,
        "sensitivity": _sensitivity(outcome, refused) if planned else None,
        "refused": refused,
        "p": planned["id"]["headline"]["p"] if planned else None,  # type: ignore[index,call-overload]
        "p_adjusted": None,
    }


def _by_start(
    outcome: StudyOutcome, start: FloatArray, question: Question, what: str, refused: dict[str, Json]
) -> Evaluation | None:
    try:
        return evaluate(outcome.panel(start), question)
    except RefusedError as error:
        refused[what] = _refusal(error)
        return None


def _told(found: Evaluation | None) -> dict[str, Json] | None:
    return {language: found.as_dict(language) for language in LANGUAGES} if found else None


def _event(outcome: StudyOutcome, found: Evaluation) -> list[Json]:
    """Return the points of the chart; None where a number is undefined."""
    return [
        {"event_time": time} | {name: finite(value) for name, value in zip(POINT, values, strict=True)}
        for time, values in event_points(outcome.panel(outcome.planned), found)
    ]


def _sensitivity(outcome: StudyOutcome, refused: dict[str, Json]) -> dict[str, Json] | None:
    try:
        found = check_sensitivity(Evidence(outcome.panel(outcome.planned), outcome.question))
    except RefusedError as error:
        refused["sensitivity"] = _refusal(error)
        return None
    return {language: sensitivity_as_dict(found, language) for language in LANGUAGES}


def _corrected(found: list[dict[str, Json]], correction: str) -> list[dict[str, Json]]:
    beside = [one for one in found if one["role"] == SECONDARY]
    if correction == "holm":
        values = [np.nan if one["p"] is None else float(one["p"]) for one in beside]  # type: ignore[arg-type]
        for one, value in zip(beside, holm(values), strict=True):
            one["p_adjusted"] = None if np.isnan(value) else value
    return found


def _refusal(error: RefusedError) -> dict[str, Json]:
    return {"code": error.code, "message": _both(error.message), "remedy": _both(error.remedy)}


def _both(text: Text) -> dict[str, Json]:
    return {language: text.in_language(language) for language in LANGUAGES}
