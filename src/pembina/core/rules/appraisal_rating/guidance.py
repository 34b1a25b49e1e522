"""The regulation's example of how results become a rating ("dapat digunakan"): a hint to the rater, who decides.

"Most" (sebagian besar) is read as more than half and "a small part" (sebagian kecil) as less than half; the regulation
gives no numbers. Where no line of the guidance fits, none is chosen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from pembina.core.rules.appraisal_rating import refusals
from pembina.core.rules.appraisal_rating.certainty import Certainty
from pembina.core.rules.appraisal_rating.scales import PACKAGE, Rating, label_of, rating_step
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text

_HALF = Fraction(1, 2)
_NO_FEEDBACK = Text(
    id=" Belum ada umpan balik; itu tidak dihitung sebagai negatif.",
    en=" No feedback yet; that is not counted as negative.",
)


@dataclass(frozen=True, slots=True)
class GuideLine:
    """The words of the regulation for one rating."""

    rating: Rating
    words: Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one planned result (RHK) came out, and whether it is a main one (utama)."""

    rating: Rating
    is_main: bool


@dataclass(frozen=True, slots=True)
class FeedbackTally:
    """Feedback notes on results: positive ones, and all others."""

    positive: int
    other: int

    def __post_init__(self) -> None:
        for count in (self.positive, self.other):
            if isinstance(count, bool) or not isinstance(count, int) or count < 0:
                raise refusals.no_count(count)


@dataclass(frozen=True, slots=True)
class RatingHint:
    """The rating whose line of the guidance fits.

    Attributes
    ----------
    rating : None where no line fits; the rater decides either way
    is_without_feedback : no feedback was there, so that only results were looked at; missing is not negative
    """

    rating: Rating | None
    is_without_feedback: bool
    article: str
    certainty: Certainty
    because: Text


def results_guidance(*, on: date) -> tuple[GuideLine, ...]:
    """Return the words on the rating of results, the best first."""
    return _lines("results_words", on)


def behaviour_guidance(*, on: date) -> tuple[GuideLine, ...]:
    """Return the words on the rating of behaviour, the best first; they hold nothing to count."""
    return _lines("behaviour_words", on)


def results_hint(*, outcomes: Sequence[Outcome], feedback: FeedbackTally | None, on: date) -> RatingHint:
    """Return which line of the guidance on results fits.

    Raises
    ------
    NotInForceError : before the first version
    UnusableRatingError : no result has been judged
    """
    if not outcomes:
        raise refusals.no_results()
    told = parameters_in_force(PACKAGE, on=on)["guidance"]
    known = feedback if feedback is not None and feedback.positive + feedback.other else None
    fitting = next((rating for rating in Rating if _fits(rating, outcomes, known)), None)
    return RatingHint(
        rating=fitting,
        is_without_feedback=known is None,
        article=told["results"],
        certainty=Certainty(told["reading"]),
        because=_because(fitting, known is None, on),
    )


def _lines(name: str, on: date) -> tuple[GuideLine, ...]:
    rows = parameters_in_force(PACKAGE, on=on)["guidance"][name]
    return tuple(GuideLine(Rating(row["key"]), label_of(row)) for row in rows)


def _fits(rating: Rating, outcomes: Sequence[Outcome], feedback: FeedbackTally | None) -> bool:
    is_most = Fraction(sum(found.rating is rating for found in outcomes), len(outcomes)) > _HALF
    return is_most and _main_allows(rating, outcomes) and _feedback_allows(rating, feedback)


def _main_allows(rating: Rating, outcomes: Sequence[Outcome]) -> bool:
    main = [found.rating for found in outcomes if found.is_main]
    below = main.count(Rating.BELOW)
    match rating:
        case Rating.ABOVE:
            return below == 0
        case Rating.AS_EXPECTED:
            return below == 0 or Fraction(below, len(main)) < _HALF
        case Rating.BELOW:
            return True


def _feedback_allows(rating: Rating, feedback: FeedbackTally | None) -> bool:
    if feedback is None:
        return True
    match rating:
        case Rating.ABOVE:
            return feedback.positive > feedback.other
        case Rating.AS_EXPECTED:
            return feedback.positive > 0
        case Rating.BELOW:
            return feedback.other > feedback.positive


def _because(rating: Rating | None, without_feedback: bool, on: date) -> Text:
    missing = _NO_FEEDBACK if without_feedback else Text(id="", en="")
    if rating is None:
        return Text(
            id=f"Panduan tidak menunjuk satu rating; penilai menimbang sendiri.{missing.id}",
            en=f"The guidance points to no single rating; the rater weighs it.{missing.en}",
        )
    label = rating_step(rating, on=on).label
    return Text(
        id=f"Menurut contoh panduan: {label.id.lower()}. Penilai yang memutuskan.{missing.id}",
        en=f"By the example of the guidance: {label.en.lower()}. The rater decides.{missing.en}",
    )
