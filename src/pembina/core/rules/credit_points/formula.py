"""Credit points from a predicate: percentage of the predicate x points of a year x months / 12.

Rounded half up to two decimals, once, as the examples of BKN show them.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from pembina.core.rules.appraisal_rating import Certainty, Predicate, predicates
from pembina.core.rules.credit_points import refusals
from pembina.core.rules.credit_points.levels import PACKAGE, Level, LevelStep, level_step
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.goal_progress.amounts import comma, plain
from pembina.core.text import Text

_MONTHS = 12
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class CreditPoints:
    """What one appraisal gives.

    Attributes
    ----------
    points : rounded to two decimals
    percentage : of the predicate
    yearly : points of a whole year of that level at 100 %
    article, certainty : legal basis, for print
    because : one sentence for the person
    """

    level: Level
    predicate: Predicate
    months: int
    points: Decimal
    percentage: Decimal
    yearly: Decimal
    article: str
    certainty: Certainty
    because: Text


def credit_points(*, level: Level, predicate: Predicate, months: int, on: date) -> CreditPoints:
    """Convert the predicate of some months of one year.

    Parameters
    ----------
    months : 12 for an annual appraisal, fewer for a periodic one

    Raises
    ------
    NotInForceError : before the first version
    UnusableCreditError : months outside 1 to 12, or what is no level or predicate
    """
    if isinstance(months, bool) or not isinstance(months, int) or not 1 <= months <= _MONTHS:
        raise refusals.no_months(months)
    told = parameters_in_force(PACKAGE, on=on)
    step = level_step(level, on=on)
    if predicate not in told["percentages"]["of"]:
        raise refusals.off_scale(predicate)
    percentage = Decimal(told["percentages"]["of"][predicate])
    exact = percentage * step.yearly * months
    points = (exact / (100 * _MONTHS)).quantize(_HUNDREDTH, rounding=ROUND_HALF_UP)
    return CreditPoints(
        level=step.level,
        predicate=Predicate(predicate),
        months=months,
        points=points,
        percentage=percentage,
        yearly=step.yearly,
        article=f"{told['percentages']['article']}; {told['formula']}",
        certainty=Certainty(told["certainty"]),
        because=_because(step, Predicate(predicate), (percentage, points), months, on),
    )


def _because(step: LevelStep, predicate: Predicate, amounts: tuple[Decimal, Decimal], months: int, on: date) -> Text:
    percentage, points = amounts
    label = next(each.label for each in predicates(on=on) if each.predicate is predicate)
    return Text(
        id=f"Predikat {label.id} selama {months} bulan sebagai {step.label.id}: {months}/{_MONTHS} × "
        f"{comma(percentage)} % × {comma(step.yearly)} = {comma(points)} angka kredit.",
        en=f"Predicate {label.en} for {months} months as {step.label.en}: {months}/{_MONTHS} × "
        f"{plain(percentage)} % × {plain(step.yearly)} = {plain(points)} credit points.",
    )
