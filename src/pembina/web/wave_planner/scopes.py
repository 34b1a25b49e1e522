"""Who may plan waves for an evaluation: whoever evaluates may try plans, whoever plans programmes keeps one."""

from datetime import date
from typing import cast

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.queries.programmes import plans_programmes
from pembina.domain.impact.enums import DesignState, EvaluationState
from pembina.domain.impact.models import Evaluation, EvaluationDesign
from pembina.domain.impact.permissions import evaluations_seen_by
from pembina.domain.impact.wave_planning import design_in_hand
from pembina.domain.people.permissions import reaches_everything

OPEN = (EvaluationState.DESIGNED, EvaluationState.LOCKED)


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def seen_evaluation(request: HttpRequest, pk: int) -> Evaluation:
    """Return an evaluation that the visitor may read; 404 for any other, and for one of two programmes: each of these
    plans its own waves.
    """
    seen = evaluations_seen_by(actor_of(request), on=timezone.localdate()).filter(joined_programme=None)
    return get_object_or_404(seen.select_related("programme__wave_plan__decided_by"), pk=pk)


def tried_evaluation(request: HttpRequest, pk: int) -> tuple[Evaluation, EvaluationDesign]:
    """Return an evaluation for which the visitor may try a plan, with its design; 404 for any other."""
    evaluation = seen_evaluation(request, pk)
    design = design_in_hand(evaluation)
    if design is None or not may_try(actor_of(request), evaluation, design, on=timezone.localdate()):
        raise Http404
    return evaluation, design


def may_try(actor: User, evaluation: Evaluation, design: EvaluationDesign, *, on: date) -> bool:
    """Say whether somebody may try plans: only while there is a draft, and the programme may still be planned."""
    is_planned = (
        design.state == DesignState.DRAFT
        and evaluation.state in OPEN
        and evaluation.programme.is_open
        and not evaluation.is_joint
    )
    return is_planned and (may_keep(actor, on=on) or reaches_everything(actor, Permission.EVALUATE_EFFECT, on=on))


def may_keep(actor: User, *, on: date) -> bool:
    """Say whether somebody may keep a plan: whoever plans programmes."""
    return plans_programmes(actor, on=on)
