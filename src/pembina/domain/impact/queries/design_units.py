"""The units of a design: those in the waves of the programme, and those that stay out to compare with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from pembina.domain.development.models import WaveUnit
from pembina.domain.impact.enums import DesignState
from pembina.domain.impact.lots import strata_of_lot
from pembina.domain.impact.models import DesignUnit, EvaluationDesign
from pembina.domain.impact.queries.joint_units import planned_together
from pembina.domain.impact.whole_months import month_of
from pembina.domain.people.models import Unit


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """A unit with its wave and the month first planned, both None where it stays out; `stratum` is that of the lot.

    `locked_code` and `locked_name` are what it was called when a design was locked with it, empty before.
    """

    unit: Unit
    wave: int | None = None
    planned_month: date | None = None
    stratum: str = ""
    locked_code: str = ""
    locked_name: str = ""

    @property
    def code(self) -> str:
        """Return the code by which the design knows it, whatever its code became."""
        return self.locked_code or self.unit.code

    @property
    def name(self) -> str:
        """Return the name by which the design knows it."""
        return self.locked_name or self.unit.name


def units_of(design: EvaluationDesign) -> list[PlannedUnit]:
    """Return the units of a design: as it was locked, or, of a draft, as things stand now. Waves first, by code."""
    kept = list(design.units.select_related("unit").order_by("unit__code"))
    if design.state == DesignState.LOCKED:
        told = [
            PlannedUnit(one.unit, one.wave, one.planned_month, one.stratum, one.code, one.name) for one in kept
        ]  # fmt: skip
        return sorted(told, key=lambda one: (one.wave is None, one.wave or 0, one.code))
    # A draft that was copied knows its units by the codes of the version before, as the lot does.
    codes = {one.unit_id: one.code for one in kept}
    treated = _joint(design, codes) if design.evaluation.is_joint else _own(design, kept, codes)
    inside = {one.unit.pk for one in treated}
    outside = [
        PlannedUnit(one.unit, stratum=one.stratum, locked_code=one.code)
        for one in kept
        if one.wave is None and one.unit_id not in inside
    ]
    return [*treated, *outside]


def _own(design: EvaluationDesign, kept: Sequence[DesignUnit], codes: Mapping[int, str]) -> list[PlannedUnit]:
    """Return the units in waves of the programme."""
    strata = {one.code or one.unit.code: one.stratum for one in kept} | strata_of_lot(design.evaluation.programme)
    return [_treated(one, codes.get(one.unit_id, ""), strata) for one in members_of(design)]


def _joint(design: EvaluationDesign, codes: Mapping[int, str]) -> list[PlannedUnit]:
    """Return the units that both programmes reach, from the first start of either; those of one alone are in neither
    group: they were not given the bundle, and are no comparison for it.
    """
    both = planned_together(design.evaluation, also=sorted(_meant(design).values_list("unit", flat=True)))
    return [
        PlannedUnit(one.unit, rank, one.start, locked_code=codes.get(one.unit.pk, "")) for one, rank in both
    ]  # fmt: skip


def _treated(member: WaveUnit, code: str, strata: Mapping[str, str]) -> PlannedUnit:
    stratum = strata.get(code or member.unit.code, "")
    return PlannedUnit(member.unit, member.wave.number, month_of(member.wave.planned_on), stratum, code)


def members_of(design: EvaluationDesign) -> Sequence[WaveUnit]:
    """Return the units in waves of the programme, or of both, that count for a draft, by wave and code.

    One that left is out, unless a version was locked with it: whom the plan meant stays known.
    """
    counts = Q(left_on__isnull=True) | Q(unit__in=_meant(design).values("unit"))
    found = WaveUnit.objects.filter(counts, programme__in=design.evaluation.programme_numbers)
    return list(found.select_related("unit", "wave").order_by("wave__number", "unit__code"))


def _meant(design: EvaluationDesign) -> QuerySet[DesignUnit]:
    """Return the units that a locked version had in waves."""
    return DesignUnit.objects.filter(
        design__evaluation=design.evaluation_id, design__state=DesignState.LOCKED, wave__isnull=False
    )


def comparison_of(design: EvaluationDesign) -> list[Unit]:
    """Return the units chosen to stay out, by code; of a draft also those that are in a wave by now."""
    rows = design.units.filter(wave__isnull=True).select_related("unit").order_by("unit__code")
    return [one.unit for one in rows]
