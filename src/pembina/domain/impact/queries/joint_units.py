"""Units of two programmes: when each begins, which start counts, and which begin with one of the two only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.development.models import WaveUnit
from pembina.domain.impact.enums import EvaluationState
from pembina.domain.impact.models import Evaluation
from pembina.domain.impact.whole_months import month_of
from pembina.domain.people.models import Unit

INSEPARABLE_DAYS = 31
STANDING = (EvaluationState.DESIGNED, EvaluationState.LOCKED)


@dataclass(frozen=True, slots=True)
class JointUnit:
    """A unit with the month planned in each of two programmes, None where it is in no wave of that one."""

    unit: Unit
    months: tuple[date | None, date | None]

    @property
    def start(self) -> date | None:
        """Return the month that counts: the first of both; None where only one of them reaches the unit."""
        first, second = self.months
        return min(first, second) if first is not None and second is not None else None

    @property
    def is_inseparable(self) -> bool:
        """Say whether both begin within a month of each other: then no data tell one effect from the other."""
        first, second = self.months
        return first is not None and second is not None and abs((first - second).days) <= INSEPARABLE_DAYS


def joint_units(programmes: Sequence[int], *, also: Sequence[int] = ()) -> list[JointUnit]:
    """Return the units in waves of two programmes, by code; one query.

    One that left is out, unless it is `also` meant: a version was locked with it.
    """
    counts = Q(left_on__isnull=True) | Q(unit__in=list(also))
    found = WaveUnit.objects.filter(counts, programme__in=list(programmes)).select_related("unit", "wave")
    units: dict[int, Unit] = {}
    months: dict[int, dict[int, date]] = {}
    for row in found.order_by("unit__code"):
        units[row.unit_id] = row.unit
        months.setdefault(row.unit_id, {})[row.programme_id] = month_of(row.wave.planned_on)
    first, second = programmes
    return [JointUnit(unit, (months[pk].get(first), months[pk].get(second))) for pk, unit in units.items()]


def joint_standing(programmes: Sequence[int]) -> QuerySet[Evaluation]:
    """Return the joint evaluations that are not over and judge any of these programmes."""
    either = Q(programme__in=list(programmes)) | Q(joined_programme__in=list(programmes))
    return Evaluation.objects.filter(either, joined_programme__isnull=False, state__in=STANDING)


def planned_together(evaluation: Evaluation, *, also: Sequence[int] = ()) -> list[tuple[JointUnit, int]]:
    """Return the units that both programmes reach with the rank of their month, as waves are counted; by that."""
    both = [one for one in joint_units(evaluation.programme_numbers, also=also) if one.start is not None]
    ranks = {month: rank for rank, month in enumerate(sorted({one.start for one in both if one.start}), start=1)}
    ranked = [(one, ranks[one.start]) for one in both if one.start is not None]
    return sorted(ranked, key=lambda pair: (pair[1], pair[0].unit.code))
