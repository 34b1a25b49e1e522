"""The outcomes of a design and who signs the decision. Only of a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Max

from pembina.domain.access.audit import Changes, one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.usernames import AccountKind
from pembina.domain.development.enums import OutcomeDirection, OutcomeFigure
from pembina.domain.impact.design_refusals import (
    JudgementDecidesError,
    OutcomeBoundError,
    OutcomeElementError,
    OutcomeTwiceError,
    ServicesOfPerformanceError,
    SignerCapacityError,
    SignerInactiveError,
    SignerTwiceError,
)
from pembina.domain.impact.design_words import name_of
from pembina.domain.impact.enums import Capacity, DesignFigure, OutcomeRole
from pembina.domain.impact.models import DesignOutcome, DesignSigner, EvaluationDesign
from pembina.domain.impact.operations.evaluations import listed, locked_draft
from pembina.domain.services.models import PublicService

TOLD = ("role", "figure", "element", "direction", "smallest_effect", "tolerated", "judged_because")
# What an account must be allowed to do to sign in a capacity.
ROLES = {
    Capacity.EVALUATOR: Permission.EVALUATE_EFFECT,
    Capacity.HUMAN_RESOURCES: Permission.PLAN_PROGRAMME,
    Capacity.HEAD_OF_REGION: Permission.DECIDE_PROGRAMME,
}


@dataclass(frozen=True, slots=True)
class OutcomePlan:
    """One outcome as it is told; fields as in `DesignOutcome`. No services means all of the units.

    `judged_because` counts only where what raters think decides.
    """

    role: OutcomeRole
    figure: DesignFigure | OutcomeFigure
    direction: OutcomeDirection
    element: int | None = None
    services: Sequence[PublicService] = ()
    smallest_effect: Decimal | None = None
    tolerated: Decimal | None = None
    judged_because: str = ""


def put_outcome(
    *, design: EvaluationDesign, plan: OutcomePlan, outcome: DesignOutcome | None = None, by: User, at: datetime
) -> DesignOutcome:
    """Add an outcome, or tell one differently.

    Raises ``OutcomeElementError``, ``OutcomeBoundError``, ``OutcomeTwiceError``, ``ServicesOfPerformanceError``,
    ``JudgementDecidesError`` and ``WrongStepError``.
    """
    _check(plan)
    with one_event():
        kept = locked_draft(design)
        _require_single(kept, plan, outcome)
        told = outcome or DesignOutcome(design=kept, position=_next_position(kept))
        before = _words(told, list(told.services.all())) if outcome else {}
        for name in TOLD:
            setattr(told, name, getattr(plan, name))
        told.judged_because = plan.judged_because.strip() if _judgement_decides(plan) else ""
        told.save()
        told.services.set(plan.services)
        after = _words(told, list(plan.services))
        changes: Changes = {
            name: (before.get(name, ""), word) for name, word in after.items() if before.get(name, "") != word
        }
        record("put_outcome", on=kept, by=by, at=at, changes=changes)
    return told


def remove_outcome(*, outcome: DesignOutcome, by: User, at: datetime) -> None:
    """Take an outcome out of a draft."""
    with one_event():
        kept = locked_draft(outcome.design)
        changes = {"figure": (name_of(outcome).id, ""), "role": (str(outcome.get_role_display()), "")}
        kept.outcomes.filter(pk=outcome.pk).delete()
        record("remove_outcome", on=kept, by=by, at=at, changes=changes)


def put_signer(
    *, design: EvaluationDesign, user: User, capacity: Capacity, by: User, at: datetime
) -> DesignSigner:  # fmt: skip
    """Name who signs, and as what.

    Raises ``SignerTwiceError``, ``SignerInactiveError``, ``SignerCapacityError`` for a capacity that the account does
    not have, and ``WrongStepError``.
    """
    with one_event():
        kept = locked_draft(design)
        if not user.is_active:
            raise SignerInactiveError(user.display_name)
        if not _has_capacity(user, capacity, kept):
            raise SignerCapacityError(user.display_name, str(capacity.label))
        if kept.signers.filter(user=user).exists():
            raise SignerTwiceError(user.display_name)
        made = DesignSigner.objects.create(design=kept, user=user, capacity=capacity)
        changes = {"user": ("", user.display_name), "capacity": ("", str(made.get_capacity_display()))}
        record("put_signer", on=kept, by=by, at=at, changes=changes)
    return made


def _has_capacity(user: User, capacity: Capacity, design: EvaluationDesign) -> bool:
    """Say whether citizens may be told that this account signed in this capacity."""
    if user.kind is AccountKind.PARTNER:
        return False
    if capacity is Capacity.OWNER:
        return user.username in {one.owner.nip for one in design.evaluation.programmes}
    wanted = ROLES.get(capacity)
    return wanted is None or user.may(wanted)


def remove_signer(*, signer: DesignSigner, by: User, at: datetime) -> None:
    """Take somebody off those who sign."""
    with one_event():
        kept = locked_draft(signer.design)
        changes = {"user": (signer.user.display_name, ""), "capacity": (str(signer.get_capacity_display()), "")}
        kept.signers.filter(pk=signer.pk).delete()
        record("remove_signer", on=kept, by=by, at=at, changes=changes)


def _check(plan: OutcomePlan) -> None:
    if (plan.figure == DesignFigure.SATISFACTION_ELEMENT) != (plan.element is not None):
        raise OutcomeElementError
    if DesignFigure(plan.figure).is_of_performance and plan.services:
        raise ServicesOfPerformanceError
    if _judgement_decides(plan) and not plan.judged_because.strip():
        raise JudgementDecidesError
    if plan.role == OutcomeRole.GUARD:
        if plan.tolerated is None or plan.tolerated < 0 or plan.smallest_effect is not None:
            raise OutcomeBoundError(is_guard=True)
        return
    is_needed = plan.role == OutcomeRole.PRIMARY and plan.smallest_effect is None
    if is_needed or plan.tolerated is not None or (plan.smallest_effect is not None and plan.smallest_effect <= 0):
        raise OutcomeBoundError(is_guard=False)


def _judgement_decides(plan: OutcomePlan) -> bool:
    return plan.role == OutcomeRole.PRIMARY and DesignFigure(plan.figure).is_judgement


def _require_single(design: EvaluationDesign, plan: OutcomePlan, than: DesignOutcome | None) -> None:
    others = design.outcomes.exclude(pk=than.pk if than else 0)
    if plan.role == OutcomeRole.PRIMARY and others.filter(role=OutcomeRole.PRIMARY).exists():
        raise OutcomeTwiceError(is_primary=True)
    wanted = {service.pk for service in plan.services}
    for other in others.filter(figure=plan.figure, element=plan.element).prefetch_related("services"):
        if {service.pk for service in other.services.all()} == wanted:
            raise OutcomeTwiceError(is_primary=False)


def _next_position(design: EvaluationDesign) -> int:
    last: int | None = design.outcomes.aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def _words(outcome: DesignOutcome, services: Sequence[PublicService]) -> dict[str, str]:
    """Return an outcome as an event tells it."""
    return {
        "role": str(outcome.get_role_display()),
        "figure": name_of(outcome).id,
        "direction": str(outcome.get_direction_display()),
        "services": listed(sorted(service.code for service in services)),
        "smallest_effect": _number(outcome.smallest_effect),
        "tolerated": _number(outcome.tolerated),
        "judged_because": outcome.judged_because,
    }


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
