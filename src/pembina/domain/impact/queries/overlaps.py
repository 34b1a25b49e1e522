"""Other programmes that begin in units of a design while it is watched: their effects would run together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F
from django.db.models.functions import Coalesce

from pembina.domain.development.enums import ProgrammeState
from pembina.domain.development.models import Programme, WaveUnit
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.queries.design_units import PlannedUnit
from pembina.domain.impact.whole_months import month_of, moved
from pembina.domain.people.models import Unit


@dataclass(frozen=True, slots=True)
class SharedUnit:
    """A unit in both programmes, with the month of its start in each; `own` is None where it stays out of this one."""

    unit: Unit
    own: date | None
    other: date

    @property
    def is_inseparable(self) -> bool:
        """Say whether both begin within a month of each other: then no data tell one effect from the other."""
        return self.own is not None and abs((self.own - self.other).days) <= 31


@dataclass(frozen=True, slots=True)
class Overlap:
    """One other programme with the units it shares with a design."""

    programme: Programme
    shared: tuple[SharedUnit, ...]

    @property
    def spoils_comparison(self) -> tuple[SharedUnit, ...]:
        """Return the units that were to stay out and do not."""
        return tuple(one for one in self.shared if one.own is None)


def overlaps_of(design: EvaluationDesign, units: Iterable[PlannedUnit]) -> list[Overlap]:
    """Return the other programmes, by title, that begin in some of these units within the window; one query."""
    own = {one.unit.pk: one for one in units}
    last = moved(design.last_month, 1) - timedelta(days=1)
    begins = Coalesce("started_on", "wave__started_on", "wave__due_on")
    found = (
        WaveUnit.objects.filter(unit__in=own, left_on__isnull=True)
        .exclude(programme__in=design.evaluation.programme_numbers)
        .exclude(programme__state=ProgrammeState.DROPPED)
        .annotate(begins=begins)
        .filter(begins__gte=design.first_month, begins__lte=last)
        .select_related("programme")
        .annotate(code=F("unit__code"))
        .order_by("programme__title", "programme", "code")
    )
    programmes: dict[int, Programme] = {}
    shared: dict[int, list[SharedUnit]] = {}
    for row in found:
        mine = own[row.unit_id]
        programmes[row.programme_id] = row.programme
        shared.setdefault(row.programme_id, []).append(SharedUnit(mine.unit, mine.planned_month, month_of(row.begins)))
    return [Overlap(programmes[pk], tuple(rows)) for pk, rows in shared.items()]
