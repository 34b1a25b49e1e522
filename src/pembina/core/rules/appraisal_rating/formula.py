"""The predicate of a person: derived from the rating of results and the rating of behaviour, never typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pembina.core.rules.appraisal_rating import refusals
from pembina.core.rules.appraisal_rating.certainty import Certainty
from pembina.core.rules.appraisal_rating.scales import (
    PACKAGE,
    Cycle,
    Predicate,
    Rating,
    predicate_step,
    rating_step,
)
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class DerivedPredicate:
    """The predicate, and why.

    Attributes
    ----------
    predicate, label : the cell of the matrix, and its full official words
    results, behaviour : the two ratings it was derived from
    siasn_code : 1 for the best to 5
    article, certainty : legal basis, for print
    because : one sentence for the person rated
    """

    predicate: Predicate
    label: Text
    results: Rating
    behaviour: Rating
    siasn_code: int
    article: str
    certainty: Certainty
    because: Text


@dataclass(frozen=True, slots=True)
class AllowedPredicates:
    """The predicates among which a rule leaves the choice to the rater."""

    predicates: tuple[Predicate, ...]
    article: str
    certainty: Certainty
    because: Text


def derived_predicate(*, results: Rating, behaviour: Rating, cycle: Cycle, on: date) -> DerivedPredicate:
    """Return the predicate of the matrix (kuadran kinerja) in force on a day.

    Raises
    ------
    NotInForceError : before the first version
    UnusableRatingError : a rating outside the scale, or a cell the matrix does not have
    """
    matrix = parameters_in_force(PACKAGE, on=on)["matrix"]
    found = predicate_step(_cell(matrix["cells"], results, behaviour), on=on)
    return DerivedPredicate(
        predicate=found.predicate,
        label=found.label,
        results=Rating(results),
        behaviour=Rating(behaviour),
        siasn_code=found.siasn_code,
        article=matrix[cycle],
        certainty=Certainty(matrix["certainty"]),
        because=_because(rating_step(results, on=on).label, rating_step(behaviour, on=on).label, found.label),
    )


def predicates_after_drop_out(*, on: date) -> AllowedPredicates:
    """Return what the rater may choose for somebody who did not finish a study on duty (tugas belajar)."""
    told = parameters_in_force(PACKAGE, on=on)["drop_out"]
    allowed = tuple(Predicate(key) for key in told["predicates"])
    words = [predicate_step(predicate, on=on).label for predicate in allowed]
    because = Text(
        id=f"Studi tugas belajar tidak selesai: predikatnya {' atau '.join(word.id for word in words)}, dengan "
        "mempertimbangkan perilaku kerja.",
        en=f"The study on duty was not finished: the predicate is {' or '.join(word.en for word in words)}, "
        "considering behaviour.",
    )
    return AllowedPredicates(allowed, told["article"], Certainty(told["certainty"]), because)


def _cell(cells: Mapping[str, Mapping[str, str]], results: Rating, behaviour: Rating) -> Predicate:
    try:
        return Predicate(cells[results][behaviour])
    except KeyError:
        raise refusals.no_cell(results, behaviour) from None


def _because(results: Text, behaviour: Text, predicate: Text) -> Text:
    return Text(
        id=f"Hasil kerja Anda {results.id.lower()} dan perilaku kerja Anda {behaviour.id.lower()}: menurut kuadran "
        f"kinerja, predikatnya {predicate.id}.",
        en=f"Your results are {results.en.lower()} and your behaviour is {behaviour.en.lower()}: by the matrix the "
        f"predicate is {predicate.en}.",
    )
