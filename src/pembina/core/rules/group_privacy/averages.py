"""The average of a batch, told so that every single rater may still have given any score.

It is rounded; and near the ends of the scale only a bound is told, for an average of 4.9 says that nobody gave a 1. The
bound is (highest - lowest) / n away from the end, n being the least of the band that is told: with the n scores that
stand behind it, one rater may have given anything and the others make up for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.goal_progress.amounts import comma, plain
from pembina.core.rules.group_privacy import refusals
from pembina.core.rules.group_privacy.release import PACKAGE
from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class ShownAverage:
    """An average as it may be shown.

    Attributes
    ----------
    low, high : between which it lies; both None where it may not be shown
    at_least : of at least so many raters; None where it may not be shown
    weight : how many scores stand behind it, to join averages with; never shown
    article, certainty, because : why, and the figure in a sentence
    """

    low: Decimal | None
    high: Decimal | None
    at_least: int | None
    weight: int
    article: str
    certainty: Certainty
    because: Text

    @property
    def value(self) -> Decimal | None:
        """Return the rounded average; None where only bounds may be told, or nothing."""
        return self.low if self.low == self.high else None


def shown_average(*, scores: Sequence[int], lowest: int, highest: int, on: date) -> ShownAverage:
    """Average the scores of one batch on one question; raters who did not answer it are left out.

    Parameters
    ----------
    lowest, highest : ends of the scale

    Raises
    ------
    NotInForceError : before the first version
    UnusableAnswersError : no scale, or a score that is not on it
    """
    told = parameters_in_force(PACKAGE, on=on)
    _check(scores, lowest, highest)
    n = len(scores)
    if n < told["smallest_group"]:
        return _shown(None, None, n, on)
    step, room = Decimal(told["step"]), Fraction(highest - lowest, _band(told["bands"], n))
    mean = Fraction(sum(scores), n)
    floor, ceiling = _stepped(lowest + room, step, ROUND_CEILING), _stepped(highest - room, step, ROUND_FLOOR)
    if mean <= Fraction(floor):
        return _shown(Decimal(lowest), floor, n, on)
    if mean >= Fraction(ceiling):
        return _shown(ceiling, Decimal(highest), n, on)
    value = _stepped(mean, step, ROUND_HALF_UP)
    return _shown(value, value, n, on)


def together(averages: Iterable[ShownAverage], *, on: date) -> ShownAverage:
    """Average several batches, from nothing but what is shown of each; those not shown are left out."""
    shown = [(each.low, each.high, each.weight) for each in averages if each.low is not None and each.high is not None]
    n = sum(weight for _, _, weight in shown)
    if not shown:
        return _shown(None, None, n, on)
    step = Decimal(parameters_in_force(PACKAGE, on=on)["step"])
    low = Fraction(sum(Fraction(low) * weight for low, _, weight in shown), n)
    high = Fraction(sum(Fraction(high) * weight for _, high, weight in shown), n)
    if low == high:
        value = _stepped(low, step, ROUND_HALF_UP)
        return _shown(value, value, n, on)
    return _shown(_stepped(low, step, ROUND_FLOOR), _stepped(high, step, ROUND_CEILING), n, on)


def _shown(low: Decimal | None, high: Decimal | None, n: int, on: date) -> ShownAverage:
    told = parameters_in_force(PACKAGE, on=on)
    at_least = None if low is None else _band(told["bands"], n)
    return ShownAverage(
        low=low,
        high=high,
        at_least=at_least,
        weight=n,
        article=told["article"],
        certainty=Certainty(told["certainty"]),
        because=_because(low, high, at_least, told["smallest_group"]),
    )


def _check(scores: Sequence[int], lowest: int, highest: int) -> None:
    if not lowest < highest:
        raise refusals.scale(lowest, highest)
    for score in scores:
        if isinstance(score, bool) or not isinstance(score, int) or not lowest <= score <= highest:
            raise refusals.score(score)


def _band(bands: list[int], n: int) -> int:
    return max(least for least in bands if least <= n)


def _stepped(value: Fraction, step: Decimal, rounding: str) -> Decimal:
    """Return the multiple of `step` that rounding leads to, exactly."""
    steps = value / Fraction(step)
    whole, rest = divmod(steps, 1)
    up = {ROUND_FLOOR: False, ROUND_CEILING: rest > 0, ROUND_HALF_UP: rest * 2 >= 1}[rounding]
    return (int(whole) + up) * step


def _because(low: Decimal | None, high: Decimal | None, at_least: int | None, smallest: int) -> Text:
    if low is None or high is None:
        return Text(
            id=f"Tidak ditampilkan: yang menjawab kurang dari {smallest} penilai.",
            en=f"Not shown: fewer than {smallest} raters answered.",
        )
    who = Text(id=f"paling sedikit {at_least} penilai", en=f"at least {at_least} raters")
    if low == high:
        return Text(
            id=f"Rata-rata sekitar {comma(low)} dari {who.id}.", en=f"On average about {plain(low)}, of {who.en}."
        )
    return Text(
        id=f"Rata-rata antara {comma(low)} dan {comma(high)} dari {who.id}; angka di ujung skala tidak dirinci, agar "
        "jawaban seseorang tidak dapat ditebak.",
        en=f"On average between {plain(low)} and {plain(high)}, of {who.en}; figures near the ends of the scale are "
        "not told more closely, so that nobody's answer can be guessed.",
    )
