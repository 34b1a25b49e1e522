"""Where the waves of a programme went another way than the design that was locked with them."""

from pembina.domain.development.models import WaveUnit
from pembina.domain.impact.models import EvaluationDesign
from pembina.domain.impact.queries.joint_units import planned_together
from pembina.domain.impact.whole_months import month_of


def drifted_units(design: EvaluationDesign) -> list[str]:
    """Return the names of units whose plan is no longer the locked one: another month, taken out, or let in.

    A wave that slipped keeps the day first planned and is no drift; a run tells plan and fact apart anyway.
    """
    locked = {
        name: month for name, month in design.units.values_list("unit__name", "planned_month") if month is not None
    }
    members = WaveUnit.objects.filter(programme__in=design.evaluation.programme_numbers)
    planned = members.filter(left_on__isnull=True)
    now = {name: month_of(day) for name, day in planned.values_list("unit__name", "wave__planned_on")}
    if design.evaluation.is_joint:
        now = {one.unit.name: one.start for one, _rank in planned_together(design.evaluation) if one.start}
    left = set(members.filter(left_on__isnull=False).values_list("unit__name", flat=True))
    return sorted(name for name in locked.keys() | now.keys() if name not in left and locked.get(name) != now.get(name))
