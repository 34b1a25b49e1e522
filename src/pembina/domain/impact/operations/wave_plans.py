"""The waves of a programme laid for its evaluation: drawn by lot within strata, or in an order that somebody chose."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.operations.programmes import locked_programme
from pembina.domain.development.operations.wave_plans import OPEN, WaveLine, draw_waves, lay_waves
from pembina.domain.impact.enums import DesignState
from pembina.domain.impact.lots import lot_digest
from pembina.domain.impact.models import DesignUnit, Evaluation, EvaluationDesign
from pembina.domain.impact.operations.evaluations import listed, locked_draft
from pembina.domain.impact.refusals import WrongStepError
from pembina.domain.impact.wave_refusals import LotMovedError, UnitOutsideAndInError
from pembina.domain.people.models import Unit


def keep_drawn_waves(
    *, evaluation: Evaluation, units: Sequence[Unit], starts: Sequence[date], seed: str, strata: Mapping[str, str],
    stay_out: bool, by: User, at: datetime, again_because: str = "", seen: str | None = None,
) -> None:  # fmt: skip
    """Draw the waves by lot within the strata; with `stay_out` one group more, to be compared with until the end.

    `seen` is the digest of the lot that was shown beforehand (`lots.lot_digest`). Units that an earlier lot had left
    out are no comparison any more; those that somebody chose stay, unless they join now.

    Raises
    ------
    WrongStepError : there is no draft of a design
    LotMovedError : the units or their strata are not those that were shown
    And what `development.operations.wave_plans.draw_waves` raises.
    """
    if seen is not None and seen != lot_digest(strata, starts, stay_out=stay_out):
        raise LotMovedError
    with one_event():
        # The programme first, as whoever locks a design does: else each would wait for the other.
        locked_programme(evaluation.programme, *OPEN)
        design = _draft_of(evaluation)
        out = draw_waves(
            programme=evaluation.programme, units=units, starts=starts, seed=seed, strata=strata, stay_out=stay_out,
            again_because=again_because, by=by, at=at,
        )  # fmt: skip
        drawn = {unit.pk for unit in units}
        chosen = [one.unit for one in _outside(design) if not one.stratum and one.unit_id not in drawn]
        _put_outside(design, [*chosen, *out], strata, by=by, at=at)


def keep_laid_waves(
    *, evaluation: Evaluation, waves: Sequence[WaveLine], outside: Sequence[Unit], reason: str, by: User, at: datetime
) -> None:
    """Keep an order that somebody chose, and the units that stay out.

    Raises ``WrongStepError``, ``UnitOutsideAndInError`` and what `development.operations.wave_plans.lay_waves` raises.
    """
    joining = {unit.pk: number for number, wave in enumerate(waves, start=1) for unit in wave.units}
    for unit in outside:
        if unit.pk in joining:
            raise UnitOutsideAndInError(unit.name, joining[unit.pk])
    with one_event():
        # The programme first, as whoever locks a design does: else each would wait for the other.
        locked_programme(evaluation.programme, *OPEN)
        design = _draft_of(evaluation)
        lay_waves(programme=evaluation.programme, waves=waves, reason=reason, by=by, at=at)
        _put_outside(design, outside, {}, by=by, at=at)


def _draft_of(evaluation: Evaluation) -> EvaluationDesign:
    """Return the draft of the design under the lock of its evaluation; ``WrongStepError`` where there is none."""
    draft = evaluation.designs.filter(state=DesignState.DRAFT).select_related("evaluation").first()
    if draft is None or evaluation.is_joint:
        raise WrongStepError(str(evaluation.get_state_display()))
    return locked_draft(draft)


def _outside(design: EvaluationDesign) -> list[DesignUnit]:
    return list(DesignUnit.objects.filter(design=design, wave__isnull=True).select_related("unit"))


def _put_outside(
    design: EvaluationDesign, units: Sequence[Unit], strata: Mapping[str, str], *, by: User, at: datetime
) -> None:
    """Let these units, and no others, be the comparison.

    What an earlier version had copied about units in waves goes with it: the new waves tell it now.
    """
    before = sorted(one.unit.code for one in _outside(design))
    after = sorted(unit.code for unit in units)
    DesignUnit.objects.filter(design=design).delete()
    DesignUnit.objects.bulk_create(
        [DesignUnit(design=design, unit=unit, stratum=strata.get(unit.code, "")) for unit in units]
    )
    if before != after:
        changes = {"units": (listed(before), listed(after))}
        record("choose_comparison", on=design, by=by, at=at, changes=changes)
