"""How a realisation stands to its target, in the direction that the indicator should go, and in full.

Two percentages, neither of which decides the state: the way from baseline to target that has been made, and the ratio
to the target. Where one cannot be had, the reason stands in its place; it is never zero or a hundred instead. Nothing
is capped here.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.goal_progress.amounts import Amount, comma, exact, percent, plain
from pembina.core.rules.goal_progress.measures import Direction, Measure
from pembina.core.text import Text

PACKAGE = "pembina.core.rules.goal_progress"


class GoalState(StrEnum):
    """How a realisation stands to its target."""

    UNKNOWN = "unknown"
    BELOW = "below"
    MET = "met"
    ABOVE = "above"

    @property
    def label(self) -> Text:
        """Return its words for a list."""
        return _STATES[self]


_STATES = {
    GoalState.UNKNOWN: Text(id="Belum ada realisasi", en="No realisation yet"),
    GoalState.BELOW: Text(id="Belum mencapai target", en="Target not reached"),
    GoalState.MET: Text(id="Mencapai target", en="Target reached"),
    GoalState.ABOVE: Text(id="Melampaui target", en="Above target"),
}


class Gap(StrEnum):
    """Why there is no percentage."""

    NO_REALISATION = "no_realisation"
    NO_BASELINE = "no_baseline"
    BASELINE_IS_TARGET = "baseline_is_target"
    TARGET_BEHIND_BASELINE = "target_behind_baseline"
    ZERO_TARGET = "zero_target"
    ZERO_REALISATION = "zero_realisation"
    NEGATIVE = "negative"

    @property
    def label(self) -> Text:
        """Return it in words."""
        return _GAPS[self]


_GAPS = {
    Gap.NO_REALISATION: Text(id="realisasi belum ada", en="there is no realisation yet"),
    Gap.NO_BASELINE: Text(id="angka awal tidak diketahui", en="the baseline is not known"),
    Gap.BASELINE_IS_TARGET: Text(id="angka awal sama dengan target", en="the baseline is the target"),
    Gap.TARGET_BEHIND_BASELINE: Text(
        id="target lebih buruk daripada angka awal", en="the target is worse than the baseline"
    ),
    Gap.ZERO_TARGET: Text(id="targetnya nol", en="the target is zero"),
    Gap.ZERO_REALISATION: Text(id="realisasinya nol", en="the realisation is zero"),
    Gap.NEGATIVE: Text(id="ada angka negatif", en="an amount is negative"),
}


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage with two decimals, rounded down, or the reason why there is none; exactly one of the two."""

    value: Decimal | None
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Achievement:
    """A realisation beside its target.

    Attributes
    ----------
    realised : in the unit of the measure; None while it is not known, which is not zero
    beyond : how far past the target, in units; positive is better, negative is short; None without realisation
    improved : how far from the baseline, in units, likewise; None without realisation or baseline
    progress : of the way from baseline to target
    ratio : to the target alone: realised / target, or target / realised where lower is better
    article, certainty : how it is computed is a convention of this program
    because : one sentence for the person
    """

    measure: Measure
    realised: Decimal | None
    state: GoalState
    beyond: Decimal | None
    improved: Decimal | None
    progress: Percentage
    ratio: Percentage
    article: str
    certainty: Certainty
    because: Text


def achievement(*, measure: Measure, realised: Amount | None, on: date) -> Achievement:
    """Compare a realisation with its target; above target is kept in full.

    Raises
    ------
    NotInForceError : before the first version
    UnusableGoalError : a realisation that is no number, or a float
    """
    told = parameters_in_force(PACKAGE, on=on)["achievement"]
    known = None if realised is None else exact(realised)
    beyond = None if known is None else _better(measure, known, measure.target)
    improved = None if known is None or measure.baseline is None else _better(measure, known, measure.baseline)
    state = _state(beyond)
    return Achievement(
        measure=measure,
        realised=known,
        state=state,
        beyond=beyond,
        improved=improved,
        progress=_progress(measure, known),
        ratio=_ratio(measure, known),
        article=told["article"],
        certainty=Certainty(told["certainty"]),
        because=_because(measure, known, beyond, state),
    )


def _better(measure: Measure, amount: Decimal, than: Decimal) -> Decimal:
    return (amount - than) * measure.direction.sign


def _state(beyond: Decimal | None) -> GoalState:
    if beyond is None:
        return GoalState.UNKNOWN
    if beyond == 0:
        return GoalState.MET
    return GoalState.ABOVE if beyond > 0 else GoalState.BELOW


def _progress(measure: Measure, realised: Decimal | None) -> Percentage:
    if realised is None:
        return Percentage(None, Gap.NO_REALISATION)
    if measure.baseline is None:
        return Percentage(None, Gap.NO_BASELINE)
    planned = _better(measure, measure.target, measure.baseline)
    if planned == 0:
        return Percentage(None, Gap.BASELINE_IS_TARGET)
    if planned < 0:
        return Percentage(None, Gap.TARGET_BEHIND_BASELINE)
    return Percentage(percent(Fraction(_better(measure, realised, measure.baseline)) / Fraction(planned)), None)


def _ratio(measure: Measure, realised: Decimal | None) -> Percentage:
    if realised is None:
        return Percentage(None, Gap.NO_REALISATION)
    if min(measure.target, realised) < 0:
        return Percentage(None, Gap.NEGATIVE)
    if measure.target == 0:
        return Percentage(None, Gap.ZERO_TARGET)
    part, whole = Fraction(realised), Fraction(measure.target)
    if measure.direction is Direction.LOWER:
        part, whole = whole, part
    return Percentage(None, Gap.ZERO_REALISATION) if whole == 0 else Percentage(percent(part / whole), None)


def _because(measure: Measure, realised: Decimal | None, beyond: Decimal | None, state: GoalState) -> Text:
    unit, way = measure.unit, measure.direction.label
    goal = _goal(measure)
    if realised is None or beyond is None:
        return Text(
            id=f"{goal.id} ({way.id}): realisasi belum ada; itu tidak dihitung sebagai nol.",
            en=f"{goal.en} ({way.en}): there is no realisation yet; that is not counted as zero.",
        )
    if state is GoalState.MET:
        far = Text(id="tepat pada target", en="exactly on target")
    else:
        is_above = state is GoalState.ABOVE
        far = Text(
            id=f"{comma(abs(beyond))} {unit} {'lebih baik daripada' if is_above else 'lagi untuk mencapai'} target",
            en=f"{plain(abs(beyond))} {unit} {'better than' if is_above else 'short of'} the target",
        )
    return Text(
        id=f"{goal.id} ({way.id}): realisasi {comma(realised)} {unit}, {far.id}.",
        en=f"{goal.en} ({way.en}): realised {plain(realised)} {unit}, {far.en}.",
    )


def _goal(measure: Measure) -> Text:
    if measure.baseline is None:
        return Text(
            id=f"Target {comma(measure.target)} {measure.unit}", en=f"Target {plain(measure.target)} {measure.unit}"
        )
    return Text(
        id=f"Dari {comma(measure.baseline)} ke target {comma(measure.target)} {measure.unit}",
        en=f"From {plain(measure.baseline)} to the target of {plain(measure.target)} {measure.unit}",
    )
