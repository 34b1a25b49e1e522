"""The figures of the satisfaction survey for very many units and months, in one query.

The index of a unit and month is that of PermenPANRB 14/2017 with the exact weight, each element averaged over those who
answered it; an element by itself is its mean score from 1 to 4.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from django.db.models import Count, Sum
from django.db.models.functions import TruncMonth

from pembina.core.effect.arrays import FloatArray, IntArray
from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.core.rules.service_time import month_number
from pembina.core.text import Text
from pembina.domain.impact.panel_services import ServicePlace
from pembina.domain.services.models import SurveyResponse

SCALE = 25
POINTS = Text(id="poin", en="points")


def survey_figures(
    rows: Mapping[int, Sequence[int]],
    places: Sequence[ServicePlace],
    *,
    element: int | None,
    services: Iterable[int],
    first: date,
    last: date,
    units: int,
) -> tuple[FloatArray, IntArray]:
    """Return (n, T) values and answers behind them; without `element` the index, else that element (1 to 9).

    An answer belongs to the unit of its service, else to that of the counter where it was given. `first` and `last`
    are days within the first and the last month.
    """
    names = ELEMENTS if element is None else (ELEMENTS[element - 1],)
    begins, ends = month_number(first.year, first.month), month_number(last.year, last.month)
    span = ends - begins + 1
    sums, answered = np.zeros((units * span, len(names))), np.zeros((units * span, len(names)))
    people = np.zeros(units * span, dtype=np.int64)
    homes: dict[int, list[ServicePlace]] = {}
    for place in places:
        homes.setdefault(place.service, []).append(place)
    for service, unit, month, respondents, *told in _answers(rows, homes, names, tuple(services), first, last):
        number = month_number(month.year, month.month)
        counted = (
            [place.row for place in homes.get(service, ()) if place.counts_in(number)]
            if service is not None
            else rows.get(unit, ())
        )
        for row in counted:
            at = row * span + number - begins
            sums[at] += [value or 0 for value in told[: len(names)]]
            answered[at] += told[len(names) :]
            people[at] += respondents
    means = np.divide(sums, answered, out=np.full(sums.shape, np.nan), where=answered > 0)
    values = means[:, 0] if element is not None else SCALE * means.mean(axis=1)
    counts = people if element is None else answered[:, 0].astype(np.int64)
    return values.reshape(units, span), counts.reshape(units, span)


def _answers(
    rows: Mapping[int, Sequence[int]],
    homes: Mapping[int, Sequence[ServicePlace]],
    names: Sequence[str],
    services: tuple[int, ...],
    first: date,
    last: date,
) -> Iterable[tuple[Any, ...]]:
    """Return (service, unit of the counter, month, answers, sum of each element, answers to each) of each group."""
    day_after = date(last.year + last.month // 12, last.month % 12 + 1, 1)
    given = SurveyResponse.objects.filter(
        is_excluded=False, answered_on__gte=first.replace(day=1), answered_on__lt=day_after
    )
    by_service = given.filter(service__in=list(homes))
    by_place = given.filter(service__isnull=True, place__unit__in=list(rows))
    chosen = by_service if services else by_service | by_place
    sums = {f"sum_{name}": Sum(name) for name in names}
    counts = {f"answered_{name}": Count(name) for name in names}
    found: Iterable[tuple[Any, ...]] = (
        chosen.order_by()
        .annotate(month=TruncMonth("answered_on"))
        .values("service", "place__unit", "month")
        .annotate(respondents=Count("pk"), **sums, **counts)
        .values_list("service", "place__unit", "month", "respondents", *sums, *counts)
    )
    return found
