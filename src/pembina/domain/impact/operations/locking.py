"""A design is locked for good, with its hash in the chain; a change is a new version that says what was known."""

from collections.abc import Collection, Sequence
from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User
from pembina.domain.development.operations.programmes import locked_programme
from pembina.domain.impact.design_content import content_of, digest_of
from pembina.domain.impact.design_data import data_of
from pembina.domain.impact.design_obstacles import obstacles_of
from pembina.domain.impact.design_refusals import DraftOpenError, ObstacleError, WarningsUnreadError
from pembina.domain.impact.design_warnings import warnings_of
from pembina.domain.impact.enums import DesignState, EvaluationState
from pembina.domain.impact.known_then import known_of
from pembina.domain.impact.models import DesignOutcome, DesignSigner, DesignUnit, EvaluationDesign
from pembina.domain.impact.operations.evaluations import EVALUATED, locked_draft, locked_evaluation
from pembina.domain.impact.queries.design_units import PlannedUnit, units_of
from pembina.domain.impact.refusals import ReasonMissingError, WrongStepError

COPIED = (
    "reach", "comparison", "first_month", "last_month", "draws", "seed", "correction", "decision_rule", "rule_source",
    "decides_on",
)  # fmt: skip
OF_OUTCOMES = (
    "position", "role", "figure", "element", "direction", "smallest_effect", "tolerated", "judged_because",
)  # fmt: skip


def lock_design(*, design: EvaluationDesign, read: Collection[str], by: User, at: datetime) -> None:
    """Lock a draft for good; `read` are the keys of the warnings that `by` has ticked.

    Raises
    ------
    ObstacleError : the first of what `obstacles_of` finds
    WarningsUnreadError : a warning that is not among `read`
    WrongStepError : locked already, or the evaluation is over
    """
    with one_event():
        # Nobody starts a wave meanwhile: that takes the lock of the programme first, too.
        for programme in design.evaluation.programmes:
            locked_programme(programme, *EVALUATED)
        kept = locked_draft(design)
        if obstacles := obstacles_of(kept, at=at):
            first = obstacles[0]
            raise ObstacleError(first.code, first.message, first.remedy)
        units = units_of(kept)
        data = data_of(kept, units, at=at)
        warnings = warnings_of(kept, at=at, data=data)
        if unread := [warning for warning in warnings if warning.key not in read]:
            raise WarningsUnreadError(len(unread))
        # In the place of what the draft kept.
        kept.units.all().delete()
        DesignUnit.objects.bulk_create(rows_of(kept, units))
        if before := _latest_locked(kept):
            kept.known_then = known_of(kept.evaluation, before, at=at)
        kept.content = content_of(kept, units, data, warnings, by=by, at=at)
        kept.digest, kept.state = digest_of(kept.content), DesignState.LOCKED
        kept.locked_by, kept.locked_at = by, at
        kept.save(update_fields=["known_then", "content", "digest", "state", "locked_by", "locked_at"])
        kept.evaluation.state = EvaluationState.LOCKED
        kept.evaluation.save(update_fields=["state"])
        changes = {"version": ("", str(kept.version)), "digest": ("", kept.digest)}
        record("lock_design", on=kept, by=by, at=at, changes=changes)
        sealed = {"evaluation": kept.evaluation.title, "programme": kept.evaluation.programme_code,
                  "version": kept.version, "digest": kept.digest}  # fmt: skip
        seal(kind=ChainKind.DESIGN_LOCKED, subject=kept, content=sealed, by=by, at=at)


def revise_design(*, design: EvaluationDesign, reason: str, by: User, at: datetime) -> EvaluationDesign:
    """Open the next version as a copy of the latest locked one, with what is known by now; returns the draft.

    Raises ``ReasonMissingError``, ``DraftOpenError`` where one is open, and ``WrongStepError`` before the first lock or
    after the decision.
    """
    if not reason.strip():
        raise ReasonMissingError
    with one_event():
        evaluation = locked_evaluation(design.evaluation, EvaluationState.LOCKED)
        drafted = evaluation.designs.filter(state=DesignState.DRAFT).first()
        if drafted is not None:
            raise DraftOpenError(drafted.version)
        source = evaluation.designs.order_by("-version")[0]
        made = EvaluationDesign.objects.create(
            evaluation=evaluation, version=source.version + 1, why_changed=reason.strip(), made_by=by, made_at=at,
            known_then=known_of(evaluation, source, at=at), **{name: getattr(source, name) for name in COPIED},
        )  # fmt: skip
        _copy_parts(source, made)
        changes = {"version": (str(source.version), str(made.version))}
        record("revise_design", on=made, by=by, at=at, changes=changes, why=reason.strip(), created=True)
    return made


def discard_revision(*, design: EvaluationDesign, reason: str, by: User, at: datetime) -> None:
    """Throw the draft of a later version away; the version locked before stays in force.

    Raises ``ReasonMissingError``, and ``WrongStepError`` for what is locked and for the first version: such an
    evaluation is dropped instead.
    """
    if not reason.strip():
        raise ReasonMissingError
    with one_event():
        kept = locked_draft(design)
        if kept.version == 1:
            raise WrongStepError(str(kept.get_state_display()))
        changes = {"version": (str(kept.version), "")}
        record("discard_revision", on=kept.evaluation, by=by, at=at, changes=changes, why=reason.strip())
        kept.delete()


def _copy_parts(source: EvaluationDesign, made: EvaluationDesign) -> None:
    """Copy outcomes, comparison and signers; waves are read where they are planned, strata stay with their units."""
    for outcome in source.outcomes.prefetch_related("services"):
        copy = DesignOutcome.objects.create(design=made, **{name: getattr(outcome, name) for name in OF_OUTCOMES})
        copy.services.set(outcome.services.all())
    DesignUnit.objects.bulk_create(
        DesignUnit(
            design=made, unit_id=one.unit_id, wave=one.wave, planned_month=one.planned_month, stratum=one.stratum,
            code=one.code,
        )
        for one in source.units.all()
    )  # fmt: skip
    DesignSigner.objects.bulk_create(
        DesignSigner(design=made, user_id=one.user_id, capacity=one.capacity) for one in source.signers.all()
    )


def rows_of(design: EvaluationDesign, units: Sequence[PlannedUnit]) -> list[DesignUnit]:
    """Return the units as they stand, to be written down with what they are called now."""
    return [
        DesignUnit(
            design=design, unit=one.unit, wave=one.wave, planned_month=one.planned_month, stratum=one.stratum,
            code=one.code, name=one.name,
        )
        for one in units
    ]  # fmt: skip


def _latest_locked(design: EvaluationDesign) -> EvaluationDesign | None:
    return design.evaluation.designs.filter(state=DesignState.LOCKED).order_by("-version").first()
