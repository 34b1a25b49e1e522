"""How far the index may lie from what asking every user of the service would have given.

A person's own score is ``25 w t`` with ``t`` the sum of the nine answers and ``w`` the weight, so that the index of
complete answers is the mean of the scores. Drawn without replacement from ``N`` users, its standard error is
``s / sqrt(n) * sqrt(1 - n / N)`` (Cochran 1977, section 2.6); the interval takes Student's t with ``n - 1`` degrees.
Incomplete answers count in the index but not here, which makes the error a little larger, never smaller.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import sqrt
from typing import Any

from pembina.core.effect.distributions import student_t_quantile
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.satisfaction_index import ELEMENTS, SatisfactionIndex
from pembina.core.rules.survey_sample.sums import AnswerSums, require_possible
from pembina.core.rules.survey_sample.wording import people, points
from pembina.core.text import Text

PACKAGE = "pembina.core.rules.survey_sample"
LOWEST, HIGHEST = 9, 36


@dataclass(frozen=True, slots=True)
class SamplingError:
    """The error of one index, in points of the index.

    Attributes
    ----------
    n : complete answers that it rests on
    population : users of the service in the year, None where nobody knows
    deviation : of the scores of persons
    standard_error, degrees : of the index, with its degrees of freedom
    margin : half the width of the interval
    low, high : the interval, kept within what the scale allows
    place_effect : how many times the variance would be as large if places had been drawn by chance; None where there
        are too few places to tell
    article : where the computation comes from
    because : one sentence that opens it to a reader
    warnings : what else a reader has to know
    """

    n: int
    population: int | None
    deviation: float
    standard_error: float
    degrees: int
    margin: float
    low: float
    high: float
    place_effect: float | None
    article: str
    because: Text
    warnings: tuple[Text, ...]


def sampling_error(
    *,
    sums: AnswerSums,
    index: SatisfactionIndex,
    population: int | None,
    places: Sequence[AnswerSums] = (),
    on: date,
) -> SamplingError | None:
    """Return the error of `index`, computed from the same answers; None where too few of them are complete.

    Parameters
    ----------
    sums : of all the answers
    index : of the same answers, under the weight that is printed
    population : users of the service in a year, for the finite population correction
    places : the same answers by the place where they were given
    on : day whose parameters apply
    """
    require_possible(sums)
    parameters = parameters_in_force(PACKAGE, on=on)
    if sums.complete < parameters["fewest_answers"]:
        return None
    points = float(25 * index.weight_value)
    variance = _variance(sums)
    drawn = _drawn(sums.complete, population)
    standard = points * sqrt(variance / sums.complete * drawn)
    degrees = sums.complete - 1
    margin = _critical(parameters, degrees) * standard
    centre = float(index.unrounded)
    effect = _place_effect(sums, places, variance, parameters)
    return SamplingError(
        n=sums.complete,
        population=population,
        deviation=points * sqrt(variance),
        standard_error=standard,
        degrees=degrees,
        margin=margin,
        low=max(centre - margin, LOWEST * points),
        high=min(centre + margin, HIGHEST * points),
        place_effect=effect,
        article=parameters["error_article"],
        because=_because(centre, margin, sums, population, parameters),
        warnings=_warnings(sums, variance, population, effect, parameters),
    )


def _variance(sums: AnswerSums) -> Fraction:
    """Return the variance of the totals, exact up to here."""
    n = sums.complete
    return Fraction(n * sums.squares - sums.total * sums.total, n * (n - 1))


def _drawn(n: int, population: int | None) -> float:
    """Return the finite population correction; a census leaves no error, an impossible population changes nothing."""
    return 1.0 if population is None or population < n else 1 - n / population


def _critical(parameters: dict[str, Any], degrees: float) -> float:
    return float(student_t_quantile((1 + float(parameters["confidence"])) / 2, degrees))


def _place_effect(
    sums: AnswerSums, places: Sequence[AnswerSums], variance: Fraction, parameters: dict[str, Any]
) -> float | None:
    """Return variance of the mean by places over that by persons (ratio estimator, Cochran 1977, section 9A.1)."""
    held = [place for place in places if place.complete]
    if len(held) < parameters["fewest_places"] or not variance:
        return None
    mean = Fraction(sums.total, sums.complete)
    spread = sum((place.total - place.complete * mean) ** 2 for place in held)
    by_places = Fraction(len(held), len(held) - 1) * spread / sums.complete**2
    return float(by_places / (variance / sums.complete))


def _warnings(
    sums: AnswerSums, variance: Fraction, population: int | None, effect: float | None, parameters: dict[str, Any]
) -> tuple[Text, ...]:
    incomplete = sums.respondents - sums.complete
    told = (
        (sums.complete < parameters["few_answers"], _few(sums.complete)),
        (population is not None and population < sums.respondents, _too_small(population, sums.respondents)),
        (incomplete > Decimal(parameters["many_incomplete"]) * sums.respondents, _incomplete(incomplete, sums)),
        (variance == 0, ALL_ALIKE),
        (effect is not None and effect >= float(parameters["notable_place_effect"]), _by_place(effect)),
    )
    return tuple(sentence for holds, sentence in told if holds)


def _because(
    centre: float, margin: float, sums: AnswerSums, population: int | None, parameters: dict[str, Any]
) -> Text:
    share = f"{100 * float(parameters['confidence']):.0f}"
    index, around, answers = points(centre), points(margin), people(sums.complete)
    drawn = WITHOUT_POPULATION if population is None else _drawn_from(population)
    return Text(
        id=f"IKM {index.id} ± {around.id}: selang kepercayaan {share} persen dari simpangan nilai {answers.id} "
        f"responden yang menjawab kesembilan unsur, {drawn.id}.",
        en=f"Index {index.en} ± {around.en}: {share} percent confidence from the spread of the scores of {answers.en} "
        f"respondents who answered all {len(ELEMENTS)} elements, {drawn.en}.",
    )


def _drawn_from(population: int) -> Text:
    users = people(population)
    return Text(id=f"dari {users.id} pengguna setahun", en=f"of {users.en} users a year")


def _few(n: int) -> Text:
    return Text(
        id=f"Hanya {n} jawaban lengkap: galatnya kasar.", en=f"Only {n} complete answers: the error is a rough one."
    )


def _too_small(population: int | None, respondents: int) -> Text:
    users, asked = people(population or 0), people(respondents)
    return Text(
        id=f"Jumlah pengguna setahun ({users.id}) lebih kecil daripada jumlah responden ({asked.id}), sehingga tidak "
        "dipakai; perbaiki jumlahnya.",
        en=f"The users a year ({users.en}) are fewer than the respondents ({asked.en}) and were not used; correct the "
        "number.",
    )


def _incomplete(incomplete: int, sums: AnswerSums) -> Text:
    some, asked = people(incomplete), people(sums.respondents)
    return Text(
        id=f"{some.id} dari {asked.id} responden melewati sebagian unsur; galat tidak mencakup mereka.",
        en=f"{some.en} of {asked.en} respondents left elements out; the error does not cover them.",
    )


def _by_place(effect: float | None) -> Text:
    times = points(sqrt(effect or 0.0), 1)
    return Text(
        id="Jawaban dari tempat yang sama mirip satu sama lain. Galat di atas berlaku untuk tempat-tempat ini; untuk "
        f"tempat lain galatnya sekitar {times.id} kali sebesar itu.",
        en="Answers from the same place resemble each other. The error above holds for these places; for other "
        f"places it is about {times.en} times as large.",
    )


WITHOUT_POPULATION = Text(id="tanpa koreksi populasi", en="without a correction for the population")
ALL_ALIKE = Text(
    id="Semua responden memberi jumlah nilai yang sama, sehingga galat nol tidak berarti pasti.",
    en="All respondents gave the same total, so an error of zero does not mean certainty.",
)
