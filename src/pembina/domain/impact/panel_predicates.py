"""Predicates of months and quarters: of two results for the same person and month the one that holds.

That is our own signed appraisal; where none was signed, the result read from the national record (SIASN). Of a month
and a quarter that end together the month counts, as the finer of the two. A year cannot be cut: annual ones are left
out.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from django.db.models import IntegerField, QuerySet, Value
from django.db.models.functions import Cast, ExtractMonth

from pembina.core.effect.arrays import IntArray
from pembina.domain.impact.panel_people import Months, Stay
from pembina.domain.people.models import Assignment
from pembina.domain.performance.enums import PeriodCycle, PredicateWord
from pembina.domain.performance.models import Appraisal, PerformanceResult
from pembina.domain.performance.models.appraisals import SIGNED

GOOD = (PredicateWord.GOOD.value, PredicateWord.VERY_GOOD.value)
CYCLES = (PeriodCycle.MONTHLY.value, PeriodCycle.QUARTERLY.value)
OWN, READ = 0, 1


def predicate_counts(
    rows: Mapping[int, Sequence[int]],
    stays: Mapping[int, Sequence[Stay]],
    months: Months,
    people: QuerySet[Assignment, int],
    *,
    units: int,
) -> tuple[IntArray, IntArray, IntArray]:
    """Return (n, T) predicates of at least *Baik*, all predicates, and the people behind them, at the last months.

    Our own stand where the person was when appraised; those read, where the person was on the last day.
    """
    good, of = (np.zeros((units, months.count), dtype=np.int64) for _ in range(2))
    holding: dict[tuple[int, int], tuple[tuple[int, int], int | None, str]] = {}
    for source, person, unit, year, month, cycle, predicate in _results(rows, months, people):
        place, rank = months.place(months.first.replace(year=year, month=month)), (source, CYCLES.index(cycle))
        known = holding.get((person, place))
        if months.holds(place) and (known is None or rank < known[0]):
            holding[person, place] = rank, unit, predicate
    for (person, place), (_rank, unit, predicate) in holding.items():
        counted = rows.get(unit, ()) if unit is not None else _where(stays.get(person, ()), place)
        for row in counted:
            of[row, place] += 1
            good[row, place] += predicate in GOOD
    return good, of, of


def _where(held: Sequence[Stay], place: int) -> Sequence[int]:
    return next((stay.rows for stay in held if stay.first <= place <= stay.last), ())


def _results(
    rows: Mapping[int, Sequence[int]], months: Months, people: QuerySet[Assignment, int]
) -> Iterable[tuple[Any, ...]]:
    """Return (source, person, unit, year, last month, cycle, predicate) of all that may count; one query."""
    years = range(months.first.year, months.last_day(months.count - 1).year + 1)
    own = Appraisal.objects.filter(
        state__in=SIGNED, period__cycle__in=CYCLES, period__year__in=years, person__in=people
    ).annotate(source=_whole(OWN), place=Cast("unit", IntegerField()), last=ExtractMonth("period__ends_on"))
    read = PerformanceResult.objects.filter(cycle__in=CYCLES, year__in=years, person__in=people)
    read_too = read.annotate(source=_whole(READ), place=_whole(None))
    found: Iterable[tuple[Any, ...]] = (
        own.order_by()
        .values_list("source", "person", "place", "period__year", "last", "period__cycle", "predicate")
        .union(
            read_too.order_by().values_list("source", "person", "place", "year", "last_month", "cycle", "predicate"),
            all=True,
        )
    )
    return found


def _whole(value: int | None) -> Cast:
    return Cast(Value(value), IntegerField())
