"""How predicates of a unit stand to the pattern for its rating: advice that asks for a reason, never a block."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from pembina.core.rules.appraisal_rating import refusals
from pembina.core.rules.appraisal_rating.certainty import Certainty
from pembina.core.rules.appraisal_rating.scales import PACKAGE, Organisation, Predicate, label_of, predicate_step
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text

_TENTH = Decimal("0.1")


class PatternState(StrEnum):
    """How a spread stands to its pattern."""

    TOO_FEW = "too_few"
    WITHIN = "within"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class PatternRow:
    """One predicate: persons who have it, their share, and the share that the official curve shows, in percent.

    `share` is None where nobody has been rated yet; `advised_share` is measured off a figure without numbers.
    """

    predicate: Predicate
    label: Text
    count: int
    share: Decimal | None
    advised_share: Decimal


@dataclass(frozen=True, slots=True)
class PatternAdvice:
    """A spread beside its pattern.

    Attributes
    ----------
    ideal : the predicate that ideally most have
    rows : one for each predicate, the best first
    total : persons counted
    state : `OUTSIDE` asks for a written reason and blocks nothing
    article, certainty : of the sentence of the regulation; `curve_certainty` of the advised shares
    because : one sentence for whoever rates
    """

    organisation: Organisation
    ideal: Predicate
    rows: tuple[PatternRow, ...]
    total: int
    state: PatternState
    article: str
    certainty: Certainty
    curve_certainty: Certainty
    because: Text

    @property
    def needs_reason(self) -> bool:
        """Say whether a written reason is asked for."""
        return self.state is PatternState.OUTSIDE


def pattern_advice(*, organisation: Organisation, counts: Mapping[Predicate, int], on: date) -> PatternAdvice:
    """Compare the predicates of the persons of one rater with the pattern for the rating of the organisation.

    Parameters
    ----------
    organisation : rating of the unit that the rater leads
    counts : persons by predicate; a predicate left out has none

    Raises
    ------
    NotInForceError : before the first version
    UnusableRatingError : a count that is no whole number from zero on, or a predicate or organisation off the scale
    """
    told = parameters_in_force(PACKAGE, on=on)["pattern"]
    row = _row(told["organisations"], organisation)
    total = sum(_counted(predicate, count) for predicate, count in counts.items())
    ideal = Predicate(row["ideal"])
    state = _state(told, counts.get(ideal, 0), total)
    return PatternAdvice(
        organisation=Organisation(row["key"]),
        ideal=ideal,
        rows=_rows(row["heights"], counts, total, on),
        total=total,
        state=state,
        article=told["article"],
        certainty=Certainty(told["certainty"]),
        curve_certainty=Certainty(told["heights_certainty"]),
        because=_because(
            state, label_of(row), predicate_step(ideal, on=on).label, counts.get(ideal, 0), total, told["fewest"]
        ),
    )


def _row(rows: list[dict[str, Any]], organisation: Organisation) -> dict[str, Any]:
    for row in rows:
        if row["key"] == organisation:
            return row
    raise refusals.off_scale(organisation)


def _counted(predicate: Predicate, count: int) -> int:
    if predicate not in list(Predicate):
        raise refusals.off_scale(predicate)
    if isinstance(count, bool) or not isinstance(count, int) or count < 0:
        raise refusals.no_count(count)
    return count


def _rows(heights: list[str], counts: Mapping[Predicate, int], total: int, on: date) -> tuple[PatternRow, ...]:
    curve = [Fraction(height) for height in heights]
    found = []
    for predicate, height in zip(Predicate, curve, strict=True):
        count = counts.get(predicate, 0)
        share = _percent(Fraction(count, total)) if total else None
        label = predicate_step(predicate, on=on).label
        found.append(PatternRow(predicate, label, count, share, _percent(height / sum(curve))))
    return tuple(found)


def _percent(share: Fraction) -> Decimal:
    exact = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return exact.quantize(_TENTH, rounding=ROUND_HALF_EVEN)


def _state(told: dict[str, Any], ideal: int, total: int) -> PatternState:
    if total < told["fewest"]:
        return PatternState.TOO_FEW
    return PatternState.WITHIN if Fraction(ideal, total) > Fraction(told["most_means"]) else PatternState.OUTSIDE


def _because(state: PatternState, organisation: Text, ideal: Text, count: int, total: int, fewest: int) -> Text:
    rule = Text(
        id=f"Dengan capaian kinerja organisasi {organisation.id}, idealnya sebagian besar pegawai berpredikat "
        f"{ideal.id}; predikat lain tetap mungkin.",
        en=f"Where the organisation is rated {organisation.en}, ideally most persons are {ideal.en}; other predicates "
        "stay possible.",
    )
    match state:
        case PatternState.TOO_FEW:
            return Text(
                id=f"{rule.id} Dengan kurang dari {fewest} orang, polanya tidak dibandingkan.",
                en=f"{rule.en} Fewer than {fewest} persons are not compared with it.",
            )
        case PatternState.WITHIN:
            return Text(id=f"{rule.id} Di sini {count} dari {total}.", en=f"{rule.en} Here {count} of {total}.")
        case PatternState.OUTSIDE:
            return Text(
                id=f"{rule.id} Di sini {count} dari {total}: tuliskan alasannya. Ini panduan, bukan larangan.",
                en=f"{rule.en} Here {count} of {total}: write down why. This is guidance, not a ban.",
            )
