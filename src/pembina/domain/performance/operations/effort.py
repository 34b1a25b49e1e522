"""Difficulty is proposed by one side and agreed by the other; guards of quality are named; late steps are remarked on.

None of it touches a plan, a rating or an appraisal.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.people.decisions import people_decided_by
from pembina.domain.people.models import Person
from pembina.domain.performance import effort_refusals as refusals
from pembina.domain.performance.effort_enums import DegreeOfDifficulty, DifficultyState, EffortSide
from pembina.domain.performance.enums import PlanState, ReadFigure
from pembina.domain.performance.models import (
    DifficultyAgreement,
    Goal,
    Indicator,
    NamedGuard,
    PerformancePlan,
    StepRemark,
)
from pembina.domain.performance.models.effort import OF_QUALITY
from pembina.domain.performance.operations.plan_access import locked
from pembina.domain.performance.queries.effort_guards import outcomes_in_sight
from pembina.domain.performance.queries.effort_steps import late_step_of
from pembina.domain.performance.queries.effort_work import degree_agreed
from pembina.domain.performance.queries.plans import services_to_read
from pembina.domain.services.models import PublicService

MOST_GUARDS = 3


@dataclass(frozen=True, slots=True)
class GuardTold:
    """A guard before it is kept: another indicator, or a figure of a service; and how far it may get worse."""

    tolerated: Decimal
    beside: Indicator | None = None
    service: PublicService | None = None
    figure: str = ""


def propose_difficulty(
    *, goal: Goal, degree: DegreeOfDifficulty, reason: str, by: User, at: datetime
) -> DifficultyAgreement:
    """Propose a degree; where the other side waits with another one, this answers it.

    Raises ``PlanStepError`` (the plan is not agreed), ``NotOfTheTwoError``, ``DifficultyOpenError``,
    ``DifficultySameError``.
    """
    with one_event():
        plan = locked(goal.plan, PlanState.AGREED)
        side = _side_of(plan, by, at)
        kept = plan.goals.get(pk=goal.pk)
        first, wanted = kept.continues_id or kept.pk, DegreeOfDifficulty(degree)
        open_one = DifficultyAgreement.objects.select_for_update().filter(goal=first, state=DifficultyState.PROPOSED)
        waiting = open_one.first()
        if wanted in (degree_agreed(kept), waiting.degree if waiting else ""):
            raise refusals.DifficultySameError
        if waiting is not None:
            if waiting.side == side:
                raise refusals.DifficultyOpenError
            _end(waiting, DifficultyState.COUNTERED, by, at)
        made = DifficultyAgreement.objects.create(
            goal_id=first, wording=kept.words, degree=wanted, reason=reason.strip(), side=side, proposed_by=by,
            proposed_at=at,
        )  # fmt: skip
        record("propose_difficulty", on=made, by=by, at=at, changes={"degree": ("", made.degree)}, created=True)
    return made


def agree_difficulty(*, proposal: DifficultyAgreement, by: User, at: datetime) -> None:
    """Agree to what the other side proposed. A new version of the plan in between changes nothing.

    Raises ``NotOfTheTwoError``, ``OwnProposalError``, ``DifficultyEndedError``.
    """
    with one_event():
        kept, side = _open(proposal, by, at)
        if kept.side == side or kept.proposed_by_id == by.pk:
            raise refusals.OwnProposalError
        _end(kept, DifficultyState.AGREED, by, at)
        changes = {"state": (DifficultyState.PROPOSED.value, kept.state), "degree": ("", kept.degree)}
        record("agree_difficulty", on=kept, by=by, at=at, changes=changes)


def withdraw_difficulty(*, proposal: DifficultyAgreement, by: User, at: datetime) -> None:
    """Take back what the own side proposed while it waits; raises as agreeing does."""
    with one_event():
        kept, side = _open(proposal, by, at)
        if kept.side != side:
            raise refusals.NotOfTheTwoError
        _end(kept, DifficultyState.WITHDRAWN, by, at)
        changes = {"state": (DifficultyState.PROPOSED.value, kept.state)}
        record("withdraw_difficulty", on=kept, by=by, at=at, changes=changes)


def name_guard(*, indicator: Indicator, told: GuardTold, by: User, at: datetime) -> NamedGuard:
    """Name a figure that must not get worse. One named after the first realisation is kept, and marked as late.

    Raises ``PlanStepError``, ``NotOfTheTwoError``, ``GuardUnmeasuredError``, ``GuardItselfError``,
    ``GuardElsewhereError``, ``GuardToleranceError``, ``GuardNamedError``, ``GuardsManyError``.
    """
    with one_event():
        plan = locked(indicator.goal.plan, PlanState.AGREED)
        _side_of(plan, by, at)
        kept = Indicator.objects.get(pk=indicator.pk, goal__plan=plan)
        first = kept.continues_id or kept.pk
        fields = _checked(kept, plan, told, at)
        named = NamedGuard.objects.filter(indicator=first, withdrawn_at__isnull=True)
        if named.filter(**{name: value for name, value in fields.items() if name != "tolerated"}).exists():
            raise refusals.GuardNamedError
        if named.count() >= MOST_GUARDS:
            raise refusals.GuardsManyError(MOST_GUARDS)
        made = NamedGuard.objects.create(indicator_id=first, named_by=by, named_at=at, **fields)
        changes = {"guard": ("", str(made)), "tolerated": ("", str(made.tolerated))}
        record("name_guard", on=made, by=by, at=at, changes=changes, created=True)
    return made


def withdraw_guard(*, guard: NamedGuard, by: User, at: datetime) -> None:
    """Take a guard back while no outcome is in sight; it stays on record. Raises ``GuardStaysError``."""
    with one_event():
        held = NamedGuard.objects.select_for_update(of=("self",)).select_related("indicator__goal__plan__person")
        kept = held.get(pk=guard.pk)
        _side_of(kept.indicator.goal.plan, by, at)
        in_sight = at > outcomes_in_sight([kept.indicator])[kept.indicator_id]
        if kept.withdrawn_at is not None or kept.named_by_id != by.pk or in_sight:
            raise refusals.GuardStaysError
        kept.withdrawn_at = at
        kept.save(update_fields=["withdrawn_at"])
        record("withdraw_guard", on=kept, by=by, at=at, changes={"guard": (str(kept), "")})


def _side_of(plan: PerformancePlan, actor: User, at: datetime) -> EffortSide:
    """Return as which of the two `actor` speaks today; raises ``NotOfTheTwoError``."""
    if actor.is_active and plan.person.nip == actor.username:
        return EffortSide.PERSON
    if people_decided_by(actor, on=local_date(at)).filter(pk=plan.person_id).exists():
        return EffortSide.SUPERIOR
    raise refusals.NotOfTheTwoError


def _open(proposal: DifficultyAgreement, actor: User, at: datetime) -> tuple[DifficultyAgreement, EffortSide]:
    held = DifficultyAgreement.objects.select_for_update(of=("self",)).select_related("goal__plan__person")
    kept = held.get(pk=proposal.pk)
    side = _side_of(kept.goal.plan, actor, at)
    if kept.state != DifficultyState.PROPOSED:
        raise refusals.DifficultyEndedError(str(kept.get_state_display()))
    return kept, side


def _end(kept: DifficultyAgreement, state: DifficultyState, by: User, at: datetime) -> None:
    kept.state, kept.ended_by, kept.ended_at = state.value, by, at
    kept.save(update_fields=["state", "ended_by", "ended_at"])


def _checked(one: Indicator, plan: PerformancePlan, told: GuardTold, at: datetime) -> dict[str, object]:
    """Return what may be kept."""
    if not one.is_measured:
        raise refusals.GuardUnmeasuredError
    if not told.tolerated.is_finite() or told.tolerated < 0:
        raise refusals.GuardToleranceError
    if told.beside is not None:
        return {"beside_id": _beside(one, plan, told.beside), "tolerated": told.tolerated}
    reachable = services_to_read(plan.assignment, on=local_date(at))
    if told.service is None or told.figure not in OF_QUALITY or told.service not in reachable:
        raise refusals.GuardElsewhereError
    if (one.service_id, one.figure) == (told.service.pk, told.figure):
        raise refusals.GuardItselfError
    return {"service": told.service, "figure": ReadFigure(told.figure).value, "tolerated": told.tolerated}


def _beside(one: Indicator, plan: PerformancePlan, other: Indicator) -> int:
    if (other.continues_id or other.pk) == (one.continues_id or one.pk):
        raise refusals.GuardItselfError
    if other.goal.plan_id != plan.pk:
        raise refusals.GuardElsewhereError
    if not other.is_measured:
        raise refusals.GuardUnmeasuredError
    return other.continues_id or other.pk


def remark_on_step(*, person: Person, step: str, words: str, by: User, at: datetime) -> StepRemark:
    """Say something to an own step that is late; one remark more stands beside the earlier ones.

    Raises ``NotOfTheTwoError`` for anybody else, ``RemarkEmptyError``, ``StepNotLateError``.
    """
    with one_event():
        if person.nip != by.username or not by.is_active:
            raise refusals.NotOfTheTwoError
        if not words.strip():
            raise refusals.RemarkEmptyError
        if late_step_of(person, step, at=at) is None:
            raise refusals.StepNotLateError
        made = StepRemark.objects.create(person=person, step=step, words=words.strip(), noted_by=by, noted_at=at)
        record("remark_on_step", on=made, by=by, at=at, changes={"step": ("", step)}, created=True)
    return made


def note_effort_export(*, rows: int, by: User, at: datetime) -> None:
    """Write down who took the list of a team along, and how long it was."""
    with one_event():
        record("export_effort", on=by, by=by, at=at, changes={"records": ("", str(rows))})
