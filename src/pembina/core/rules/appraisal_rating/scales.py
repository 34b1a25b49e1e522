"""The scales of an appraisal: two ratings of three steps, the predicate of five, and the rating of the organisation."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pembina.core.rules.appraisal_rating import refusals
from pembina.core.rules.dated import parameters_in_force
from pembina.core.text import Text

PACKAGE = "pembina.core.rules.appraisal_rating"


class Rating(StrEnum):
    """How results or behaviour stand to what was expected, the best first."""

    ABOVE = "above"
    AS_EXPECTED = "as_expected"
    BELOW = "below"


class Predicate(StrEnum):
    """The predicate (predikat kinerja) of a person, the best first."""

    VERY_GOOD = "very_good"
    GOOD = "good"
    NEEDS_IMPROVEMENT = "needs_improvement"
    POOR = "poor"
    VERY_POOR = "very_poor"


class Organisation(StrEnum):
    """The rating of an organisation (capaian kinerja organisasi), the best first."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    NEEDS_IMPROVEMENT = "needs_improvement"
    POOR = "poor"
    VERY_POOR = "very_poor"


class Cycle(StrEnum):
    """Monthly or quarterly (siklus pendek), or over the whole year (siklus penuh)."""

    PERIODIC = "periodic"
    ANNUAL = "annual"


@dataclass(frozen=True, slots=True)
class RatingStep:
    """One step of a rating: its words, and its code and name in SIASN, where 1 is the best."""

    rating: Rating
    label: Text
    siasn_code: int
    siasn_name: str


@dataclass(frozen=True, slots=True)
class PredicateStep:
    """The same of a predicate."""

    predicate: Predicate
    label: Text
    siasn_code: int
    siasn_name: str


def ratings(*, on: date) -> tuple[RatingStep, ...]:
    """Return the steps of a rating in force on a day, the best first; raises ``NotInForceError``."""
    rows = parameters_in_force(PACKAGE, on=on)["ratings"]
    return tuple(RatingStep(Rating(row["key"]), label_of(row), row["siasn"], row["siasn_name"]) for row in rows)


def predicates(*, on: date) -> tuple[PredicateStep, ...]:
    """Return the predicates in force on a day, the best first; raises ``NotInForceError``."""
    rows = parameters_in_force(PACKAGE, on=on)["predicates"]
    return tuple(PredicateStep(Predicate(row["key"]), label_of(row), row["siasn"], row["siasn_name"]) for row in rows)


def organisations(*, on: date) -> dict[Organisation, Text]:
    """Return the ratings of an organisation with their words, the best first; raises ``NotInForceError``."""
    rows = parameters_in_force(PACKAGE, on=on)["pattern"]["organisations"]
    return {Organisation(row["key"]): label_of(row) for row in rows}


def rating_step(rating: Rating, *, on: date) -> RatingStep:
    """Return one step of a rating."""
    return next(step for step in ratings(on=on) if step.rating is rating)


def predicate_step(predicate: Predicate, *, on: date) -> PredicateStep:
    """Return one predicate with its words."""
    return next(step for step in predicates(on=on) if step.predicate is predicate)


def rating_of_siasn(code: int, *, on: date) -> Rating:
    """Return the rating behind a code of SIASN; raises ``UnusableRatingError`` for a code it does not have."""
    for step in ratings(on=on):
        if step.siasn_code == code:
            return step.rating
    raise refusals.unknown_code("perilakuDanKinerja", code)


def predicate_of_siasn(code: int, *, on: date) -> Predicate:
    """Return the predicate behind a code of SIASN; raises ``UnusableRatingError`` for a code it does not have."""
    for step in predicates(on=on):
        if step.siasn_code == code:
            return step.predicate
    raise refusals.unknown_code("kuadranNilai", code)


def label_of(row: dict[str, Any]) -> Text:
    """Return the words of a row of parameters."""
    return Text(id=row["id"], en=row["en"])
