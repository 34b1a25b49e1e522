"""An evaluation is opened with a first draft of its design, and may be dropped with a reason."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.development.enums import ProgrammeState
from pembina.domain.development.models import Programme
from pembina.domain.development.operations.programmes import locked_programme
from pembina.domain.impact.design_defaults import design_for, signers_for
from pembina.domain.impact.design_refusals import EvaluationOpenError, OutcomeBoundError
from pembina.domain.impact.enums import DesignState, EvaluationState, OutcomeRole
from pembina.domain.impact.models import DesignOutcome, DesignSigner, Evaluation, EvaluationDesign
from pembina.domain.impact.publication_refusals import require_no_traces
from pembina.domain.impact.queries.joint_units import joint_standing
from pembina.domain.impact.refusals import ReasonMissingError, WrongStepError

OPEN = (EvaluationState.DESIGNED, EvaluationState.LOCKED)
EVALUATED = (ProgrammeState.DRAFT, ProgrammeState.APPROVED, ProgrammeState.RUNNING, ProgrammeState.CLOSED)


def open_evaluation(
    *, programme: Programme, title: str, smallest_effect: Decimal, by: User, at: datetime
) -> Evaluation:
    """Open an evaluation with the draft of its first design, which proposes what the programme promised.

    `smallest_effect` is the smallest change that matters, in the unit of the figure of the programme.

    Raises ``EvaluationOpenError`` where the programme has an open one, by itself or with another programme,
    ``OutcomeBoundError`` for no positive number, ``TracesError`` for a title that points to a person, as citizens will
    read it, and ``WrongStepError`` of development for a programme that was dropped.
    """
    require_no_traces({"title": title})
    if smallest_effect <= 0:
        raise OutcomeBoundError(is_guard=False)
    with one_event():
        kept = locked_programme(programme, *EVALUATED)
        own = Evaluation.objects.filter(programme=kept, joined_programme=None, state__in=OPEN)
        # Beside a joint evaluation nobody claims the same change for one programme alone.
        standing = own.first() or joint_standing([kept.pk]).first()
        if standing is not None:
            raise EvaluationOpenError(standing.title)
        made = Evaluation.objects.create(programme=kept, title=title.strip(), made_by=by, made_at=at)
        _first_design(made, smallest_effect, by, at)
        changes = {"title": ("", made.title), "programme": ("", kept.title)}
        record("open_evaluation", on=made, by=by, at=at, changes=changes, created=True)
    return made


def _first_design(evaluation: Evaluation, smallest_effect: Decimal, by: User, at: datetime) -> None:
    programme = evaluation.programme
    design = EvaluationDesign.objects.create(
        evaluation=evaluation, version=1, made_by=by, made_at=at, **design_for(programme, on=local_date(at))
    )
    outcome = DesignOutcome.objects.create(
        design=design, position=1, role=OutcomeRole.PRIMARY, figure=programme.outcome_figure,
        element=programme.outcome_element, direction=programme.outcome_direction, smallest_effect=smallest_effect,
    )  # fmt: skip
    outcome.services.set(programme.services.all())
    DesignSigner.objects.bulk_create(
        DesignSigner(design=design, user=user, capacity=capacity) for user, capacity in signers_for(programme, by)
    )


def drop_evaluation(*, evaluation: Evaluation, reason: str, by: User, at: datetime) -> None:
    """End an evaluation without a decision; what was locked stays. Raises ``ReasonMissingError`` too."""
    if not reason.strip():
        raise ReasonMissingError
    with one_event():
        kept = locked_evaluation(evaluation, *OPEN)
        before = str(kept.get_state_display())
        kept.state, kept.drop_reason = EvaluationState.DROPPED, reason.strip()
        kept.save(update_fields=["state", "drop_reason"])
        changes = {"state": (before, str(kept.get_state_display()))}
        record("drop_evaluation", on=kept, by=by, at=at, changes=changes, why=reason.strip())


def note_evaluations_export(*, evaluations: int, filters: str, by: User, at: datetime) -> None:
    """Write down that `by` takes the list along."""
    with one_event():
        changes = {"records": ("", str(evaluations)), "filters": ("", filters)}
        record("export_evaluations", on=by, by=by, at=at, changes=changes)


def locked_evaluation(evaluation: Evaluation, *states: EvaluationState) -> Evaluation:
    """Return the row, locked; every change of a design takes it first. Raises ``WrongStepError``."""
    found = Evaluation.objects.select_for_update(of=("self",)).select_related("programme__owner")
    kept = found.get(pk=evaluation.pk)
    if kept.state not in states:
        raise WrongStepError(str(kept.get_state_display()))
    return kept


def locked_draft(design: EvaluationDesign) -> EvaluationDesign:
    """Return a draft under the lock of its evaluation; raises ``WrongStepError`` where it is locked for good."""
    evaluation = locked_evaluation(design.evaluation, *OPEN)
    kept = EvaluationDesign.objects.select_for_update(of=("self",)).get(pk=design.pk)
    if kept.state != DesignState.DRAFT:
        raise WrongStepError(str(kept.get_state_display()))
    kept.evaluation = evaluation
    return kept


def listed(names: Iterable[object]) -> str:
    """Return names as an event tells them."""
    return ", ".join(map(str, names))
