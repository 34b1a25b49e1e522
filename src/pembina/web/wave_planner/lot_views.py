"""The lot for anybody who wants to draw it again: public once the design is locked, before that for its readers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from pembina.domain.impact.enums import EvaluationState
from pembina.domain.impact.lots import Lot, lot_of
from pembina.domain.impact.models import Evaluation
from pembina.domain.impact.permissions import evaluations_seen_by
from pembina.domain.people.models import Unit
from pembina.web.access import open_to_all
from pembina.web.wave_planner.present_lot import present_lot
from pembina.web.wave_planner.scopes import actor_of
from pembina.web.wave_planner.views import trail

PUBLIC = (EvaluationState.LOCKED, EvaluationState.DECIDED)


@open_to_all
@require_safe
def lot(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what was drawn from what, and by which keys."""
    evaluation, drawn = drawn_lot(request, pk)
    names = dict(Unit.objects.filter(code__in=[one.code for one in drawn.units]).values_list("code", "name"))
    steps = trail(evaluation) if request.user.is_authenticated else []
    context = {"evaluation": evaluation, "lot": present_lot(drawn, names), "trail": steps}
    return render(request, "wave_planner/lot.html", context)


@open_to_all
@require_safe
def lot_json(request: HttpRequest, pk: int) -> HttpResponse:
    """Give all that the lot was drawn from, for programs."""
    evaluation, drawn = drawn_lot(request, pk)
    told: dict[str, Any] = {
        "programme": evaluation.programme.code, "evaluation": evaluation.title, **drawn.told(),
    }  # fmt: skip
    name = f"undian-{evaluation.pk}.json"
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def drawn_lot(request: HttpRequest, pk: int) -> tuple[Evaluation, Lot]:
    """Return the evaluation and its lot; 404 where there is none, or none that the visitor may see."""
    evaluations = Evaluation.objects.select_related("programme")
    if request.user.is_authenticated:
        seen = evaluations_seen_by(actor_of(request), on=timezone.localdate()).values("pk")
        evaluations = evaluations.filter(state__in=PUBLIC) | evaluations.filter(pk__in=seen)
    else:
        evaluations = evaluations.filter(state__in=PUBLIC)
    evaluation = get_object_or_404(evaluations, pk=pk)
    drawn = lot_of(evaluation.programme)
    if drawn is None:
        raise Http404
    return evaluation, drawn
