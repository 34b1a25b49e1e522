"""Two programmes on the same units are judged as one bundle: a joint evaluation stands for the separate ones."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.models import Programme
from pembina.domain.development.operations.programmes import locked_programme
from pembina.domain.impact.design_defaults import LARGEST_SEED
from pembina.domain.impact.design_refusals import EvaluationOpenError
from pembina.domain.impact.enums import OutcomeRole
from pembina.domain.impact.joint_design import JointPlan, joint_plan
from pembina.domain.impact.joint_refusals import JointOpenError, NothingSharedError
from pembina.domain.impact.models import DesignOutcome, DesignSigner, DesignUnit, Evaluation, EvaluationDesign
from pembina.domain.impact.operations.evaluations import EVALUATED, OPEN, listed, locked_evaluation
from pembina.domain.impact.operations.locking import COPIED, OF_OUTCOMES
from pembina.domain.impact.publication_refusals import require_no_traces
from pembina.domain.impact.queries.joint_units import joint_standing
from pembina.domain.impact.refusals import WrongStepError


def open_joint_evaluation(
    *, evaluation: Evaluation, other: Programme, title: str, by: User, at: datetime
) -> Evaluation:  # fmt: skip
    """Open a joint evaluation of the programme of `evaluation` and another one, with the draft of its design.

    The draft takes the terms of the design in hand, the outcomes of both, and the longer window. Evaluations of either
    that are open are `joined_in` it; dropping it sets them free.

    Raises
    ------
    WrongStepError : the evaluation is over, joint itself, or joined already; of development: a programme was dropped
    JointOpenError : the two have an open joint evaluation
    EvaluationOpenError : one of them is judged together with a third
    NothingSharedError : no unit is in waves of both
    TracesError : a title that points to a person, as citizens will read it
    """
    require_no_traces({"title": title})
    with one_event():
        # Always in the order of their numbers: of two browsers each would else wait for the other.
        for programme in sorted((evaluation.programme, other), key=lambda one: one.pk):
            locked_programme(programme, *EVALUATED)
        kept = locked_evaluation(evaluation, *OPEN)
        plan = joint_plan(kept.designs.order_by("-version")[0], other)
        _require_possible(kept, plan, other)
        first, second = plan.programmes
        made = Evaluation.objects.create(
            programme=first, joined_programme=second, title=title.strip(), made_by=by, made_at=at
        )
        _draft(made, plan, by, at)
        Evaluation.objects.filter(pk__in=[one.pk for one in plan.separate]).update(joined_in=made)
        changes = {
            "title": ("", made.title), "programme": ("", made.programme_title),
            "joined": ("", listed(one.title for one in plan.separate)),
        }  # fmt: skip
        record("open_joint_evaluation", on=made, by=by, at=at, changes=changes, created=True)
    return made


def _require_possible(evaluation: Evaluation, plan: JointPlan, other: Programme) -> None:
    if plan.standing is not None:
        raise JointOpenError(plan.standing.title)
    if evaluation.is_joint or any(one.joint is not None for one in plan.separate):
        raise WrongStepError(str(evaluation.get_state_display()))
    elsewhere = joint_standing([one.pk for one in plan.programmes]).first()
    if elsewhere is not None:
        raise EvaluationOpenError(elsewhere.title)
    if not plan.units:
        raise NothingSharedError(other.title)


def _draft(made: Evaluation, plan: JointPlan, by: User, at: datetime) -> None:
    """Write the first draft: terms of the design in hand, window and day of decision of whichever goes further."""
    designs = [one.designs.order_by("-version")[0] for one in plan.separate]
    terms = {name: getattr(designs[0], name) for name in COPIED} | {
        "first_month": min(one.first_month for one in designs),
        "last_month": max(one.last_month for one in designs),
        "decides_on": max(one.decides_on for one in designs),
        "seed": secrets.randbelow(LARGEST_SEED),
    }
    draft = EvaluationDesign.objects.create(evaluation=made, version=1, made_by=by, made_at=at, **terms)
    _copy_outcomes(draft, [*plan.shared, *plan.single], designs[0])
    DesignUnit.objects.bulk_create(DesignUnit(design=draft, unit=unit) for unit in plan.outside)
    signers = {one.user_id: one for design in reversed(designs) for one in design.signers.all()}
    DesignSigner.objects.bulk_create(
        DesignSigner(design=draft, user_id=pk, capacity=one.capacity) for pk, one in signers.items()
    )


def _copy_outcomes(draft: EvaluationDesign, outcomes: Sequence[DesignOutcome], in_hand: EvaluationDesign) -> None:
    """Copy the outcomes; the primary one of the design in hand decides, that of the other is told beside it."""
    ordered = sorted(outcomes, key=lambda one: (one.design_id != in_hand.pk, one.position))
    for position, outcome in enumerate(ordered, start=1):
        told = {name: getattr(outcome, name) for name in OF_OUTCOMES} | {"position": position}
        if outcome.role == OutcomeRole.PRIMARY and outcome.design_id != in_hand.pk:
            told |= {"role": OutcomeRole.SECONDARY, "judged_because": ""}
        copy = DesignOutcome.objects.create(design=draft, **told)
        copy.services.set(outcome.services.all())
