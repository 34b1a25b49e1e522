"""The lot for anybody who wants to draw it again: public once the design is locked, before that for its readers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from pembina.domain.impact.enums import DesignState, EvaluationState
from pembina.domain.impact.lots import Lot, lot_of
from pembina.domain.impact.models import Evaluation, EvaluationDesign
from pembina.domain.impact.permissions import evaluations_seen_by
from pembina.domain.impact.queries.design_units import units_of
from pembina.domain.impact.queries.evaluations import locked_design_of
from pembina.domain.impact.wave_planning import design_in_hand
from pembina.web.access import open_to_all
from pembina.web.wave_planner.present_lot import present_lot
from pembina.web.wave_planner.scopes import actor_of
from pembina.web.wave_planner.views import trail

PUBLIC = (EvaluationState.LOCKED, EvaluationState.DECIDED)


@open_to_all
@require_safe
def lot(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was drawn from what, and by which keys."""
    design, drawn = drawn_lot(request, pk)
    evaluation, steps = design.evaluation, trail(design.evaluation) if request.user.is_authenticated else []
    names = {one.code: one.name for one in units_of(design)}
    context = {"evaluation": evaluation, "lot": present_lot(drawn, names, design), "trail": steps}
    return render(request, "wave_planner/lot.html", context)


@open_to_all
@require_safe
def lot_json(request: HttpRequest, pk: int) -> HttpResponse:
    """Give all that the lot was drawn from, for programs."""
    design, drawn = drawn_lot(request, pk)
    evaluation = design.evaluation
    told: dict[str, Any] = {
        "programme": evaluation.programme.code, "evaluation": evaluation.title, "version": design.version,
        "locked": design.state == DesignState.LOCKED, **drawn.told(),
    }  # fmt: skip
    name = f"undian-{evaluation.pk}.json"
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def drawn_lot(request: HttpRequest, pk: int) -> tuple[EvaluationDesign, Lot]:
    """Return a design with its lot; 404 where there is none, or none that the visitor may see.

    Its readers see the plan in hand; everybody else that which the latest locked design holds, whatever is drawn since.
    """
    design = design_shown(request, pk)
    drawn = lot_of(design) if design else None
    if design is None or drawn is None:
        raise Http404
    return design, drawn


def design_shown(request: HttpRequest, pk: int) -> EvaluationDesign | None:
    evaluations = Evaluation.objects.select_related("programme")
    if request.user.is_authenticated:
        seen = evaluations_seen_by(actor_of(request), on=timezone.localdate()).values("pk")
        if evaluation := evaluations.filter(pk=pk, pk__in=seen).first():
            return design_in_hand(evaluation)
    return locked_design_of(get_object_or_404(evaluations, pk=pk, state__in=PUBLIC))
