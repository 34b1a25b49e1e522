"""What a joint design of two programmes would hold: units with their starts, the comparison, and the outcomes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pembina.domain.development.models import Programme, Wave
from pembina.domain.impact.enums import EvaluationState, OutcomeRole
from pembina.domain.impact.models import DesignOutcome, Evaluation, EvaluationDesign
from pembina.domain.impact.queries.joint_units import JointUnit, joint_units
from pembina.domain.people.models import Unit

OPEN = (EvaluationState.DESIGNED, EvaluationState.LOCKED)


@dataclass(frozen=True, slots=True)
class JointPlan:
    """What a joint design would hold.

    Attributes
    ----------
    programmes : both, by their numbers, as the months of the units are
    separate : the open evaluations of either, which it would stand for
    units : those in waves of both
    alone : those in waves of one only, which it leaves out
    outside : those that stay out of both and were chosen to compare with
    shared, single : the outcomes that both designs have, and those of one; of two alike that of the design in hand
    standing : the joint evaluation of both that is open already; None where there is none
    has_begun : whether a wave of either has begun, so that nothing can be promised beforehand any more
    """

    programmes: tuple[Programme, Programme]
    separate: tuple[Evaluation, ...]
    units: tuple[JointUnit, ...]
    alone: tuple[JointUnit, ...]
    outside: tuple[Unit, ...]
    shared: tuple[DesignOutcome, ...]
    single: tuple[DesignOutcome, ...]
    standing: Evaluation | None
    has_begun: bool

    @property
    def inseparable(self) -> tuple[JointUnit, ...]:
        """Return the units in which both begin within a month."""
        return tuple(one for one in self.units if one.is_inseparable)


def joint_plan(design: EvaluationDesign, other: Programme) -> JointPlan:
    """Return what the design of one programme and another programme would be together."""
    own = design.evaluation.programme
    first, second = sorted((own, other), key=lambda programme: programme.pk)
    found = joint_units([first.pk, second.pk])
    beside = Evaluation.objects.filter(programme=other, joined_programme=None, state__in=OPEN).first()
    others = beside.designs.order_by("-version").first() if beside else None
    designs = [design, *([others] if others else [])]
    shared, single = _outcomes(designs)
    return JointPlan(
        programmes=(first, second),
        separate=(design.evaluation, *([beside] if beside else [])),
        units=tuple(one for one in found if one.start is not None),
        alone=tuple(one for one in found if one.start is None),
        outside=tuple(_outside(designs, {one.unit.pk for one in found})),
        shared=shared,
        single=single,
        standing=Evaluation.objects.filter(programme=first, joined_programme=second, state__in=OPEN).first(),
        has_begun=Wave.objects.filter(programme__in=(first, second), started_on__isnull=False).exists(),
    )


def _outside(designs: Sequence[EvaluationDesign], inside: set[int]) -> list[Unit]:
    found = {
        row.unit_id: row.unit
        for design in designs
        for row in design.units.filter(wave__isnull=True).select_related("unit")
        if row.unit_id not in inside
    }
    return sorted(found.values(), key=lambda unit: unit.code)


def _outcomes(
    designs: Iterable[EvaluationDesign],
) -> tuple[tuple[DesignOutcome, ...], tuple[DesignOutcome, ...]]:
    """Return the outcomes that all have and those of one, the primary one first."""
    listed = [list(design.outcomes.prefetch_related("services")) for design in designs]
    kept: dict[tuple[object, ...], DesignOutcome] = {}
    seen: dict[tuple[object, ...], int] = {}
    for outcomes in listed:
        for outcome in outcomes:
            key = (outcome.figure, outcome.element, frozenset(one.pk for one in outcome.services.all()))
            kept.setdefault(key, outcome)
            seen[key] = seen.get(key, 0) + 1
    ordered = sorted(kept.items(), key=lambda pair: pair[1].role != OutcomeRole.PRIMARY)
    shared = tuple(outcome for key, outcome in ordered if seen[key] > 1)
    return shared, tuple(outcome for key, outcome in ordered if seen[key] == 1)
