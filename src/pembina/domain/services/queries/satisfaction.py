"""The satisfaction index of collected answers: by service, month and place, and who answered.

Whatever the size of the survey, the database counts in one pass and hands over a few sums, which then only add up.
Excluded answers are counted to be told, and are in nothing else.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import product
from operator import add
from typing import Any, cast

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from pembina.core.rules.satisfaction_index import ELEMENTS, Weight
from pembina.core.rules.survey_sample import AnswerSums, SafeCells, SurveyResult, added, safe_cells, survey_result
from pembina.core.rules.survey_sample.sums import Four
from pembina.domain.services.models import SurveyPeriod, SurveyResponse

PROFILE = ("sex", "age_band", "education", "occupation")
ANSWERS = tuple(product(ELEMENTS, (1, 2, 3, 4)))
CELL = ("service_id", "month", "place_id")


@dataclass(frozen=True, slots=True)
class Part:
    """One service, month or place. `people` and `result` are None where they must not be shown."""

    key: Any
    people: int | None
    result: SurveyResult | None


@dataclass(frozen=True, slots=True)
class Parts:
    """A table of parts, in the order of their keys, and whether something was hidden in it."""

    rows: tuple[Part, ...]
    safe: SafeCells[Any]


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """What a set of answers says.

    Attributes
    ----------
    result : of all of them
    excluded : answers that a recorded decision left out
    services, months, places : the same answers divided; a key None is an answer without one. A service is told by its
        primary key, a month by its first day
    profile : for each of `PROFILE`, how many people of each kind; an empty word is one who did not say
    """

    result: SurveyResult
    excluded: int
    services: Parts
    months: Parts
    places: Parts
    profile: Mapping[str, SafeCells[str]]


def satisfaction_of_period(period: SurveyPeriod) -> Satisfaction:
    """Return the result of a round under its own weight, by the regulation of its last day. Two queries."""
    return satisfaction_of(
        SurveyResponse.objects.filter(period=period),
        weight=weight_of(period),
        population=period.population,
        on=period.closes_on,
    )


def satisfaction_of(
    answers: QuerySet[SurveyResponse], *, on: date, weight: Weight = "exact", population: int | None = None
) -> Satisfaction:
    """Return what `answers` say, the excluded ones among them only counted. Two queries whatever their number.

    Parameters
    ----------
    answers : of a period, a unit, some services
    on : day whose regulation applies
    weight : how 1/9 is written
    population : users of all these services in a year, where known
    """
    cells, excluded = _cells(answers)
    places = _divided(cells, 2)
    whole = added(cells.values())

    def parts(position: int) -> Parts:
        return _parts(_divided(cells, position), weight=weight, on=on)

    return Satisfaction(
        result=survey_result(sums=whole, weight=weight, population=population, places=tuple(places.values()), on=on),
        excluded=excluded,
        services=parts(0),
        months=parts(1),
        places=parts(2),
        profile=_profile(answers, on),
    )


def results_by_period(periods: Sequence[SurveyPeriod], *, weight: Weight, on: date) -> dict[int, SurveyResult]:
    """Return the result of each round, all under one weight so that they can be compared. One query."""
    rows = _sums(SurveyResponse.objects.filter(period__in=periods, is_excluded=False), "period_id")
    sums = {row["period_id"]: _answer_sums(row) for row in rows}
    return {
        period.pk: survey_result(
            sums=sums.get(period.pk, AnswerSums()), weight=weight, population=period.population, on=on
        )
        for period in periods
    }


def results_by_service(
    answers: QuerySet[SurveyResponse], *, on: date, weight: Weight = "exact"
) -> dict[int, SurveyResult]:
    """Return the result of each service of `answers`, those without a service left out. One query."""
    rows = _sums(answers.filter(service__isnull=False), "service_id")
    return {row["service_id"]: survey_result(sums=_answer_sums(row), weight=weight, on=on) for row in rows}


def weight_of(period: SurveyPeriod) -> Weight:
    """Return the weight of a round as the rule names it."""
    return cast(Weight, period.weight)


def _cells(answers: QuerySet[SurveyResponse]) -> tuple[dict[tuple[Any, ...], AnswerSums], int]:
    rows = list(_sums(answers.annotate(month=TruncMonth("answered_on")), *CELL, "is_excluded"))
    counted = {tuple(row[name] for name in CELL): _answer_sums(row) for row in rows if not row["is_excluded"]}
    return counted, sum(row["respondents"] for row in rows if row["is_excluded"])


def _sums(answers: QuerySet[SurveyResponse], *by: str) -> Iterable[dict[str, Any]]:
    """Return the sums of each group. A total with a missing answer is null, which SQL leaves out: it is incomplete."""
    total = reduce(add, (F(element) for element in ELEMENTS))
    scores = {f"{element}_{score}": Count("pk", filter=Q(**{element: score})) for element, score in ANSWERS}
    grouped = answers.order_by().values(*by)
    counted: Iterable[dict[str, Any]] = grouped.annotate(
        respondents=Count("pk"), complete=Count(total), total=Sum(total), squares=Sum(total * total), **scores
    )
    return counted


def _answer_sums(row: Mapping[str, Any]) -> AnswerSums:
    counts = tuple(cast(Four, tuple(row[f"{element}_{score}"] for score in (1, 2, 3, 4))) for element in ELEMENTS)
    return AnswerSums(row["respondents"], counts, row["complete"], row["total"] or 0, row["squares"] or 0)


def _divided(cells: Mapping[tuple[Any, ...], AnswerSums], position: int) -> dict[Any, AnswerSums]:
    found: dict[Any, AnswerSums] = {}
    for key, sums in cells.items():
        found[key[position]] = found.get(key[position], AnswerSums()) + sums
    return {key: found[key] for key in sorted(found, key=_none_last)}


def _none_last(key: Any) -> tuple[bool, Any]:
    return (key is None, 0 if key is None else key)


def _parts(divided: Mapping[Any, AnswerSums], *, weight: Weight, on: date) -> Parts:
    safe = safe_cells(cells={key: sums.respondents for key, sums in divided.items()}, on=on)
    rows = [
        Part(key, people, None if people is None else survey_result(sums=divided[key], weight=weight, on=on))
        for key, people in safe.cells.items()
    ]
    return Parts(tuple(rows), safe)


def _profile(answers: QuerySet[SurveyResponse], on: date) -> dict[str, SafeCells[str]]:
    rows = list(answers.filter(is_excluded=False).order_by().values(*PROFILE).annotate(people=Count("pk")))
    return {name: safe_cells(cells=_people(rows, name), on=on) for name in PROFILE}


def _people(rows: Iterable[Mapping[str, Any]], name: str) -> dict[str, int]:
    counted: dict[str, int] = {}
    for row in rows:
        counted[row[name]] = counted.get(row[name], 0) + row["people"]
    return counted
