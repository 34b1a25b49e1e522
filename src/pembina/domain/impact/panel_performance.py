"""The figures of people's performance for very many units and months, each in one query.

All are shares in percent. Nothing is carried from one month to the next: what was not noted in a month is missing
there, and what belongs to a quarter stands at its last month. A month that is not over has no figure.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import numpy as np
from django.db.models import F, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncMonth
from django.utils.timezone import localdate

from pembina.core.effect.arrays import IntArray
from pembina.domain.impact.enums import DesignFigure
from pembina.domain.impact.panel_people import Months, Shares, Stay, shares_of, staff_counts
from pembina.domain.impact.panel_predicates import predicate_counts
from pembina.domain.impact.whole_months import moved
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment
from pembina.domain.performance.enums import Direction, IndicatorSource
from pembina.domain.performance.models import Feedback, PerformancePlan, Realisation
from pembina.domain.performance.models.plans import IN_FORCE

NOTED_BY_DAY = 10
"""A realisation of a month is in time until this day of the next one: a yardstick of this program, not of a rule."""


@dataclass(frozen=True)
class Staff:
    """Whose records count: `rows` tells for which units those of a unit count, `stays` who was there when."""

    rows: Mapping[int, Sequence[int]]
    stays: Mapping[int, Sequence[Stay]]
    months: Months
    units: int

    def nothing(self) -> IntArray:
        """Return (n, T) zeros."""
        return np.zeros((self.units, self.months.count), dtype=np.int64)

    def people(self) -> QuerySet[Assignment, int]:
        """Return the numbers of all who ever had their main position in these units, as a subquery."""
        held = Assignment.objects.filter(unit__in=list(self.rows), kind=AssignmentKind.MAIN)
        return held.values_list("person", flat=True)


def performance_figures(figure: DesignFigure, staff: Staff, *, at: datetime) -> Shares:
    """Return one figure of all units and months, as it stands `at` a moment."""
    if figure is DesignFigure.TARGETS_MET:
        good, of, people = _targets(staff)
    elif figure is DesignFigure.REPORTS_IN_TIME:
        good, of, people = _reports(staff, on=localdate(at))
    elif figure is DesignFigure.FEEDBACK_SHARE:
        good, of, people = _feedback(staff)
    else:
        good, of, people = predicate_counts(staff.rows, staff.stays, staff.months, staff.people(), units=staff.units)
    staffed = np.zeros(staff.units, dtype=bool)
    staffed[[row for held in staff.stays.values() for stay in held for row in stay.rows]] = True
    return shares_of(good, of, people, staffed)


def _targets(staff: Staff) -> tuple[IntArray, IntArray, IntArray]:
    """Count indicators with a realisation up to a day of the month; the latest of the month counts for each.

    Only those that people report: what reads the ledger or the survey is the figure of a service already.
    """
    months, good, of, people = staff.months, staff.nothing(), staff.nothing(), staff.nothing()
    latest: dict[tuple[int, int], tuple[int, int, bool]] = {}
    for root, person, unit, until, amount, target, direction in _realised(staff):
        place = months.place(until)
        if months.holds(place):
            reached = amount >= target if direction == Direction.HIGHER else amount <= target
            latest[root, place] = (unit, person, reached)
    seen: set[tuple[int, int, int]] = set()
    for (_root, place), (unit, person, reached) in latest.items():
        for row in staff.rows[unit]:
            of[row, place] += 1
            good[row, place] += reached
            people[row, place] += (row, place, person) not in seen
            seen.add((row, place, person))
    return good, of, people


def _realised(staff: Staff) -> Iterable[tuple[Any, ...]]:
    """Return what was noted within the months, in the order in which it counts."""
    noted = Realisation.objects.filter(
        until__gte=staff.months.first, until__lte=staff.months.last_day(staff.months.count - 1), amount__isnull=False,
        indicator__source=IndicatorSource.REPORTED, indicator__target__isnull=False,
        indicator__goal__plan__state__in=IN_FORCE, indicator__goal__plan__assignment__unit__in=list(staff.rows),
    )  # fmt: skip
    root = Coalesce("indicator__continues", "indicator")
    found: Iterable[tuple[Any, ...]] = noted.order_by("until", "pk").values_list(
        root, "indicator__goal__plan__person", "indicator__goal__plan__assignment__unit", "until", "amount",
        "indicator__target", "indicator__direction",
    )  # fmt: skip
    return found


def _reports(staff: Staff, *, on: date) -> tuple[IntArray, IntArray, IntArray]:
    """Count whoever had an agreed plan on the last day of the month, and who of them noted something in time.

    A month is known once its last day to note has passed.
    """
    months, good, of = staff.months, staff.nothing(), staff.nothing()
    due: dict[int, set[tuple[int, int]]] = {}
    noted: dict[int, set[int]] = {}
    for person, unit, plan_starts, plan_ends, starts, ends, agreed_at, until, noted_at in _planned(staff):
        last = min(plan_ends, ends) if ends else plan_ends
        first, final = months.ends_between(max(plan_starts, starts, localdate(agreed_at)), last)
        places = [place for place in range(first, final + 1) if _last_day_to_note(months, place) < on]
        due.setdefault(person, set()).update((row, place) for place in places for row in staff.rows[unit])
        if until is not None and localdate(noted_at) <= _last_day_to_note(months, months.place(until)):
            noted.setdefault(person, set()).add(months.place(until))
    for person, cells in due.items():
        for row, place in cells:
            of[row, place] += 1
            good[row, place] += place in noted.get(person, ())
    return good, of, of


def _last_day_to_note(months: Months, place: int) -> date:
    return moved(months.first, place + 1).replace(day=NOTED_BY_DAY)


def _planned(staff: Staff) -> Iterable[tuple[Any, ...]]:
    """Return the agreed plans that somebody has to report on, each as often as something was noted on it."""
    plans = PerformancePlan.objects.filter(
        state__in=IN_FORCE, assignment__unit__in=list(staff.rows), ends_on__gte=staff.months.first,
        starts_on__lte=staff.months.last_day(staff.months.count - 1),
        goals__indicators__source=IndicatorSource.REPORTED,
    )  # fmt: skip
    found: Iterable[tuple[Any, ...]] = (
        plans.annotate(until=F("goals__indicators__realisations__until"))
        .annotate(noted_at=F("goals__indicators__realisations__noted_at"))
        .order_by("pk")
        .values_list(
            "person", "assignment__unit", "starts_on", "ends_on", "assignment__starts_on", "assignment__ends_on",
            "agreed_at", "until", "noted_at",
        )
    )  # fmt: skip
    return found


def _feedback(staff: Staff) -> tuple[IntArray, IntArray, IntArray]:
    """Count whoever was there on the last day of the month, and who of them was given a note within it.

    Before the first note of the whole government nobody kept any: those months are missing, not zero.
    """
    months, good = staff.months, staff.nothing()
    of = staff_counts(staff.stays.values(), units=staff.units, months=months.count)
    began = months.count
    for person, month, first in _notes(staff):
        place, began = months.place(localdate(month)), months.place(localdate(first))
        for stay in staff.stays.get(person, ()):
            if months.holds(place) and stay.first <= place <= stay.last:
                good[list(stay.rows), place] += 1
    of[:, : max(began, 0)] = 0
    return good, of, of


def _notes(staff: Staff) -> Iterable[tuple[Any, ...]]:
    """Return (person, month, first note of all) for each month in which a person was given a note."""
    first = Subquery(Feedback.objects.order_by("given_at", "pk").values("given_at")[:1])
    given = Feedback.objects.filter(person__in=staff.people()).order_by()
    found: Iterable[tuple[Any, ...]] = (
        given.annotate(month=TruncMonth("given_at"), began=first).values_list("person", "month", "began").distinct()
    )
    return found
